import type { PersonId, PersonKind } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalEndTime, LocalTime } from '#db/shared/local-date';
import type {
  ActivityId,
  RegisterDetails,
  RegisterLine,
  RegisterLineId,
  RegisterStanding,
} from './activities.contract.ts';
import { type RegisterLineRow, registerLineTable } from './activities.table.ts';
import { GONE } from './register.rules.ts';

type RowWithNames = RegisterLineRow & {
  readonly person_name: string | null;
  readonly person_kind: string | null;
  readonly group_names_json: string;
};

/** Groups by name, each once, also where two of them were put together since. */
const WITH_NAMES = `
  SELECT l.*, p.name AS person_name, p.kind AS person_kind,
         (SELECT json_group_array(json_object('groupId', id, 'groupName', name)) FROM (
            SELECT g.id, g.name FROM tenant_group g
            WHERE g.id IN (SELECT value FROM json_each(l.groups_json))
            ORDER BY g.folded_name, g.id)) AS group_names_json
  FROM register_line l
  LEFT JOIN person p ON p.id = l.person_id`;

/** A line as it is kept, with the activity it belongs to and whether it was taken off. */
export type StoredLine = RegisterLine & {
  readonly activityId: ActivityId;
  readonly isTakenOff: boolean;
};

const toLine = (row: RowWithNames): StoredLine => ({
  id: row.id as RegisterLineId,
  activityId: row.activity_id as ActivityId,
  personId: row.person_id as PersonId | null,
  name: row.person_name ?? (row.name === '' ? GONE : row.name),
  tenure: (row.person_kind ?? row.tenure) as PersonKind | null,
  // The query writes it in this very shape.
  groups: JSON.parse(row.group_names_json) as RegisterLine['groups'],
  standing: row.standing as RegisterStanding,
  isFirstTime: row.is_first_time === 1,
  arrivedAt: row.arrived_at as LocalTime | null,
  leftAt: row.left_at as LocalEndTime | null,
  wantsToClaim: row.wants_to_claim === 1,
  isTakenOff: row.is_taken_off === 1,
  version: row.version,
});

const toColumns = (details: RegisterDetails) => ({
  person_id: details.personId,
  name: details.personId === null ? details.name : '',
  tenure: details.personId === null ? details.tenure : null,
  groups_json: JSON.stringify(details.groupIds),
  standing: details.standing,
  is_first_time: details.isFirstTime ? 1 : 0,
  arrived_at: details.arrivedAt,
  left_at: details.leftAt,
  wants_to_claim: details.wantsToClaim ? 1 : 0,
});

export async function insert(
  ctx: Ctx,
  activityId: ActivityId,
  line: RegisterDetails & { readonly id: RegisterLineId },
): Promise<void> {
  const [last]: readonly { readonly number: number | null }[] = await ctx.tx.query(
    'SELECT max(number) AS number FROM register_line WHERE activity_id = ?',
    [activityId],
  );
  await ctx.tx.insert(registerLineTable, {
    ...toColumns(line),
    id: line.id,
    activity_id: activityId,
    number: (last?.number ?? 0) + 1,
    is_taken_off: 0,
    recorded_at: ctx.now(),
    version: 1,
  });
}

type Seen = Pick<RegisterLine, 'id' | 'version'>;

/** Writes the line if it is still at `version`; false when someone else was quicker. It is on the register after. */
export async function update(
  ctx: Ctx,
  { id, version }: Seen,
  details: RegisterDetails,
): Promise<boolean> {
  const written = await ctx.tx.update(
    registerLineTable,
    { id, version },
    { ...toColumns(details), is_taken_off: 0, version: version + 1 },
  );
  return written.affected === 1;
}

/** Takes a line off the register or puts it back; false when someone else was quicker. */
export async function setTakenOff(
  ctx: Ctx,
  { id, version }: Seen,
  isTakenOff: boolean,
): Promise<boolean> {
  const written = await ctx.tx.update(
    registerLineTable,
    { id, version },
    { is_taken_off: isTakenOff ? 1 : 0, version: version + 1 },
  );
  return written.affected === 1;
}

/** A line, also one that was taken off. */
export async function findLine(ctx: Ctx, id: string): Promise<StoredLine | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE l.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toLine(rows[0]);
}

/** The line of a person on a register, also one that was taken off. */
export async function findLineOf(
  ctx: Ctx,
  activityId: ActivityId,
  personId: PersonId,
): Promise<StoredLine | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE l.activity_id = ? AND l.person_id = ?`,
    [activityId, personId],
  );
  return rows[0] === undefined ? undefined : toLine(rows[0]);
}

/** The register of an activity in the order in which people were put on, without those taken off. */
export async function listLines(
  ctx: Ctx,
  activityId: ActivityId,
): Promise<readonly RegisterLine[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE l.activity_id = ? AND l.is_taken_off = 0 ORDER BY l.number`,
    [activityId],
  );
  return rows.map(toLine).map(({ activityId: _of, isTakenOff: _off, ...line }) => line);
}

/** How each person on record stands on the register of an activity. */
export async function standingsOf(
  ctx: Ctx,
  activityId: ActivityId,
): Promise<ReadonlyMap<PersonId, RegisterStanding>> {
  const rows: readonly { readonly person_id: string; readonly standing: string }[] =
    await ctx.tx.query(
      `SELECT person_id, standing FROM register_line
       WHERE activity_id = ? AND person_id IS NOT NULL AND is_taken_off = 0`,
      [activityId],
    );
  return new Map(
    rows.map((row): [PersonId, RegisterStanding] => [
      row.person_id as PersonId,
      row.standing as RegisterStanding,
    ]),
  );
}

/** Empties the names that lead to no record, and answers the lines on which they stood. */
export async function emptyNames(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<readonly string[]> {
  const named = `person_id IS NULL AND name <> '' AND activity_id IN (SELECT value FROM json_each(?))`;
  const list = JSON.stringify(activityIds);
  const rows: readonly { readonly id: string }[] = await ctx.tx.query(
    `SELECT id FROM register_line WHERE ${named}`,
    [list],
  );
  await ctx.tx.query(`UPDATE register_line SET name = '', version = version + 1 WHERE ${named}`, [
    list,
  ]);
  return rows.map(({ id }) => id);
}
