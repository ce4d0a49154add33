import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  enterRates,
  ofGroup,
} from '../support/builders/claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aCommittee, aTerm, seat } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

describe('Claims on the pages of people and groups', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core, ['bus']);
  });
  afterAll(() => core.close());

  it('stand among what happened by their days and amounts, and among what is due while they wait', async () => {
    const { person, activity } = await anAttendee(core);
    const filed = await aClaimSignedAtDesk(core, { person, activity });
    const draft = await aDraft(core, person);
    const of = { kind: 'person', personId: person.id } as const;
    const { entries } = await core.as('desk').call('timeline.list', { of, kinds: ['claim'] });
    expect(entries).toMatchObject([
      { on: '2027-01-04', words: `${filed.reference} handed in, £3.20` },
    ]);
    const { due } = await core.as('desk').call('timeline.today', { of });
    expect(due.map(({ words }) => words)).toContain(
      `Expense claim ${draft.reference}: being filled in`,
    );
  });

  it('go to the next treasurer of a group, without the name of any claimant', async () => {
    const group = await aGroup(core);
    const before = await aPerson(core, { name: 'Thora Outgoing' });
    await aTerm(core, { groupId: group.id, personId: before.id });
    const open = await aDraft(core, before, {
      claimant: ofGroup(group.id),
      filerGroupId: group.id,
    });
    const next = await aPerson(core);
    const { handOvers } = await aCommittee(core, {
      groupId: group.id,
      posts: [seat('treasurer', next.id)],
    });
    const words = handOvers.flatMap(({ lines }) => lines.map((line) => line.words));
    const line = words.find((each) => each.includes(open.reference));
    expect(line).toBe(`1 open expense claim to finish and sign: ${open.reference}`);
  });
});
