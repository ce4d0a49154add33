import type { AreaId } from '#db/areas/areas.contract';
import { getArea } from '#db/areas/areas.service';
import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { checkIsShown } from './hidden-person.service.ts';
import { indexPerson } from './people-search.service.ts';
import type { peopleContract } from './people-api.contract.ts';
import type { Person, PersonId } from './people.contract.ts';
import { personErrors } from './people.errors.ts';
import * as people from './people.repository.ts';
import { CHANNEL_WORDS, PersonFacts, type PersonRecord } from './person-record.contract.ts';
import * as records from './person-record.repository.ts';
import { hasGuardianAgreed, mayInvite, withChanges } from './person-record.rules.ts';

export const personRecordService: Pick<
  Handlers<typeof peopleContract>,
  'record' | 'changeRecord' | 'confirmDetails'
> = {
  async record(ctx, { id }) {
    await checkIsShown(ctx, id);
    return getPersonRecord(ctx, id);
  },

  async changeRecord(ctx, changes) {
    await checkIsShown(ctx, changes.id);
    const before = await getPersonRecord(ctx, changes.id);
    const today = todayOf(ctx);
    const after = withChanges(before, changes, today);
    checkDays(after, today);
    checkInvolvement(after);
    await checkPlaces(ctx, before, after);
    return save(ctx, { before, after, version: changes.version, action: 'person.record-changed' });
  },

  async confirmDetails(ctx, { id, version }) {
    const before = await getPersonRecord(ctx, id);
    const today = todayOf(ctx);
    const after = { ...before, lastConfirmedOn: today, lastContactedOn: today };
    return save(ctx, { before, after, version, action: 'person.details-confirmed' });
  },
};

/** Everything on record about a person, unmasked, for other modules; refused when there is none of that id. */
export async function getPersonRecord(ctx: Ctx, id: PersonId): Promise<PersonRecord> {
  const person = await people.findById(ctx, id);
  if (person === undefined) throw personErrors.error('person.not-found', { id });
  return { ...person, ...(await records.factsOf(ctx, id)) };
}

/** Notes from today on that a person does not want to be involved: they leave the Sounding Board and are asked no more (PPL-03). */
export async function leaveBoard(ctx: Ctx, id: PersonId): Promise<void> {
  const before = await getPersonRecord(ctx, id);
  if (!mayInvite(before)) return;
  const { version } = before;
  const today = todayOf(ctx);
  const after = withChanges(before, { id, version, notInvolvedSince: today }, today);
  await save(ctx, { before, after, version, action: 'person.record-changed' });
}

/** What has happened is entered by today, never ahead. */
export function checkDays(after: PersonFacts, today: LocalDate): void {
  const days = [
    after.joinedOn,
    after.lastContactedOn,
    after.notInvolvedSince,
    after.guardianConsentOn,
  ];
  if (days.some((on) => on !== null && on > today))
    throw personErrors.error('person.day-to-come', { today });
}

/** Nobody comes onto the Sounding Board against their word, or under 18 without their guardian's (PPL-03). */
export function checkInvolvement(after: PersonFacts): void {
  if (after.isOnRegister && !mayInvite(after))
    throw personErrors.error('person.not-involved', {
      since: mustExist(after.notInvolvedSince, 'that is why they may not be invited'),
    });
  if (after.isOnRegister && !hasGuardianAgreed(after))
    throw personErrors.error('person.guardian-missing', {});
}

async function checkPlaces(ctx: Ctx, before: PersonRecord, after: PersonRecord): Promise<void> {
  if (after.areaId !== null && after.areaId !== before.areaId) await getArea(ctx, after.areaId);
  if (after.schemeId === null || after.schemeId === before.schemeId) return;
  const scheme = await getArea(ctx, after.schemeId);
  if (scheme.kind !== 'scheme')
    throw personErrors.error('person.not-a-scheme', { name: scheme.name });
}

async function save(
  ctx: Ctx,
  change: {
    readonly before: PersonRecord;
    readonly after: PersonRecord;
    readonly version: number;
    readonly action: string;
  },
): Promise<PersonRecord> {
  const { before, version } = change;
  const after = { ...change.after, version: version + 1 };
  const { id, name, kind, phone } = after;
  const person: Person = { id, name, kind, phone, version: after.version };
  if (!(await people.update(ctx, person, version)))
    throw personErrors.error('person.changed-by-someone-else', {});
  await records.save(ctx, id, after);
  await indexPerson(ctx, after);
  await recordAudit(ctx, {
    action: change.action,
    objectType: 'person',
    objectId: id,
    ...changedFacts(id, await textsOf(ctx, before), await textsOf(ctx, after)),
  });
  return after;
}

/** A record as the audit trail tells it, with places by their names and lists in words. */
async function textsOf(ctx: Ctx, record: PersonRecord): Promise<Readonly<Record<string, string>>> {
  const { areaId, schemeId, channels, interests } = record;
  const nameOf = async (id: AreaId | null) => (id === null ? '' : (await getArea(ctx, id)).name);
  const names = [...Object.keys(PersonFacts.shape), 'lastConfirmedOn'] as (keyof PersonRecord)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, plainText(record[name])])),
    areaId: await nameOf(areaId),
    schemeId: await nameOf(schemeId),
    channels: channels.map((channel) => CHANNEL_WORDS[channel]).join(', '),
    interests: interests
      .map(({ serviceArea, methods }) => [serviceArea, ...methods].join(', '))
      .join('; '),
  };
}

const plainText = (value: PersonRecord[keyof PersonRecord]): string =>
  typeof value === 'object' ? '' : String(value);

/** Only what differs; all of it tells about a person and is sealed. */
function changedFacts(
  id: PersonId,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): { readonly before: AuditFacts; readonly after: AuditFacts } {
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  const of = (texts: Readonly<Record<string, string>>): AuditFacts =>
    Object.fromEntries(changed.map((name) => [name, personal(id, texts[name] ?? '')]));
  return { before: of(before), after: of(after) };
}
