import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '#db/shared/paper';
import { aGroup, recordDetails } from '../support/builders/groups.ts';
import {
  askPapers,
  decisionDetails,
  recognise,
  setFigure,
} from '../support/builders/recognition.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { infoOf, textOf, typeSizesOf, untaggedMarksOf, wordsOf } from '../support/read-pdf.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const SIZES = ['normal', 'large'] as const;
const PAGES = { normal: 3, large: 7 } as const;
const desk = () => core.as('desk');
const manager = () => core.as('manager');

/** What a paper says in one line, after what every paper must have was looked at. */
function read(paper: Paper, size: (typeof SIZES)[number]): string {
  const bytes = Buffer.from(paper.base64, 'base64');
  expect(typeSizesOf(bytes)[0]).toBe(size === 'normal' ? 12 : 18);
  expect(untaggedMarksOf(bytes)).toBe(0);
  expect(paper.missingGlyphs).toEqual([]);
  expect(Number(infoOf(bytes)['Pages'])).toBeLessThanOrEqual(PAGES[size]);
  for (const word of wordsOf(bytes)) expect(word.right).toBeLessThan(595.28 - 40);
  return textOf(bytes).replace(/\s+/g, ' ');
}

/** Cedar lapsed on 30 April for want of its accounts; they came on 12 May and it was restored. */
async function aLapseAndBack() {
  await setFigure(core, 'groups.criteria', ['constitution', 'remit', 'equality and diversity']);
  await askPapers(core, ['recognition criteria form', 'accounts', 'constitution if amended']);
  await setFigure(core, 'groups.recognitionFor', ['annual grant', 'computer', 'admin support']);
  const group = await aGroup(core, { name: 'Cedar Estate Tenants and Residents Association' });
  await desk().call(
    'groups.changeRecord',
    recordDetails(group, { remit: 'To speak for the estate', activeMembers: 14 }),
  );
  await recognise(core, group, { from: '2020-04-01', nextDueOn: '2027-04-29' });
  clock.set('2027-05-14T12:00:00.000Z');
  const { openReturn } = await desk().call('recognition.ofGroup', { groupId: group.id });
  for (const item of openReturn?.items ?? [])
    if (item.words !== 'accounts')
      await desk().call('recognition.setEvidence', {
        returnId: openReturn?.id ?? '',
        itemId: item.id,
        state: item.ifAmended ? 'not-amended' : 'accepted',
        receivedOn: '2027-04-20',
        evidence: item.kind === 'criterion' ? 'Seen in the papers of the yearly meeting.' : '',
      });
  const lapsed = await manager().call(
    'recognition.recordDecision',
    decisionDetails(group, {
      kind: 'lapsed',
      from: '2027-04-30',
      reason: 'The accounts for 2026/27 are missing.',
    }),
  );
  const accounts = openReturn?.items.find((item) => item.words === 'accounts');
  const restore = async () => {
    await desk().call('recognition.setEvidence', {
      returnId: openReturn?.id ?? '',
      itemId: accounts?.id ?? '',
      state: 'accepted',
      receivedOn: '2027-05-12',
      evidence: 'Checked by Olu Bright.',
    });
    return manager().call(
      'recognition.recordDecision',
      decisionDetails(group, {
        kind: 'restored',
        from: '2027-05-12',
        reason: 'The accounts are in.',
        nextDueOn: '2028-04-29',
      }),
    );
  };
  return { group, lapsed, restore };
}

describe('The recognition form (DOC-14)', () => {
  it.each(SIZES)(
    'is blank or filled, for the first time or the year, in %s print',
    async (size) => {
      const { group } = await aLapseAndBack();
      const form = async (groupId: typeof group.id | null, kind: 'first' | 'yearly') =>
        read(await desk().call('recognition.printForm', { groupId, kind, size }), size);
      const blank = await form(null, 'first');
      expect(blank).toContain('Asking for recognition');
      for (const part of [
        'Homes it covers',
        'Treasurer',
        'Equality and diversity: how does your group do this?',
        'Not amended since the last time',
        'Received for the council',
      ])
        expect(blank).toContain(part);
      expect(blank).not.toContain('Cedar');
      expect(blank).not.toContain('recognition criteria form');
      const filled = await form(group.id, 'yearly');
      expect(filled).toContain('Yearly recognition return');
      expect(filled).toContain('Please bring or send it by 29 April 2027');
      expect(filled).toContain('To speak for the estate');
    },
  );
});

