// [browser-safe]
import { z } from 'zod';
import { foldForSearch } from './fold.ts';

// Letters of these scripts never need an invisible character; in the others it decides how letters join or which form they take.
const NEEDED_BY_THE_SCRIPT =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}])(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])(?:[\u200c\u200d](?=[\p{L}\p{M}\p{Extended_Pictographic}])|\p{Variation_Selector})/u;

// Turned writing direction, characters without width, soft hyphens, fillers, halves of characters, and all that only steers a machine.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\ufff9-\ufffb]/u;

const KEPT_OR_UNSEEN = new RegExp(`(${NEEDED_BY_THE_SCRIPT.source})|(?!\\n)${UNSEEN.source}`, 'gu');

const NEW_LINES = /\r\n?|[\u0085\u2028\u2029]/g;

const withoutUnseen = (text: string): string =>
  text.normalize('NFC').replace(KEPT_OR_UNSEEN, '$1').normalize('NFC');

/** Text on one line as it can be read aloud: nothing invisible, tabs and line ends as one space, NFC, no space at the ends. */
export function cleanLine(text: string): string {
  return withoutUnseen(text.replace(/\s+|\u0085/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same for text of several lines, whose line ends stay. */
export function cleanLines(text: string): string {
  return withoutUnseen(text.replace(NEW_LINES, '\n').replace(/[^\S\n]+/g, ' '))
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** A text field of one line, such as a name or a reason; add `.min` and `.max` with their sentences. */
export const Line = z.string().overwrite(cleanLine);

/**
 * A line by which somebody or something is called and looked for. One of pictures or punctuation alone could never be
 * found, and all of them would be one name. An empty one has a sentence of its own, given with `.min`.
 */
export const Name = Line.refine(
  (text) => text === '' || /[\p{L}\p{N}]/u.test(foldForSearch(text)),
  'A name needs at least one letter or digit.',
);

/** A text field in which people write several lines, such as notes. */
export const Lines = z.string().overwrite(cleanLines);
