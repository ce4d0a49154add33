import { joinWords } from '#db/shared/plain-words';

/** What a letter can say of each reader and of itself. */
export const LETTER_FIELDS = [
  'greeting',
  'name',
  'address',
  'area',
  'date',
  'reference',
  'centre phone',
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

export const FIELD_WORDS = joinWords(LETTER_FIELDS.map((field) => `{${field}}`));

const FIELD = /\{([^{}\n]{1,40})\}/g;

/** A field with what stands between it and the word before it. */
const WITH_SPACE = /(,? ?)\{([^{}\n]{1,40})\}/g;

const isField = (name: string): name is LetterField =>
  (LETTER_FIELDS as readonly string[]).includes(name);

const fieldNamed = (inside: string): string => inside.trim().toLowerCase().replace(/\s+/g, ' ');

/** The first thing in curly brackets that is no field; undefined where all are known. */
export function findUnknownField(body: string): string | undefined {
  for (const [whole, inside = ''] of body.matchAll(FIELD))
    if (!isField(fieldNamed(inside))) return whole;
  return undefined;
}

/** The words with every field filled in. What is not known becomes nothing, and takes the comma and space before it along. */
export function fillIn(body: string, values: Readonly<Record<LetterField, string>>): string {
  return body
    .replace(WITH_SPACE, (whole, before: string, inside: string) => {
      const name = fieldNamed(inside);
      if (!isField(name)) return whole;
      return values[name] === '' ? '' : before + values[name];
    })
    .replace(/^ +| +$/gm, '');
}

/** Whether the writer put the greeting in; a letter without one begins with it by itself. */
export const hasGreeting = (body: string): boolean =>
  [...body.matchAll(FIELD)].some(([, inside = '']) => fieldNamed(inside) === 'greeting');

export const greetingOf = (name: string): string => `Dear ${name}`;

/** The greeting of words that go to many at once, who must not learn each other’s names. */
export const GREETING_TO_ALL = 'Hello';

/** The lines of an address as an envelope shows them: at most five, with the postcode beside the last place if need be. */
export function addressLines(of: {
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
}): readonly string[] {
  const MOST_LINES = 5;
  const lines = of.address.split('\n').filter((line) => line !== '');
  const all = [of.name, ...lines, of.postcode].filter((line) => line !== '');
  if (all.length <= MOST_LINES || of.postcode === '') return all;
  return [...all.slice(0, -2), all.slice(-2).join('  ')];
}
