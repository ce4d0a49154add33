import { describe, expect, it } from 'vitest';
import type { ConsentId, PersonConsent } from '#db/people/consents.contract';
import { hasConsent } from '#db/people/consents.rules';
import type { PersonId } from '#db/people/people.contract';
import type { LocalDate } from '#db/shared/local-date';

const day = (text: string) => text as LocalDate;
const consent = (part: Partial<PersonConsent>): PersonConsent => ({
  id: 'c' as ConsentId,
  personId: 'p' as PersonId,
  purpose: 'be-named',
  what: '',
  withWhom: '',
  givenOn: day('2027-01-02'),
  until: null,
  how: 'form',
  withdrawnOn: null,
  ...part,
});
const holds = (part: Partial<PersonConsent>, on: string) =>
  hasConsent([consent(part)], 'be-named', day(on));

describe('A consent', () => {
  it('holds from the day it was given, and is never taken for granted', () => {
    expect([holds({}, '2027-01-01'), holds({}, '2027-01-02')]).toEqual([false, true]);
    expect(hasConsent([], 'be-named', day('2027-01-02'))).toBe(false);
  });

  it('holds on its last day and no longer', () => {
    const part = { until: day('2027-01-31') };
    expect([holds(part, '2027-01-31'), holds(part, '2027-02-01')]).toEqual([true, false]);
  });

  it('ends on the day on which it is taken back', () => {
    const part = { withdrawnOn: day('2027-01-10') };
    expect([holds(part, '2027-01-09'), holds(part, '2027-01-10')]).toEqual([true, false]);
  });

  it('to one thing is none to another', () => {
    expect(hasConsent([consent({})], 'share-contact', day('2027-01-05'))).toBe(false);
  });
});
