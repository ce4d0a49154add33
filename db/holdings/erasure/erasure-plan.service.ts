import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import type { Holding } from '#db/shared/holding';
import { type LocalDate, localDateTimeOf } from '#db/shared/local-date';
import * as erasures from '../erasures.repository.ts';
import { fieldWords } from '../merge/field-words.service.ts';
import { getRecord, type OneRecord } from '../merge/merge-plan.service.ts';
import type { AnyRow } from '../merge/merge.rules.ts';
import * as held from '../held-rows.repository.ts';
import { fieldsOf, HOLDINGS } from '../holdings-register.rules.ts';
import type { ErasureLine } from '../erasures.contract.ts';
import type { RecordKind } from '../holdings.contract.ts';
import { fateOf, type RowFate } from './fate.rules.ts';
import { type OpenMatter, openMatters } from './open-matters.rules.ts';

/** One row that names the person, with what becomes of it. */
export type PlannedErasure = {
  readonly holding: Holding;
  readonly row: AnyRow;
  readonly fate: RowFate;
};

export type ErasurePlan = {
  readonly record: OneRecord;
  readonly rows: readonly PlannedErasure[];
  readonly lines: readonly ErasureLine[];
  readonly open: readonly OpenMatter[];
};

/** Rows that name a record by its number only, or are seen to by an act of their own. */
const APART = ['record of what happened', 'imports', 'requests', 'merges', 'search'];

const BY_NUMBER: readonly ErasureLine[] = [
  {
    words: 'Record of what happened',
    count: 0,
    outcome: 'kept',
    because:
      'it shows who did what and is never cut. It keeps a number; the names and words behind it go',
    until: null,
    goesOn: false,
  },
];

/** What an erasure of a person would do, row by row and in words. */
export async function planPersonErasure(ctx: Ctx, id: string): Promise<ErasurePlan> {
  const record = await getRecord(ctx, 'person', id);
  const by = { today: todayOf(ctx), lengths: await erasures.listLengths(ctx) };
  const rows: PlannedErasure[] = [];
  for (const holding of HOLDINGS) {
    if (holding.subject !== 'person' || APART.includes(holding.recordType)) continue;
    for (const row of await held.listRows(ctx, holding, id)) {
      const beside =
        holding.endsBeside === undefined
          ? []
          : await held.listBy(ctx, holding.endsBeside, String(row['id']));
      rows.push({ holding, row, fate: fateOf(holding, row, beside, by) });
    }
  }
  const kept = rows.filter(({ fate }) => fate.do === 'keep');
  const fields = await fieldLines(ctx, 'person', id, lastDayOf(kept));
  return {
    record,
    rows,
    lines: [...fields, ...rowLines(rows), ...BY_NUMBER],
    open: openMatters(rows, { at: localDateTimeOf(ctx.now()), today: by.today }),
  };
}

/** The last day of everything kept: undefined where nothing is, null where something goes on. */
export function lastDayOf(kept: readonly PlannedErasure[]): LocalDate | null | undefined {
  if (kept.length === 0) return undefined;
  let last: LocalDate | null = null;
  for (const { fate } of kept) {
    if (fate.do !== 'keep') continue;
    if (fate.until === null) return null;
    if (last === null || fate.until > last) last = fate.until;
  }
  return last;
}

/** Of the record itself only the name may have to stay, with what names the person. */
async function fieldLines(
  ctx: Ctx,
  kind: RecordKind,
  id: string,
  nameUntil: LocalDate | null | undefined,
): Promise<ErasureLine[]> {
  const lines: ErasureLine[] = [];
  for (const field of fieldsOf(kind)) {
    const row = await held.findRow(ctx, field.table, { [field.key]: id });
    if ((await fieldWords(ctx, field, row)) === '') continue;
    const isKept = field.field === 'name' && nameUntil !== undefined;
    lines.push({
      words: field.words,
      count: 1,
      outcome: isKept ? 'kept' : 'erased',
      because: isKept ? 'what must be kept below names them' : '',
      until: isKept ? nameUntil : null,
      goesOn: isKept && nameUntil === null,
    });
  }
  return lines;
}

const OUTCOMES = { delete: 'erased', unlink: 'unnamed', keep: 'kept' } as const;

function rowLines(rows: readonly PlannedErasure[]): ErasureLine[] {
  const lines = new Map<string, ErasureLine>();
  for (const { holding, fate } of rows.filter((one) => one.holding.isBeside !== true)) {
    const line: ErasureLine = {
      words: capital(holding.words),
      count: 1,
      outcome: OUTCOMES[fate.do],
      because: fate.do === 'keep' ? fate.because : '',
      until: fate.do === 'keep' ? fate.until : null,
      goesOn: fate.do === 'keep' && fate.until === null,
    };
    const key = JSON.stringify({ ...line, count: 0 });
    lines.set(key, { ...line, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** Of a group only its contacts are about people; the rest is its history. */
export async function planGroupErasure(ctx: Ctx, id: string): Promise<ErasurePlan> {
  const record = await getRecord(ctx, 'group', id);
  const lines: ErasureLine[] = [];
  for (const field of fieldsOf('group')) {
    const row = await held.findRow(ctx, field.table, { [field.key]: id });
    if ((await fieldWords(ctx, field, row)) === '') continue;
    const isContact = GROUP_CONTACTS.includes(field.field);
    lines.push({
      words: field.words,
      count: 1,
      outcome: isContact ? 'erased' : 'kept',
      because: isContact ? '' : 'it is the record of a group, not of a person',
      until: null,
      goesOn: false,
    });
  }
  const officers: ErasureLine = {
    words: 'Officers and others named with the group',
    count: 0,
    outcome: 'kept',
    because: 'each of them is erased on their own page',
    until: null,
    goesOn: false,
  };
  return { record, rows: [], lines: [...lines, officers, ...BY_NUMBER], open: [] };
}

/** Fields of a group by which somebody is reached. */
export const GROUP_CONTACTS: readonly string[] = ['phone', 'email', 'contact'];

export function planErasure(ctx: Ctx, kind: RecordKind, id: string): Promise<ErasurePlan> {
  return kind === 'person' ? planPersonErasure(ctx, id) : planGroupErasure(ctx, id);
}
