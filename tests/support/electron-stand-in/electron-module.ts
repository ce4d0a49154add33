/** The module that the program gets when it asks for `electron`. */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc.ts';
export { Menu } from './menu.ts';
export { protocol, session } from './session.ts';
export { dialog, powerMonitor, screen } from './system.ts';
export { webContents } from './web-contents.ts';
