import { describe, expect, it } from 'vitest';
import { Party } from '#db/people/party.contract';
import { partyColumn, partyColumns, partyIdOf, toParty } from '#db/people/party.rules';

describe('A group or a person', () => {
  it.each([
    [
      { kind: 'group', groupId: 'g-1' },
      { group_id: 'g-1', person_id: null },
    ],
    [
      { kind: 'person', personId: 'p-1' },
      { group_id: null, person_id: 'p-1' },
    ],
  ])('as %j fills one column of a row and is read from it', (given, columns) => {
    const party = Party.parse(given);
    expect(partyColumns(party)).toEqual(columns);
    expect(toParty(columns)).toEqual(party);
    expect(columns[partyColumn(party)]).toBe(partyIdOf(party));
  });

  it('is never both', () => {
    const both = { kind: 'group', groupId: 'g-1', personId: 'p-1' };
    expect(Party.safeParse(both).success).toBe(false);
  });
});
