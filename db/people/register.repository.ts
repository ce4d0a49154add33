import type { AreaId } from '#db/areas/areas.contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import type { Likeness } from './doubles.rules.ts';
import type { NeedCount, RegisterMember } from './people-api.contract.ts';
import type { Person } from './people.contract.ts';
import { toPerson } from './people.repository.ts';
import type { PersonRow } from './people.table.ts';
import type { PersonRecordRow } from './person-record.table.ts';

export type RegisterFilter = {
  /** Only those last contacted on this day or earlier, or never while they have been members since then. */
  readonly quietSince: LocalDate | null;
  readonly serviceArea: string;
  readonly areaIds: readonly AreaId[] | null;
  readonly limit: number;
};

type MemberRow = PersonRow &
  Pick<
    PersonRecordRow,
    'email' | 'joined_on' | 'last_contacted_on' | 'hours_per_month' | 'no_meetings'
  > & { readonly area_name: string | null; readonly service_areas_json: string };

const toMember = (row: MemberRow): RegisterMember => ({
  ...toPerson(row),
  email: row.email,
  areaName: row.area_name ?? '',
  // Asked only of the rows that have one.
  joinedOn: row.joined_on as LocalDate,
  lastContactedOn: row.last_contacted_on as LocalDate | null,
  serviceAreas: JSON.parse(row.service_areas_json) as string[],
  hoursPerMonth: row.hours_per_month,
  noMeetings: row.no_meetings === 1,
});

/** Members of the Sounding Board in alphabetical order, with the number of all who fit. */
export async function listMembers(
  ctx: Ctx,
  filter: RegisterFilter,
): Promise<{ readonly members: readonly RegisterMember[]; readonly total: number }> {
  const conditions = ['r.joined_on IS NOT NULL', 'p.hidden_on IS NULL'];
  const values: unknown[] = [];
  if (filter.quietSince !== null) {
    conditions.push('coalesce(r.last_contacted_on, r.joined_on) <= ?');
    values.push(filter.quietSince);
  }
  if (filter.serviceArea !== '') {
    conditions.push(
      'EXISTS (SELECT 1 FROM person_interest i WHERE i.person_id = p.id AND i.folded_area = ?)',
    );
    values.push(foldForSearch(filter.serviceArea));
  }
  if (filter.areaIds !== null) {
    const ids = JSON.stringify(filter.areaIds);
    conditions.push(
      '(r.area_id IN (SELECT value FROM json_each(?)) OR r.scheme_id IN (SELECT value FROM json_each(?)))',
    );
    values.push(ids, ids);
  }
  const from = `FROM person_record r JOIN person p ON p.id = r.person_id WHERE ${conditions.join(' AND ')}`;
  const rows: readonly MemberRow[] = await ctx.tx.query(
    `SELECT p.*, r.email, r.joined_on, r.last_contacted_on, r.hours_per_month, r.no_meetings,
       (SELECT name FROM area a WHERE a.id = coalesce(r.area_id, r.scheme_id)) AS area_name,
       (SELECT json_group_array(service_area ORDER BY position) FROM person_interest i
        WHERE i.person_id = p.id) AS service_areas_json
     ${from} ORDER BY p.folded_name, p.id LIMIT ?`,
    [...values, filter.limit],
  );
  const count: readonly { n: number }[] = await ctx.tx.query(
    `SELECT count(*) AS n ${from}`,
    values,
  );
  return { members: rows.map(toMember), total: count[0]?.n ?? 0 };
}

export type Reached = {
  readonly size: number;
  readonly withPhone: number;
  readonly withEmail: number;
};

/** How many people, or members, are on record and how many of them have a phone and an e-mail address (PPL-05). */
export async function countReached(ctx: Ctx, who: 'everybody' | 'members'): Promise<Reached> {
  const rows: readonly Reached[] = await ctx.tx.query(
    `SELECT count(*) AS size,
       count(CASE WHEN p.phone <> '' OR coalesce(r.text_phone, '') <> '' THEN 1 END) AS withPhone,
       count(CASE WHEN coalesce(r.email, '') <> '' THEN 1 END) AS withEmail
     FROM person p LEFT JOIN person_record r ON r.person_id = p.id
     WHERE p.hidden_on IS NULL ${who === 'members' ? 'AND r.joined_on IS NOT NULL' : ''}`,
  );
  return rows[0] ?? { size: 0, withPhone: 0, withEmail: 0 };
}

/** How many people of each area need what (PPL-14), as 'format:braille', 'language:Somali', 'interpreter' or 'transport'; those without an area come last. */
export async function countNeeds(ctx: Ctx): Promise<readonly NeedCount[]> {
  return ctx.tx.query(
    `WITH need AS (
       SELECT area_id, scheme_id, 'format:' || format_need AS need FROM person_record
       WHERE format_need <> 'standard'
       UNION ALL
       SELECT area_id, scheme_id, 'language:' || language_need FROM person_record
       WHERE language_need <> ''
       UNION ALL
       SELECT area_id, scheme_id, 'interpreter' FROM person_record WHERE needs_interpreter = 1
       UNION ALL
       SELECT area_id, scheme_id, 'transport' FROM person_record WHERE needs_transport = 1
     )
     SELECT a.id AS areaId, coalesce(a.name, '') AS areaName, need.need AS need, count(*) AS people
     FROM need LEFT JOIN area a ON a.id = coalesce(need.area_id, need.scheme_id)
     GROUP BY a.id, need.need
     ORDER BY a.id IS NULL, a.name, a.id, need.need`,
  );
}

type LikenessRow = PersonRow & {
  readonly text_phone: string | null;
  readonly email: string | null;
  readonly postcode: string | null;
};

/** What every record says that could show two of them to be one person. */
export async function listLikenesses(
  ctx: Ctx,
): Promise<readonly (Likeness & { readonly person: Person })[]> {
  const rows: readonly LikenessRow[] = await ctx.tx.query(
    `SELECT p.*, r.text_phone, r.email, r.postcode
     FROM person p LEFT JOIN person_record r ON r.person_id = p.id
     WHERE p.hidden_on IS NULL ORDER BY p.id`,
  );
  return rows.map((row) => ({
    person: toPerson(row),
    id: row.id,
    name: row.name,
    phone: row.phone,
    textPhone: row.text_phone ?? '',
    email: row.email ?? '',
    postcode: row.postcode ?? '',
  }));
}
