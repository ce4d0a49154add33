import { describe, expect, it } from 'vitest';
import type { Activity } from '#db/activities/activities.contract';
import type { Claim } from '#db/claims/claims.contract';
import type { Person } from '#db/people/people.contract';
import { anActivity, onRegister } from '../support/builders/activities.ts';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  claimWords,
  drive,
  enterGeneral,
  enterKind,
  enterRates,
  ofGroup,
  signClaim,
  signing,
  wordsOf,
} from '../support/builders/claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

/** A council meeting on a day that these people came to. */
async function meetingOn(core: TestCore, on: string, people: readonly Person[]): Promise<Activity> {
  const activity = await anActivity(core, {
    place: { kind: 'entered', on, startsAt: '10:00', endsAt: '12:00', venue: 'Town Hall' },
  });
  for (const { id } of people) await onRegister(core, activity, { personId: id });
  return activity;
}

/** Runs a scenario on a centre of its own whose clock stands at 9am of a day. */
async function onDay(
  day: string,
  scenario: (core: TestCore, turnTo: (next: string) => void) => Promise<void>,
): Promise<void> {
  const clock = newFixedClock(`${day}T09:00:00.000Z`);
  const core = await openTestCore({ clock });
  try {
    await scenario(core, (next) => clock.set(`${next}T09:00:00.000Z`));
  } finally {
    await core.close();
  }
}

describe('A claim under two policies (6.8.1)', () => {
  it('is £48.90 of £51.40 with one cut in the words of the policy, and stays so', () =>
    onDay('2027-03-20', async (core, turnTo) => {
      await enterKind(core, 'car', { ratePence: 45 });
      await enterKind(core, 'childcare', { sentence: 'Childcare is paid up to £7.00 an hour.' });
      await enterKind(core, 'car', { from: '2027-04-01', ratePence: 50 });
      await enterKind(core, 'childcare', {
        from: '2027-04-01',
        ratePence: 850,
        sentence: 'Childcare is paid up to £8.50 an hour.',
      });
      turnTo('2027-04-08');
      const person = await aPerson(core);
      const march = await meetingOn(core, '2027-03-30', [person]);
      const april = await meetingOn(core, '2027-04-06', [person]);
      const care = {
        kind: 'childcare',
        minutes: 150,
        claimedPence: 2000,
        children: ['under-5'],
        fromPlace: '',
        toPlace: '',
      };
      const lines = [march, april].flatMap(({ id, on }) => [
        drive(120, { activityId: id, day: on }),
        claimLine({ ...care, activityId: id, day: on }),
      ]);
      const words = claimWords(person, { receivedOn: '2027-04-08', lines });

      const foreseen = await core.as('desk').call('claims.foresee', words);
      expect(foreseen).toMatchObject({ claimedPence: 5140, payablePence: 4890, missing: [] });
      expect(foreseen.lines.map(({ payablePence }) => payablePence)).toEqual([
        540, 1750, 600, 2000,
      ]);
      const signed = await signClaim(core, await core.as('desk').call('claims.saveDraft', words));
      expect(signed).toMatchObject({ claimedPence: 5140, payablePence: 4890 });
      expect(signed.lines.flatMap(({ cuts }) => cuts)).toEqual([
        { pence: 250, rule: 'EXP-01', sentence: 'Childcare is paid up to £7.00 an hour.' },
      ]);

      await enterKind(core, 'car', { from: '2027-04-08', ratePence: 90 });
      await enterKind(core, 'childcare', { from: '2027-04-08', ratePence: 100 });
      turnTo('2027-06-01');
      const later = await core.as('finance').call('claims.get', { id: signed.id });
      expect(later.lines).toEqual(signed.lines);
      expect(later).toMatchObject({ claimedPence: 5140, payablePence: 4890 });
    }));
});

describe('The same ticket for two groups (6.8.3)', () => {
  it('is warned of with a link as soon as it comes, and signed for with a reason only', () =>
    onDay('2027-04-08', async (core) => {
      await enterRates(core);
      const desk = core.as('desk');
      const haddad = await aPerson(core, { name: 'R. Haddad' });
      const meeting = await meetingOn(core, '2027-04-06', [haddad]);
      const [birchCourt, ashdown] = [
        await aGroup(core, { name: 'Birch Court TRA' }),
        await aGroup(core, { name: 'Ashdown TRA' }),
      ];
      const claimFor = async (groupId: string): Promise<Claim> =>
        desk.call(
          'claims.saveDraft',
          claimWords(haddad, {
            claimant: ofGroup(groupId),
            filerGroupId: groupId,
            receivedOn: '2027-04-08',
          }),
        );
      const ticketOn = async (claim: Claim) => {
        const { receipt, warnings } = await desk.call('claims.attachReceipt', {
          id: claim.id,
          ...aPicture(32),
        });
        const line = claimLine({
          activityId: meeting.id,
          day: '2027-04-06',
          receiptIds: [receipt.id],
        });
        return {
          warnings,
          draft: await desk.call('claims.saveDraft', wordsOf(claim, { lines: [line] })),
        };
      };
      const first = await ticketOn(await claimFor(birchCourt.id));
      expect(first.warnings).toEqual([]);
      const kept = await signClaim(core, first.draft);

      const second = await ticketOn(await claimFor(ashdown.id));
      expect(second.warnings).toMatchObject([
        { code: 'double-receipt', weight: 'warns', other: { reference: kept.reference } },
      ]);
      const refused = await desk.refusal('claims.sign', signing(second.draft));
      expect(refused).toMatchObject({
        code: 'claim.not-ready',
        message: expect.stringContaining(kept.reference),
      });
      let claim = second.draft;
      for (const { lineId, code, other, weight } of claim.warnings)
        if (weight === 'warns')
          claim = await desk.call('claims.answerWarning', {
            id: claim.id,
            lineId,
            code,
            otherId: other?.otherId ?? '',
            why: 'One ticket for two groups, halved between them.',
          });
      const signed = await signClaim(core, claim);
      expect(signed.state).toBe('filed');
      expect(signed.warnings.find(({ code }) => code === 'double-receipt')).toMatchObject({
        answer: { why: 'One ticket for two groups, halved between them.', by: 'Dee Hollins' },
        other: { claimId: kept.id },
      });
    }));
});

