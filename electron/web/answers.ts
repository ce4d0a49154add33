import { Readable } from 'node:stream';
import { setImmediate as theOthersTurn } from 'node:timers/promises';
import type { WireResult } from '#db/shared/domain-error';

/** Characters of a text that become JSON and bytes in one go: well under a millisecond. */
const PIECE_LENGTH = 2 ** 17;

/**
 * What goes out for a result. A table of a year has some megabytes of text, which would keep everybody waiting while
 * they become JSON and bytes at once; so a long text goes out in pieces, and others have their turn in between.
 */
export function bodyOf(result: WireResult): string | Readable {
  const value: unknown = result.ok ? result.value : undefined;
  return hasLongText(value) ? Readable.from(piecesOf(value)) : JSON.stringify(result);
}

type WithText = { readonly text: string };

const hasLongText = (value: unknown): value is WithText =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  value.text.length > PIECE_LENGTH;

/** A pair of surrogates that two pieces share is written as two escapes, which a reader puts together again. */
async function* piecesOf({ text, ...rest }: WithText): AsyncGenerator<string> {
  const before = Object.entries(rest).map(
    ([name, of]) => `${JSON.stringify(name)}:${JSON.stringify(of)},`,
  );
  yield `{"ok":true,"value":{${before.join('')}"text":"`;
  for (let at = 0; at < text.length; at += PIECE_LENGTH) {
    yield JSON.stringify(text.slice(at, at + PIECE_LENGTH)).slice(1, -1);
    await theOthersTurn();
  }
  yield '"}}';
}
