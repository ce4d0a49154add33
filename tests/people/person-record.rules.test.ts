import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import type { PersonId } from '#db/people/people.contract';
import { PersonRecord } from '#db/people/person-record.contract';
import {
  channelsWithoutDetails,
  formatPostcode,
  hasGuardianAgreed,
  looksLikePostcode,
  mayInvite,
  NOTHING_KNOWN,
  percentOf,
  quietSince,
  withChanges,
} from '#db/people/person-record.rules';
import { needInWords } from '#db/people/register.rules';

const day = (text: string) => text as LocalDate;
const TODAY = day('2027-01-05');

const aRecord = (part: Partial<PersonRecord> = {}): PersonRecord => ({
  id: 'p1' as PersonId,
  name: 'Rana Haddad',
  kind: 'tenant',
  phone: '',
  version: 3,
  ...NOTHING_KNOWN,
  lastConfirmedOn: null,
  ...part,
});
const change = (before: PersonRecord, part: Partial<PersonRecord>) =>
  withChanges(before, { ...part, id: before.id, version: before.version }, TODAY);

describe('Postcodes', () => {
  it.each([
    ['so14 7ly', 'SO14 7LY'],
    ['SO147LY', 'SO14 7LY'],
    [' se1   2qh ', 'SE1 2QH'],
    ['w1a1aa', 'W1A 1AA'],
    ['75 008 paris', '75 008 PARIS'],
    ['', ''],
  ])('are kept in capitals with one space: “%s”', (typed, kept) => {
    expect(formatPostcode(typed)).toBe(kept);
  });

  it('are only warned about when they look like no postcode of this country', () => {
    expect(['so14 7ly', 'M1 1AE', ''].map(looksLikePostcode)).toEqual([true, true, true]);
    expect(['75008', 'SO14', 'SO14 7L7'].map(looksLikePostcode)).toEqual([false, false, false]);
  });
});

describe('Ways to hear (PPL-04)', () => {
  it('are named where what they take is not on record', () => {
    const channels = ['letter', 'phone', 'text', 'email', 'face-to-face'] as const;
    expect(channelsWithoutDetails(aRecord({ channels: [...channels] }))).toEqual([
      'letter',
      'phone',
      'text',
      'email',
    ]);
    const full = { phone: '023 8000 1111', address: '1 Ash Street', email: 'r@example.org' };
    expect(channelsWithoutDetails(aRecord({ channels: [...channels], ...full }))).toEqual([]);
    expect(channelsWithoutDetails(aRecord({ channels: ['text'], textPhone: '07700' }))).toEqual([]);
  });

  it('are counted once each, in the order in which they are liked', () => {
    expect(change(aRecord(), { channels: ['text', 'letter', 'text'] }).channels).toEqual([
      'text',
      'letter',
    ]);
  });
});

describe('Taking part', () => {
  it('on the Sounding Board begins today where no day is given, and has no day once it is over (PPL-01)', () => {
    const joined = change(aRecord(), { isOnRegister: true });
    expect(joined.joinedOn).toBe(TODAY);
    expect(change(aRecord(), { isOnRegister: true, joinedOn: day('2026-05-01') }).joinedOn).toBe(
      '2026-05-01',
    );
    expect(change(joined, { isOnRegister: false }).joinedOn).toBeNull();
  });

  it('ends with the wish not to be involved, which closes every invitation (PPL-03)', () => {
    const joined = change(aRecord(), { isOnRegister: true });
    const left = change(joined, { notInvolvedSince: TODAY });
    expect(left).toMatchObject({ isOnRegister: false, joinedOn: null });
    expect([mayInvite(joined), mayInvite(left)]).toEqual([true, false]);
    expect(change(left, { notInvolvedSince: null, isOnRegister: true }).isOnRegister).toBe(true);
  });

  it('leaves what was not spoken of as it was', () => {
    const before = aRecord({ email: 'r@example.org', accessNeeds: 'Loop' });
    expect(change(before, { postcode: 'so147ly' })).toEqual({ ...before, postcode: 'SO14 7LY' });
  });

  it('under 18 waits for the name, the phone and the word of the grown-up', () => {
    const guardian = {
      guardianName: 'A. Haddad',
      guardianPhone: '0123',
      guardianConsentOn: TODAY,
    };
    expect(hasGuardianAgreed(aRecord())).toBe(true);
    expect(hasGuardianAgreed(aRecord({ isUnder18: true, ...guardian }))).toBe(true);
    for (const missing of [
      { guardianName: '' },
      { guardianPhone: '' },
      { guardianConsentOn: null },
    ])
      expect(hasGuardianAgreed(aRecord({ isUnder18: true, ...guardian, ...missing }))).toBe(false);
  });

  it('gives nobody a better or worse service: no field ranks a person (PPL-16)', () => {
    const fields = Object.keys(PersonRecord.shape);
    expect(fields.length).toBeGreaterThan(25);
    expect(fields.filter((field) => /vip|priorit|rank|score|star|favou?r/i.test(field))).toEqual(
      [],
    );
  });
});

describe('Counting', () => {
  it('gives whole hundredths, and 0 of nobody (PPL-05)', () => {
    expect([percentOf(2, 3), percentOf(1, 200), percentOf(0, 0)]).toEqual([67, 1, 0]);
  });

  it('finds the last day that is N months ago, at the end of short months too (PPL-02)', () => {
    expect(quietSince(TODAY, 6)).toBe('2026-07-05');
    expect(quietSince(day('2027-05-31'), 3)).toBe('2027-02-28');
  });

  it('puts needs into words (PPL-14)', () => {
    expect(
      ['format:large-print', 'language:Somali', 'interpreter', 'transport'].map(needInWords),
    ).toEqual(['Large print', 'Somali', 'An interpreter', 'Transport']);
  });
});
