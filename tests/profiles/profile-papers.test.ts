import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anArea } from '../support/builders/areas.ts';
import { aCountedYear, theYoung } from '../support/builders/profiles.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { infoOf, lettersOf, textOf, untaggedMarksOf, wordsOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
  await anArea(core, { name: 'North' });
  await aCountedYear(core);
  await theYoung(core);
});
afterAll(() => core.close());

const bytesOf = ({ base64 }: { readonly base64: string }) => Buffer.from(base64, 'base64');
const A4_WIDE_POINTS = 841.89;

describe('The equality form on paper (DOC-27)', () => {
  it.each(['normal', 'large'] as const)(
    'asks every question and no name, in %s print',
    async (size) => {
      const paper = bytesOf(await core.as('desk').call('profiles.printForm', { size }));
      const text = lettersOf(textOf(paper));
      const questions = await core.as('desk').call('profiles.questions', {});
      for (const { words, choices } of questions)
        for (const each of [words, ...choices.map((choice) => choice.words)])
          expect(text).toContain(lettersOf(each));
      expect(text.split(lettersOf('Prefer not to say'))).toHaveLength(questions.length + 1);
      expect(text).toContain(lettersOf('Do not write your name'));
      expect(text).not.toMatch(/Signature|Signed|Postcode|Phone:/i);
      expect(untaggedMarksOf(paper)).toBe(0);
      expect(Number(infoOf(paper)['Pages'])).toBeLessThanOrEqual(size === 'normal' ? 4 : 7);
    },
  );
});

describe('The counts on paper', () => {
  it.each(['normal', 'large'] as const)(
    'show the gap with its source, in %s print',
    async (size) => {
      const paper = bytesOf(await core.as('auditor').call('profiles.printCounts', { size }));
      const text = lettersOf(textOf(paper));
      for (const words of ['Young people', '8 (8%)', '21%', '13 points fewer', 'Census 2021'])
        expect(text).toContain(lettersOf(words));
      expect(untaggedMarksOf(paper)).toBe(0);
      for (const word of wordsOf(paper)) expect(word.right).toBeLessThan(A4_WIDE_POINTS - 40);
    },
  );
});

describe('The counts as a table', () => {
  it('have a line for each number, and words where one is hidden', async () => {
    const manager = core.as('manager');
    const { text, fileName } = await manager.call('profiles.exportCounts', {});
    expect(fileName).toBe('who-takes-part-2026-27.csv');
    expect(text).toContain(
      'Groups the council wants to reach,Young people,,Involved,8,8,21,2021-03-21,Census 2021,-13',
    );
    await manager.call('settings.setParameter', {
      name: 'people.smallCount',
      value: 10,
      from: '2027-01-04',
    });
    const stricter = await manager.call('profiles.exportCounts', {});
    expect(stricter.text).toContain('Age,Under 30,,Involved,fewer than 10');
  });
});
