import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import * as duties from './duties.repository.ts';
import { forgetExpiryReminder, moveExpiryReminder, setDutyDates } from './duties.service.ts';
import type { GroupHooks } from './group-hooks.ts';
import * as parts from './group-parts.repository.ts';
import type {
  GroupDocument,
  GroupDocumentDetails,
  GroupDocumentId,
} from './group-record.contract.ts';
import { checkByToday } from './group-record.service.ts';
import type { groupsContract } from './groups-api.contract.ts';
import type { Group } from './groups.contract.ts';
import { groupErrors } from './groups.errors.ts';
import { getGroup, indexGroup } from './groups.service.ts';
import { showRecord } from './read-record.service.ts';
import { checkAsShown } from './shown-part.rules.ts';

/** The documents of a group: versions one after another, and those that run out on the ladder of reminders. */
export function documentsService(
  hooks: GroupHooks,
): Pick<
  Handlers<typeof groupsContract>,
  'addDocument' | 'changeDocument' | 'withdrawDocument' | 'restoreDocument'
> {
  return {
    async addDocument(ctx, { groupId, replacesId, ...wanted }) {
      const group = await getGroup(ctx, groupId);
      checkDates(ctx, wanted);
      const replaced = replacesId === null ? undefined : await getDocument(ctx, replacesId);
      if (
        replaced !== undefined &&
        (replaced.replacedById !== null || replaced.groupId !== groupId)
      )
        throw groupErrors.error('group.replaced-before', { title: replaced.title });
      const document: GroupDocument = {
        ...wanted,
        id: ctx.newId() as GroupDocumentId,
        groupId,
        replacedById: null,
      };
      await parts.insertDocument(ctx, document);
      if (replaced !== undefined) {
        await parts.updateDocument(ctx, { ...replaced, replacedById: document.id });
        await forgetExpiryReminder(ctx, replaced);
      }
      await follow(ctx, group, document);
      await recordAudit(ctx, {
        action: 'group.document-added',
        objectType: 'group',
        objectId: groupId,
        after: { ...documentFacts(document), inPlaceOf: replaced?.title ?? '' },
      });
      return document;
    },

    async changeDocument(ctx, { id, shown, ...wanted }) {
      const before = await getDocument(ctx, id);
      checkAsShown(before, shown, shown.title);
      checkDates(ctx, wanted);
      const group = await getGroup(ctx, before.groupId);
      const document = { ...before, ...wanted };
      await parts.updateDocument(ctx, document);
      await follow(ctx, group, document);
      await recordAudit(ctx, {
        action: 'group.document-changed',
        objectType: 'group',
        objectId: group.id,
        before: documentFacts(before),
        after: documentFacts(document),
      });
      return document;
    },

    async withdrawDocument(ctx, { id }) {
      const before = await getDocument(ctx, id);
      const group = await getGroup(ctx, before.groupId);
      await forgetExpiryReminder(ctx, before);
      const earlier = (await parts.listDocuments(ctx, group.id)).filter(
        (one) => one.replacedById === id,
      );
      await parts.removeDocument(ctx, id);
      // A group that ended is asked for nothing.
      for (const one of group.isActive ? earlier : [])
        await moveExpiryReminder(
          ctx,
          mustExist(await parts.findDocument(ctx, one.id), 'only the later one was taken off'),
          group.name,
        );
      await indexGroup(ctx, group);
      await recordAudit(ctx, {
        action: 'group.document-withdrawn',
        objectType: 'group',
        objectId: group.id,
        before: documentFacts(before),
      });
      return showRecord(ctx, hooks, group.id);
    },

    async restoreDocument(ctx, { groupId, replacesId, ...wanted }) {
      const group = await getGroup(ctx, groupId);
      checkDates(ctx, wanted);
      const document: GroupDocument = { ...wanted, id: ctx.newId() as GroupDocumentId, groupId };
      const replaced = await checkPlace(ctx, document, replacesId);
      await parts.insertDocument(ctx, document);
      if (replaced !== undefined) {
        await parts.updateDocument(ctx, { ...replaced, replacedById: document.id });
        await forgetExpiryReminder(ctx, replaced);
      }
      await indexGroup(ctx, group);
      // The day of the insurance stayed as it was while its certificate was off the record.
      if (group.isActive && document.kind !== 'insurance')
        await moveExpiryReminder(ctx, document, group.name);
      await recordAudit(ctx, {
        action: 'group.document-restored',
        objectType: 'group',
        objectId: groupId,
        after: { ...documentFacts(document), inPlaceOf: replaced?.title ?? '' },
      });
      return showRecord(ctx, hooks, groupId);
    },
  };
}

/** What a document that comes back had replaced; refused unless the documents before and after it still meet there. */
async function checkPlace(
  ctx: Ctx,
  { groupId, replacedById }: GroupDocument,
  replacesId: GroupDocumentId | null,
): Promise<GroupDocument | undefined> {
  const documents = await parts.listDocuments(ctx, groupId);
  const replaced = documents.find((one) => one.id === replacesId);
  const isAsItWas =
    replacedById === null
      ? replacesId === null || replaced?.replacedById === null
      : documents.some((one) => one.id === replacedById) &&
        documents.find((one) => one.replacedById === replacedById)?.id === replaced?.id;
  if (!isAsItWas || (replacesId !== null && replaced === undefined))
    throw groupErrors.error('group.part-changed', { what: 'the documents of this group' });
  return replaced;
}

/** A certificate of insurance sets the day of the insurance; every other document that runs out has a reminder of its own, so that nothing is asked for twice. */
async function follow(ctx: Ctx, group: Group, document: GroupDocument): Promise<void> {
  await indexGroup(ctx, group);
  const { expiresOn } = document;
  if (document.kind !== 'insurance' || document.replacedById !== null) {
    if (group.isActive) await moveExpiryReminder(ctx, document, group.name);
    return;
  }
  await forgetExpiryReminder(ctx, document);
  const now = (await duties.datesOf(ctx, group.id)).get('insurance');
  if (expiresOn !== null && now?.nextDueOn !== expiresOn)
    await setDutyDates(ctx, group.id, 'insurance', {
      lastOn: document.receivedOn,
      nextDueOn: expiresOn,
    });
}

async function getDocument(ctx: Ctx, id: GroupDocumentId): Promise<GroupDocument> {
  const found = await parts.findDocument(ctx, id);
  if (found === undefined) throw groupErrors.error('group.entry-gone', { id });
  return found;
}

function checkDates(ctx: Ctx, wanted: GroupDocumentDetails): void {
  checkByToday(ctx, wanted.receivedOn);
  const { datedOn, expiresOn } = wanted;
  if (datedOn !== null && expiresOn !== null && expiresOn < datedOn)
    throw groupErrors.error('group.expires-before', {});
}

const documentFacts = (document: GroupDocument): AuditFacts => ({
  kind: document.kind,
  title: document.title,
  version: document.version,
  datedOn: document.datedOn ?? '',
  receivedOn: document.receivedOn,
  expiresOn: document.expiresOn ?? '',
  whereKept: document.whereKept,
  note: personal(document.groupId, document.note),
});
