import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#db/claims/canonical.rules';
import { isSameLine, isSameWords, partyOfClaimant } from '#db/claims/claim-words.rules';
import { isBeingFilledIn } from '#db/claims/filing/open-claim.rules';
import { isJourney, journeyKeyOf } from '#db/claims/journey.rules';
import { claimLine, claimWords, drive } from '../support/builders/claims.ts';

describe('The text of what is signed', () => {
  it('is the same for the same facts, in whatever order they come', () => {
    const one = canonicalJson({ b: [1, { d: null, c: 'Siân Ó Néill-Żak' }], a: 'x' });
    expect(one).toBe('{"a":"x","b":[1,{"c":"Siân Ó Néill-Żak","d":null}]}');
    expect(canonicalJson({ a: 'x', b: [1, { c: 'Siân Ó Néill-Żak', d: null }] })).toBe(one);
    expect(canonicalJson({ a: 'x', b: [{ c: 1 }, 1], gone: undefined })).toBe(
      '{"a":"x","b":[{"c":1},1]}',
    );
  });
});

describe('A journey', () => {
  it('is known again by day, places and kind, however the places are spelt', () => {
    const line = drive(35, { fromPlace: 'St Mary’s Road', toPlace: 'TOWN HALL' });
    expect(journeyKeyOf(line)).toBe('2027-01-04|st marys road|town hall|car');
    expect(journeyKeyOf({ ...line, fromPlace: "st. mary's  road", toPlace: 'Town Hall' })).toBe(
      journeyKeyOf(line),
    );
    expect(journeyKeyOf({ ...line, kind: 'bus' })).not.toBe(journeyKeyOf(line));
  });

  it('has no mark without both its places, nor where nobody travelled', () => {
    expect(journeyKeyOf(drive(35, { toPlace: '' }))).toBe('');
    expect(journeyKeyOf(claimLine({ kind: 'childcare' }))).toBe('');
    expect([isJourney('taxi'), isJourney('parking')]).toEqual([true, false]);
  });
});

describe('Two claims', () => {
  const person = { id: 'pat' as never };
  const line = claimLine({ receiptIds: ['a', 'b'] });
  const words = claimWords(person, { lines: [line] });

  it('are filled in alike whatever version they name and in whatever order receipts lie', () => {
    const again = { ...words, version: 4, lines: [{ ...line, receiptIds: ['b', 'a'] as never }] };
    expect(isSameWords(words, again)).toBe(true);
    expect(isSameLine(line, { ...line, receiptIds: ['b', 'a'] as never })).toBe(true);
  });

  it.each([
    ['another line', { lines: [line, claimLine()] }],
    ['another amount', { lines: [{ ...line, claimedPence: 321 }] }],
    ['another payee', { payee: { kind: 'person', personId: 'sam' } }],
    ['other notes', { notes: 'Came by hand' }],
  ])('differ by %s', (_, part) => {
    expect(isSameWords(words, { ...words, ...part } as never)).toBe(false);
  });
});

describe('A claimant', () => {
  it('is a party of other modules, staff as the person they are', () => {
    expect(partyOfClaimant({ kind: 'staff', personId: 'pat' as never })).toEqual({
      kind: 'person',
      personId: 'pat',
    });
    expect(partyOfClaimant({ kind: 'group', groupId: 'elm' as never })).toEqual({
      kind: 'group',
      groupId: 'elm',
    });
  });
});

describe('A claim', () => {
  it.each([
    ['draft', 'open', true],
    ['draft', undefined, true],
    ['asked', 'open', true],
    ['asked', 'asked', false],
    ['to-sign', 'waiting', false],
    ['filed', 'waiting', false],
    ['withdrawn', 'withdrawn', false],
  ] as const)('at %s with a line at %s is being filled in: %s', (state, line, isOpen) => {
    const lines = line === undefined ? [] : [{ state: line }];
    expect(isBeingFilledIn({ state }, lines)).toBe(isOpen);
  });
});
