import { Instant } from '#db/shared/instant';
import { type LocalDate, type LocalDateTime, localDateTimeOf } from '#db/shared/local-date';
import { formatDateNoWeekday, formatDateTime } from '#db/shared/plain-words';
import type { AnyRow } from '../merge/merge.rules.ts';
import type { Mask } from './mask.rules.ts';

/** One thing a row says: 'Starts at', '4 January 2027, 10am'. */
export type Fact = { readonly label: string; readonly value: string };

export type Namer = (id: string) => { readonly kind: string; readonly name: string } | undefined;

/** Columns that tell of the program and not of anybody: numbers, seals, who typed it. */
const OF_THE_PROGRAM =
  /^(id|version|position|folded_.*|.*_digits|.*_user_id|.*_marks?|sealed.*|call_sealed|.*_hash|request_id|step_before|run_id|hidden_on|held_from|held_until)$/;

/** What a row says, column by column, in words; other people are masked, and what is empty is left out. */
export function factsOf(
  row: AnyRow,
  how: {
    readonly ids: readonly string[];
    readonly nameOf: Namer;
    readonly mask: Mask;
    /** The only columns that count; all of them when undefined. */
    readonly tells?: readonly string[] | undefined;
    readonly namesOthers?: readonly string[] | undefined;
    readonly ownNames: readonly string[];
  },
): readonly Fact[] {
  const words = (column: string, value: string | number): string => {
    if (typeof value === 'number') return numberWords(column, value);
    if (value === '' || value === '[]' || value === '{}') return '';
    if (how.ids.includes(value)) return '';
    const named = how.nameOf(value);
    if (named !== undefined) return namedWords(named, how.mask);
    if (column.endsWith('_id')) return '';
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDateNoWeekday(value as LocalDate);
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value))
      return formatDateTime(value as LocalDateTime);
    const moment = Instant.safeParse(value);
    if (moment.success) return formatDateTime(localDateTimeOf(moment.data));
    if (column.endsWith('_json')) return jsonWords(JSON.parse(value), words);
    if (NAMES_A_CHOICE.test(column) && /^[a-z]+(-[a-z]+)+$/.test(value))
      return value.replaceAll('-', ' ');
    const isOther =
      how.namesOthers?.includes(column) === true &&
      !how.ownNames.some((name) => name.toLowerCase() === value.toLowerCase());
    return isOther ? how.mask.name(value) : how.mask.text(value);
  };
  return Object.entries(row).flatMap(([column, value]) => {
    if (value === null || OF_THE_PROGRAM.test(column)) return [];
    if (how.tells !== undefined && !how.tells.includes(column)) return [];
    const text = words(column, value);
    return text === '' ? [] : [{ label: labelOf(column), value: text }];
  });
}

/** Columns that hold one of a few choices, as the program spells them: 'group-meeting' is read 'group meeting'. */
const NAMES_A_CHOICE = /(^|_)(kind|purpose|status|state|post|how|need|source|outcome)$/;

const namedWords = (
  { kind, name }: { readonly kind: string; readonly name: string },
  mask: Mask,
): string =>
  kind === 'person' ? mask.name(name) : kind === 'account' ? 'a member of staff' : mask.text(name);

function numberWords(column: string, value: number): string {
  if (/^(is|needs|no|may|was)_/.test(column)) return value === 1 ? 'Yes' : '';
  return value === 0 ? '' : String(value);
}

/** A list or details kept as one text, thing by thing. */
function jsonWords(value: unknown, words: (column: string, value: string) => string): string {
  if (Array.isArray(value))
    return value
      .map((one) => jsonWords(one, words))
      .filter((one) => one !== '')
      .join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .flatMap(([key, held]) => {
        const column = key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        const text = typeof held === 'string' ? words(column, held) : jsonWords(held, words);
        return text === '' ? [] : [`${labelOf(column)}: ${text}`];
      })
      .join('; ');
  return typeof value === 'string'
    ? words('', value)
    : typeof value === 'number' && value !== 0
      ? String(value)
      : '';
}

/** 'starts_at' as people read it: 'Starts at'. */
export function labelOf(column: string): string {
  const words = column
    .replace(/_(json|id)$/, '')
    .replaceAll('_', ' ')
    .trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
