import type { Holding, MergeField } from '#db/shared/holding';
import { addDays, type LocalDate } from '#db/shared/local-date';

/** A row of any table, as the file holds it. */
export type AnyRow = Readonly<Record<string, string | number | null>>;

/** For so many days a merge can be taken back. */
export const UNDO_DAYS = 30;

/** The last day on which a merge can be taken back, included. */
export const undoUntil = (mergedOn: LocalDate): LocalDate => addDays(mergedOn, UNDO_DAYS);

/** Which of two values of a field stands after the merge, and whether the desk has a choice. */
export type FieldOutcome = {
  readonly isChoice: boolean;
  readonly wins: 'kept' | 'lost';
};

/**
 * An empty value never wins over one that says something. Where both say something and differ, the desk chooses, and
 * the kept record's value stands unless the desk says otherwise. Undefined where neither says anything.
 */
export function judgeField(
  field: MergeField,
  rows: { readonly kept: AnyRow | undefined; readonly lost: AnyRow | undefined },
  either: readonly string[],
): FieldOutcome | undefined {
  const { kept, lost } = rows;
  const keptSays = kept !== undefined && saysSomething(field, kept, either);
  const lostSays = lost !== undefined && saysSomething(field, lost, either);
  if (!keptSays && !lostSays) return undefined;
  if (!lostSays) return { isChoice: false, wins: 'kept' };
  if (!keptSays) return { isChoice: false, wins: 'lost' };
  const isSame = field.columns.every((column) => kept[column] === lost[column]);
  return { isChoice: !isSame, wins: 'kept' };
}

/** A link from one of the two records to the other says nothing once they are one. */
function saysSomething(field: MergeField, row: AnyRow, either: readonly string[]): boolean {
  return field.shown.some(([column]) => {
    const value = row[column] ?? '';
    return (
      value !== '' &&
      value !== 0 &&
      !(field.saysNothing ?? []).includes(value) &&
      !either.includes(String(value))
    );
  });
}

/** What becomes of one row of the record that goes. */
export type RowOutcome =
  | { readonly do: 'move'; readonly alsoClear: readonly string[] }
  | { readonly do: 'clear' }
  | { readonly do: 'set-aside' };

/**
 * A row moves to the kept record. It is set aside where that has the same already, or where it would link the record
 * with itself; a link that may be empty is emptied instead. Nothing of a set-aside row is lost: the merge keeps it.
 */
export function judgeRow(
  holding: Holding,
  row: AnyRow,
  kept: { readonly id: string; readonly rows: readonly AnyRow[] },
): RowOutcome {
  const { sameBy } = holding;
  const isThere =
    sameBy !== undefined &&
    kept.rows.some((other) => sameBy.every((column) => (other[column] ?? null) === row[column]));
  if (isThere) return { do: 'set-aside' };
  const clashes = (holding.clashes ?? []).filter(({ column }) => row[column] === kept.id);
  if (clashes.some((clash) => clash.what === 'set-aside')) return { do: 'set-aside' };
  if (clashes.some((clash) => clash.what === 'clear-this')) return { do: 'clear' };
  return { do: 'move', alsoClear: clashes.map(({ column }) => column) };
}
