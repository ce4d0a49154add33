import type { AreaId } from '#db/areas/areas.contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import type { PersonId } from './people.contract.ts';
import type { Channel, FormatNeed, Interest, PersonRecord } from './person-record.contract.ts';
import { hasGuardianAgreed, NOTHING_KNOWN } from './person-record.rules.ts';
import type { PersonInterestRow, PersonRecordRow } from './person-record.table.ts';

/** What a row of `person_record` and its interests say; the person's own row says the rest. */
export type StoredFacts = Omit<PersonRecord, 'id' | 'name' | 'kind' | 'phone' | 'version'>;

const day = (value: string | null): LocalDate | null => value as LocalDate | null;

function toFacts(row: PersonRecordRow, interests: readonly Interest[]): StoredFacts {
  return {
    email: row.email,
    textPhone: row.text_phone,
    address: row.address,
    postcode: row.postcode,
    areaId: row.area_id as AreaId | null,
    schemeId: row.scheme_id as AreaId | null,
    channels: JSON.parse(row.channels_json) as Channel[],
    accessNeeds: row.access_needs,
    formatNeed: row.format_need as FormatNeed,
    languageNeed: row.language_need,
    needsInterpreter: row.needs_interpreter === 1,
    needsTransport: row.needs_transport === 1,
    isOnRegister: row.joined_on !== null,
    joinedOn: day(row.joined_on),
    heardHow: row.heard_how,
    hoursPerMonth: row.hours_per_month,
    noMeetings: row.no_meetings === 1,
    interests: [...interests],
    lastContactedOn: day(row.last_contacted_on),
    notInvolvedSince: day(row.not_involved_since),
    isCouncilStaff: row.is_council_staff === 1,
    isUnder18: row.is_under_18 === 1,
    guardianName: row.guardian_name,
    guardianPhone: row.guardian_phone,
    guardianConsentOn: day(row.guardian_consent_on),
    lastConfirmedOn: day(row.last_confirmed_on),
  };
}

const flag = (value: boolean): number => (value ? 1 : 0);

function toRow(id: PersonId, facts: StoredFacts): PersonRecordRow {
  return {
    person_id: id,
    email: facts.email,
    folded_email: facts.email.toLowerCase(),
    text_phone: facts.textPhone,
    text_phone_digits: phoneDigitsOf(facts.textPhone),
    address: facts.address,
    postcode: facts.postcode,
    area_id: facts.areaId,
    scheme_id: facts.schemeId,
    channels_json: JSON.stringify(facts.channels),
    access_needs: facts.accessNeeds,
    format_need: facts.formatNeed,
    language_need: facts.languageNeed,
    needs_interpreter: flag(facts.needsInterpreter),
    needs_transport: flag(facts.needsTransport),
    joined_on: facts.joinedOn,
    heard_how: facts.heardHow,
    hours_per_month: facts.hoursPerMonth,
    no_meetings: flag(facts.noMeetings),
    last_contacted_on: facts.lastContactedOn,
    not_involved_since: facts.notInvolvedSince,
    is_council_staff: flag(facts.isCouncilStaff),
    is_under_18: flag(facts.isUnder18),
    guardian_name: facts.guardianName,
    guardian_phone: facts.guardianPhone,
    guardian_consent_on: facts.guardianConsentOn,
    last_confirmed_on: facts.lastConfirmedOn,
  };
}

/** What is known of a person besides name, kind and phone; the empty facts where nobody asked. */
export async function factsOf(ctx: Ctx, id: PersonId): Promise<StoredFacts> {
  const rows: readonly PersonRecordRow[] = await ctx.tx.query(
    'SELECT * FROM person_record WHERE person_id = ?',
    [id],
  );
  const interests: readonly PersonInterestRow[] = await ctx.tx.query(
    'SELECT * FROM person_interest WHERE person_id = ? ORDER BY position',
    [id],
  );
  return rows[0] === undefined
    ? { ...NOTHING_KNOWN, lastConfirmedOn: null }
    : toFacts(rows[0], interests.map(toInterest));
}

/** The same of many people; of one who is missing nobody asked. */
export async function factsOfMany(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, StoredFacts>> {
  const list = JSON.stringify(ids);
  const rows: readonly PersonRecordRow[] = await ctx.tx.query(
    'SELECT * FROM person_record WHERE person_id IN (SELECT value FROM json_each(?))',
    [list],
  );
  const interests: readonly PersonInterestRow[] = await ctx.tx.query(
    `SELECT * FROM person_interest WHERE person_id IN (SELECT value FROM json_each(?))
     ORDER BY person_id, position`,
    [list],
  );
  const byPerson = Map.groupBy(interests, (row) => row.person_id);
  return new Map(
    rows.map((row) => [
      row.person_id as PersonId,
      toFacts(row, (byPerson.get(row.person_id) ?? []).map(toInterest)),
    ]),
  );
}

export const factsIn = (all: ReadonlyMap<PersonId, StoredFacts>, id: PersonId): StoredFacts =>
  all.get(id) ?? { ...NOTHING_KNOWN, lastConfirmedOn: null };

/** Those of these people who are under 18 and whose guardian has not agreed. */
export async function listWithoutGuardian(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const rows: readonly PersonRecordRow[] = await ctx.tx.query(
    `SELECT * FROM person_record
     WHERE is_under_18 = 1 AND person_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Set(
    rows
      .filter((row) => !hasGuardianAgreed(toFacts(row, [])))
      .map((row) => row.person_id as PersonId),
  );
}

const toInterest = (row: PersonInterestRow): Interest => ({
  serviceArea: row.service_area,
  methods: JSON.parse(row.methods_json) as string[],
});

/** Writes everything besides name, kind and phone anew; whoever calls has checked that nobody else was quicker. */
export async function save(ctx: Ctx, id: PersonId, facts: StoredFacts): Promise<void> {
  const row = toRow(id, facts);
  const columns = Object.keys(row);
  await ctx.tx.query(
    `INSERT INTO person_record (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (person_id) DO UPDATE SET ${columns
       .slice(1)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
    Object.values(row),
  );
  await ctx.tx.query('DELETE FROM person_interest WHERE person_id = ?', [id]);
  for (const [position, interest] of facts.interests.entries())
    await ctx.tx.query(
      `INSERT INTO person_interest (person_id, position, service_area, folded_area, methods_json)
       VALUES (?, ?, ?, ?, ?)`,
      [
        id,
        position,
        interest.serviceArea,
        foldForSearch(interest.serviceArea),
        JSON.stringify(interest.methods),
      ],
    );
}
