import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { APP_START } from './address.ts';
import { LEAST_HEIGHT, LEAST_WIDTH, placeWindow, WindowState } from './window-place.ts';
import { windowPreferences } from './window-settings.ts';

const stateFile = (): string => join(app.getPath('userData'), 'window.json');

/** Opens the program's window where it stood last time. */
export function openWindow(files: { readonly preload: string }): BrowserWindow {
  const kept = readState();
  const place = placeWindow(
    kept,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place,
    minWidth: Math.min(LEAST_WIDTH, place.width),
    minHeight: Math.min(LEAST_HEIGHT, place.height),
    title: 'TRC Desk',
    show: false,
    backgroundColor: '#f5f2e9',
    webPreferences: windowPreferences(files.preload),
  });
  if (kept?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepState(window));
  window.webContents.on('render-process-gone', (_event, details) => {
    // A page that died is opened afresh; what it showed is not kept anywhere.
    if (details.reason !== 'clean-exit') void window.loadURL(APP_START);
  });
  window.on('unresponsive', () => window.webContents.reload());
  void window.loadURL(APP_START);
  return window;
}

function readState(): WindowState | undefined {
  if (!existsSync(stateFile())) return undefined;
  try {
    return WindowState.parse(JSON.parse(readFileSync(stateFile(), 'utf8')));
  } catch {
    // A damaged place is no reason not to open; the window goes to the middle.
    return undefined;
  }
}

function keepState(window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  writeFileSync(`${stateFile()}.new`, JSON.stringify(state));
  renameSync(`${stateFile()}.new`, stateFile());
}
