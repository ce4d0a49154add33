import type { GroupId } from '#db/groups/groups.contract';
import type { Party } from './party.contract.ts';
import type { PersonId } from './people.contract.ts';

/** A party in a row of the file: exactly one of the two columns is filled, as every such table checks. */
export type PartyColumns = {
  readonly group_id: string | null;
  readonly person_id: string | null;
};

export function toParty(row: PartyColumns): Party {
  return row.group_id === null
    ? { kind: 'person', personId: row.person_id as PersonId }
    : { kind: 'group', groupId: row.group_id as GroupId };
}

export function partyColumns(party: Party): PartyColumns {
  return party.kind === 'group'
    ? { group_id: party.groupId, person_id: null }
    : { group_id: null, person_id: party.personId };
}

/** The column in which the rows of a party are found. */
export function partyColumn(party: Party): keyof PartyColumns {
  return party.kind === 'group' ? 'group_id' : 'person_id';
}

export function partyIdOf(party: Party): GroupId | PersonId {
  return party.kind === 'group' ? party.groupId : party.personId;
}
