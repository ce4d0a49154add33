import { getArea } from '#db/areas/areas.service';
import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { restoreReminders, settleReminders } from './duties.service.ts';
import type { GroupHooks } from './group-hooks.ts';
import type { GroupRecord, GroupRecordDetails } from './group-record.contract.ts';
import * as records from './group-record.repository.ts';
import type { groupsContract } from './groups-api.contract.ts';
import type { GroupId } from './groups.contract.ts';
import { groupErrors } from './groups.errors.ts';
import { getGroup, indexGroup, saveGroup } from './groups.service.ts';
import { isRepKind } from './kinds.rules.ts';
import { readRecord, showRecord, warningsFor } from './read-record.service.ts';

type RecordVerb =
  | 'record'
  | 'warnings'
  | 'changeRecord'
  | 'confirmDetails'
  | 'endGroup'
  | 'undoEnd';

/** The record of a group as a whole: read, changed, confirmed, ended. */
export function groupRecordService(
  hooks: GroupHooks,
): Pick<Handlers<typeof groupsContract>, RecordVerb> {
  return {
    async record(ctx, { id }) {
      return showRecord(ctx, hooks, id);
    },

    async warnings(ctx, wanted) {
      return [...(await warningsFor(ctx, hooks, wanted))];
    },

    async changeRecord(ctx, { id, version, ...wanted }) {
      const before = await readRecord(ctx, hooks, id);
      if (wanted.startedOn !== null) checkByToday(ctx, wanted.startedOn, 'startedOn');
      if (wanted.activeMembersAsAt !== null)
        checkByToday(ctx, wanted.activeMembersAsAt, 'activeMembersAsAt');
      await checkNamed(ctx, id, wanted);
      const { name, kind, phone, areaIds, ...facts } = wanted;
      const group = await getGroup(ctx, id);
      const after = await saveGroup(ctx, group, { ...group, name, kind, phone }, version);
      await records.saveFacts(ctx, id, {
        ...(await records.factsOf(ctx, id)),
        ...facts,
        activeMembersAsAt:
          facts.activeMembers === null ? null : (facts.activeMembersAsAt ?? todayOf(ctx)),
      });
      await records.setAreaIds(ctx, id, [...new Set(areaIds)]);
      await indexGroup(ctx, after);
      if (after.name !== group.name) await hooks.onRenamed(ctx, after);
      const now = await readRecord(ctx, hooks, id);
      await recordAudit(ctx, {
        action: 'group.record-changed',
        objectType: 'group',
        objectId: id,
        before: recordFacts(before),
        after: recordFacts(now),
      });
      return showRecord(ctx, hooks, id);
    },

    async confirmDetails(ctx, { id, on, version }) {
      if (on !== null) checkByToday(ctx, on);
      const group = await getGroup(ctx, id);
      await saveGroup(ctx, group, group, version);
      const facts = await records.factsOf(ctx, id);
      await records.saveFacts(ctx, id, { ...facts, lastConfirmedOn: on });
      await recordAudit(ctx, {
        action: 'group.confirmed',
        objectType: 'group',
        objectId: id,
        before: { lastConfirmedOn: facts.lastConfirmedOn ?? '' },
        after: { lastConfirmedOn: on ?? '' },
      });
      return showRecord(ctx, hooks, id);
    },

    async endGroup(ctx, { id, on, reason, successorId, version }) {
      checkByToday(ctx, on);
      const group = await getGroup(ctx, id);
      const facts = await records.factsOf(ctx, id);
      if (facts.endedOn !== null)
        throw groupErrors.error('group.ended-before', { name: group.name, on: facts.endedOn });
      if (facts.startedOn !== null && on < facts.startedOn)
        throw groupErrors.error('group.ends-before-it-began', { began: facts.startedOn });
      await checkSuccessor(ctx, id, successorId);
      const after = await saveGroup(ctx, group, { ...group, isActive: false }, version);
      await records.saveFacts(ctx, id, { ...facts, endedOn: on, endReason: reason, successorId });
      await settleReminders(ctx, id);
      await indexGroup(ctx, after);
      await recordAudit(ctx, {
        action: 'group.ended',
        objectType: 'group',
        objectId: id,
        reason,
        after: { endedOn: on, successor: (await records.findLink(ctx, successorId))?.name ?? '' },
      });
      return showRecord(ctx, hooks, id);
    },

    async undoEnd(ctx, { id, version }) {
      const group = await getGroup(ctx, id);
      const facts = await records.factsOf(ctx, id);
      if (facts.endedOn === null) throw groupErrors.error('group.not-ended', { name: group.name });
      const after = await saveGroup(ctx, group, { ...group, isActive: true }, version);
      await records.saveFacts(ctx, id, {
        ...facts,
        endedOn: null,
        endReason: '',
        successorId: null,
      });
      await restoreReminders(ctx, id);
      await indexGroup(ctx, after);
      await recordAudit(ctx, {
        action: 'group.end-undone',
        objectType: 'group',
        objectId: id,
        before: { endedOn: facts.endedOn },
      });
      return showRecord(ctx, hooks, id);
    },
  };
}

/** What has happened is entered by today, never ahead. */
export function checkByToday(ctx: Ctx, on: LocalDate, field?: string): void {
  const today = todayOf(ctx);
  if (on > today)
    throw groupErrors.error('group.not-yet', { today }, field === undefined ? {} : { field });
}

/** A group is no part of itself, however deep; whom and what it names is there. */
async function checkNamed(ctx: Ctx, id: GroupId, wanted: GroupRecordDetails): Promise<void> {
  if (wanted.contactId !== null) await getPerson(ctx, wanted.contactId);
  for (const areaId of wanted.areaIds) await getArea(ctx, areaId);
  const seen = new Set<GroupId>();
  for (let above = wanted.parentId; above !== null && !seen.has(above); ) {
    const { name } = await getGroup(ctx, above);
    if (above === id) throw groupErrors.error('group.inside-itself', { name });
    seen.add(above);
    above = (await records.factsOf(ctx, above)).parentId;
  }
}

async function checkSuccessor(ctx: Ctx, id: GroupId, successorId: GroupId | null): Promise<void> {
  if (successorId === null) return;
  const successor = await getGroup(ctx, successorId);
  if (successor.id === id || !successor.isActive)
    throw groupErrors.error('group.bad-successor', { name: successor.name });
}

/** What the audit trail keeps; what tells about a person is sealed under that person's key. */
function recordFacts(record: GroupRecord): AuditFacts {
  const { contactId } = record;
  const subjectId = contactId ?? (isRepKind(record.kind) ? record.id : null);
  const about = (value: string) => (subjectId === null ? value : personal(subjectId, value));
  return {
    name: record.name,
    kind: record.kind,
    phone: about(record.phone),
    email: about(record.email),
    contact: about(record.contactName),
    areas: record.areaNames,
    patch: about(record.patch),
    partOf: record.parent?.name ?? '',
    isScheme: record.isScheme,
    remit: record.remit,
    activeMembers: record.activeMembers,
    activeMembersAsAt: record.activeMembersAsAt ?? '',
    quorum: record.quorumWords,
    linkOfficer: record.linkOfficer,
    startedOn: record.startedOn ?? '',
  };
}
