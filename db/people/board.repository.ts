import type { AreaId } from '#db/areas/areas.contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import type { BoardMember } from './board.contract.ts';
import type { PersonId, PersonKind } from './people.contract.ts';
import type { Channel, FormatNeed } from './person-record.contract.ts';

/** Which of them are asked for: empty lists and null narrow nothing. What somebody answered about equality is no part of it. */
export type BoardFilter = {
  readonly areaIds: readonly AreaId[] | null;
  readonly kinds: readonly PersonKind[];
  readonly serviceAreas: readonly string[];
  /** Ways to take part, named with one of the service areas where these are given too. */
  readonly methods: readonly string[];
  readonly formats: readonly FormatNeed[];
  readonly languages: readonly string[];
  readonly leastHours: number | null;
};

type BoardRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly phone: string;
  readonly text_phone: string;
  readonly email: string;
  readonly address: string;
  readonly postcode: string;
  readonly area_id: string | null;
  readonly channels_json: string;
  readonly format_need: string;
  readonly language_need: string;
  readonly joined_on: string | null;
  readonly not_involved_since: string | null;
  readonly is_under_18: number;
  readonly last_contacted_on: string | null;
  readonly area_name: string | null;
};

const toMember = (row: BoardRow): BoardMember => ({
  id: row.id as PersonId,
  name: row.name,
  kind: row.kind as PersonKind,
  phone: row.phone,
  textPhone: row.text_phone,
  email: row.email,
  address: row.address,
  postcode: row.postcode,
  areaId: row.area_id as AreaId | null,
  areaName: row.area_name ?? '',
  channels: JSON.parse(row.channels_json) as Channel[],
  formatNeed: row.format_need as FormatNeed,
  languageNeed: row.language_need,
  isOnRegister: row.joined_on !== null,
  joinedOn: row.joined_on as LocalDate | null,
  notInvolvedSince: row.not_involved_since as LocalDate | null,
  isUnder18: row.is_under_18 === 1,
  lastContactedOn: row.last_contacted_on as LocalDate | null,
});

const SELECTED = `
  SELECT p.id, p.name, p.kind, p.phone, r.text_phone, r.email, r.address, r.postcode,
    coalesce(r.area_id, r.scheme_id) AS area_id, r.channels_json, r.format_need, r.language_need,
    r.joined_on, r.not_involved_since, r.is_under_18, r.last_contacted_on, a.name AS area_name
  FROM person_record r
  JOIN person p ON p.id = r.person_id
  LEFT JOIN area a ON a.id = coalesce(r.area_id, r.scheme_id)`;

const IN_LIST = 'IN (SELECT value FROM json_each(?))';

/** Members of the Sounding Board who fit, and those who left it because they do not want to be involved; alphabetical. */
export async function listBoard(ctx: Ctx, filter: BoardFilter): Promise<readonly BoardMember[]> {
  const conditions = [
    'p.hidden_on IS NULL',
    '(r.joined_on IS NOT NULL OR r.not_involved_since IS NOT NULL)',
  ];
  const values: unknown[] = [];
  const narrow = (condition: string, ...given: readonly unknown[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (filter.areaIds !== null) {
    const ids = JSON.stringify(filter.areaIds);
    narrow(`(r.area_id ${IN_LIST} OR r.scheme_id ${IN_LIST})`, ids, ids);
  }
  if (filter.kinds.length > 0) narrow(`p.kind ${IN_LIST}`, JSON.stringify(filter.kinds));
  if (filter.formats.length > 0) narrow(`r.format_need ${IN_LIST}`, JSON.stringify(filter.formats));
  if (filter.languages.length > 0)
    narrow(`lower(r.language_need) ${IN_LIST}`, lowered(filter.languages));
  if (filter.leastHours !== null) narrow('r.hours_per_month >= ?', filter.leastHours);
  if (filter.serviceAreas.length + filter.methods.length > 0)
    narrow(
      `EXISTS (SELECT 1 FROM person_interest i WHERE i.person_id = p.id
         AND (? = 0 OR i.folded_area ${IN_LIST})
         AND (? = 0 OR EXISTS (SELECT 1 FROM json_each(i.methods_json) m WHERE lower(m.value) ${IN_LIST})))`,
      filter.serviceAreas.length,
      JSON.stringify(filter.serviceAreas.map(foldForSearch)),
      filter.methods.length,
      lowered(filter.methods),
    );
  const rows: readonly BoardRow[] = await ctx.tx.query(
    `${SELECTED} WHERE ${conditions.join(' AND ')} ORDER BY p.folded_name, p.id`,
    values,
  );
  return rows.map(toMember);
}

/** These people as they are now, whether they are still on the Sounding Board or not. */
export async function listByIds(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<readonly BoardMember[]> {
  const rows: readonly BoardRow[] = await ctx.tx.query(
    `${SELECTED} WHERE p.hidden_on IS NULL AND p.id ${IN_LIST} ORDER BY p.folded_name, p.id`,
    [JSON.stringify(ids)],
  );
  return rows.map(toMember);
}

/** What each person is interested in, in the order in which they named it; nobody who named nothing. */
export async function listInterests(ctx: Ctx): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  const rows: readonly { readonly id: PersonId; readonly service_areas_json: string }[] =
    await ctx.tx.query(
      `SELECT person_id AS id, json_group_array(service_area ORDER BY position) AS service_areas_json
       FROM person_interest GROUP BY person_id`,
    );
  return new Map(rows.map((row) => [row.id, JSON.parse(row.service_areas_json) as string[]]));
}

/** Every service area that anybody named, the one named most often first. */
export async function listServiceAreas(ctx: Ctx): Promise<readonly string[]> {
  const rows: readonly { readonly name: string }[] = await ctx.tx.query(
    `SELECT min(service_area) AS name FROM person_interest
     GROUP BY folded_area ORDER BY count(*) DESC, folded_area`,
  );
  return rows.map(({ name }) => name);
}

const lowered = (words: readonly string[]): string =>
  JSON.stringify(words.map((word) => word.toLowerCase()));
