import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActivity, onRegister } from '../support/builders/activities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf, typeSizesOf, untaggedMarksOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const SIZES = [
  ['normal', 12],
  ['large', 18],
] as const;
const bytesOf = (paper: { readonly base64: string }) => Buffer.from(paper.base64, 'base64');
const wordsOf = (bytes: Uint8Array) => textOf(bytes).replace(/\s+/g, ' ');
const emptyLinesOf = (words: string) => words.split('☐').length;

describe('An attendance sheet (DOC-52)', () => {
  it.each(SIZES)('is blank for any activity, in %s print', async (size, pt) => {
    const paper = await core.as('desk').call('activities.printSheet', { id: null, size });
    expect(paper).toMatchObject({ title: 'Attendance sheet', pages: 2 });
    const words = wordsOf(bytesOf(paper));
    for (const part of ['What it is', 'First time?', 'Claim form wanted?', 'People who came'])
      expect(words).toContain(part);
    expect(emptyLinesOf(words)).toBeGreaterThan(8 * 3);
    expect(typeSizesOf(bytesOf(paper))[0]).toBe(pt);
    expect(untaggedMarksOf(bytesOf(paper))).toBe(0);
  });

  it.each(SIZES)('names who is expected and who sent apologies, in %s print', async (size) => {
    const elm = await aGroup(core, { name: 'Elm TRA' });
    const person = await aPerson(core, { name: 'Ivy Mossop', kind: 'leaseholder' });
    const activity = await anActivity(core, { isFunded: true });
    await onRegister(core, activity, {
      personId: person.id,
      standing: 'expected',
      groupIds: [elm.id],
    });
    await onRegister(core, activity, { name: 'Tam Reeve', standing: 'apologies' });
    const paper = await core.as('desk').call('activities.printSheet', { id: activity.id, size });
    const words = wordsOf(bytesOf(paper));
    for (const part of [
      'ACT-2027-0001',
      'Repairs panel',
      'Monday 4 January 2027, 10am to noon, Town Hall',
      'led by the council',
      'funded for individuals',
      'Ivy Mossop',
      'Leaseholder',
      'Elm TRA',
      'Tam Reeve',
      'People who came',
    ])
      expect(words).toContain(part);
    expect(words.split('☑')).toHaveLength(2);
    expect(untaggedMarksOf(bytesOf(paper))).toBe(0);
  });

  it.each(SIZES)(
    'of a complete register has the totals and no empty line, in %s print',
    async (size) => {
      const elm = await aGroup(core, { name: 'Elm TRA' });
      const { id, version } = await anActivity(core);
      await onRegister(
        core,
        { id },
        { name: 'Ivy Mossop', groupIds: [elm.id], arrivedAt: '10:05' },
      );
      await onRegister(core, { id }, { name: 'Tam Reeve' });
      await core.as('desk').call('activities.confirmRegister', { id, version });
      const paper = await core.as('desk').call('activities.printSheet', { id, size });
      const words = wordsOf(bytesOf(paper));
      for (const part of ['Came 2 people', 'For Elm TRA 1 person', 'For themselves 1 person'])
        expect(words).toContain(part);
      expect(words).not.toContain('Please put your name');
      expect(emptyLinesOf(words)).toBe(2 * 3 + 1);
      if (size === 'normal') expect(words).toContain('10:05am');
    },
  );
});
