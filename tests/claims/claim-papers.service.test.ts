import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import type { LineDecision } from '#db/claims/deciding.contract';
import { MASKED } from '#db/people/people.rules';
import type { Role } from '#db/shared/roles';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  aPicture,
  claimLine,
  drive,
  enterGeneral,
  enterKind,
  enterRates,
  signClaim,
  STROKES,
  wordsOf as wordsOfForm,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';
import { checkFile, dictionariesOf, textOf, untaggedMarksOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
  await enterRates(core);
  await enterKind(core, 'room-hire');
  await enterGeneral(core, { principle: 'No tenant is out of pocket.' });
});
afterAll(() => core.close());

type Drawn = { readonly base64: string; readonly missingGlyphs: readonly string[] };

/** The words of a paper as strangers' tools read them; the file is sound and every mark in it is tagged. */
function wordsOf(paper: Drawn): string {
  const bytes = Buffer.from(paper.base64, 'base64');
  expect(checkFile(bytes)).toContain('No syntax or stream encoding errors found');
  expect(untaggedMarksOf(bytes)).toBe(0);
  expect(paper.missingGlyphs).toEqual([]);
  return textOf(bytes).replace(/\s+/g, ' ');
}

const printed = async (
  claim: Pick<Claim, 'id'>,
  size: 'normal' | 'large' = 'normal',
  as: Role = 'desk',
) =>
  wordsOf(
    await core.as(as).call('claims.printForm', { of: { kind: 'claim', id: claim.id }, size }),
  );

