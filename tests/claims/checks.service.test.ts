import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId } from '#db/claims/claims.contract';
import { journeyKeyOf } from '#db/claims/journey.rules';
import { LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import { anActivity, onDay } from '../support/builders/activities.ts';
import { aBooking } from '../support/builders/bookings.ts';
import { generalPolicyDetails, kindPolicyDetails } from '../support/builders/claim-policy.ts';
import { aDraft, claimLine } from '../support/builders/claims.ts';
import {
  aBusPolicy,
  aFiledClaim,
  aMeetingWith,
  insertClaim,
  type RowLine,
} from '../support/builders/filed-claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
});
afterEach(() => core.close());

const warningsOf = async (id: ClaimId) =>
  (await core.as('finance').call('claims.toDecide', { id })).claim.warnings;
const codesOf = async (id: ClaimId) =>
  (await warningsOf(id)).map(({ code, weight }) => `${code} ${weight}`);

/** A receipt in the file, laid to a line. */
function aReceipt(
  claim: { readonly id: ClaimId; readonly lineIds: readonly string[] },
  part: { readonly hash?: string; readonly on?: string; readonly number?: string } = {},
): string {
  const id = countedId();
  const db = core.raw();
  db.prepare(
    `INSERT INTO claim_receipt (id, claim_id, batch_id, hash, kind, name, printed_on, printed_pence, printed_number, added_by_user_id, added_at, removed_at)
     VALUES (?, ?, NULL, ?, 'receipt', 'ticket.jpg', ?, 320, ?, NULL, '2027-01-04T09:00:00.000Z', NULL)`,
  ).run(id, claim.id, part.hash ?? id, part.on ?? null, part.number ?? '');
  db.prepare('INSERT INTO claim_line_receipt (line_id, receipt_id) VALUES (?, ?)').run(
    claim.lineIds[0],
    id,
  );
  db.close();
  return id;
}

const JOURNEY = { fromPlace: 'Elm Street', toPlace: 'Town Hall' };
const journey = (day: string): RowLine => ({
  ...JOURNEY,
  day,
  journeyKey: journeyKeyOf({ ...JOURNEY, kind: 'bus', day: LocalDate.parse(day) }),
});

describe('Doubles over all claims', () => {
  it('are found by the same picture, whoever claims, and lead to the other claim; withdrawn ones are none', async () => {
    const first = await aFiledClaim(core);
    const second = await aFiledClaim(core);
    aReceipt(first, { hash: 'same' });
    aReceipt(second, { hash: 'same' });
    expect(await warningsOf(second.id)).toMatchObject([
      {
        code: 'double-receipt',
        weight: 'warns',
        other: { claimId: first.id, reference: first.reference },
      },
    ]);
    const db = core.raw();
    db.prepare("UPDATE claim SET state = 'withdrawn' WHERE id = ?").run(first.id);
    db.close();
    expect(await codesOf(second.id)).toEqual([]);
  });

  it('are found by what is printed on the receipt', async () => {
    const first = await aFiledClaim(core);
    const second = await aFiledClaim(core);
    aReceipt(first, { on: '2027-01-04', number: 'T-4711' });
    aReceipt(second, { on: '2027-01-04', number: 'T-4711' });
    expect(await codesOf(second.id)).toEqual(['double-receipt warns']);
    aReceipt(await aFiledClaim(core), { on: '2027-01-04', number: 'T-4712' });
    expect(await codesOf(second.id)).toEqual(['double-receipt warns']);
  });

  it('are found by the journey: of the same claimant warned about, of others said, of refused lines not', async () => {
    const first = await aFiledClaim(core, { lines: [journey('2027-01-04')] });
    const others = await aFiledClaim(core, { lines: [journey('2027-01-04')] });
    expect(await codesOf(others.id)).toEqual(['double-journey says']);
    const again = insertClaim(core, { personId: first.personId, lines: [journey('2027-01-04')] });
    expect(await codesOf(again.id)).toContain('double-journey warns');
    const elsewhere = await aFiledClaim(core, { lines: [journey('2027-01-03')] });
    expect((await codesOf(elsewhere.id)).some((one) => one.startsWith('double'))).toBe(false);
    const db = core.raw();
    db.prepare("UPDATE claim_line SET state = 'rejected' WHERE claim_id IN (?, ?)").run(
      first.id,
      again.id,
    );
    db.close();
    expect(await codesOf(others.id)).toEqual([]);
  });

  it('are found by the activity and kind of the same claimant', async () => {
    const first = await aFiledClaim(core);
    const lines = [{ activityId: first.meeting.id }];
    const again = insertClaim(core, { personId: first.personId, lines });
    expect(await codesOf(again.id)).toEqual(['double-activity-kind warns']);
    const other = await aPerson(core);
    const theirs = insertClaim(core, { personId: other.id, lines });
    expect(await codesOf(theirs.id)).toEqual(['not-on-sheet warns']);
  });
});

