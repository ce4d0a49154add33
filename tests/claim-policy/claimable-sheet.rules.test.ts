import { describe, expect, it } from 'vitest';
import { sheetWords } from '#db/claim-policy/claimable-sheet.rules';
import {
  drawWhatYouCanClaim,
  WhatYouCanClaimValues,
} from '#db/claim-policy/what-you-can-claim.pdf';
import { LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { formValues } from '../bookings/booking-paper-values.ts';
import { aGeneralPolicy, aKindPolicy, aPolicy } from '../support/builders/claim-policy.ts';
import { textOf, typeSizesOf, untaggedMarksOf } from '../support/read-pdf.ts';

const ON = LocalDate.parse('2027-04-06');
const miles = { basis: 'per-mile', receipt: 'needed' } as const;
const KINDS = [
  aKindPolicy('car', { ...miles, ratePence: pence(45), sentence: 'Cars at 45p.' }),
  aKindPolicy('bus', { sentence: 'Fares in full.' }),
  aKindPolicy('train', { sentence: 'Fares in full.' }),
  aKindPolicy('taxi', { allowedFor: [] }),
  aKindPolicy('motorcycle', { ...miles, isRateAwaited: true }),
  aKindPolicy('other', { isRateAwaited: true, source: '' }),
  aKindPolicy('lunch', {
    allowedFor: ['person'],
    needsFullDayWithoutLunch: true,
    caps: [{ pence: pence(650), per: 'day' }],
  }),
];
const GENERAL = aGeneralPolicy({
  eligibleActivityKinds: ['Meeting', 'Conference'],
  timeLimitDays: 90,
  promisedWorkingDays: 10,
  mileageExemptFromReceipt: true,
  cashLimitPence: pence(2500),
  principle: 'No tenant is out of pocket.',
});
const words = sheetWords(aPolicy(KINDS, GENERAL)(ON));

describe('The sheet of what can be claimed (DOC-45)', () => {
  it('names each cost that has a price, with its limit and what is needed', () => {
    expect(
      words.sections.map(({ heading, costs }) => [heading, costs.map(({ what }) => what)]),
    ).toEqual([
      ['Travel', ['Car', 'Bus', 'Train']],
      ['Other costs', ['Lunch']],
    ]);
    expect(words.sections[1]?.costs).toEqual([
      {
        what: 'Lunch',
        paid: 'What it cost',
        limit: 'At most £6.50 for each day',
        conditions: ['Only for people', 'The event lasts a full day and lunch is not provided'],
        sentence: 'What is paid for lunch.',
      },
    ]);
  });

  it('asks no receipt for miles where the council does not', () => {
    expect(words.sections[0]?.costs[0]?.conditions).toEqual([]);
    expect(sheetWords(aPolicy(KINDS)(ON)).sections[0]?.costs[0]?.conditions).toEqual([
      'A receipt is needed',
    ]);
  });

  it('says once what several costs share', () => {
    expect(words.sections[0]?.sentences).toEqual(['Fares in full.']);
    expect(words.sections[0]?.costs.map(({ sentence }) => sentence)).toEqual([
      'Cars at 45p.',
      '',
      '',
    ]);
  });

  it('names apart what waits for a rate and what the council does not speak of, and leaves out what nobody can claim', () => {
    expect(words.awaited).toEqual(['motorcycle']);
    expect(words.silent).toEqual(['another cost']);
    expect(JSON.stringify(words)).not.toContain('Taxi');
  });

  it('tells the rules for every claim', () => {
    expect(words.principle).toBe('No tenant is out of pocket');
    expect(words.rules.slice(0, 5)).toEqual([
      'These activities count: meeting and conference.',
      'Miles need no receipt; tell us from where to where.',
      'Claim within 90 days after the day it was for.',
      'We decide within 10 working days.',
      'Up to £25 can be paid in cash at the desk.',
    ]);
    expect(sheetWords(aPolicy(KINDS)(ON)).rules).toHaveLength(2);
  });

  it.each([
    ['normal', 12],
    ['large', 18],
  ] as const)('is whole and tagged in %s print, nothing smaller than its size', (size, least) => {
    const fonts = openPaperFonts('resources/fonts');
    const paper = drawWhatYouCanClaim(
      fonts,
      WhatYouCanClaimValues.parse({ ...formValues({ size }), on: ON, ...words }),
    );
    const text = textOf(paper.bytes);
    for (const told of ['45p a mile', 'Fares in full.', 'Rates still to come', 'Ask us first'])
      expect(text).toContain(told);
    expect(typeSizesOf(paper.bytes)[0]).toBe(least);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });

  it('says so where no amount is set at all', () => {
    const fonts = openPaperFonts('resources/fonts');
    const none = sheetWords(aPolicy([])(ON));
    const paper = drawWhatYouCanClaim(
      fonts,
      WhatYouCanClaimValues.parse({ ...formValues(), on: ON, ...none }),
    );
    expect(textOf(paper.bytes)).toContain('No amounts have been set yet.');
  });
});
