/** How often to look whether npm is still there. */
const LOOK_EVERY_MS = 300;

/**
 * `npm start` puts a shell between npm and us, and that shell dies of a SIGTERM without passing it on. When it is
 * gone, we stop as if the signal had been ours; started in any other way, nobody is followed.
 */
export function followNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS).unref();
}
