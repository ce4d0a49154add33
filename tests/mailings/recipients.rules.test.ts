import { describe, expect, it } from 'vitest';
import type { LeftOutReason } from '#db/mailings/mailings.contract';
import {
  type Candidate,
  isMadeByHand,
  judgeRecipient,
  keepLongestLeftInPeace,
  whatStandsInTheWay,
} from '#db/mailings/recipients.rules';
import type { PersonId } from '#db/people/people.contract';
import type { LocalDate } from '#db/shared/local-date';

const TODAY = '2027-01-04' as LocalDate;
const ANY = { asked: { kind: 'any' }, today: TODAY } as const;

/** Somebody who can be reached in every way and in whose way nothing stands. */
const someone = (part: Partial<Candidate> = {}): Candidate => ({
  id: 'p1' as PersonId,
  phone: '07700 900123',
  textPhone: '',
  email: 'p@example.org',
  address: '1 Elm House',
  channels: ['letter'],
  formatNeed: 'standard',
  notInvolvedSince: null,
  isUnder18: false,
  lastAskedOn: null,
  agreesToMessages: true,
  isBarred: false,
  leftOutWhy: undefined,
  ...part,
});

describe('Somebody who fits', () => {
  it.each([
    [['letter'], 'letter'],
    [['email', 'letter'], 'email'],
    [['text'], 'text'],
    [['instant-message'], 'text'],
    [['phone', 'email'], 'phone'],
    [['face-to-face', 'website', 'phone'], 'phone'],
    [[], 'letter'],
  ] as const)('who likes %j is asked by %s (PPL-04)', (channels, gets) => {
    expect(judgeRecipient(someone({ channels: [...channels] }), ANY)).toMatchObject({ gets });
  });

  it('is asked in the next way they like where details for the first are missing', () => {
    const person = someone({ channels: ['email', 'letter'], email: '' });
    expect(judgeRecipient(person, ANY)).toMatchObject({ gets: 'letter' });
  });

  it('without a wish is rung where there is no address and no consent', () => {
    const person = someone({ channels: [], address: '', agreesToMessages: false });
    expect(judgeRecipient(person, ANY)).toMatchObject({ gets: 'phone' });
  });

  it('gets texts at the number for texts, and at the phone where none is given', () => {
    expect(judgeRecipient(someone({ channels: ['text'], textPhone: '1', phone: '' }), ANY)).toEqual(
      { gets: 'text', isMadeByHand: false },
    );
  });

  const left: readonly (readonly [LeftOutReason, string, Partial<Candidate>])[] = [
    ['not-involved', 'said so on 2 March 2026', { notInvolvedSince: '2026-03-02' as LocalDate }],
    ['under-18', '', { isUnder18: true }],
    ['barred', '', { isBarred: true }],
    ['no-consent', 'e-mail', { channels: ['email'], agreesToMessages: false }],
    ['no-consent', 'text message', { channels: ['text'], agreesToMessages: false }],
    ['no-details', 'letter', { address: '' }],
    ['no-details', 'e-mail', { channels: ['email'], email: '' }],
    ['no-details', 'text message', { channels: ['text'], phone: '' }],
    ['no-details', 'phone', { channels: ['phone'], phone: '' }],
    ['only-in-person', 'face to face, website', { channels: ['face-to-face', 'website'] }],
    ['by-hand', 'In hospital', { leftOutWhy: 'In hospital' }],
  ];
  it.each(left)('is left out with the reason %s, %s', (reason, detail, part) => {
    expect(judgeRecipient(someone(part), ANY)).toEqual({ leftOut: reason, detail });
  });

  it('who has an address for e-mails but has not agreed is told so, and not that details are missing', () => {
    const person = someone({ channels: ['letter', 'email'], address: '', agreesToMessages: false });
    expect(judgeRecipient(person, ANY)).toEqual({ leftOut: 'no-consent', detail: 'e-mail' });
  });

  it('hears the strongest reason first: a wish before age, age before everything the centre decided', () => {
    const everything = someone({
      notInvolvedSince: '2026-03-02' as LocalDate,
      isUnder18: true,
      isBarred: true,
      lastAskedOn: TODAY,
      leftOutWhy: 'x',
    });
    expect(judgeRecipient(everything, ANY)).toMatchObject({ leftOut: 'not-involved' });
    const young = { ...everything, notInvolvedSince: null };
    expect(judgeRecipient(young, ANY)).toMatchObject({ leftOut: 'under-18' });
    const barred = { ...young, isUnder18: false };
    expect(judgeRecipient(barred, ANY)).toMatchObject({ leftOut: 'barred' });
  });
});

