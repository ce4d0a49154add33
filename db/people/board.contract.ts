import type { PersonRecord } from './person-record.contract.ts';

/** What an invitation has to know of a person: how to reach them, what they need, and what stands in its way. */
export type BoardMember = Pick<
  PersonRecord,
  | 'id'
  | 'name'
  | 'kind'
  | 'phone'
  | 'textPhone'
  | 'email'
  | 'address'
  | 'postcode'
  | 'areaId'
  | 'channels'
  | 'formatNeed'
  | 'languageNeed'
  | 'isOnRegister'
  | 'joinedOn'
  | 'notInvolvedSince'
  | 'isUnder18'
  | 'lastContactedOn'
> & { readonly areaName: string };
