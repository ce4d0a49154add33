import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import { NOBODY_ID } from '#db/people/hidden-person.service';
import type { LocalDate } from '#db/shared/local-date';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  enterRates,
  signClaim,
  wordsOf,
} from '../support/builders/claims.ts';
import { aDailyRound } from '../support/builders/held-person.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { type FixedClock, newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let clock: FixedClock;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
  await enterRates(core, ['bus']);
});
afterEach(() => core.close());

const at = (date: string): void => clock.set(`${date}T09:00:00.000Z`);
const day = (date: string): LocalDate => date as LocalDate;

/** A claim with a picture of its ticket, decided, of somebody whose name stands nowhere else. */
async function aDecidedClaim(): Promise<Claim> {
  const { person, activity } = await anAttendee(core, { name: 'Qzoe Claimant' });
  const draft = await aDraft(core, person, {
    notes: 'Qznote of hers',
    lines: [claimLine({ activityId: activity.id, fromPlace: 'Qzhome' })],
  });
  const { receipt } = await core.as('desk').call('claims.attachReceipt', {
    id: draft.id,
    ...aPicture(7, 'qzticket.png'),
    lineIds: [draft.lines[0]?.id as never],
  });
  const kept = await core.as('desk').call('claims.get', { id: draft.id });
  const signed = await signClaim(
    core,
    await core.as('desk').call('claims.saveDraft', wordsOf(kept, { notes: 'Qznote of hers' })),
  );
  expect(receipt.kind).toBe('receipt');
  await verified(core, signed.id);
  return approved(core, signed.id);
}

const everything = (): string =>
  ['claim', 'claim_line', 'claim_receipt', 'claim_signature', 'claim_decision', 'claim_answer']
    .map((table) => JSON.stringify(core.raw().prepare(`SELECT * FROM "${table}"`).all()))
    .join('\n');

describe('A claim and what it holds about people', () => {
  it('keeps its names for six financial years, then its amounts alone, and no picture', async () => {
    const claim = await aDecidedClaim();
    core.raw().prepare("UPDATE claim SET state = 'paid', paid_pence = decided_pence").run();
    expect(everything()).toMatch(/Qzoe.*Qznote|Qznote.*Qzoe/s);
    expect(core.raw().prepare('SELECT count(*) FROM kept_file').pluck().get()).toBe(1);

    at('2033-04-01');
    await core.as('manager').call('holdings.confirmClock', { today: day('2033-04-01') });
    await core
      .as('manager')
      .call('holdings.confirmPast', { recordType: 'claims', ids: null, total: 1 });
    at('2033-05-01');
    await aDailyRound(core, '2033-05-01');

    expect(everything()).not.toMatch(/Qz|qz/);
    expect(core.raw().prepare('SELECT count(*) FROM kept_file').pluck().get()).toBe(0);
    const row = core.raw().prepare('SELECT * FROM claim').get() as Record<string, unknown>;
    expect(row).toMatchObject({
      reference: claim.reference,
      claimant_person_id: NOBODY_ID,
      filer_person_id: null,
      payee_person_id: NOBODY_ID,
      claimed_pence: 320,
      decided_pence: 320,
    });
    expect(
      core
        .raw()
        .prepare('SELECT pence FROM claim_decision WHERE line_id IS NOT NULL')
        .pluck()
        .all(),
    ).toEqual([320]);
  });

  it('is settled before somebody is erased, and then kept with the name alone until its time is over', async () => {
    const claim = await aDecidedClaim();
    const manager = core.as('manager');
    const id = core.raw().prepare('SELECT claimant_person_id FROM claim').pluck().get() as string;
    const before = await manager.call('holdings.previewErasure', { kind: 'person', id });
    expect(before.open.map(({ words }) => words).join()).toContain('expense claim');
    core.raw().prepare("UPDATE claim SET state = 'paid', paid_pence = decided_pence").run();
    const plan = await manager.call('holdings.previewErasure', { kind: 'person', id });
    expect(plan.open).toEqual([]);
    expect(plan.lines).toContainEqual(
      expect.objectContaining({
        words: 'Expense claim',
        count: 1,
        outcome: 'kept',
        until: '2033-03-31',
      }),
    );
    expect(claim.state).toBe('decided');
  });

  it('is shown whole in the copy for its claimant', async () => {
    await aDecidedClaim();
    const id = core.raw().prepare('SELECT claimant_person_id FROM claim').pluck().get() as string;
    const used = await core.as('manager').call('holdings.about', { kind: 'person', id });
    expect(JSON.stringify(used)).toContain('expense claim');
  });
});
