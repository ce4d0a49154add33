import { personal, recordAudit } from '#db/audit/record';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { putTask } from '#db/tasks/tasks.service';
import * as parts from './group-parts.repository.ts';
import type { Representation, RepresentationId } from './group-record.contract.ts';
import type { groupsContract } from './groups-api.contract.ts';
import { groupErrors } from './groups.errors.ts';
import { getGroup } from './groups.service.ts';
import { showRepresentation } from './read-record.service.ts';
import { checkAsShown } from './shown-part.rules.ts';

/** Who speaks for a group on other bodies, and the report back to the group (GRP-19). */
export const representationService: Pick<
  Handlers<typeof groupsContract>,
  'addRepresentation' | 'endRepresentation' | 'askReport'
> = {
  async addRepresentation(ctx, { groupId, personId, bodyGroupId, from }) {
    const group = await getGroup(ctx, groupId);
    const body = await getGroup(ctx, bodyGroupId);
    const person = await getPerson(ctx, personId);
    if (groupId === bodyGroupId) throw groupErrors.error('group.own-body', { name: group.name });
    const wanted = {
      id: ctx.newId() as RepresentationId,
      groupId,
      groupName: group.name,
      personId,
      personName: person.name,
      bodyGroupId,
      bodyName: body.name,
      from,
      until: null,
    };
    await checkOnce(ctx, wanted, 'personId');
    const { id } = wanted;
    await parts.insertRepresentation(ctx, wanted);
    const made = await getRepresentation(ctx, id);
    await record(ctx, 'group.representation-added', made);
    return showRepresentation(ctx, made);
  },

  async endRepresentation(ctx, { id, until, shown }) {
    const before = await getRepresentation(ctx, id);
    checkAsShown(before, shown, 'this last day');
    if (until !== null && until < before.from)
      throw groupErrors.error('group.until-before-from', { from: before.from });
    const goesOnLonger = before.until !== null && (until === null || until > before.until);
    if (goesOnLonger) await checkOnce(ctx, { ...before, until }, 'until');
    await parts.setRepresentationUntil(ctx, id, until);
    const after = await getRepresentation(ctx, id);
    await record(ctx, 'group.representation-changed', after, before);
    return showRepresentation(ctx, after);
  },

  async askReport(ctx, { id, meetingOn, by }) {
    const one = await getRepresentation(ctx, id);
    await askToReportBack(ctx, one, meetingOn, by);
    await recordAudit(ctx, {
      action: 'group.report-asked',
      objectType: 'group',
      objectId: one.groupId,
      after: { body: one.bodyName, meetingOn, by: by ?? '' },
    });
    return showRepresentation(ctx, one);
  },
};

/** Puts on the list that a representative reports back on a meeting of a body; meetings call this for each one held. */
export function askToReportBack(
  ctx: Ctx,
  one: Representation,
  meetingOn: LocalDate,
  by: LocalDate | null,
): Promise<void> {
  return putTask(ctx, {
    kind: `groups.report-${meetingOn}`,
    objectType: 'representation',
    objectId: one.id,
    words: `Ask ${one.personName} to report back to ${one.groupName} on the meeting of ${one.bodyName} on ${formatDateNoWeekday(meetingOn)}.`,
    path: `/groups/${one.groupId}`,
    role: null,
    dueOn: by,
  });
}

/** Who speaks for which group on which body on a day, for other modules. */
export function listSpeakersOn(ctx: Ctx, on: LocalDate): Promise<readonly Representation[]> {
  return parts.listRepresentationOn(ctx, on);
}

/** On which bodies a person speaks for which groups, also in the past. */
export function representationsOfPerson(
  ctx: Ctx,
  personId: PersonId,
): Promise<readonly Representation[]> {
  return parts.listRepresentationBy(ctx, personId);
}

/** Nobody speaks for a group on one body twice at the same time; both first and last day count. */
async function checkOnce(ctx: Ctx, wanted: Representation, field: string): Promise<void> {
  const same = (await parts.listRepresentation(ctx, wanted.groupId)).some(
    (one) =>
      one.id !== wanted.id &&
      one.bodyGroupId === wanted.bodyGroupId &&
      one.personId === wanted.personId &&
      (one.until === null || one.until >= wanted.from) &&
      (wanted.until === null || one.from <= wanted.until),
  );
  if (same)
    throw groupErrors.error(
      'group.represents-already',
      { person: wanted.personName, body: wanted.bodyName },
      { field },
    );
}

async function getRepresentation(ctx: Ctx, id: RepresentationId): Promise<Representation> {
  const found = await parts.findRepresentation(ctx, id);
  if (found === undefined) throw groupErrors.error('group.entry-gone', { id });
  return found;
}

const facts = (one: Representation) => ({
  person: personal(one.personId, one.personName),
  body: one.bodyName,
  from: one.from,
  until: one.until ?? '',
});

const record = (
  ctx: Ctx,
  action: string,
  after: Representation,
  before?: Representation,
): Promise<void> =>
  recordAudit(ctx, {
    action,
    objectType: 'group',
    objectId: after.groupId,
    ...(before === undefined ? {} : { before: facts(before) }),
    after: facts(after),
  });
