import { describe, expect, it } from 'vitest';
import { isBelowTarget, readRequired, readTarget } from '#db/profiles/completeness.rules';
import { gapOf } from '#db/profiles/counts.rules';
import { figureWords, gapWords, sourceWords } from '#db/profiles/count-words.rules';
import { type Comparator, QuestionId, type Sheet } from '#db/profiles/profiles.contract';
import {
  answerTo,
  changedChoices,
  findStrayAnswer,
  NOT_ANSWERED,
  PREFER_NOT,
  startingQuestion,
} from '#db/profiles/questions.rules';
import { gridOf, sumTallies, tallySheets } from '#db/profiles/tally.rules';
import { sheetDetails } from '../support/builders/profiles.ts';

const questions = QuestionId.options.map(startingQuestion);

describe('The questions of the form', () => {
  it('are the eleven that the council’s papers name (PPL-09)', () => {
    expect(questions.map(({ id }) => id)).toEqual([
      'ethnic-origin',
      'disability',
      'gender',
      'marital-status',
      'age',
      'sexuality',
      'religion',
      'nationality',
      'language',
      'carer',
      'young-family',
    ]);
  });

  it('begin with different answers of which each has a name of its own', () => {
    for (const { choices } of questions) {
      expect(choices.length).toBeGreaterThan(1);
      expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
    }
  });

  it('each take “prefer not to say” and no answer (PPL-09)', () => {
    for (const { id } of questions) {
      expect(
        findStrayAnswer(questions, [{ questionId: id, choiceId: PREFER_NOT }]),
      ).toBeUndefined();
      expect(answerTo([], id)).toBe(NOT_ANSWERED);
    }
  });

  it.each([
    ['an answer that is not offered', [{ questionId: 'age', choiceId: 'ancient' }]],
    [
      'two answers',
      [
        { questionId: 'age', choiceId: 'under-30' },
        { questionId: 'age', choiceId: '30-to-44' },
      ],
    ],
  ] as const)('take no %s', (_, answers) => {
    expect(findStrayAnswer(questions, answers)).toBeDefined();
  });

  it('take no answer while they are not asked', () => {
    const silent = questions.map((question) => ({ ...question, isAsked: false }));
    expect(findStrayAnswer(silent, [{ questionId: 'age', choiceId: 'under-30' }])).toBeDefined();
  });

  it('keep an answer that is offered no longer, because sheets that chose it still count', () => {
    const before = startingQuestion('carer').choices;
    const after = changedChoices(before, ['Yes', 'Sometimes'], () => 'new');
    expect(after).toEqual([
      { id: 'yes', words: 'Yes', isOffered: true },
      { id: 'new', words: 'Sometimes', isOffered: true },
      { id: 'no', words: 'No', isOffered: false },
    ]);
    expect(changedChoices(after, ['Yes', 'No'], () => 'other')).toContainEqual({
      id: 'no',
      words: 'No',
      isOffered: true,
    });
  });
});

const sheet = (part: object): Sheet =>
  ({ ...sheetDetails(part), key: 'k', isCounted: true, ...part }) as Sheet;

describe('A tally', () => {
  const sheets = [
    sheet({ areaId: 'north', isCountedByArea: true, isCountedByTenure: true }),
    sheet({ areaId: 'north', isCountedByArea: false, isCountedByTenure: true }),
    sheet({ isInvolved: false, answers: [] }),
  ];
  const tallies = tallySheets(sheets, ['age']);

  it('counts a sheet once for each question, in the columns in which it counts', () => {
    const of = { questionId: 'age', choiceIds: ['under-30', NOT_ANSWERED] } as const;
    expect(gridOf(tallies, { ...of, apart: 'involved', columns: ['yes', 'no'] })).toEqual([
      [2, 0],
      [0, 1],
    ]);
    expect(gridOf(tallies, { ...of, apart: 'area', columns: ['north', ''] })).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it('adds up with what is left of older sheets', () => {
    const twice = sumTallies([...tallies, ...tallies]);
    expect(twice).toHaveLength(tallies.length);
    expect(twice.map(({ count }) => count)).toEqual(tallies.map(({ count }) => count * 2));
  });
});

describe('A gap', () => {
  const tenants = { percent: 21, asAt: '2021-03-21', source: 'Census 2021' } as Comparator;

  it('is the points of those involved over the share of all tenants', () => {
    expect(gapOf({ mark: 'shown', count: 8, percent: 8 }, tenants)).toBe(-13);
    expect(gapWords(-13)).toBe('13 points fewer');
    expect([gapWords(0), gapWords(1), gapWords(null)]).toEqual(['as many', '1 point more', '']);
  });

  it('is not told of a number that is hidden, or without a figure to compare with', () => {
    expect(gapOf({ mark: 'small' }, tenants)).toBeNull();
    expect(gapOf({ mark: 'shown', count: 8, percent: 8 }, null)).toBeNull();
  });

  it('stands with its number, its day and its source', () => {
    expect(figureWords({ mark: 'shown', count: 8, percent: 8 }, 5)).toBe('8 (8%)');
    expect([figureWords({ mark: 'small' }, 5), figureWords({ mark: 'hidden' }, 5)]).toEqual([
      'fewer than 5',
      'hidden',
    ]);
    expect(sourceWords(tenants)).toBe('21 March 2021, Census 2021');
  });
});

describe('A complete record', () => {
  it('holds the fields that the council writes down, and words that name no field are told', () => {
    expect(readRequired(['Phone', 'e-mail', 'Shoe size', 'phone'])).toEqual({
      fields: ['phone', 'email'],
      unknown: ['Shoe size'],
    });
  });

  it.each([
    ['95% by 2015', 95],
    [80, 80],
    ['soon', null],
    ['950%', null],
    [null, null],
  ])('has its target in the words %j: %j', (words, percent) => {
    expect(readTarget(words)).toBe(percent);
  });

  it('is below target exactly, and never while nobody said what a complete one holds (PPL-08)', () => {
    const counted = { required: ['Phone'], held: 1000, complete: 949, target: 95 };
    expect(isBelowTarget(counted)).toBe(true);
    expect(isBelowTarget({ ...counted, complete: 950 })).toBe(false);
    expect(isBelowTarget({ ...counted, required: [] })).toBe(false);
    expect(isBelowTarget({ ...counted, target: null })).toBe(false);
    expect(isBelowTarget({ ...counted, held: 0, complete: 0 })).toBe(false);
  });
});
