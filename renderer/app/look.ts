import { TextSize, ThemeName } from '#db/setup/setup.contract';
import { z } from 'zod';
import { newStore, useStore } from './store.ts';

/** How close together lists and fields stand. */
export const Density = z.enum(['comfortable', 'compact']);
export type Density = z.infer<typeof Density>;

/** How the screen looks and listens; chosen by each person and kept on this computer. */
export const Look = z.object({
  textSize: TextSize,
  theme: ThemeName,
  density: Density,
  /** Off for people whose speech or keyboard software presses keys of its own. */
  shortcutsOn: z.boolean(),
});
export type Look = z.infer<typeof Look>;

const KEY = 'trc-desk.look';
const ASKS_DARK = '(prefers-color-scheme: dark)';
const ASKS_CONTRAST = '(prefers-contrast: more)';
let followedUserId: string | null = null;

/** What the computer itself asks for, until the person chooses. */
function systemLook(): Look {
  const asks = (query: string): boolean => window.matchMedia?.(query).matches ?? false;
  const wantsDark = asks(ASKS_DARK) ? 'dark' : 'light';
  return {
    textSize: '100',
    theme: asks(ASKS_CONTRAST) ? 'contrast' : wantsDark,
    density: 'comfortable',
    shortcutsOn: true,
  };
}

function readLook(key: string): Look | undefined {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return Look.safeParse(JSON.parse(text)).data;
  } catch {
    // Somebody else's or a damaged entry; the usual look takes its place.
    return undefined;
  }
}

const look = newStore<Look>(readLook(KEY) ?? systemLook());

/** A computer that turns dark in the evening takes the program along, unless somebody chose the colours here. */
function followSystem(): void {
  const isChosen =
    readLook(KEY) !== undefined ||
    (followedUserId !== null && readLook(`${KEY}.${followedUserId}`) !== undefined);
  if (!isChosen) look.set(systemLook());
}
for (const query of [ASKS_DARK, ASKS_CONTRAST])
  window.matchMedia?.(query).addEventListener('change', followSystem);

export function useLook(): Look {
  return useStore(look);
}

export function getLook(): Look {
  return look.get();
}

/** Changes part of the look for the person signed in, and for the sign-in page of this computer. */
export function changeLook(part: Partial<Look>): void {
  const next = { ...look.get(), ...part };
  look.set(next);
  localStorage.setItem(KEY, JSON.stringify(next));
  if (followedUserId !== null) {
    localStorage.setItem(`${KEY}.${followedUserId}`, JSON.stringify(next));
  }
}

/** Takes over the look that person chose on this computer; null when nobody is signed in. */
export function followLookOf(userId: string | null): void {
  followedUserId = userId;
  if (userId === null) return;
  const own = readLook(`${KEY}.${userId}`);
  if (own) look.set(own);
}