describe('A claim signed before its treasurer changed (6.8.5)', () => {
  it('is accepted with who signed as signatory, and is out of time by 35 days for a manager to answer', () =>
    onDay('2027-03-01', async (core, turnTo) => {
      await enterRates(core);
      await enterGeneral(core, { from: '2027-03-01', timeLimitDays: 90 });
      turnTo('2027-07-08');
      const group = await aGroup(core, { name: 'Cedar Estate TRA' });
      const lane = await aPerson(core, { name: 'P. Lane' });
      const meeting = await meetingOn(core, '2027-03-05', [lane]);
      const draft = await aDraft(core, lane, {
        claimant: ofGroup(group.id),
        filerGroupId: group.id,
        payee: { kind: 'group', groupId: group.id },
        receivedOn: '2027-07-08',
        lines: [claimLine({ activityId: meeting.id, day: '2027-03-05' })],
      });
      const filed = await core.as('desk').call('claims.attachSigned', {
        reference: draft.reference,
        key: countedId(),
        signedOn: '2027-06-24',
        signer: 'J. Okafor',
        ...aPicture(24, 'form.png'),
      });
      expect(filed).toMatchObject({ state: 'filed', receivedOn: '2027-07-08' });
      expect(filed.filerWords).toBe('P. Lane, for Cedar Estate TRA');
      expect(filed.signatures).toMatchObject([
        { name: 'J. Okafor', signedOn: '2027-06-24', way: 'paper', personId: null },
      ]);
      const late = filed.warnings.find(({ code }) => code === 'out-of-time');
      expect(late).toMatchObject({ weight: 'stops', answer: null });
      expect(late?.words).toContain('35 days');

      const answer = {
        id: filed.id,
        lineId: late?.lineId ?? null,
        code: 'out-of-time',
        otherId: '',
        why: 'The treasurer changed meanwhile.',
      };
      const refused = await core.as('desk').refusal('claims.answerWarning', answer);
      expect(refused.code).toBe('claim.manager-answers');
      const answered = await core.as('manager').call('claims.answerWarning', answer);
      expect(answered.warnings.find(({ code }) => code === 'out-of-time')?.answer).toMatchObject({
        by: 'Maya Quill',
      });
    }));
});

/** Writes a row like another one, past the program. */
function writeLike(
  raw: ReturnType<TestCore['raw']>,
  table: string,
  id: string,
  other: Readonly<Record<string, unknown>>,
): void {
  const row = {
    ...(raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as object),
    ...other,
  };
  const columns = Object.keys(row);
  raw
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

describe('A thousand claims, each signed three times with one key', () => {
  it(
    'are a thousand claims with one signature each',
    () =>
      onDay('2027-01-04', async (core) => {
        await enterKind(core, 'bus');
        const desk = core.as('desk');
        const { person, activity } = await anAttendee(core);
        const first = await aDraft(core, person, {
          lines: [claimLine({ activityId: activity.id })],
        });
        const line = first.lines[0]?.id ?? '';
        const raw = core.raw();
        raw.exec('BEGIN');
        let activityId: string = activity.id;
        for (let n = 2; n <= 1000; n += 1) {
          const [who, id] = [countedId(), countedId()];
          if (n % 20 === 0) {
            activityId = countedId();
            writeLike(raw, 'activity', activity.id, { id: activityId, reference: `ACT-2026-${n}` });
          }
          writeLike(raw, 'person', person.id, { id: who });
          const names = { claimant_person_id: who, filer_person_id: who, payee_person_id: who };
          writeLike(raw, 'claim', first.id, { id, reference: `CLM-2026-${n}`, ...names });
          writeLike(raw, 'claim_line', line, {
            id: countedId(),
            claim_id: id,
            activity_id: activityId,
            claimed_pence: n,
          });
        }
        raw.exec('COMMIT');
        const drafts = raw.prepare('SELECT id FROM claim').pluck().all() as Claim['id'][];
        for (const id of drafts) {
          const wanted = signing({ id, version: 1, claimantName: 'Whoever claims' });
          const answers = await Promise.all(
            Array.from({ length: 3 }, () => desk.ask('claims.sign', wanted)),
          );
          expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
        }
        const count = (sql: string) => raw.prepare(sql).pluck().get();
        expect(count("SELECT count(*) FROM claim WHERE state = 'filed'")).toBe(1000);
        expect(count('SELECT count(DISTINCT sign_key) FROM claim')).toBe(1000);
        expect(count('SELECT count(*) FROM claim_signature WHERE is_superseded = 0')).toBe(1000);
        expect(count('SELECT count(*) FROM claim_signature')).toBe(1000);
        expect(count('SELECT sum(payable_pence) FROM claim')).toBe(320 + 500_499);
      }),
    300_000,
  );
});
