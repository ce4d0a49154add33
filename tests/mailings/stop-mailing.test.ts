import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActId } from '#db/shared/long-act';
import { aMailing, aMember, MAILING_WORDS } from '../support/builders/mailings.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import type { Desk } from '../support/program-for-tests.ts';

let core: TestCore;
let desk: Desk;
beforeEach(async () => {
  core = await openTestCore();
  desk = core.as('desk');
});
afterEach(() => core.close());

const act = ActId.parse('6f1c2a3e-0000-4000-8000-000000000002');

/** What the page hears; the first thing it hears makes it stop the act. */
function stopAtOnce(): readonly string[] {
  const heard: string[] = [];
  core.program.changes.listen((change) => {
    if (!('act' in change)) return;
    heard.push(change.act.words);
    void desk.ask('session.stopAct', { act });
  });
  return heard;
}

describe('A long mailing', () => {
  it('is stopped whole: nobody counts as asked, and no number is used up', async () => {
    const { id } = await aMember(core, 'Ann First');
    const { mark } = await desk.call('mailings.choice', { selection: {} });
    const heard = stopAtOnce();
    expect(
      await desk.refusal('mailings.create', { ...MAILING_WORDS, selection: {}, mark, act }),
    ).toMatchObject({ code: 'act.cancelled' });
    expect(heard).toEqual(['0 of 1 record written']);
    expect(await desk.call('mailings.list', {})).toEqual([]);
    expect((await desk.call('people.record', { id })).lastContactedOn).toBeNull();
    expect((await aMailing(core)).reference).toBe('MLG-2027-0001');
  });

  it('stays as it is when taking it back is stopped', async () => {
    const { id } = await aMember(core, 'Ann First');
    const mailing = await aMailing(core);
    stopAtOnce();
    expect(
      await desk.refusal('mailings.undoCreate', { id: mailing.id, version: 1, act }),
    ).toMatchObject({ code: 'act.cancelled' });
    expect((await desk.call('people.record', { id })).lastContactedOn).toBe('2027-01-04');
    expect((await desk.call('mailings.list', {}))[0]?.takenBackOn).toBeNull();
  });
});
