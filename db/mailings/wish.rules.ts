import type { Area } from '#db/areas/areas.contract';
import { PERSON_KIND_WORDS, PersonKind } from '#db/people/people.contract';
import {
  type Channel,
  FORMAT_NEED_WORDS,
  FormatNeed,
  INVOLVEMENT_METHODS,
} from '#db/people/person-record.contract';
import { foldForSearch } from '#db/shared/fold';
import { addDays, addMonths, LocalDate } from '#db/shared/local-date';
import { MONTH_NAMES } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';
import { Selection } from './mailings.contract.ts';

/** What a sentence may speak of. */
export type Known = {
  readonly areas: readonly Pick<Area, 'id' | 'name'>[];
  readonly serviceAreas: readonly string[];
  readonly today: LocalDate;
};

export type Wish = { readonly selection: Selection; readonly unknown: readonly string[] };

/** One part of a sentence adds to what is wanted; undefined where it says nothing that is known. */
type Reader = (part: string, known: Known) => Partial<Selection> | undefined;

/**
 * Reads who is wanted the way people say it: 'repairs, Thornhill, not asked since June', 'leaseholders in Kite Tower
 * and Mooring Street, by post, 40 people'. Parts stand apart by commas, 'and' and 'in'; each is an interest, a way to
 * take part, a place, a tenure, a way to hear, a format, hours, a number of people, or how long somebody was left in
 * peace. What is not understood is told, never guessed.
 */
export function parseWish(text: string, known: Known): Wish {
  const read: Partial<Selection>[] = [];
  const unknown: string[] = [];
  const take = (part: string): boolean => {
    const found = readPart(part, known);
    if (found !== undefined) read.push(found);
    return found !== undefined;
  };
  for (const part of partsOf(text, /[,;.\n]+/)) {
    if (take(part)) continue;
    for (const smaller of partsOf(part, / and | or | in | who /i)) {
      const found = readRun(smaller.split(' '), known);
      if (found === undefined) unknown.push(smaller);
      else read.push(...found);
    }
  }
  return { selection: Selection.parse(read.reduce(joined, {})), unknown };
}

/** Words that stand together without a comma, taken in the longest stretches that are known; undefined unless all are. */
function readRun(
  words: readonly string[],
  known: Known,
): readonly Partial<Selection>[] | undefined {
  if (words.length === 0) return [];
  for (let end = words.length; end > 0; end -= 1) {
    const found = readPart(words.slice(0, end).join(' '), known);
    const rest = found === undefined ? undefined : readRun(words.slice(end), known);
    if (found !== undefined && rest !== undefined) return [found, ...rest];
  }
  return undefined;
}

const partsOf = (text: string, mark: RegExp): readonly string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Lists grow with each part that speaks of them; of two answers to one question the later one counts. */
function joined(one: Partial<Selection>, other: Partial<Selection>): Partial<Selection> {
  const lists = Object.entries(other).map(([name, value]): readonly [string, unknown] => {
    const before: unknown = one[name as keyof Selection];
    const isList = Array.isArray(before) && Array.isArray(value);
    return [name, isList ? withoutDoubles(before, value) : value];
  });
  return { ...one, ...(Object.fromEntries(lists) as Partial<Selection>) };
}

const withoutDoubles = (one: readonly unknown[], other: readonly unknown[]): readonly unknown[] => [
  ...new Set([...one, ...other]),
];

const FILLERS =
  /^(?:(?:people|everybody|everyone|who|are|is|likes?|living|lives?|interested|in|on|from|the|want|wants|asked|to|hear|need|needs|needing) )+/;

function readPart(part: string, known: Known): Partial<Selection> | undefined {
  const plain = foldForSearch(part);
  const bare = `${plain} `.replace(FILLERS, '').trim();
  if (bare === '') return {};
  for (const reader of [readAsked, readNumber, readChannel])
    for (const words of [plain, bare]) {
      const found = reader(words, known);
      if (found !== undefined) return found;
    }
  return readKnownName(bare, known);
}

const NEVER = /^(?:never asked|not asked before|not yet asked|never contacted)$/;
const NOT_FOR = /^not (?:asked|contacted) (?:for|in the last|within) (?:the last )?(.+)$/;
const NOT_SINCE = /^not (?:asked|contacted) since (.+)$/;

const readAsked: Reader = (part, { today }) => {
  if (NEVER.test(part)) return { asked: { kind: 'never' } };
  const length = NOT_FOR.exec(part)?.[1];
  if (length !== undefined) return readLength(length, today);
  const start = NOT_SINCE.exec(part)?.[1];
  const since = start === undefined ? undefined : pastDay(start, today);
  return since === undefined ? undefined : { asked: { kind: 'since', since } };
};

