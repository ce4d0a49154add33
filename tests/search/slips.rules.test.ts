import { describe, expect, it } from 'vitest';
import { nearestWords, slipsBetween, slipsForgiven, wordsForSlips } from '#db/search/slips.rules';

describe('Slips of typing', () => {
  it.each([
    ['haddad', 'haddad', 0],
    ['hadad', 'haddad', 1],
    ['hadddad', 'haddad', 1],
    ['haddat', 'haddad', 1],
    ['hdadad', 'haddad', 1],
    ['ahddad', 'haddad', 1],
    ['okafir', 'okafor', 1],
    ['wisniweski', 'wisniewski', 1],
  ])('between “%s” and %s are %i', (typed, word, slips) => {
    expect(slipsBetween(typed, word, 2)).toBe(slips);
  });

  it('are counted against as much of the word as was typed so far', () => {
    expect(slipsBetween('wisnew', 'wisniewski', 1)).toBe(1);
    expect(slipsBetween('wisn', 'wisniewski', 1)).toBe(0);
  });

  it('are counted no further than asked', () => {
    expect(slipsBetween('haddad', 'harris', 2)).toBeUndefined();
    expect(slipsBetween('hadad', 'haddad', 0)).toBeUndefined();
    expect(slipsBetween('haddad', 'had', 1)).toBeUndefined();
  });

  it('are forgiven by the length of the word, and never in a number', () => {
    expect(
      ['lee', 'lane', 'okafora', 'okaforas', 'wisniewski', 'so147ly', '07700900123'].map(
        slipsForgiven,
      ),
    ).toEqual([0, 1, 1, 2, 2, 0, 0]);
  });

  it('lead to the nearest word first', () => {
    expect(nearestWords('hadad', ['hassan', 'haddadi', 'hadadi', 'haddad'])).toEqual([
      'hadadi',
      'haddad',
      'haddadi',
    ]);
  });

  it('are looked for in words of three letters and more, once each', () => {
    expect(wordsForSlips('rana haddad rana so14 7ly 07700 of lee')).toEqual([
      'rana',
      'haddad',
      'lee',
    ]);
  });
});
