import type { WebPreferences } from 'electron';

/**
 * Every safety setting of a window, said aloud even where it is the default, so that a change of default or a
 * slip of the pen shows. `plugins` is on for Chromium's own paper viewer and nothing else.
 */
export function windowPreferences(preload: string): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // Dictionaries would be fetched from the internet on Windows and Linux.
    spellcheck: false,
    devTools: false,
    plugins: true,
  });
}