describe('What stands against a line on its day', () => {
  it('is a bar from money from its first day on; a bar from a room is none', async () => {
    const { id, personId } = await aFiledClaim(core);
    const subject = { kind: 'person', personId };
    await aRestriction(core, { subject, scope: { kind: 'all-facilities' }, from: '2027-01-01' });
    await aRestriction(core, { subject, scope: { kind: 'money' }, from: '2027-01-05' });
    expect(await codesOf(id)).toEqual([]);
    await aRestriction(core, { subject, scope: { kind: 'money' }, from: '2027-01-04' });
    expect(await codesOf(id)).toEqual(['restricted-money stops']);
  });

  it('is a bar from that kind of activity, and from no other', async () => {
    const { id, personId } = await aFiledClaim(core);
    const subject = { kind: 'person', personId };
    await aRestriction(core, {
      subject,
      scope: { kind: 'activity', activity: 'Training' },
      from: '2027-01-01',
    });
    expect(await codesOf(id)).toEqual([]);
    await aRestriction(core, {
      subject,
      scope: { kind: 'activity', activity: 'meeting' },
      from: '2027-01-01',
    });
    expect(await codesOf(id)).toEqual(['restricted-activity stops']);
  });

  it('is a group that was not recognised: said of what was filed, a stop while it is filled in, and never of a person', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    await core
      .as('manager')
      .call('recognition.setEffect', { activity: 'group-expenses', effect: 'blocks' });
    const meeting = await anActivity(core);
    const lines = [{ activityId: meeting.id }];
    const filed = insertClaim(core, { groupId: group.id, lines });
    expect(await codesOf(filed.id)).toEqual(['not-recognised says']);
    const draft = insertClaim(core, { groupId: group.id, lines, state: 'to-sign' });
    expect(await codesOf(draft.id)).toEqual(['double-activity-kind warns', 'not-recognised stops']);
    const person = await aPerson(core);
    const meetingOf = await aMeetingWith(core, person.id);
    const theirs = insertClaim(core, {
      personId: person.id,
      payeeGroupId: group.id,
      lines: [{ activityId: meetingOf.id }],
    });
    expect(await codesOf(theirs.id)).toEqual([]);
  });

  it('is a claim as a member of staff by somebody whose record does not say so (EXP-14)', async () => {
    const person = await aPerson(core);
    const meeting = await aMeetingWith(core, person.id);
    const lines = [claimLine({ activityId: meeting.id })];
    const claimant = { kind: 'staff', personId: person.id };
    const asStaff = await aDraft(core, person, { claimant, lines });
    expect(asStaff.warnings).toMatchObject([{ code: 'not-staff', lineId: null, weight: 'warns' }]);
    expect((await aDraft(core, person, { lines: [] })).warnings).toEqual([]);
    const { id, version } = person;
    await core.as('desk').call('people.changeRecord', { id, version, isCouncilStaff: true });
    expect(await codesOf(asStaff.id)).toEqual([]);
  });

  it('is a tenant room that was free when a room was hired elsewhere, and not one that was booked', async () => {
    await core.as('manager').call(
      'policy.enterKind',
      kindPolicyDetails({
        kind: 'room-hire',
        basis: 'actual',
        ratePence: null,
        sentence: 'Hire.',
      }),
    );
    const group = await aGroup(core);
    const evening = await anActivity(core, {
      place: { ...onDay('2027-01-05'), startsAt: '18:00', endsAt: '20:00' },
    });
    const line = { activityId: evening.id, kind: 'room-hire', day: '2027-01-05' };
    const hire = insertClaim(core, { groupId: group.id, receivedOn: '2027-01-06', lines: [line] });
    const free = async () =>
      (await warningsOf(hire.id)).find(({ code }) => code === 'tenant-room-free')?.words;
    expect(await free()).toBe('Free at that time: Meeting Room and Small Room.');
    await aBooking(core, { from: '19:00', until: '21:00' });
    expect(await free()).toBe('Free at that time: Small Room.');
  });

  it('is a limit of the month, counted over all claims of the claimant but refused ones', async () => {
    await core
      .as('manager')
      .call('policy.enterGeneral', generalPolicyDetails({ monthLimitPence: pence(900) }));
    const first = await aFiledClaim(core, { lines: [{ claimedPence: 600 }] });
    const lines = [{ activityId: first.meeting.id, claimedPence: 301 }];
    const second = insertClaim(core, { personId: first.personId, lines });
    expect((await warningsOf(second.id)).find(({ code }) => code === 'month-limit')?.words).toBe(
      'With this line £9.01 is claimed for January 2027; the limit is £9.',
    );
    const db = core.raw();
    db.prepare("UPDATE claim_line SET state = 'rejected' WHERE claim_id = ?").run(first.id);
    db.close();
    expect(await codesOf(second.id)).toEqual([]);
  });
});

describe('The auditor', () => {
  it('reads that there is a warning, and nothing of people', async () => {
    const first = await aFiledClaim(core);
    const second = await aFiledClaim(core);
    aReceipt(first, { hash: 'same' });
    aReceipt(second, { hash: 'same' });
    const { claim } = await core.as('auditor').call('claims.toDecide', { id: second.id });
    expect(claim.warnings).toMatchObject([{ code: 'double-receipt', words: '•••' }]);
    expect(claim.claimantName).toBe('•••');
  });
});
