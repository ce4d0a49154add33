import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  aPaidGroup,
  callBack,
  HEARD,
  newDetails,
  stagedDetails,
} from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** The account of the builders and of the person, in the spellings in which it could lie about. */
const CANARIES = [
  '48213907',
  '4821 3907',
  '207153',
  '20-71-53',
  '20 71 53',
  'K7741902',
  'Ashdown TRA current',
];

/** Every file under a folder with its bytes; the key itself is the one that may know. */
function filesIn(folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

const spellingsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text, 'utf8').toString('base64').replaceAll('=', '')),
  Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
  Buffer.from(encodeURIComponent(text)),
];

/** Where a canary lies in the clear. */
function found(home: string, texts: readonly string[] = CANARIES): readonly string[] {
  return filesIn(home).flatMap(({ path, bytes }) =>
    texts.flatMap((text) =>
      spellingsOf(text).some((spelling) => bytes.includes(spelling)) ? [`${text} in ${path}`] : [],
    ),
  );
}

describe('Bank details', () => {
  it('lie in the clear in no file of the centre: database, its log, search, record of changes, logs', async () => {
    const of = await aPaidGroup(core);
    const person = await aPerson(core, { name: 'Jo Marsh', phone: '07700 900123' });
    const staged = await stagedDetails(core, of);
    await core
      .as('manager')
      .refusal(
        'payees.recordCallBack',
        callBack(staged, { heard: { ...HEARD, accountNumber: '48213908' } }),
      );
    const checked = await core.as('manager').call('payees.recordCallBack', callBack(staged));
    await core.as('manager').call('payees.showInFull', {
      id: checked.verified?.id as never,
      reason: 'Audit of the year',
    });
    await core
      .as('desk')
      .call(
        'payees.addDetails',
        newDetails(
          { kind: 'person', personId: person.id },
          { details: { ...ACCOUNT, buildingReference: 'K7741902' } },
        ),
      );
    // Refused: by the check of the input, and by a rule.
    await core
      .as('desk')
      .refusal(
        'payees.addDetails',
        newDetails(of, { details: { ...ACCOUNT, accountNumber: '48213907x' }, version: 2 }),
      );
    await core.as('desk').refusal('payees.addDetails', newDetails(of, { version: 2 }));
    // A defect inside the program while the numbers are in its hands.
    core
      .raw()
      .exec(
        "CREATE TRIGGER broken BEFORE INSERT ON payee_details BEGIN SELECT RAISE(ABORT, 'broken'); END",
      );
    const other = await aPaidGroup(core, 'Oak Estate TRA');
    expect(await core.as('desk').refusal('payees.addDetails', newDetails(other))).toMatchObject({
      code: 'api.defect',
    });

    expect(found(core.home)).toEqual([]);
    expect(found(core.home, ['Ashdown TRA']).length).toBeGreaterThan(0);
    await core.stop();
    expect(found(core.home)).toEqual([]);
  });

  it('are found by no search, whichever part is typed', async () => {
    await stagedDetails(core, await aPaidGroup(core));
    for (const text of ['48213907', '3907', '207153', '20-71-53', 'TRA current'])
      expect(
        JSON.stringify(await core.as('manager').call('search.everything', { text })),
      ).not.toMatch(/payee|bank|48213907|current/i);
  });

  it('are in no problem report, table or answer but the one that shows them in full', async () => {
    const of = await aPaidGroup(core);
    await stagedDetails(core, of);
    const manager = core.as('manager');
    const answers = JSON.stringify([
      await manager.call('payees.ofParty', { of }),
      await manager.call('audit.recent', {}),
      await manager.call('tasks.list', { withDone: true }),
      await manager.call('groups.record', { id: of.groupId }),
      await manager.call('diagnostics.make', {}),
    ]);
    for (const canary of CANARIES.filter((text) => text !== 'Ashdown TRA current'))
      expect(answers).not.toContain(canary);
  });
});
