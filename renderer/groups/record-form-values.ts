import { z } from 'zod';
import { GroupRecordDetails, type GroupRecord } from '#db/groups/group-record.contract';
import { LocalDate } from '#db/shared/local-date';
import { choiceIdOf, ChosenWho, chosenGroupOrNone, personOf } from '../people/who.ts';

const fields = GroupRecordDetails.shape;

/** The record as its form holds it: people and groups with the words by which they were chosen, under the names by which a refusal calls them. */
export const RecordFormSchema = z
  .object({
    name: fields.name,
    kind: fields.kind,
    phone: fields.phone,
    email: fields.email,
    contactId: ChosenWho,
    areaIds: fields.areaIds,
    patch: fields.patch,
    parentId: chosenGroupOrNone,
    isScheme: z.boolean(),
    remit: fields.remit,
    activeMembers: fields.activeMembers,
    activeMembersAsAt: LocalDate.nullable(),
    quorumWords: fields.quorumWords,
    linkOfficer: fields.linkOfficer,
    startedOn: LocalDate.nullable(),
  })
  .transform(({ contactId, ...typed }) => ({
    ...typed,
    contactId: contactId === null ? null : personOf(contactId),
  }));

/** A record as the form begins with it. */
export function recordFormValues(record: GroupRecord): z.input<typeof RecordFormSchema> {
  return {
    name: record.name,
    kind: record.kind,
    phone: record.phone,
    email: record.email,
    contactId:
      record.contactId === null
        ? null
        : {
            id: choiceIdOf({ kind: 'person', personId: record.contactId }),
            title: record.contactName,
          },
    areaIds: record.areaIds,
    patch: record.patch,
    parentId:
      record.parent === null
        ? null
        : {
            id: choiceIdOf({ kind: 'group', groupId: record.parent.id }),
            title: record.parent.name,
          },
    isScheme: record.isScheme,
    remit: record.remit,
    activeMembers: record.activeMembers,
    activeMembersAsAt: record.activeMembersAsAt,
    quorumWords: record.quorumWords,
    linkOfficer: record.linkOfficer,
    startedOn: record.startedOn,
  };
}
