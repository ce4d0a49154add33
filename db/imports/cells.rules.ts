import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { cleanLine } from '#db/shared/text';
import { parseTypedDate } from '#db/shared/typed-date';

/** The cells of a row by our names of fields. */
export type Cells = Readonly<Record<string, string>>;

/** Why a row cannot be understood, in a sentence that says what to do. */
export class RowProblem extends Error {}

/** What the cell of a field says, on one line. */
export const cellOf = (cells: Cells, field: string): string => cleanLine(cells[field] ?? '');

/**
 * A date that means one day whenever it is read: 'next Tuesday' and '24 November' would be another day next year, and
 * nothing is guessed. A time behind it, as spreadsheets add one, is left out.
 */
export function parseSureDate(text: string): LocalDate | undefined {
  const day = text.replace(/(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, '');
  if (!/\d/.test(day)) return undefined;
  const [early, late] = ['2001-06-15', '2051-01-15'].map((today) =>
    parseTypedDate(day, today as LocalDate),
  );
  return early === late ? early : undefined;
}

/** The day in the cell of a field; null where it is empty. */
export function dayOf(cells: Cells, field: string, words: string): LocalDate | null {
  const text = cellOf(cells, field);
  if (text === '') return null;
  const day = parseSureDate(text);
  if (day === undefined)
    throw new RowProblem(
      `${words}: “${text}” is no date that can be told. Write it like 24/11/2026, with its year.`,
    );
  return day;
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'on', 'tick', 'ticked']);
const NO = new Set(['', 'no', 'n', 'false', '0', 'off', 'none']);

/** True, false, or undefined for anything but yes and no; a tick is a yes. */
export function parseYesNo(text: string): boolean | undefined {
  const folded = foldForSearch(text);
  if (YES.has(folded) || /^[✓✔☑]$/.test(text.trim())) return true;
  // A cell of marks alone, such as '?', says neither.
  return NO.has(folded) && (folded !== '' || text.trim() === '' || text.trim() === '-')
    ? false
    : undefined;
}

/** Whether the cell of a field says yes; empty is no. */
export function yesNoOf(cells: Cells, field: string, words: string): boolean {
  const text = cellOf(cells, field);
  const answer = parseYesNo(text);
  if (answer === undefined)
    throw new RowProblem(`${words}: “${text}” is neither yes nor no. Write one of them.`);
  return answer;
}

/** The whole number in the cell of a field; null where it is empty. */
export function countIn(cells: Cells, field: string, words: string): number | null {
  const text = cellOf(cells, field).replace(/,(?=\d{3}\b)/g, '');
  if (text === '') return null;
  if (!/^\d{1,6}$/.test(text))
    throw new RowProblem(`${words}: “${text}” is no whole number. Write it in digits.`);
  return Number(text);
}

/**
 * A telephone number as it was typed, with what was mended: a spreadsheet takes 07700900123 for a number and drops
 * its 0, which shows in its length.
 */
export function phoneIn(
  cells: Cells,
  field: string,
): { readonly phone: string; readonly note: string } {
  const text = cellOf(cells, field);
  if (!/^[1-9]\d{8,9}$/.test(text)) return { phone: text, note: '' };
  return { phone: `0${text}`, note: `phone read as 0${text}` };
}

/** Words by which people write one of our choices, folded before they are compared. */
export type ChoiceWords<T extends string> = Readonly<Record<T, readonly string[]>>;

/** The choice that a text names by its own words or by one of the others known for it. */
export function parseChoice<T extends string>(
  text: string,
  words: Readonly<Record<T, string>>,
  others: Partial<ChoiceWords<T>>,
): T | undefined {
  const folded = foldForSearch(text);
  const all = Object.entries(words) as [T, string][];
  return all.find(([choice, own]) =>
    [choice, own, ...(others[choice] ?? [])].some((word) => foldForSearch(word) === folded),
  )?.[0];
}

/** The choices in one cell, separated by commas, semicolons, slashes or line ends. */
export function choicesIn<T extends string>(
  cells: Cells,
  field: string,
  of: {
    readonly words: Readonly<Record<T, string>>;
    readonly others: Partial<ChoiceWords<T>>;
    readonly thing: string;
  },
): readonly T[] {
  const texts = cellOf(cells, field)
    .split(/[,;/|]|\s+and\s+/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [...new Set(texts.map((text) => knownChoice(text, of)))];
}

/** The choice in one cell; undefined where it is empty. */
export function choiceIn<T extends string>(
  cells: Cells,
  field: string,
  of: {
    readonly words: Readonly<Record<T, string>>;
    readonly others: Partial<ChoiceWords<T>>;
    readonly thing: string;
  },
): T | undefined {
  const text = cellOf(cells, field);
  return text === '' ? undefined : knownChoice(text, of);
}

function knownChoice<T extends string>(
  text: string,
  of: {
    readonly words: Readonly<Record<T, string>>;
    readonly others: Partial<ChoiceWords<T>>;
    readonly thing: string;
  },
): T {
  const choice = parseChoice(text, of.words, of.others);
  if (choice === undefined)
    throw new RowProblem(
      `“${text}” is no ${of.thing} that is known here. Write one of: ${Object.values<string>(of.words).join(', ')}.`,
    );
  return choice;
}
