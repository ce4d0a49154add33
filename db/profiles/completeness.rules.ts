import { RECORD_FIELD_WORDS, RecordField } from '#db/people/record-fields.rules';
import { foldForSearch } from '#db/shared/fold';
import type { Completeness } from './profiles.contract.ts';

/** What a council wrote down as required, told apart into fields of the record and words that name none. */
export function readRequired(words: readonly string[]): {
  readonly fields: readonly RecordField[];
  readonly unknown: readonly string[];
} {
  const fieldOf = (text: string): RecordField | undefined =>
    RecordField.options.find(
      (field) => foldForSearch(RECORD_FIELD_WORDS[field]) === foldForSearch(text),
    );
  const fields = words.flatMap((text) => fieldOf(text) ?? []);
  return {
    fields: [...new Set(fields)],
    unknown: words.filter((text) => fieldOf(text) === undefined),
  };
}

/** The percentage at the start of a council's words: '95% by 2015' is 95; null where there is none. */
export function readTarget(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value <= 100 ? value : null;
  const found = typeof value === 'string' ? /^\s*(\d{1,3})\s*%/.exec(value) : null;
  const percent = Number(found?.[1] ?? Number.NaN);
  return percent >= 0 && percent <= 100 ? percent : null;
}

/**
 * Whether fewer records are complete than the target asks; never while nobody has said what a complete one holds, or
 * nobody is on record. Compared exactly, so that 94.6% is below 95%.
 */
export const isBelowTarget = ({
  required,
  held,
  complete,
  target,
}: Pick<Completeness, 'required' | 'held' | 'complete' | 'target'>): boolean =>
  target !== null && required.length > 0 && held > 0 && complete * 100 < target * held;
