import { describe, expect, it } from 'vitest';
import type { Claim, ClaimLine } from '#db/claims/claims.contract';
import {
  captionOf,
  measureWords,
  shortFingerprint,
  stageOf,
  whereWords,
} from '#db/claims/papers/claim-on-form.rules';
import { claimableKinds } from '#db/claims/papers/claimable-kinds.rules';
import {
  decidedLines,
  isToldOf,
  letterDate,
  whoDecided,
} from '#db/claims/papers/decision-words.rules';
import { parseSignedNames } from '#db/claims/papers/signed-names.rules';
import { LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import { aKindPolicy, aPolicy } from '../support/builders/claim-policy.ts';

const line = (part: object): ClaimLine =>
  ({
    id: 'l1',
    kind: 'taxi',
    state: 'approved',
    day: '2027-01-04',
    fromPlace: '',
    toPlace: '',
    carer: '',
    milesTenths: null,
    minutes: null,
    children: [],
    askedPence: 3000,
    payablePence: 2500,
    cuts: [{ pence: 500, rule: 'EXP-05', sentence: 'Taxis are paid up to £25.' }],
    decidedPence: 2500,
    decisionWhy: '',
    ...part,
  }) as unknown as ClaimLine;

const claim = (part: object): Claim =>
  ({
    state: 'decided',
    lines: [line({})],
    decisions: [],
    payments: [],
    ...part,
  }) as unknown as Claim;

describe('What a form says of a cost', () => {
  it.each([
    [{ milesTenths: 65 }, '6.5 miles'],
    [{ milesTenths: 10 }, '1 mile'],
    [{ minutes: 150 }, '2 hours 30 minutes'],
    [
      { minutes: 60, children: ['under-5', '5-to-10', 'under-5'] },
      '1 hour, 3 children, under 5 and 5 to 10',
    ],
    [{}, ''],
  ])('measures %o as “%s”', (part, words) => {
    expect(measureWords(line(part))).toBe(words);
  });

  it('says where it went and who was paid', () => {
    expect(whereWords(line({ fromPlace: 'Home', toPlace: 'Town Hall' }))).toBe('Home to Town Hall');
    expect(whereWords(line({ carer: 'Little Acorns' }))).toBe('Little Acorns');
  });

  it('captions a receipt with what is printed on it and the cost it is for', () => {
    const receipt = {
      lineIds: ['l2'],
      printedOn: '2027-01-04',
      printedPence: pence(320),
      printedNumber: '00417',
    };
    const of = claim({ lines: [line({}), line({ id: 'l2' })] });
    expect(captionOf(receipt as never, 2, of)).toBe(
      'Receipt 2: for cost 2, 4 January 2027, £3.20, number 00417',
    );
  });

  it('shortens a fingerprint so that it can be read out', () => {
    expect(shortFingerprint('3f2a9c1b77deffff')).toBe('3f2a 9c1b 77de');
  });
});

describe('How far a form is', () => {
  it.each([
    ['draft', false, 'to-fill'],
    ['draft', true, 'to-sign'],
    ['to-sign', false, 'to-sign'],
    ['asked', true, 'to-sign'],
    ['filed', false, 'signed'],
    ['paid', false, 'signed'],
  ] as const)(
    'follows the claim: %s, changed since signed %s, is %s',
    (state, isChanged, stage) => {
      expect(stageOf(claim({ state, isChangedSinceSigned: isChanged }))).toBe(stage);
    },
  );

  it('reads names out of what was signed, and none where nothing was', () => {
    const signed = {
      claimant: { kind: 'person', name: 'Rana Amin' },
      filer: { words: 'J. Okafor' },
      payee: { name: 'Rana Amin' },
      shape: 1,
    };
    expect(parseSignedNames(JSON.stringify(signed))).toEqual({
      claimant: 'Rana Amin',
      filer: 'J. Okafor',
      payee: 'Rana Amin',
    });
    expect(parseSignedNames('')).toBeUndefined();
    expect(parseSignedNames('{}')).toBeUndefined();
  });
});

describe('What a form offers', () => {
  it('is what the claimant may claim, with what is paid for it', () => {
    const policy = aPolicy([
      aKindPolicy('car', { basis: 'per-mile', ratePence: pence(45) }),
      aKindPolicy('lunch', { allowedFor: ['person'] }),
      aKindPolicy('conference', { allowedFor: [] }),
    ])(LocalDate.parse('2027-01-04'));
    const named = (kind: 'person' | 'group' | null) =>
      claimableKinds(policy, kind).map(({ words, rate }) => `${words}: ${rate}`);
    expect(named('person')).toEqual(['Car: 45p a mile', 'Lunch: what it cost']);
    expect(named('group')).toEqual(['Car: 45p a mile']);
    expect(named(null)).toEqual(['Car: 45p a mile', 'Lunch: what it cost']);
  });

  it('says a few short limits with the rate, long or many ones apart from it', () => {
    const perClaim = { caps: [{ pence: pence(2500), per: 'claim' as const }] };
    const perBoth = { caps: [{ pence: pence(2500), per: 'meeting' as const }, ...perClaim.caps] };
    const offered = (...kinds: Parameters<typeof aPolicy>[0]) =>
      claimableKinds(aPolicy(kinds)(LocalDate.parse('2027-01-04')), null).map(
        ({ rate, limit }) => `${rate} | ${limit}`,
      );
    expect(offered(aKindPolicy('taxi', perClaim), aKindPolicy('bus', perBoth))).toEqual([
      'what it cost, at most £25 for each claim | ',
      'what it cost | At most £25 for each meeting and £25 for each claim',
    ]);
    const many = (['taxi', 'bus', 'train', 'parking'] as const).map((kind) =>
      aKindPolicy(kind, perClaim),
    );
    expect(new Set(offered(...many))).toEqual(
      new Set(['what it cost | At most £25 for each claim']),
    );
  });
});

describe('What a decision letter tells', () => {
  it('tells nobody what was answered to a doubt, and tells why something was added', () => {
    const line = { ...claim({}).lines[0], decisionWhy: 'Asked Mr Lane, both are right' };
    const of = (step: string) => ({ step, decision: 'approved', lineId: line.id });
    const whyAfter = (...steps: readonly string[]) =>
      decidedLines(claim({ lines: [line], decisions: steps.map(of) }))[0]?.why;
    expect(whyAfter('approve')).toBe('');
    expect(whyAfter('approve', 'top-up')).toBe('Asked Mr Lane, both are right');
  });

  it('is paid in part where less is approved than was asked, with the policy’s sentence', () => {
    expect(decidedLines(claim({}))).toMatchObject([
      {
        number: 1,
        outcome: 'other',
        cuts: [{ pence: 500, sentence: 'Taxis are paid up to £25.' }],
      },
    ]);
  });

  it('is no sentence of the policy where an officer paid it after all, or refused it whole', () => {
    const paidAll = line({ state: 'other', decidedPence: 3000, decisionWhy: 'No bus ran.' });
    const refused = line({ state: 'rejected', decidedPence: null, decisionWhy: 'No such trip.' });
    expect(decidedLines(claim({ lines: [paidAll, refused] }))).toMatchObject([
      { outcome: 'other', cuts: [] },
      { outcome: 'rejected', decidedPence: 0, cuts: [] },
    ]);
  });

  it('waits for the second approver, and for the first decision', () => {
    expect(isToldOf(claim({}))).toBe(true);
    expect(isToldOf(claim({ state: 'second' }))).toBe(false);
    expect(isToldOf(claim({ lines: [line({ state: 'waiting' })] }))).toBe(false);
    expect(isToldOf(claim({ lines: [line({ state: 'asked' })] }))).toBe(true);
  });

  it('is dated by the last decision or payment and signed by who decided last', () => {
    const decided = claim({
      receivedOn: '2027-01-04',
      decisions: [
        { step: 'verify', by: 'Olu Officer', on: '2027-01-05' },
        { step: 'approve', by: 'Fay Finance', on: '2027-01-06' },
      ],
      payments: [{ paidOn: '2027-01-08' }],
    });
    expect(letterDate(decided)).toBe('2027-01-08');
    expect(whoDecided(decided)).toBe('Fay Finance');
  });
});
