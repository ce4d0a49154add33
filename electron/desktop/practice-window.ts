import { spawn } from 'node:child_process';
import { app } from 'electron';

/**
 * Opens the practice centre as a program of its own in a window of its own; there is no address to go to, so the
 * answer is empty.
 */
export function openPracticeWindow(folder: string): Promise<string> {
  const ourselves = app.isPackaged ? [] : [app.getAppPath()];
  const child = spawn(process.execPath, [...ourselves, '--practice', '--data', folder], {
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
  return Promise.resolve('');
}
