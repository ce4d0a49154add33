import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

describe('People and their consents in the file', () => {
  it('stay such that they can be true, past the program too', async () => {
    const { id, version } = await aPerson(core);
    await core.as('desk').call('people.changeRecord', { id, version, isOnRegister: true });
    await core.as('desk').call('people.giveConsent', {
      personId: id,
      purpose: 'share-contact',
      what: 'Phone number',
      withWhom: 'The committee',
      givenOn: '2027-01-02',
      until: null,
      how: 'form',
    });
    const raw = core.raw();
    for (const [change, check] of [
      ["person_record SET not_involved_since = '2027-01-04'", 'ck_person_record_not_involved'],
      ["person_consent SET purpose = 'anything'", 'ck_person_consent_purpose'],
      ["person_consent SET how = 'guessed'", 'ck_person_consent_how'],
      ["person_consent SET how = 'spoken'", 'ck_person_consent_in_writing'],
      ["person_consent SET until_date = '2027-01-01'", 'ck_person_consent_dates'],
    ] as const)
      expect(() => raw.prepare(`UPDATE ${change}`).run(), change).toThrow(check);
    raw.prepare("UPDATE person_consent SET until_date = '2027-01-02'").run();
  });
});
