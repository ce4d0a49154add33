import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const SIZES = ['normal', 'large'] as const;

function wordsIn(paper: { readonly base64: string; readonly missingGlyphs: readonly string[] }) {
  const bytes = Buffer.from(paper.base64, 'base64');
  expect(checkFile(bytes)).toContain('No syntax');
  expect(paper.missingGlyphs).toEqual([]);
  return textOf(bytes).replaceAll(/\s+/g, ' ');
}

async function aMember() {
  const { id, version } = await aPerson(core, { name: 'Siân Ó Néill', phone: '023 8000 1111' });
  return core.as('desk').call('people.changeRecord', {
    id,
    version,
    isOnRegister: true,
    address: '2 Elm House\nAsh Street',
    postcode: 'so147ly',
    channels: ['text', 'letter'],
    interests: [{ serviceArea: 'Street lighting', methods: ['By carrier pigeon'] }],
    hoursPerMonth: 2,
    formatNeed: 'braille',
  });
}

describe('The form to join the Sounding Board (DOC-26)', () => {
  it.each(SIZES)('asks everything on a blank sheet, in %s print', async (size) => {
    const words = wordsIn(
      await core.as('desk').call('people.printInterest', { personId: null, size }),
    );
    for (const asked of [
      'Your name',
      'Postcode',
      'Leaseholder',
      'Text message',
      'Anti-social behaviour',
      'Hours a month',
      'No meetings, please',
      'How you heard of us',
      'Easy read',
      'I need an interpreter',
      'I do not want to be involved.',
      'Parent or guardian, if you are under 18',
    ])
      expect(words).toContain(asked);
  });

  it.each(SIZES)('shows what is on record for the person to check, in %s print', async (size) => {
    const { id } = await aMember();
    const words = wordsIn(
      await core.as('desk').call('people.printInterest', { personId: id, size }),
    );
    for (const known of [
      'Siân Ó Néill',
      '2 Elm House, Ash Street',
      'SO14 7LY',
      'In this order: text message and letter.',
      'Street lighting',
      'By carrier pigeon',
    ])
      expect(words).toContain(known);
    expect(words).not.toContain('Parent or guardian');
  });

  it('offers the council’s own ways to take part', async () => {
    const words = wordsIn(
      await core.as('desk').call('people.printInterest', { personId: null, size: 'normal' }),
    );
    expect(words).toContain('Mystery shopping');
  });

  it('says first that somebody does not want to be involved (PPL-03)', async () => {
    const { id, version } = await aMember();
    await core
      .as('desk')
      .call('people.changeRecord', { id, version, notInvolvedSince: '2027-01-04' });
    expect(wordsIn(await core.as('desk').call('people.printInterest', { personId: id }))).toContain(
      'Not involved, thank you',
    );
  });
});

describe('The consent sheet (DOC-29)', () => {
  it.each(SIZES)('asks what, with whom, for how long, and is signed, in %s print', async (size) => {
    const words = wordsIn(
      await core.as('desk').call('people.printConsent', { personId: null, size }),
    );
    for (const asked of [
      'Phone or address given to others',
      'What exactly',
      'With whom',
      'For how long',
      'Signature',
      'Taken back on',
      'Parent or guardian',
    ])
      expect(words).toContain(asked);
  });

  it.each(SIZES)('shows what holds today and nothing that is over, in %s print', async (size) => {
    const { id: personId, version } = await aPerson(core, { name: 'Rana Haddad' });
    const give = (withWhom: string, until: '2027-01-03' | null) =>
      core.as('desk').call('people.giveConsent', {
        personId,
        purpose: 'share-contact',
        what: 'Phone number',
        withWhom,
        givenOn: '2027-01-02',
        until,
        how: 'form',
      });
    await give('the committee', null);
    await give('the old committee', '2027-01-03');
    const words = wordsIn(await core.as('desk').call('people.printConsent', { personId, size }));
    expect(words).toContain('Rana Haddad');
    expect(words).toContain('with the committee: since 2 January 2027');
    expect(words).not.toContain('the old committee');
    expect(words).not.toContain('Parent or guardian');
    await core.as('desk').call('people.changeRecord', { id: personId, version, isUnder18: true });
    const young = wordsIn(await core.as('desk').call('people.printConsent', { personId, size }));
    expect(young).toContain('Parent or guardian');
    expect(young).not.toContain('with the committee');
  });
});