describe('The claim form', () => {
  it.each(['normal', 'large'] as const)(
    'is blank with the rates of today, in %s print',
    async (size) => {
      const words = wordsOf(
        await core.as('desk').call('claims.printForm', { of: { kind: 'blank' }, size }),
      );
      expect(words).toContain('Your name');
      expect(words).toContain('Car: 45p a mile');
      expect(words).toContain('at most £25 for each claim');
      expect(words).toContain('No tenant is out of pocket.');
      expect(words).toContain('For office use');
    },
  );

  it('can be filled in on a screen where it is blank', async () => {
    const paper = await core
      .as('desk')
      .call('claims.printForm', { of: { kind: 'blank' }, isFillable: true });
    const fields = dictionariesOf(Buffer.from(paper.base64, 'base64'));
    expect(fields.some((field) => field['/TU'] === 'u:Miles or hours, Car: 45p a mile')).toBe(true);
  });

  it('is half filled at the counter: name and event are printed, the rest is to write', async () => {
    const { person, activity } = await anAttendee(core, { name: 'Joy Okafor' });
    const of = { kind: 'half-filled', claimant: { kind: 'person', personId: person.id } } as const;
    const words = wordsOf(
      await core.as('desk').call('claims.printForm', { of: { ...of, activityId: activity.id } }),
    );
    expect(words).toContain('Joy Okafor');
    expect(words).toContain(activity.title);
    expect(words).toContain('Car: 45p a mile');
    expect(words).toContain('Claim number');
    expect(words).not.toContain('Your name');
  });

  it('of a claim just begun has its number and code, and keeps what is not filled in to write', async () => {
    const draft = await aDraft(core, await aPerson(core, { name: 'Joy Okafor' }), { lines: [] });
    const words = await printed(draft);
    expect(words).toContain(draft.reference);
    expect(words).toContain('We find your claim by this number.');
    expect(words).toContain('Meeting or event');
    expect(words).toContain('Car: 45p a mile');
    const found = await core
      .as('desk')
      .call('claims.findByReference', { reference: draft.reference });
    expect(found.claimId).toBe(draft.id);
  });

  it.each(['normal', 'large'] as const)(
    'of a signed claim has its costs, sums, signature and fingerprint, in %s print',
    async (size) => {
      const { person, activity } = await anAttendee(core, { name: 'Siân Ó Néill-Żak' });
      const why = 'The last bus had gone. '.repeat(20).trim();
      const draft = await aDraft(core, person, {
        lines: [
          drive(120, { activityId: activity.id }),
          claimLine({ kind: 'taxi', activityId: activity.id, claimedPence: 3000, reason: why }),
        ],
      });
      const claim = await signClaim(core, draft);
      const words = await printed(claim, size);
      expect(words).toContain('Siân Ó Néill-Żak');
      expect(words).toContain('Car, 12 miles');
      expect(words).toContain('£5.40');
      expect(words).toContain('Cost 2: £5.00 less. What is paid for taxi.');
      expect(words).toContain('To be paid: £30.40');
      expect(words).toContain(why);
      const { signedHash } = claim.signatures[0] ?? { signedHash: '' };
      expect(words).toContain(`Fingerprint of what was signed: ${signedHash.slice(0, 4)}`);
      expect(words).not.toContain('For office use');
    },
  );

  it('says what it said when it was signed, whatever somebody is called since', async () => {
    const { person, activity } = await anAttendee(core, { name: 'Rana Amin' });
    const claim = await aClaimSignedAtDesk(core, { person, activity });
    await core.as('officer').call('people.change', { ...person, name: 'Rana Begum' });
    expect(await printed(claim)).toContain('Rana Amin');
    expect(await printed(claim)).not.toContain('Rana Begum');
  });

  it('says that it was changed since it was signed, and asks for a new signature', async () => {
    const claim = await aClaimSignedAtDesk(core);
    const opened = await core
      .as('desk')
      .call('claims.reopen', { id: claim.id, version: claim.version, why: 'Wrong day' });
    await core.as('desk').call('claims.saveDraft', wordsOfForm(opened, { notes: 'Another day' }));
    const words = await printed(claim);
    expect(words).toContain('Changed since signed');
    expect(words).toContain('It was signed on 4 January 2027 and changed after that.');
    expect(words).toContain('Please sign');
    expect(words).not.toContain('Fingerprint');
  });

  it('is printed to be signed with its figures and a line for the signature', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, {
      lines: [claimLine({ activityId: activity.id })],
    });
    const words = wordsOf(
      await core.as('desk').call('claims.printToSign', { id: draft.id, version: draft.version }),
    );
    expect(words).toContain('Please sign');
    expect(words).toContain('To be paid: £3.20');
  });

  it('has its receipts behind it, each with the cost it is for, and none for the auditor', async () => {
    const { person, activity } = await anAttendee(core);
    const line = claimLine({ activityId: activity.id });
    const draft = await aDraft(core, person, { lines: [line] });
    await core
      .as('desk')
      .call('claims.attachReceipt', { id: draft.id, ...aPicture(41), lineIds: [line.id] });
    expect(await printed(draft)).toContain('Receipt 1: for cost 1');
    const images = (paper: Drawn) =>
      Buffer.from(paper.base64, 'base64').toString('latin1').split('/Subtype /Image').length - 1;
    const of = { kind: 'claim', id: draft.id } as const;
    expect(images(await core.as('desk').call('claims.printForm', { of }))).toBe(1);
    expect(images(await core.as('auditor').call('claims.printForm', { of }))).toBe(0);
  });

  it('names nobody to the auditor', async () => {
    const { person, activity } = await anAttendee(core, { name: 'Wanda Silver' });
    const claim = await aClaimSignedAtDesk(core, { person, activity });
    const words = await printed(claim, 'normal', 'auditor');
    expect(words).not.toContain('Wanda');
    expect(words).toContain(MASKED);
    expect(words).toContain('£3.20');
    const of = { kind: 'half-filled', claimant: { kind: 'person', personId: person.id } } as const;
    const form = await core
      .as('auditor')
      .call('claims.printForm', { of: { ...of, activityId: null } });
    expect(wordsOf(form)).not.toContain('Wanda');
  });
});

describe('The treasurer’s sheet', () => {
  it.each(['normal', 'large'] as const)('is blank for whoever asks, in %s print', async (size) => {
    const words = wordsOf(await core.as('desk').call('claims.printSheet', { id: null, size }));
    expect(words).toContain('Member’s signature');
    expect(words).toContain('Why no tenant meeting room would do');
  });

  it('lists each member’s own claim, who still has to sign, and the room that was hired', async () => {
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    const treasurer = await aPerson(core, { name: 'Wilf Hartley' });
    const sheet = await core.as('desk').call('claims.startBatch', {
      id: countedId(),
      groupId: group.id,
      treasurerPersonId: treasurer.id,
      receivedOn: '2027-01-04',
    });
    const { person, activity } = await anAttendee(core, { name: 'Ann Farrow' });
    const part = { filerPersonId: treasurer.id, batchId: sheet.id };
    await signClaim(
      core,
      await aDraft(core, person, { ...part, lines: [claimLine({ activityId: activity.id })] }),
    );
    await aDraft(core, await aPerson(core, { name: 'Ben Moss' }), {
      ...part,
      lines: [
        claimLine({
          kind: 'room-hire',
          fromPlace: 'St Mark’s hall',
          toPlace: '',
          claimedPence: 4500,
          reason: 'No tenant room has a lift.',
        }),
      ],
    });
    const words = wordsOf(await core.as('desk').call('claims.printSheet', { id: sheet.id }));
    expect(words).toContain('Birch Court TRA');
    expect(words).toContain('Ann Farrow');
    expect(words).toContain('1 member still to sign their own claim.');
    expect(words).toContain('No tenant room has a lift.');
    expect(words).toContain('Each member has signed for their own costs.');
    const masked = await core.as('auditor').call('claims.printSheet', { id: sheet.id });
    expect(wordsOf(masked)).not.toContain('Farrow');
  });
});

