import { describe, expect, it } from 'vitest';
import {
  addressLines,
  fillIn,
  findUnknownField,
  hasGreeting,
} from '#db/mailings/letter-words.rules';
import { isContact, outcomesOf } from '#db/mailings/outcomes.rules';

const VALUES = {
  greeting: 'Dear Ivy Mossop',
  name: 'Ivy Mossop',
  address: '4 Elm House, ZZ1 1AA',
  area: '',
  date: '4 January 2027',
  reference: 'MLG-2027-0001',
  'centre phone': '01632 960001',
};

describe('The words of a letter', () => {
  it('fill in every field, however it is typed', () => {
    expect(fillIn('{ Name }, we wrote on {date}: {Centre  phone}.', VALUES)).toBe(
      'Ivy Mossop, we wrote on 4 January 2027: 01632 960001.',
    );
  });

  it('leave no gap and no comma where nothing is known', () => {
    expect(fillIn('Come on Tuesday, {area}, or ring us in {area}.', VALUES)).toBe(
      'Come on Tuesday, or ring us in.',
    );
  });

  it('name the first field that no letter has', () => {
    expect(findUnknownField('Your {rent} and {name}')).toBe('{rent}');
    expect(findUnknownField('{name}, a sum of {curly')).toBeUndefined();
  });

  it('know whether the greeting stands in them', () => {
    expect(hasGreeting('{Greeting},\n\nhello')).toBe(true);
    expect(hasGreeting('{name}')).toBe(false);
  });
});

describe('An address', () => {
  it('is five lines at most, with the postcode beside the last place', () => {
    expect(
      addressLines({
        name: 'A B',
        address: 'Flat 1\nElm House\nAsh Street\nTown',
        postcode: 'ZZ1 1AA',
      }),
    ).toEqual(['A B', 'Flat 1', 'Elm House', 'Ash Street', 'Town  ZZ1 1AA']);
    expect(addressLines({ name: 'A B', address: '1 Elm House', postcode: '' })).toEqual([
      'A B',
      '1 Elm House',
    ]);
  });
});

describe('What can come of asking', () => {
  it('goes with the way: no letter is without an answer, and no call comes back undelivered', () => {
    expect(outcomesOf('phone')).toContain('no-answer');
    expect(outcomesOf('phone')).not.toContain('came-back');
    for (const channel of ['letter', 'email', 'text'] as const) {
      expect(outcomesOf(channel)).toContain('came-back');
      expect(outcomesOf(channel)).not.toContain('wrong-number');
    }
  });

  it('is a contact only where somebody was spoken with (PPL-02)', () => {
    expect(['reached', 'will-not', 'not-again'].map((one) => isContact(one as 'reached'))).toEqual([
      true,
      true,
      true,
    ]);
    for (const outcome of ['no-answer', 'call-again', 'wrong-number', 'came-back'] as const)
      expect(isContact(outcome)).toBe(false);
  });
});
