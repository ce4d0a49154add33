import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking } from '../support/builders/bookings.ts';
import { aConditionText, allGiven } from '../support/builders/conditions.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const both = async () => {
  await aConditionText(core);
  await aConditionText(core, { kind: 'fire', text: 'Leave by the nearest exit.' });
};

/** What a group and its responsible person still have to be given on a day. */
async function askMissing(on = '2027-01-05') {
  const group = await aGroup(core, { name: 'Ashdown TRA' });
  const person = await aPerson(core, { name: 'P. Okafor' });
  const asked = {
    booker: { kind: 'group', groupId: group.id },
    responsiblePersonId: person.id,
    on,
  } as never;
  return { asked, group, person, missing: await core.as('desk').call('conditions.missing', asked) };
}

describe('What has to be given before use', () => {
  it('is the guidelines for the booker and the fire procedure for the responsible person', async () => {
    await both();
    const { missing } = await askMissing();
    expect(missing.map(({ kind, whoName, words }) => [kind, whoName, words])).toEqual([
      [
        'guidelines',
        'Ashdown TRA',
        'Ashdown TRA has not been given the guidelines for rooms and equipment.',
      ],
      ['fire', 'P. Okafor', 'P. Okafor has not been given the fire procedure.'],
    ]);
  });

  it('is nothing while nobody has entered a text, since nobody can be given one', async () => {
    const { asked, missing } = await askMissing('2027-01-05');
    expect(missing).toEqual([]);
    await aConditionText(core, { from: '2027-01-06' });
    expect(await core.as('desk').call('conditions.missing', asked)).toEqual([]);
  });

  it('is nothing on a day on which the council does not ask for it', async () => {
    await both();
    const manager = core.as('manager');
    for (const name of ['rooms.guidelinesBeforeUse', 'rooms.fireProcedure'])
      await manager.call('settings.setParameter', {
        name,
        value: false,
        from: '2027-02-01',
      });
    const { asked, missing } = await askMissing('2027-01-31');
    expect(missing).toHaveLength(2);
    const after = { ...(asked as object), on: '2027-02-01' } as never;
    expect(await core.as('desk').call('conditions.missing', after)).toEqual([]);
  });

  it('is nothing once it was given, and again something when a version must be acknowledged anew', async () => {
    await both();
    const booking = await aBooking(core);
    await allGiven(core, booking, '2027-01-04');
    const asked = {
      booker: booking.booker,
      responsiblePersonId: booking.responsiblePersonId,
      on: '2027-02-01',
    };
    expect(await core.as('desk').call('conditions.missing', asked)).toEqual([]);
    await aConditionText(core, { from: '2027-02-01', mustAcknowledgeAgain: true });
    const again = await core.as('desk').call('conditions.missing', asked);
    expect(again.map((one) => one.words)).toEqual([
      `${booking.bookerName} has to be given the new version of the guidelines for rooms and equipment.`,
    ]);
  });

  it('does not tell the auditor who the person is', async () => {
    await both();
    const { asked } = await askMissing();
    const [guidelines, fire] = await core.as('auditor').call('conditions.missing', asked);
    expect(guidelines?.whoName).toBe('Ashdown TRA');
    expect(fire).toMatchObject({
      whoName: '•••',
      words: '••• has not been given the fire procedure.',
    });
  });
});

