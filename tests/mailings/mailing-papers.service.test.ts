import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aMailing, aMember } from '../support/builders/mailings.ts';
import { anArea } from '../support/builders/areas.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
type Paper = { readonly base64: string; readonly missingGlyphs: readonly string[] };

/** The text of each page, in order; the file itself is sound. */
function pagesOf(paper: Paper): readonly string[] {
  const bytes = Buffer.from(paper.base64, 'base64');
  expect(checkFile(bytes)).toContain('No syntax');
  expect(paper.missingGlyphs).toEqual([]);
  return textOf(bytes)
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s+/g, ' ').trim());
}

describe('The letters of a mailing', () => {
  it('go to each reader by name, sorted by postcode, each on the front of a sheet', async () => {
    await aMember(core, 'Ann First', { postcode: 'ZZ2 2BB' });
    await aMember(core, 'Bo Second', { postcode: 'ZZ1 1AA' });
    const { id } = await aMailing(core);
    const pages = pagesOf(await desk().call('mailings.printLetters', { id }));
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('Dear Bo Second');
    expect(pages[0]).toContain('Bo Second 9 Elm House Ash Street ZZ1 1AA');
    expect(pages[0]).toContain('Please come on Tuesday, Bo Second.');
    expect(pages[0]).toContain('Olu Bright');
    expect(pages[0]).toContain('MLG-2027-0001 · Page 1 of 1');
    expect(pages[1]).toBe('');
    expect(pages[2]).toContain('Dear Ann First');
    const oneSided = await desk().call('mailings.printLetters', { id, onBothSides: false });
    expect(pagesOf(oneSided)).toHaveLength(2);
  });

  it('of two pages need no empty back, and count their own pages', async () => {
    await aMember(core, 'Ann First', { postcode: 'ZZ1 1AA' });
    await aMember(core, 'Bo Second', { postcode: 'ZZ2 2BB' });
    const { id } = await aMailing(core, { body: 'A long story.\n\n'.repeat(36) });
    const pages = pagesOf(await desk().call('mailings.printLetters', { id }));
    expect(pages).toHaveLength(4);
    expect(pages.every((page) => page !== '')).toBe(true);
    expect(pages[3]).toContain('MLG-2027-0001 · Page 2 of 2');
  });

  it('are in large print for whoever needs it, and not printed for whoever reads none (PPL-14)', async () => {
    const body = 'A long story.\n\n'.repeat(11);
    await aMember(core, 'Ann Ordinary', { postcode: 'ZZ1 1AA' });
    await aMember(core, 'Bo Large', { postcode: 'ZZ2 2BB', formatNeed: 'large-print' });
    await aMember(core, 'Cy Braille', { formatNeed: 'braille' });
    const { id } = await aMailing(core, { body });
    const pages = pagesOf(await desk().call('mailings.printLetters', { id, onBothSides: false }));
    expect(pages.filter((page) => page.includes('Page 1 of 1'))).toHaveLength(1);
    expect(pages.filter((page) => /Page \d of 2/.test(page))).toHaveLength(2);
    expect(pages.join()).not.toContain('Cy Braille');
    const { asked, letters } = await desk().call('mailings.get', { id });
    expect(asked.filter((one) => one.isMadeByHand).map(({ name }) => name)).toEqual(['Cy Braille']);
    expect(letters).toBe(2);
  });

  it('end with the last file', async () => {
    await aMember(core, 'Ann First');
    const { id } = await aMailing(core);
    expect(await desk().refusal('mailings.printLetters', { id, file: 2 })).toMatchObject({
      code: 'mailing.no-letters',
    });
  });
});

describe('Address labels', () => {
  it('stand for everything that is posted, what is made by hand too, and begin where the sheet goes on', async () => {
    for (let i = 0; i < 5; i += 1)
      await aMember(core, `Person ${i}`, { formatNeed: i === 0 ? 'braille' : 'standard' });
    const { id } = await aMailing(core);
    const whole = pagesOf(await desk().call('mailings.printLabels', { id }));
    expect(whole).toHaveLength(1);
    expect(whole[0]).toContain('Person 0');
    const begun = pagesOf(
      await desk().call('mailings.printLabels', { id, sheet: '14', startAt: 12 }),
    );
    expect(begun).toHaveLength(2);
  });
});

describe('The call sheet', () => {
  it.each(['normal', 'large'] as const)(
    'has a number and boxes for each call, in %s print',
    async (size) => {
      await aMember(core, 'Ann First', { channels: ['phone'], languageNeed: 'Polish' });
      const { id } = await aMailing(core);
      const words = pagesOf(await desk().call('mailings.printCalls', { id, size })).join(' ');
      for (const part of [
        'Ann First',
        '07700 900123',
        'likes to speak Polish',
        'No answer',
        'Does not want to be asked again',
        'how your last repair went',
      ])
        expect(words).toContain(part);
    },
  );

  it('is not drawn where nobody is rung', async () => {
    await aMember(core, 'Ann First');
    const { id } = await aMailing(core);
    expect(await desk().refusal('mailings.printCalls', { id })).toMatchObject({
      code: 'mailing.no-calls',
    });
  });
});

describe('E-mails and texts', () => {
  it('are copied as addresses for everybody, and saved with each reader’s own words', async () => {
    await aMember(core, 'Ann First', {
      channels: ['email'],
      email: 'ann@example.org',
      agrees: true,
    });
    await aMember(core, 'Bo Second', {
      channels: ['text'],
      textPhone: '07700 900456',
      agrees: true,
    });
    const { id } = await aMailing(core);
    expect(await desk().call('mailings.sending', { id })).toEqual({
      emails: [{ name: 'Ann First', to: 'ann@example.org' }],
      texts: [{ name: 'Bo Second', to: '07700 900456' }],
      words: 'Hello\n\nWe would like to hear how your last repair went.\n\nPlease come on Tuesday.',
    });
    const { text } = await desk().call('mailings.exportEmails', { id });
    expect(text).toContain('Ann First,ann@example.org,Repairs survey');
    expect(text).toContain('Please come on Tuesday, Ann First.');
    expect(text).not.toContain('Bo Second');
  });
});

describe('The Sounding Board on paper (DOC-30)', () => {
  it.each(['normal', 'large'] as const)(
    'lists members with their gaps, and counts them, in %s print',
    async (size) => {
      const area = await anArea(core, { name: 'Elm Estate' });
      await aMember(core, 'Ann First', {
        areaId: area.id,
        channels: ['text'],
        formatNeed: 'large-print',
        interests: [{ serviceArea: 'Repairs', methods: [] }],
        joinedOn: '2026-01-05',
      });
      await aMember(core, 'Bo Second', {
        phone: '',
        email: 'bo@example.org',
        lastContactedOn: '2026-12-30',
      });
      const words = pagesOf(await desk().call('mailings.printBoard', { size })).join(' ');
      for (const part of [
        '2 members',
        '1 of 2 (50%)',
        'Text message',
        'Elm Estate',
        'Large print',
        'Never Gap',
        '30 December 2026',
      ])
        expect(words).toContain(part);
      expect(words).not.toContain('30 December 2026 Gap');
      const narrowed = pagesOf(
        await desk().call('mailings.printBoard', { size, areaId: area.id, serviceArea: 'repairs' }),
      ).join(' ');
      expect(narrowed).toContain('Interested in repairs, living in Elm Estate: 1 member.');
      expect(narrowed).not.toContain('bo@example.org');
    },
  );
});
