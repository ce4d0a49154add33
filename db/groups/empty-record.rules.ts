import type { GroupRecordDetails } from './group-record.contract.ts';

/** What is on record about a group of which nobody has entered more than name, kind and phone. */
export const NOTHING_ENTERED: Omit<GroupRecordDetails, 'name' | 'kind' | 'phone' | 'areaIds'> = {
  email: '',
  contactId: null,
  patch: '',
  parentId: null,
  isScheme: false,
  remit: '',
  activeMembers: null,
  activeMembersAsAt: null,
  quorumWords: '',
  linkOfficer: '',
  startedOn: null,
};
