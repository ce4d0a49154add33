import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS } from './desktop/channels.ts';

/** All that a page can do with the program: ask for a procedure, and hear that something changed. */
contextBridge.exposeInMainWorld(
  'trc',
  Object.freeze({
    call: (name: string, input: unknown): Promise<unknown> =>
      ipcRenderer.invoke(CHANNELS.call, name, input),
    onChanged: (listener: (change: unknown) => void): (() => void) => {
      // The event itself is kept back: it would hand the page a way to the program's own channels.
      const hear = (_event: unknown, change: unknown): void => listener(change);
      ipcRenderer.on(CHANNELS.changed, hear);
      return () => {
        ipcRenderer.off(CHANNELS.changed, hear);
      };
    },
  }),
);
