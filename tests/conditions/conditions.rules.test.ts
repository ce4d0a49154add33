import { describe, expect, it } from 'vitest';
import { findInForce, isStillAcknowledged, kindsAskedFor } from '#db/conditions/conditions.rules';
import { STARTING_TEXTS } from '#db/conditions/starting-texts.rules';
import { readTextLayout } from '#db/conditions/text-layout';
import { LocalDate } from '#db/shared/local-date';

const day = (text: string): LocalDate => LocalDate.parse(text);

const version = (number: number, from: string, mustAcknowledgeAgain = false) => ({
  kind: 'guidelines' as const,
  number,
  from: day(from),
  mustAcknowledgeAgain,
});

describe('The version that holds', () => {
  const texts = [version(1, '2027-01-01'), version(2, '2027-03-01'), version(3, '2027-03-01')];

  it('is the last to begin by that day, and of two from one day the later entered', () => {
    expect(findInForce(texts, 'guidelines', day('2026-12-31'))).toBeUndefined();
    expect(findInForce(texts, 'guidelines', day('2027-02-28'))?.number).toBe(1);
    expect(findInForce(texts, 'guidelines', day('2027-03-01'))?.number).toBe(3);
    expect(findInForce(texts, 'fire', day('2027-03-01'))).toBeUndefined();
  });

  it('follows the day it holds from, not the order in which versions were entered', () => {
    const sooner = [version(1, '2027-06-01'), version(2, '2027-01-01')];
    expect(findInForce(sooner, 'guidelines', day('2027-05-31'))?.number).toBe(2);
    expect(findInForce(sooner, 'guidelines', day('2027-06-01'))?.number).toBe(1);
  });
});

describe('Having acknowledged a version', () => {
  it.each([
    ['counts on while later versions need no new word', false, '2027-03-01', true],
    [
      'counts until the day a version holds that has to be acknowledged again',
      true,
      '2027-02-28',
      true,
    ],
    ['counts no more from the day that version holds', true, '2027-03-01', false],
  ])('%s', (_, again, on, counts) => {
    const texts = [version(1, '2027-01-01'), version(2, '2027-03-01', again)];
    expect(isStillAcknowledged(texts, 'guidelines', { numbers: [1], on: day(on) })).toBe(counts);
  });

  it('counts once the later version itself is acknowledged', () => {
    const texts = [version(1, '2027-01-01'), version(2, '2027-03-01', true)];
    const on = day('2027-04-01');
    expect(isStillAcknowledged(texts, 'guidelines', { numbers: [1, 2], on })).toBe(true);
    expect(isStillAcknowledged(texts, 'guidelines', { numbers: [], on })).toBe(false);
  });
});

describe('What the council asks for', () => {
  it('is nothing where the figure is blank or no', () => {
    expect(kindsAskedFor(new Map())).toEqual([]);
    expect(kindsAskedFor(new Map([['rooms.guidelinesBeforeUse', false]]))).toEqual([]);
    expect(
      kindsAskedFor(
        new Map([
          ['rooms.guidelinesBeforeUse', true],
          ['rooms.fireProcedure', true],
        ]),
      ),
    ).toEqual(['guidelines', 'fire']);
  });
});

describe('A typed text', () => {
  it('has lists where lines begin with a dash, headings right above them, and paragraphs', () => {
    expect(
      readTextLayout('Welcome.\n\nBefore you leave\n- Tidy up\n- Lock up\n\nThank you.'),
    ).toEqual([
      { kind: 'paragraph', text: 'Welcome.' },
      { kind: 'heading', text: 'Before you leave' },
      { kind: 'list', items: ['Tidy up', 'Lock up'] },
      { kind: 'paragraph', text: 'Thank you.' },
    ]);
  });

  it('begins a new list after an empty line', () => {
    expect(readTextLayout('- a\n\n- b')).toHaveLength(2);
  });
});

describe('The text to begin with', () => {
  it('is set as headings and lists, and leaves the places of a fire procedure to be filled in', () => {
    for (const text of Object.values(STARTING_TEXTS)) {
      const kinds = readTextLayout(text).map((block) => block.kind);
      expect(new Set(kinds)).toEqual(new Set(['heading', 'list']));
    }
    expect(STARTING_TEXTS.fire).toMatch(/assembly point: _+/);
  });
});