describe('The decision letter', () => {
  it('is refused while nothing is decided, and says where the claim stands', async () => {
    const claim = await aClaimSignedAtDesk(core);
    const refused = await core.as('desk').refusal('claims.printDecision', { id: claim.id });
    expect(refused.code).toBe('claim.nothing-decided');
    expect(refused.message).toContain('Papers to check');
  });

  it.each(['normal', 'large'] as const)(
    'tells for each cost what was asked, what is paid and why, in %s print',
    async (size) => {
      const { person, activity } = await anAttendee(core, { name: 'Kim Haddad' });
      const at = { activityId: activity.id };
      const draft = await aDraft(core, person, {
        lines: [
          claimLine({ ...at, fromPlace: `Home ${size}` }),
          claimLine({ ...at, kind: 'taxi', claimedPence: 3000, fromPlace: `Station ${size}` }),
          claimLine({ ...at, kind: 'parking', claimedPence: 400, fromPlace: '', toPlace: '' }),
          drive(120, { ...at, fromPlace: `Farm ${size}` }),
        ],
      });
      const { id } = await signClaim(core, draft);
      await verified(core, id);
      const { claim } = await core.as('finance').call('claims.toDecide', { id });
      const [bus, taxi, parking, car] = claim.lines.map((line) => line.id);
      const act = { id, key: countedId(), version: claim.version };
      const one = (
        lineId = '',
        decision: LineDecision['decision'] = 'approved',
        why = '',
        amount: number | null = null,
      ) => ({ lineId, decision, pence: amount, why });
      await core.as('finance').call('claims.decide', {
        ...act,
        lines: [
          one(bus, 'approved'),
          one(taxi, 'other', 'A taxi there costs £20.', 2000),
          one(parking, 'rejected', 'Parking was free.'),
          one(car, 'asked', 'Which way did you go?'),
        ],
      });
      const words = wordsOf(await core.as('desk').call('claims.printDecision', { id, size }));
      expect(words).toContain('To Kim Haddad');
      expect(words).toContain('We pay £23.20');
      expect(words).toContain('You asked for £42.60.');
      expect(words).toContain('Cost 2, taxi: £5.00 less. What is paid for taxi.');
      expect(words).toContain('A taxi there costs £20.');
      expect(words).toContain('Cost 3, parking: Parking was free.');
      expect(words).toContain('What we need from you');
      expect(words).toContain('Which way did you go?');
      expect(words).toContain('No tenant is out of pocket.');
      expect(words).toContain('£23.20 will be paid to Kim Haddad by bank transfer');
      expect(words).toContain('If you think something is wrong');
      const masked = wordsOf(await core.as('auditor').call('claims.printDecision', { id, size }));
      expect(masked).not.toContain('Haddad');
      expect(masked).not.toContain('Parking was free.');
    },
  );
});

describe('The slip for cash', () => {
  it('is to be signed for what is left to pay, and then shows the signature', async () => {
    const { person, activity } = await anAttendee(core, { name: 'Lena Park' });
    const { id, reference } = await aClaimSignedAtDesk(core, { person, activity, method: 'cash' });
    const early = await core.as('desk').refusal('claims.printCashReceipt', { id });
    expect(early.code).toBe('claim.nothing-to-pay');
    await verified(core, id);
    const decided = await approved(core, id);
    const slip = wordsOf(await core.as('desk').call('claims.printCashReceipt', { id }));
    expect(slip).toContain('I have received £3.20 in cash.');
    expect(slip).toContain(reference);
    expect(slip).toContain('Paid out by');
    await core.as('manager').call('claims.payByHand', {
      id,
      key: countedId(),
      version: decided.version,
      paidOn: '2027-01-04',
      method: 'cash',
      note: '',
      cash: { name: 'Lena Park', strokes: STROKES, file: null },
    });
    const signed = wordsOf(await core.as('desk').call('claims.printCashReceipt', { id }));
    expect(signed).toContain('Paid on 4 January 2027');
    expect(signed).not.toContain('Paid out by');
    const letter = wordsOf(await core.as('desk').call('claims.printDecision', { id }));
    expect(letter).toContain('Paid: £3.20 on 4 January 2027 in cash at the desk.');
  });
});
