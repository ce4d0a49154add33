import { describe, expect, it } from 'vitest';
import { RecordFormSchema, recordFormValues } from '../../renderer/groups/record-form-values.ts';
import { GROUP_RECORD } from './group-record-on-screen.ts';

describe('The form of a group’s record', () => {
  it('sends what it began with when nothing is typed, so that Undo puts everything back', () => {
    const { contactId, parentId } = recordFormValues(GROUP_RECORD);
    expect([contactId, parentId]).toEqual([
      { id: 'person:p-1', title: 'Rana Haddad' },
      { id: 'group:g-2', title: 'City Federation' },
    ]);
    expect(RecordFormSchema.parse(recordFormValues(GROUP_RECORD))).toEqual({
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
    const empty = recordFormValues({
      ...GROUP_RECORD,
      contactId: null,
      parentId: null,
      parent: null,
    });
    expect(RecordFormSchema.parse(empty)).toMatchObject({ contactId: null, parentId: null });
  });
});