const COUNTED: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
};

function readLength(words: string, today: LocalDate): Partial<Selection> | undefined {
  if (words === 'half a year') return { asked: { kind: 'months', months: 6 } };
  const [, count = '', unit = ''] =
    /^(\d{1,3}|[a-z]+) (week|month|year)s?$/.exec(words) ?? /^()(month|year)$/.exec(words) ?? [];
  const n = count === '' && unit !== '' ? 1 : (COUNTED[count] ?? Number(count));
  if (!Number.isInteger(n) || n < 1) return undefined;
  if (unit === 'week') return { asked: { kind: 'since', since: addDays(today, -7 * n) } };
  const months = unit === 'year' ? 12 * n : n;
  return months > 120 ? undefined : { asked: { kind: 'months', months } };
}

/** 'June' is the first day of the last June that has begun; other dates are read as everywhere, and lie behind us. */
function pastDay(words: string, today: LocalDate): LocalDate | undefined {
  const [, name = '', year] = /^(?:last )?([a-z]{3,9})(?: (\d{4}))?$/.exec(words) ?? [];
  const month = MONTH_NAMES.findIndex((one) => name !== '' && one.toLowerCase().startsWith(name));
  if (month >= 0) {
    const dayIn = (y: string): LocalDate =>
      LocalDate.parse(`${y}-${String(month + 1).padStart(2, '0')}-01`);
    if (year !== undefined) return dayIn(year);
    const thisYear = dayIn(today.slice(0, 4));
    return thisYear <= today ? thisYear : addMonths(thisYear, -12);
  }
  const typed = parseTypedDate(words, today);
  return typed !== undefined && typed > today ? addMonths(typed, -12) : typed;
}

const AT_MOST =
  /^(?:(?:at most|no more than|up to|only|invite|ask) )?(\d{1,5})(?: people| members| of them)?$/;
const HOURS = /^(?:at least )?(\d{1,3}) hours?(?: a month| or more)*$/;

const readNumber: Reader = (part) => {
  const hours = HOURS.exec(part)?.[1];
  if (hours !== undefined) return Number(hours) <= 200 ? { leastHours: Number(hours) } : undefined;
  const most = AT_MOST.exec(part)?.[1];
  return most === undefined || Number(most) < 1 ? undefined : { atMost: Number(most) };
};

const CHANNEL_NAMES: Readonly<Record<string, Channel>> = {
  post: 'letter',
  letter: 'letter',
  letters: 'letter',
  email: 'email',
  'e mail': 'email',
  'e mails': 'email',
  emails: 'email',
  text: 'text',
  texts: 'text',
  'text message': 'text',
  'text messages': 'text',
  sms: 'text',
  phone: 'phone',
  telephone: 'phone',
};

const readChannel: Reader = (part) => {
  const channel = CHANNEL_NAMES[part.replace(/^by /, '')];
  return channel === undefined ? undefined : { channels: [channel] };
};

const OTHER_NAMES: Readonly<Record<string, string>> = { asb: 'anti social behaviour' };

/** Places, interests and the rest by their name; the whole name before its beginning, the beginning before single words. */
function readKnownName(part: string, known: Known): Partial<Selection> | undefined {
  const wanted = OTHER_NAMES[part] ?? part;
  for (const isMeant of [isWhole, isBeginning, hasWordsOf]) {
    const isNamed = (name: string): boolean => isMeant(foldForSearch(name), wanted);
    const areas = known.areas.filter(({ name }) => isNamed(name));
    if (areas.length > 0) return { areaIds: areas.map(({ id }) => id) };
    const serviceAreas = known.serviceAreas.filter(isNamed);
    if (serviceAreas.length > 0) return { serviceAreas };
    const methods = INVOLVEMENT_METHODS.filter(isNamed);
    if (methods.length > 0) return { methods: [...methods] };
    const kinds = PersonKind.options.filter(
      (kind) => isNamed(PERSON_KIND_WORDS[kind]) || isNamed(`${PERSON_KIND_WORDS[kind]}s`),
    );
    if (kinds.length > 0) return { kinds };
    const formats = FormatNeed.options.filter((need) => isNamed(FORMAT_NEED_WORDS[need]));
    if (formats.length > 0) return { formats };
  }
  return undefined;
}

const isWhole = (name: string, wanted: string): boolean => name === wanted;
const isBeginning = (name: string, wanted: string): boolean =>
  wanted.length >= 3 && name.startsWith(wanted);
const hasWordsOf = (name: string, wanted: string): boolean =>
  wanted.length >= 3 &&
  wanted.split(' ').every((word) => name.split(' ').some((each) => each.startsWith(word)));
