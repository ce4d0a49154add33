import { describe, expect, it } from 'vitest';
import type { GroupRecord } from '#db/groups/group-record.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { RecordFormSchema, recordFormValues } from '../../renderer/groups/record-form-values.ts';

const RECORD: GroupRecord = {
  id: 'g-1' as GroupId,
  name: 'Cedar TRA',
  kind: 'tra',
  phone: '023 1',
  isActive: true,
  version: 3,
  email: '',
  contactId: 'p-1' as PersonId,
  contactName: 'Rana Haddad',
  areaIds: [],
  areaNames: [],
  patch: '',
  parentId: 'g-2' as GroupId,
  parent: { id: 'g-2' as GroupId, name: 'City Federation', kind: 'federation' },
  children: [],
  isScheme: false,
  remit: 'To speak for Cedar',
  activeMembers: 12,
  activeMembersAsAt: null,
  quorumWords: 'Five',
  linkOfficer: '',
  startedOn: null,
  homes: [],
  duties: [],
  documents: [],
  missingPapers: [],
  representation: [],
  represented: [],
  support: [],
  warnings: [],
  endedOn: null,
  successor: null,
  endReason: '',
  lastConfirmedOn: null,
};

describe('The form of a group’s record', () => {
  it('sends what it began with when nothing is typed, so that Undo puts everything back', () => {
    const { contact, parent } = recordFormValues(RECORD);
    expect([contact, parent]).toEqual([
      { id: 'person:p-1', title: 'Rana Haddad' },
      { id: 'group:g-2', title: 'City Federation' },
    ]);
    expect(RecordFormSchema.parse(recordFormValues(RECORD))).toEqual({
      name: 'Cedar TRA',
      kind: 'tra',
      phone: '023 1',
      email: '',
      contactId: 'p-1',
      areaIds: [],
      patch: '',
      parentId: 'g-2',
      isScheme: false,
      remit: 'To speak for Cedar',
      activeMembers: 12,
      activeMembersAsAt: null,
      quorumWords: 'Five',
      linkOfficer: '',
      startedOn: null,
    });
  });

  it('names nobody and no group where none was chosen', () => {
    const empty = recordFormValues({ ...RECORD, contactId: null, parentId: null, parent: null });
    expect(RecordFormSchema.parse(empty)).toMatchObject({ contactId: null, parentId: null });
  });
});
