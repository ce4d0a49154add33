import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * What was erased, kept outside the database by number only: an older copy of the file that is put back still holds
 * these records, and they are erased in it again when it is opened.
 */
export type ErasedRecord = { readonly kind: 'person' | 'group'; readonly id: string };

/** Where the list of a centre's file lies: beside the other logs of its folder. */
export const erasedListOf = (file: string): string =>
  join(dirname(file), 'logs', `${basename(file, '.sqlite')}-erased.log`);

export function appendErased(file: string, at: string, { kind, id }: ErasedRecord): void {
  const list = erasedListOf(file);
  mkdirSync(dirname(list), { recursive: true });
  appendFileSync(list, `${at} ${kind} ${id}\n`);
}

/** Every record on the list once; a line that cannot be read is left out, because a torn one must not stop the program. */
export function readErased(file: string): readonly ErasedRecord[] {
  const list = erasedListOf(file);
  if (!existsSync(list)) return [];
  const found = new Map<string, ErasedRecord>();
  for (const line of readFileSync(list, 'utf8').split('\n')) {
    const [, kind, id = ''] = /^\S+ (person|group) (\S{1,36})$/.exec(line) ?? [];
    if (kind === 'person' || kind === 'group') found.set(`${kind} ${id}`, { kind, id });
  }
  return [...found.values()];
}
