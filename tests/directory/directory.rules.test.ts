import { describe, expect, it } from 'vitest';
import { byKind, isFoundBy, missingNames, trustOn } from '#db/directory/directory.rules';
import { startingNamesOf } from '#db/directory/starting-names';
import { LocalDate } from '#db/shared/local-date';
import { contactDetails } from '../support/builders/contacts.ts';

const day = (text: string) => LocalDate.parse(text);

describe('The details of a contact', () => {
  it('are relied on for a year from the day somebody verified them, that day a year later included (DIR-01)', () => {
    const on = (date: string) => trustOn(day('2026-01-04'), day(date));
    expect([on('2026-01-04'), on('2027-01-04'), on('2027-01-05')]).toEqual([
      'verified',
      'verified',
      'old',
    ]);
    expect(trustOn(day('2024-02-29'), day('2025-02-28'))).toBe('verified');
    expect(trustOn(null, day('2027-01-04'))).toBe('not-verified');
  });

  it('find it by every word typed, in any spelling, or by digits of the phone', () => {
    const contact = contactDetails({ name: 'Ystradgynlais Café', phone: '01632 960 123' });
    for (const text of ['', 'cafe', 'CAFÉ ystrad', '01632960', 'made-up', 'local advice'])
      expect(isFoundBy(contact, text), text).toBe(true);
    for (const text of ['cafe ombudsman', '0999'])
      expect(isFoundBy(contact, text), text).toBe(false);
  });
});

describe('The names a council’s paper gives', () => {
  it('are the nine of Southampton, with the regulator closed, and none where the paper is silent (DIR-04)', () => {
    const names = startingNamesOf('southampton');
    expect(names).toHaveLength(9);
    expect(names.filter(({ closedNote }) => closedNote !== undefined)).toEqual([
      {
        name: 'Tenant Services Authority (TSA)',
        kind: 'regulator',
        closedNote: 'Closed April 2012',
      },
    ]);
    expect(startingNamesOf('blank')).toEqual([]);
    expect(startingNamesOf('mansfield').map(({ kind }) => kind)).toEqual(['regulator']);
  });

  it('are left out where they are entered already', () => {
    const names = startingNamesOf('southampton');
    expect(missingNames(names, [{ name: 'taroe' }, { name: 'INSTEP' }])).toHaveLength(7);
  });
});

describe('A sheet by kind', () => {
  it('has each kind once, in the order of the list of kinds, and no kind without a contact', () => {
    const kinds = byKind([
      contactDetails({ kind: 'training' }),
      contactDetails({ kind: 'federation' }),
      contactDetails({ kind: 'training' }),
    ]).map((part) => [part.kind, part.contacts.length]);
    expect(kinds).toEqual([
      ['federation', 1],
      ['training', 2],
    ]);
  });
});
