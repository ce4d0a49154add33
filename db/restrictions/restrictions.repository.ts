import type { FacilityId } from '#db/facilities/facilities.contract';
import { partyColumns, toParty } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type {
  Restriction,
  RestrictionId,
  RestrictionSource,
  Scope,
  Subject,
} from './restrictions.contract.ts';
import { scopeWords } from './restrictions.rules.ts';
import { type RestrictionRow, restrictionTable } from './restrictions.table.ts';

type RowWithNames = RestrictionRow & {
  readonly subject_name: string;
  readonly facility_name: string | null;
};

const WITH_NAMES = `
  SELECT r.*, coalesce(g.name, p.name) AS subject_name, f.name AS facility_name
  FROM restriction r
  LEFT JOIN tenant_group g ON g.id = r.group_id
  LEFT JOIN person p ON p.id = r.person_id
  LEFT JOIN facility f ON f.id = r.facility_id`;

function toScope(row: RestrictionRow): Scope {
  switch (row.scope) {
    case 'facility':
      return { kind: 'facility', facilityId: row.facility_id as FacilityId };
    case 'activity':
      return { kind: 'activity', activity: row.activity };
    default:
      // A CHECK on the table lets no other kind in.
      return { kind: row.scope as 'all-facilities' | 'money' | 'everything' };
  }
}

function toRestriction(row: RowWithNames): Restriction {
  const scope = toScope(row);
  return {
    id: row.id as RestrictionId,
    reference: row.reference,
    subject: toParty(row),
    subjectName: row.subject_name,
    scope,
    scopeWords: scopeWords(scope, row.facility_name ?? ''),
    effect: row.effect as Restriction['effect'],
    from: row.from_date as LocalDate,
    until: row.until_date as LocalDate | null,
    incidentOn: row.incident_on as LocalDate | null,
    reason: row.reason,
    decidedBy: row.decided_by,
    source: row.source as RestrictionSource,
    appealWords: row.appeal_words,
    liftedOn: row.lifted_on as LocalDate | null,
    liftedWhy: row.lifted_why,
    version: row.version,
  };
}

/** When it was entered; undefined when there is none of that id. */
export async function findRecordedAt(ctx: Ctx, id: string): Promise<Instant | undefined> {
  const rows: readonly { recorded_at: string }[] = await ctx.tx.query(
    'SELECT recorded_at FROM restriction WHERE id = ?',
    [id],
  );
  return rows[0]?.recorded_at as Instant | undefined;
}

/** What of a restriction a row holds; the names are looked up beside it. */
export type StoredRestriction = Omit<Restriction, 'subjectName' | 'scopeWords'>;

export async function insert(ctx: Ctx, restriction: StoredRestriction): Promise<void> {
  const { subject, scope } = restriction;
  await ctx.tx.insert(restrictionTable, {
    id: restriction.id,
    reference: restriction.reference,
    ...partyColumns(subject),
    scope: scope.kind,
    facility_id: scope.kind === 'facility' ? scope.facilityId : null,
    activity: scope.kind === 'activity' ? scope.activity : '',
    effect: restriction.effect,
    from_date: restriction.from,
    until_date: restriction.until,
    incident_on: restriction.incidentOn,
    reason: restriction.reason,
    decided_by: restriction.decidedBy,
    source: restriction.source,
    appeal_words: restriction.appealWords,
    lifted_on: restriction.liftedOn,
    lifted_why: restriction.liftedWhy,
    recorded_at: ctx.now(),
    version: restriction.version,
  });
}

/** Writes what may change if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  restriction: StoredRestriction,
  seenVersion: number,
): Promise<boolean> {
  const result = await ctx.tx.update(
    restrictionTable,
    { id: restriction.id, version: seenVersion },
    {
      until_date: restriction.until,
      reason: restriction.reason,
      appeal_words: restriction.appealWords,
      lifted_on: restriction.liftedOn,
      lifted_why: restriction.liftedWhy,
      version: seenVersion + 1,
    },
  );
  return result.affected === 1;
}

export async function findById(ctx: Ctx, id: string): Promise<Restriction | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE r.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toRestriction(rows[0]);
}

/** Every restriction ever entered, the latest first; of these groups and people when they are named. */
export async function listOn(
  ctx: Ctx,
  subjects: readonly Subject[] | null,
): Promise<readonly Restriction[]> {
  const groups = subjects?.flatMap((each) => (each.kind === 'group' ? [each.groupId] : [])) ?? [];
  const people = subjects?.flatMap((each) => (each.kind === 'person' ? [each.personId] : [])) ?? [];
  const where =
    subjects === null
      ? ''
      : `WHERE r.group_id IN (${marks(groups)}) OR r.person_id IN (${marks(people)})`;
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} ${where} ORDER BY r.from_date DESC, r.recorded_at DESC, r.id`,
    [...groups, ...people],
  );
  return rows.map(toRestriction);
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
