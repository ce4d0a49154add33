import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mustExist } from '#db/shared/domain-error';
import { aWaiting } from '../support/builders/queue.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const csv = (...rows: readonly string[]): string =>
  ['Room,Date,Start,End,Group,Contact,Notes,Remarks', ...rows].join('\n');
const diary = csv(
  'Meeting Room,01/03/2027,10am,noon,Ashdown TRA,P. Okafor,Key at desk,Door code 4711',
  'Meeting Room,15/03/2027,10am,noon,Birch Court TRA,P. Okafor,,',
);
const file = (text: string, columns: Readonly<Record<string, string>> = {}) =>
  ({ kind: 'diary-csv', fileName: 'diary.csv', text, columns }) as const;
const manager = () => core.as('manager');
const bringIn = async () => {
  const { planId } = await manager().call('imports.checkFile', file(diary));
  return manager().call('imports.startImport', { ...file(diary), planId });
};
const groupNames = async () =>
  (await manager().call('groups.list', {})).groups.map((group) => group.name);

describe('An import', () => {
  it.each([
    ['another text of a note', file(diary.replace('Key at desk', 'Key is lost'))],
    ['notes out of another column', file(diary, { notes: 'Remarks' })],
  ])('is refused for %s than was shown, though its rows read the same', async (_, other) => {
    const shown = await manager().call('imports.checkFile', file(diary));
    expect((await manager().call('imports.checkFile', other)).rows).toEqual(shown.rows);
    expect(
      await manager().refusal('imports.startImport', { ...other, planId: shown.planId }),
    ).toMatchObject({ code: 'import.changed-since' });
  });
});

describe('An import that is taken back', () => {
  it('leaves a group and a person whose details were changed since, and lists both', async () => {
    const run = await bringIn();
    const { groups } = await manager().call('groups.list', { text: 'Ashdown' });
    const { people } = await manager().call('people.list', { text: 'Okafor' });
    const group = mustExist(groups[0], 'the import made it');
    const person = mustExist(people[0], 'the import made them');
    const phone = '023 8000 1234';
    for (const [what, { id, version, name, kind }] of [
      ['groups.change', group],
      ['people.change', person],
    ] as const)
      await core.as('desk').call(what as never, { id, version, name, kind, phone } as never);
    const { keptRows } = await manager().call('imports.undoImport', { id: run.id });
    expect(keptRows).toEqual([
      'Ashdown TRA: the group was changed since.',
      'P. Okafor: the person’s details were changed since.',
    ]);
    expect(await groupNames()).toEqual(['Ashdown TRA']);
  });

  it('leaves a group that waits for another time', async () => {
    const run = await bringIn();
    const { groups } = await manager().call('groups.list', { text: 'Birch' });
    const groupId = mustExist(groups[0], 'the import made it').id;
    const time = { date: '2027-03-01', from: '10:00', until: '12:00' };
    await aWaiting(core, { ...time, booker: { kind: 'group', groupId } });
    const { keptRows } = await manager().call('imports.undoImport', { id: run.id });
    expect(keptRows).toContain('Birch Court TRA: the group is used by others since.');
    expect(await groupNames()).toContain('Birch Court TRA');
    expect(await groupNames()).not.toContain('Ashdown TRA');
  });
});
