import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import type { Caller } from '../host/dispatch.ts';
import type { Program } from '../host/program.ts';
import { isOwnAddress } from './address.ts';
import { CHANNELS } from './channels.ts';

/** A call as it arrives: a procedure's name and its input, which dispatch reads with the procedure's own schema. */
const Call = z.tuple([z.string().max(100), z.unknown()]);

/**
 * Answers a channel, but only to the top frame of one of our own pages; a frame that is gone, a frame in a frame or
 * a foreign page is refused without looking at what it sent.
 */
function register(
  channel: string,
  answer: (event: IpcMainInvokeEvent, args: readonly unknown[]) => Promise<unknown>,
): void {
  ipcMain.handle(channel, async (event, ...args: readonly unknown[]) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isOwnAddress(frame.url))
      throw new Error('This page may not use TRC Desk.');
    return answer(event, args);
  });
}

/** Connects the windows with the one dispatch. Each window is one session's place, as a browser tab is. */
export function connectWindows(program: Program): void {
  const tokens = new WeakMap<WebContents, string>();

  register(CHANNELS.call, async (event, args) => {
    const call = Call.safeParse(args);
    if (!call.success)
      return {
        ok: false,
        error: { code: 'door.unreadable', message: 'The request could not be read.', details: {} },
      };
    const session = program.sessions.find(tokens.get(event.sender));
    if (session !== undefined) program.lockIdle(session);
    const caller: Caller = {
      host: 'desktop',
      session,
      openSession: ({ token }) => void tokens.set(event.sender, token),
      closeSession: () => void tokens.delete(event.sender),
    };
    const [name, input] = call.data;
    return program.dispatch(caller, name, input);
  });

  program.changes.listen((change, isFor) => {
    for (const window of BrowserWindow.getAllWindows())
      if (!window.isDestroyed() && isFor(program.sessions.find(tokens.get(window.webContents))))
        window.webContents.send(CHANNELS.changed, change);
  });
}
