import type { WireResult } from '#db/shared/domain-error';
import { ROOMS, weekdays } from '../support/open-test-core.ts';
import type { StartedDesktop } from './built-desktop.ts';
import { RecordedContents } from './electron-recorder.ts';

export type Frame = { readonly url: string; readonly parent: object | null };
type Answer = (event: object, ...args: readonly unknown[]) => Promise<unknown>;

/** The frame of a page of ours that nobody embeds. */
export const TOP: Frame = { url: 'app://trc/rooms', parent: null };

/** What the program answers on its one channel. */
export const callOf = (desktop: StartedDesktop): Answer =>
  desktop.handlerOf<Answer>('ipcMain.handle');

/** One screen: its calls come from the same page each time, of a window of its own unless one is given. */
export function newScreen(
  desktop: StartedDesktop,
  sender: RecordedContents = new RecordedContents(),
): (name: unknown, input?: unknown) => Promise<WireResult> {
  return async (name: unknown, input: unknown = {}): Promise<WireResult> =>
    (await callOf(desktop)({ sender, senderFrame: TOP }, name, input)) as WireResult;
}

export const PASSPHRASE = 'heron teapot gravel sunset';

/** 'ok', or the code of the refusal. */
export const codeOf = (result: WireResult): string => (result.ok ? 'ok' : result.error.code);

type Ask = (name: string, input?: unknown) => Promise<WireResult>;

/** The first run up to its manager, who is then signed in at the screen. */
export async function signInFirstManager(ask: Ask, folder: string): Promise<void> {
  const steps: readonly (readonly [string, unknown])[] = [
    ['setup.chooseFolder', { path: folder }],
    ['setup.chooseCouncil', { presetId: 'southampton' }],
    ['setup.chooseCentres', { real: true, practice: false }],
    [
      'setup.addFirstManager',
      { name: 'rosalind', displayName: 'Rosalind F', passphrase: PASSPHRASE },
    ],
  ];
  for (const [name, input] of steps) await must(ask, name, input);
}

/** The last page of the first run. */
export async function finishFirstRun(ask: Ask): Promise<void> {
  await must(ask, 'setup.describeCentre', {
    centre: {
      name: 'Elm Street Tenant Resource Centre',
      addressLines: ['1 Elm Street'],
      phone: '023 8000 0000',
    },
    facilities: ROOMS.map((room) => ({ ...room, hours: weekdays('09:00', '21:00') })),
    officeHours: weekdays('09:00', '17:00'),
  });
}

/** The value of an answer that must be one. */
export async function must(ask: Ask, name: string, input: unknown): Promise<unknown> {
  const result = await ask(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}
