import type { Holding } from '#db/shared/holding';
import type { LocalDate } from '#db/shared/local-date';
import type { AnyRow } from '../merge/merge.rules.ts';
import { findRetentionType, keptUntil, type Lengths } from '../retention/retention-types.rules.ts';

/** What becomes of one row when the person it names is erased. */
export type RowFate =
  | { readonly do: 'delete' }
  /** The row stays and is counted, and names nobody. */
  | { readonly do: 'unlink' }
  /** `until` null: as long as it goes on. */
  | { readonly do: 'keep'; readonly until: LocalDate | null; readonly because: string };

/** By the register alone, and for what is kept by the retention schedule. `beside` are the rows that tell of its end. */
export function fateOf(
  holding: Holding,
  row: AnyRow,
  beside: readonly AnyRow[],
  by: { readonly today: LocalDate; readonly lengths: Lengths },
): RowFate {
  if (holding.onErase !== 'keep-until') return { do: holding.onErase };
  const type = findRetentionType(holding.recordType);
  if (type === undefined) return { do: 'unlink' };
  const end = endOf(holding, row, beside);
  if (end === 'goes-on') return { do: 'keep', until: null, because: type.because };
  if (end === 'never-began') return { do: 'delete' };
  const until = keptUntil(type, end, by.lengths);
  return until < by.today
    ? { do: holding.afterwards ?? 'delete' }
    : { do: 'keep', until, because: type.because };
}

type End = LocalDate | 'goes-on' | 'never-began';

function endOf(holding: Holding, row: AnyRow, beside: readonly AnyRow[]): End {
  if (holding.endsBeside === undefined) return firstDay(row, holding.ends ?? []);
  const { ends } = holding.endsBeside;
  const found = beside.map((one) => firstDay(one, ends));
  if (found.length === 0) return 'never-began';
  return found.includes('goes-on') ? 'goes-on' : (found.toSorted().at(-1) ?? 'never-began');
}

function firstDay(row: AnyRow, columns: readonly string[]): LocalDate | 'goes-on' {
  for (const column of columns) {
    const value = row[column];
    if (typeof value === 'string' && value !== '') return value.slice(0, 10) as LocalDate;
  }
  return 'goes-on';
}

/** Keys of a stored booking that hold words about whoever it is for, with what they say when nobody is named. */
const BOOKED_WORDS: AnyWords = {
  needs: '',
  notes: '',
  accessNeeds: [],
  outsideHours: null,
  squeeze: null,
  lateEntry: null,
};
type AnyWords = Readonly<Record<string, unknown>>;

/**
 * Takes a person out of details kept as JSON: everything that names them names somebody else, and what was noted for
 * their own booking goes. The way back to before a change would tell of them too, and goes as well.
 */
export function withoutPerson(json: string, id: string, other: string): string {
  const walk = (value: unknown): unknown => {
    if (value === id) return other;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const isTheirs = 'booker' in value && names(value.booker, id);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'wayBack')
        .map(([key, held]) => [
          key,
          isTheirs && key in BOOKED_WORDS ? BOOKED_WORDS[key] : walk(held),
        ]),
    );
  };
  return JSON.stringify(walk(JSON.parse(json)));
}

const names = (party: unknown, id: string): boolean =>
  typeof party === 'object' && party !== null && Object.values(party).includes(id);
