import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anArea } from '../support/builders/areas.ts';
import { aContact } from '../support/builders/contacts.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

describe('Contacts and areas in the file', () => {
  it('stay such that they can be true, past the program too', async () => {
    await aContact(core);
    await anArea(core);
    const raw = core.raw();
    for (const [change, check] of [
      ["directory_contact SET kind = 'friend'", 'ck_directory_contact_kind'],
      ["directory_contact SET is_active = 0, closed_note = ''", 'ck_directory_contact_closed'],
      ["area SET kind = 'planet'", 'ck_area_kind'],
      ['area SET parent_id = id', 'ck_area_not_inside_itself'],
    ] as const)
      expect(() => raw.prepare(`UPDATE ${change}`).run(), change).toThrow(check);
  });
});
