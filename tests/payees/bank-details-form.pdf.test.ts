import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, aPaidGroup, verifiedDetails } from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core.close());

async function wordsOf(of: object | null, size: 'normal' | 'large'): Promise<string> {
  const paper = await core.as('desk').call('payees.printForm', { of: of as never, size });
  const bytes = Buffer.from(paper.base64, 'base64');
  checkFile(bytes);
  expect(paper.missingGlyphs).toEqual([]);
  return textOf(bytes).replace(/\s+/g, ' ');
}

describe('The bank details form', () => {
  it.each(['normal', 'large'] as const)(
    'names the group, its signatories and the mask, and never a whole number, in %s print',
    async (size) => {
      const of = await aPaidGroup(core, `Ashdown TRA ${size}`);
      await verifiedDetails(core, of);
      const lane = await aPerson(core, { name: 'Pat Lane' });
      await core.as('desk').call('payees.changeMandate', {
        groupId: of.groupId,
        toSign: 2,
        signatories: [{ personId: lane.id, from: '2027-01-04', until: null }],
        confirmedOn: '2027-01-04',
        version: 0,
      });
      const words = await wordsOf(of, size);
      expect(words).toContain(`Ashdown TRA ${size}`);
      expect(words).toContain('••••3907, sort code ••-••-53');
      expect(words).toContain('On our record as signatories: Pat Lane.');
      expect(words).toContain('Signatory 2');
      expect(words).not.toContain(ACCOUNT.accountNumber);
      expect(words).not.toContain(ACCOUNT.sortCode);
    },
  );

  it.each(['normal', 'large'] as const)('is blank for whoever asks, in %s print', async (size) => {
    const words = await wordsOf(null, size);
    expect(words).toContain('Group or person');
    expect(words).toContain('Rung back by, on');
    expect(words).not.toContain('Paid now');
  });

  it('asks one signature of a person', async () => {
    const person = await aPerson(core, { name: 'Jo Marsh' });
    const words = await wordsOf({ kind: 'person', personId: person.id }, 'normal');
    expect(words).toContain('These details are mine and are right.');
    expect(words).toContain('Nothing on record');
    expect(words).not.toContain('Signatory 1');
  });
});