describe('Giving the guidelines and the fire procedure', () => {
  it('numbers the versions of each text and keeps every one', async () => {
    await aConditionText(core);
    await aConditionText(core, { text: 'Leave it tidy. Lock up.', from: '2027-02-01' });
    await aConditionText(core, { kind: 'fire', text: 'Out.' });
    const texts = await core.as('auditor').call('conditions.texts', {});
    expect(texts.map(({ kind, number }) => [kind, number])).toEqual([
      ['guidelines', 2],
      ['guidelines', 1],
      ['fire', 1],
    ]);
  });

  it('keeps which version was given, when and how, with a line in the record', async () => {
    await aConditionText(core);
    const person = await aPerson(core, { name: 'P. Okafor' });
    const who = { kind: 'person', personId: person.id } as const;
    await core.as('desk').call('conditions.recordAcknowledged', {
      kind: 'guidelines',
      who,
      on: '2027-01-04',
      how: 'signed',
    });
    const given = await core.as('desk').call('conditions.acknowledged', { who });
    expect(given).toMatchObject([
      { kind: 'guidelines', number: 1, whoName: 'P. Okafor', on: '2027-01-04', how: 'signed' },
    ]);
    const masked = await core.as('auditor').call('conditions.acknowledged', { who });
    expect(masked).toMatchObject([{ whoName: '•••' }]);
    const lines = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'person', objectId: person.id });
    expect(lines.map((line) => line.action)).toContain('condition.acknowledged');
  });

  it('refuses to give what nobody has entered', async () => {
    const group = await aGroup(core);
    expect(
      await core.as('desk').refusal('conditions.recordAcknowledged', {
        kind: 'guidelines',
        who: { kind: 'group', groupId: group.id },
        on: '2027-01-04',
        how: 'told',
      }),
    ).toMatchObject({
      code: 'condition.no-text',
      message:
        'Nobody has entered the guidelines for rooms and equipment for 4 January 2027 yet. A manager enters them under Settings.',
    });
  });

  it('refuses a day that has not come', async () => {
    await aConditionText(core);
    const group = await aGroup(core);
    expect(
      await core.as('desk').refusal('conditions.recordAcknowledged', {
        kind: 'guidelines',
        who: { kind: 'group', groupId: group.id },
        on: '2027-01-05',
        how: 'told',
      }),
    ).toMatchObject({ code: 'condition.on-a-coming-day', field: 'on' });
  });

  it('gives the fire procedure to a person, never to a group', async () => {
    await both();
    const group = await aGroup(core);
    expect(
      await core.as('desk').refusal('conditions.recordAcknowledged', {
        kind: 'fire',
        who: { kind: 'group', groupId: group.id },
        on: '2027-01-04',
        how: 'told',
      }),
    ).toMatchObject({ code: 'condition.fire-is-personal' });
  });
});

describe('The papers of the conditions', () => {
  const textIn = (base64: string) => textOf(Buffer.from(base64, 'base64')).replaceAll(/\s+/g, ' ');

  it.each(['normal', 'large'] as const)('carry the text that holds, in %s print', async (size) => {
    await both();
    await allGiven(core, await aBooking(core), '2027-01-04');
    const desk = core.as('desk');
    const guidelines = await desk.call('conditions.printGuidelines', { size });
    const fire = await desk.call('conditions.printFireSheet', { size });
    const notice = await desk.call('conditions.printNotice', { size });
    expect(textIn(guidelines.base64)).toContain('Leave it tidy.');
    expect(textIn(guidelines.base64)).toContain('Version 1');
    expect(textIn(fire.base64)).toContain('Leave by the nearest exit.');
    expect(textIn(fire.base64)).toMatch(/Pat \d+/);
    expect(textIn(notice.base64)).toContain('tenant involvement work only');
    for (const paper of [guidelines, fire, notice])
      expect(checkFile(Buffer.from(paper.base64, 'base64'))).toContain('No syntax');
  });

  it('say so when nobody has entered a text, and leave room for the assembly point', async () => {
    const desk = core.as('desk');
    const guidelines = await desk.call('conditions.printGuidelines', {});
    const fire = await desk.call('conditions.printFireSheet', {});
    expect(textIn(guidelines.base64)).toContain('No guidelines have been entered yet.');
    expect(textIn(fire.base64)).toContain('No fire procedure has been entered yet.');
    expect(textIn(fire.base64)).toContain('Assembly point');
  });

  it('tell the auditor no names', async () => {
    await both();
    await allGiven(core, await aBooking(core), '2027-01-04');
    const fire = await core.as('auditor').call('conditions.printFireSheet', {});
    expect(textIn(fire.base64)).not.toMatch(/Pat \d+/);
  });
});
