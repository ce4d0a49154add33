import { newPacking } from './packing.ts';
import type { PageMessage, ProgramMessage } from './two-worlds.ts';
import type { WebContents } from './web-contents.ts';

type Answer = (event: unknown, ...args: unknown[]) => unknown;

const handlers = new Map<string, Answer>();
const packing = newPacking();

/** The program's side of the channels. */
export const ipcMain = {
  handle(channel: string, answer: Answer): void {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, answer);
  },
  removeHandler: (channel: string): void => void handlers.delete(channel),
};

/** Answers what a page's preload script asked, in the words Electron uses for an error. */
export async function answerPage(sender: WebContents, asked: PageMessage): Promise<ProgramMessage> {
  const { id, channel } = asked;
  try {
    const answer = handlers.get(channel);
    if (answer === undefined) throw new Error(`No handler registered for '${channel}'`);
    const args = packing.unpack(asked.args) as unknown[];
    const result = await answer({ sender, senderFrame: sender.mainFrame }, ...args);
    return { kind: 'answer', id, ok: true, text: packing.pack(structuredClone(result)) };
  } catch (error) {
    const words = `Error invoking remote method '${channel}': ${String(error)}`;
    return { kind: 'answer', id, ok: false, text: words };
  }
}

/** News for a page, as `webContents.send` gives it. */
export function newsFor(channel: string, args: readonly unknown[]): ProgramMessage {
  return { kind: 'news', channel, args: packing.pack(structuredClone(args)) };
}
