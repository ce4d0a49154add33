import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAgreement, aSignedAgreement } from '../support/builders/agreements.ts';
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

describe('A Compact on paper (DOC-25)', () => {
  it.each(SIZES)(
    'says what is agreed and has a line for each party, in %s print',
    async (size, pt) => {
      const { id } = await aSignedAgreement(core, {
        actions: [{ what: 'Buy a broom', who: 'The council', by: '2027-02-01', doneOn: null }],
      });
      const bytes = bytesOf(await core.as('desk').call('agreements.printCompact', { id, size }));
      const words = wordsOf(bytes);
      for (const part of [
        'Local Compact for Alder House',
        'AGR-2027-0001',
        'Sweeps the courtyard',
        'Every Monday',
        'Buy a broom',
        'The group, Chair',
        'Ivy Mossop',
        'The council, Officer',
      ])
        expect(words).toContain(part);
      expect(words).not.toContain('DRAFT');
      expect(typeSizesOf(bytes)[0]).toBe(pt);
      expect(untaggedMarksOf(bytes)).toBe(0);
    },
  );

  it('says that it is a draft, under review, or ended', async () => {
    const desk = core.as('desk');
    const printed = async (id: string) =>
      wordsOf(bytesOf(await desk.call('agreements.printCompact', { id })));
    const draft = await anAgreement(core);
    expect(await printed(draft.id)).toContain('DRAFT');
    const signed = await aSignedAgreement(core);
    const review = await desk.call('agreements.startReview', {
      id: signed.id,
      version: signed.version,
    });
    expect(await printed(signed.id)).toContain('UNDER REVIEW');
    await desk.call('agreements.end', {
      id: signed.id,
      version: review.version,
      endedOn: '2027-01-04',
      why: 'Over',
    });
    expect(await printed(signed.id)).toContain('Its last day was 4 January 2027');
  });

  it.each(SIZES)('is blank to be written by hand, in %s print', async (size) => {
    for (const isLocal of [true, false]) {
      const paper = await core
        .as('desk')
        .call('agreements.printCompact', { id: null, isLocal, size });
      const words = wordsOf(bytesOf(paper));
      expect(paper.title).toBe(isLocal ? 'Local Compact' : 'Compact');
      expect(words).toContain('To what standard');
      expect(words).toContain(isLocal ? 'Area or group' : 'Tenants and leaseholders, Chair');
    }
  });

  it('is printed of a compact and of nothing else', async () => {
    const promise = await anAgreement(core, { kind: 'confidentiality' });
    const local = await anAgreement(core);
    const desk = core.as('desk');
    expect(await desk.refusal('agreements.printCompact', { id: promise.id })).toMatchObject({
      code: 'agreement.other-paper',
    });
    expect(await desk.refusal('agreements.printConfidentiality', { id: local.id })).toMatchObject({
      code: 'agreement.other-paper',
    });
  });
});

describe('A confidentiality agreement on paper (DOC-28)', () => {
  it.each(SIZES)(
    'says what is confidential and from whom it is kept, in %s print',
    async (size, pt) => {
      const person = await aPerson(core, { name: 'Ottoline Quayle' });
      const { id } = await anAgreement(core, {
        kind: 'confidentiality',
        personId: person.id,
        scope: 'Tenders for the new lifts',
      });
      const bytes = bytesOf(
        await core.as('desk').call('agreements.printConfidentiality', { id, size }),
      );
      const words = wordsOf(bytes);
      for (const part of [
        'Ottoline Quayle',
        'Tenders for the new lifts',
        'my partner, my family and my friends',
        'my own gain',
      ])
        expect(words).toContain(part);
      expect(typeSizesOf(bytes)[0]).toBe(pt);
      expect(untaggedMarksOf(bytes)).toBe(0);
    },
  );

  it.each(SIZES)('is blank to be written by hand, in %s print', async (size) => {
    const paper = await core.as('desk').call('agreements.printConfidentiality', { id: null, size });
    expect(wordsOf(bytesOf(paper))).toContain('What is confidential');
    expect(paper.fileName).toBe('confidentiality-agreement-blank.pdf');
  });
});
