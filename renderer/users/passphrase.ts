import { WORDS } from './passphrase-words.ts';

const WORDS_IN_A_PASSPHRASE = 4;

/** Four words drawn by the computer's own chance: about 34 bits, with the lock-out after wrong tries ample. */
export function suggestPassphrase(): string {
  const drawn: string[] = [];
  while (drawn.length < WORDS_IN_A_PASSPHRASE) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    // Numbers of the last, incomplete round would favour the first words.
    if (number >= Math.floor(2 ** 32 / WORDS.length) * WORDS.length) continue;
    const word = WORDS[number % WORDS.length];
    if (word !== undefined && !drawn.includes(word)) drawn.push(word);
  }
  return drawn.join(' ');
}

export type Strength = { readonly words: string; readonly tone: 'good' | 'warning' | 'bad' };

const SHORTEST = 12;
const LONG_ENOUGH_TO_BE_STRONG = 18;

/** How hard a passphrase is to guess, in words; length counts, tricks with signs do not. */
export function strengthOf(passphrase: string): Strength {
  const distinct = new Set(passphrase.toLowerCase()).size;
  const words = passphrase.trim().split(/\s+/).length;
  if (passphrase.length < SHORTEST) {
    const missing = SHORTEST - passphrase.length;
    return {
      tone: 'bad',
      words: `Too short: ${missing} more ${missing === 1 ? 'letter' : 'letters'}`,
    };
  }
  if (distinct < 6)
    return { tone: 'bad', words: 'Easy to guess: the same letters again and again' };
  if (passphrase.length >= LONG_ENOUGH_TO_BE_STRONG && words >= 3) {
    return { tone: 'good', words: 'Hard to guess' };
  }
  return { tone: 'warning', words: 'Fair; one more word would make it hard to guess' };
}