describe('How long somebody was left in peace (PPL-02)', () => {
  const judged = (
    lastAskedOn: string | null,
    asked: Parameters<typeof judgeRecipient>[1]['asked'],
  ) =>
    judgeRecipient(someone({ lastAskedOn: lastAskedOn as LocalDate | null }), {
      asked,
      today: TODAY,
    });
  const months = { kind: 'months', months: 3 } as const;
  const since = { kind: 'since', since: '2026-06-01' as LocalDate } as const;

  it('counts months to the day: asked on the same day three months ago is long enough', () => {
    expect(judged('2026-10-04', months)).toMatchObject({ gets: 'letter' });
    expect(judged('2026-10-05', months)).toEqual({
      leftOut: 'asked-since',
      detail: 'on 5 October 2026',
    });
  });

  it('takes “not asked since” by its first day', () => {
    expect(judged('2026-05-31', since)).toMatchObject({ gets: 'letter' });
    expect(judged('2026-06-01', since)).toMatchObject({ leftOut: 'asked-since' });
  });

  it('lets only those through who were never asked, where that is wanted', () => {
    expect(judged(null, { kind: 'never' })).toMatchObject({ gets: 'letter' });
    expect(judged('2001-01-01', { kind: 'never' })).toMatchObject({ leftOut: 'asked-before' });
    expect(judged(null, months)).toMatchObject({ gets: 'letter' });
  });
});

describe('After a mailing was made', () => {
  it.each([
    [{ notInvolvedSince: TODAY }, 'letter', 'not-involved'],
    [{ isUnder18: true }, 'letter', 'under-18'],
    [{ isBarred: true }, 'phone', 'barred'],
    [{ address: '' }, 'letter', 'no-details'],
    [{ agreesToMessages: false }, 'email', 'no-consent'],
    [{ agreesToMessages: false }, 'letter', null],
    [{ lastAskedOn: TODAY, leftOutWhy: 'x' }, 'letter', null],
  ] as const)('%j keeps what goes out by %s back: %s', (part, channel, expected) => {
    expect(whatStandsInTheWay(someone(part), channel)).toBe(expected);
  });
});

describe('What is made by hand (PPL-14)', () => {
  it.each([
    ['letter', 'standard', false],
    ['letter', 'large-print', false],
    ['letter', 'braille', true],
    ['letter', 'audio', true],
    ['letter', 'easy-read', true],
    ['letter', 'screen-reader', true],
    ['email', 'screen-reader', false],
    ['email', 'easy-read', true],
    ['phone', 'braille', false],
  ] as const)('%s, %s: %s', (channel, format, expected) => {
    expect(isMadeByHand(channel, format)).toBe(expected);
  });
});

describe('No more than so many', () => {
  const people = [
    { id: 'a' as PersonId, lastAskedOn: '2026-05-01' as LocalDate },
    { id: 'b' as PersonId, lastAskedOn: null },
    { id: 'c' as PersonId, lastAskedOn: '2025-05-01' as LocalDate },
  ];
  it('keeps those asked longest ago, the never asked first', () => {
    expect([...keepLongestLeftInPeace(people, 2)]).toEqual(['b', 'c']);
  });
  it('keeps everybody where no number is given', () => {
    expect(keepLongestLeftInPeace(people, null).size).toBe(3);
  });
});