describe('The checklist and letter on a decision (DOC-15)', () => {
  it.each(SIZES)('says what is missing and what waits after a lapse, in %s print', async (size) => {
    const { lapsed } = await aLapseAndBack();
    const id = lapsed.decisions[0]?.id ?? '';
    const words = read(await manager().call('recognition.printDecision', { id, size }), size);
    for (const part of [
      'has lapsed; 30 April 2027 is the first day without it',
      'The accounts for 2026/27 are missing.',
      'Still to come',
      'What waits until the group is recognised',
      'Annual grant',
      'Customer Complaints Procedure',
      'Maya Quill, manager',
    ])
      expect(words).toContain(part);
    const masked = read(
      await core.as('auditor').call('recognition.printDecision', { id, size }),
      size,
    );
    expect(masked).not.toContain('accounts for 2026/27');
  });

  it.each(SIZES)('keeps the gap in sight when it is restored, in %s print', async (size) => {
    const { restore } = await aLapseAndBack();
    const { decisions } = await restore();
    const id = decisions[0]?.id ?? '';
    const words = read(await manager().call('recognition.printDecision', { id, size }), size);
    for (const part of [
      'recognises Cedar Estate Tenants and Residents Association again from 12 May 2027',
      '30 April 2027 to 11 May 2027, 12 days (lapsed)',
      'Next return due by',
      '29 April 2028',
      'Not amended',
      'Checked by Olu Bright.',
      'What the group may have now',
    ])
      expect(words).toContain(part);
    await manager().call('recognition.undoDecision', { id });
    expect(read(await manager().call('recognition.printDecision', { id, size }), size)).toContain(
      'TAKEN BACK',
    );
  });
});

describe('The letter of withdrawal (DOC-16)', () => {
  it.each(SIZES)(
    'names what is withdrawn, why, the clauses and the appeal, in %s print',
    async (size) => {
      const { group, restore } = await aLapseAndBack();
      await restore();
      const { decisions } = await manager().call('recognition.withdraw', {
        groupId: group.id,
        from: '2027-05-14',
        taken: ['recognition', 'money'],
        reason: 'Grant money was not spent on what it was for.',
        codeClauses: '4.2 and 7',
        decidedBy: 'Maya Quill, manager',
        appealWords: 'Write to the Head of Housing within 14 days.',
      });
      const id = decisions[0]?.id ?? '';
      const words = read(await manager().call('recognition.printDecision', { id, size }), size);
      for (const part of [
        'The council’s recognition',
        'Grants and expenses',
        'Grant money was not spent',
        '4.2 and 7',
        'Write to the Head of Housing within 14 days.',
      ])
        expect(words).toContain(part);
      expect(words).not.toContain('Rooms and equipment');
    },
  );
});

describe('The letter on papers still to come', () => {
  it.each(SIZES)(
    'asks for what is missing and thanks for what is here, in %s print',
    async (size) => {
      const { group, restore } = await aLapseAndBack();
      const ask = () => desk().call('recognition.printOutstanding', { groupId: group.id, size });
      const words = read(await ask(), size);
      expect(words).toMatch(/Still to come • Accounts Not recognised since 30 April 2027/);
      expect(words).toContain('Constitution if amended, 20 April 2027');
      await restore();
      await askPapers(core, []);
      await setFigure(core, 'groups.criteria', []);
      expect(
        await desk().refusal('recognition.printOutstanding', { groupId: group.id }),
      ).toMatchObject({ code: 'recognition.nothing-outstanding' });
    },
  );
});

describe('The certificate', () => {
  it.each(SIZES)('is for a group that is recognised today, in %s print', async (size) => {
    const { group, restore } = await aLapseAndBack();
    const ask = { groupId: group.id, size };
    expect(await desk().refusal('recognition.printCertificate', ask)).toMatchObject({
      code: 'recognition.not-recognised',
    });
    await restore();
    const words = read(await desk().call('recognition.printCertificate', ask), size);
    expect(words).toContain('recognises this group from 12 May 2027');
    expect(words).toContain('next return by 29 April 2028');
  });

  it('and the record sheet tell the gap (DOC-17)', async () => {
    const { group, restore } = await aLapseAndBack();
    await restore();
    const sheet = read(
      await desk().call('groups.printRecord', { id: group.id, size: 'normal' }),
      'normal',
    );
    expect(sheet).toContain('30 April 2027 to 11 May 2027, 12 days (lapsed)');
  });
});
