import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Agreement } from '#db/agreements/agreements.contract';
import { hasConfidentialityAgreement } from '#db/agreements/agreements.service';
import { putReviewReminders } from '#db/agreements/review-reminders.service';
import { PROGRAM } from '#db/open-core';
import { MASKED } from '#db/people/people.rules';
import { LocalDate } from '#db/shared/local-date';
import { agreementDetails, anAgreement, aSignedAgreement } from '../support/builders/agreements.ts';
import { anArea } from '../support/builders/areas.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const day = (text: string) => LocalDate.parse(text);
const reviewWords = async () =>
  (await desk().call('tasks.list', {})).tasks
    .filter((task) => task.kind === 'agreements.review')
    .map((task) => task.words);
const now = ({ id, version }: Agreement) => ({ id, version });
const detailsOf = (agreement: Agreement) => ({
  kind: agreement.kind,
  groupId: agreement.groupId,
  personId: agreement.personId,
  title: agreement.title,
  scope: agreement.scope,
  aims: agreement.aims,
  areaIds: agreement.areaIds,
  responsibilities: agreement.responsibilities,
  codeVersion: agreement.codeVersion,
  addedClauses: agreement.addedClauses,
  clausesOnlyAdd: agreement.clausesOnlyAdd,
  parties: agreement.parties,
  actions: agreement.actions,
  reviewOn: agreement.reviewOn,
  whoWasConsulted: agreement.whoWasConsulted,
  qualityNote: agreement.qualityNote,
});
const change = (agreement: Agreement, part: object) => ({
  ...now(agreement),
  ...detailsOf(agreement),
  ...part,
});

const actionsOn = (objectType: string, id: string | null) =>
  core
    .raw()
    .prepare('SELECT action FROM audit_entry WHERE object_type = ? AND object_id = ? ORDER BY seq')
    .pluck()
    .all(objectType, id);

describe('An agreement that is entered', () => {
  it('is a draft with its parties, who does what, and to what standard (GRP-24)', async () => {
    const group = await aGroup(core, { name: 'Alder House TRA' });
    const area = await anArea(core, { name: 'Alder House' });
    const agreement = await anAgreement(core, {
      groupId: group.id,
      areaIds: [area.id],
      whoWasConsulted: 'Everybody on the estate, by letter',
      qualityNote: 'Clear',
      actions: [{ what: 'Buy a broom', who: 'The council', by: '2027-02-01', doneOn: null }],
    });
    expect(agreement).toMatchObject({
      reference: 'AGR-2027-0001',
      groupName: 'Alder House TRA',
      areaNames: ['Alder House'],
      state: 'draft',
      signedOn: null,
      canUndo: false,
      actions: [{ what: 'Buy a broom', by: '2027-02-01' }],
      responsibilities: [{ who: 'The council', standard: 'Every Monday' }],
    });
    expect(agreement.parties).toHaveLength(2);
    expect(agreement.versions).toMatchObject([{ number: 1, what: 'Written', by: 'Dee Hollins' }]);
  });

  it('is found by its reference, its title and its group', async () => {
    const group = await aGroup(core, { name: 'Alder House TRA' });
    const { id } = await anAgreement(core, { groupId: group.id, title: 'Courtyard promise' });
    for (const text of ['AGR-2027-0001', 'courtyard', 'alder house'])
      expect((await desk().call('search.everything', { text })).found, text).toContainEqual(
        expect.objectContaining({ kind: 'agreement', id }),
      );
  });

  it('is listed by kind, state, group and person', async () => {
    const local = await anAgreement(core);
    const promise = await aSignedAgreement(core, { kind: 'confidentiality' });
    const listed = async (filter: object) =>
      (await desk().call('agreements.list', filter)).map((line) => line.id);
    expect(await listed({})).toEqual([promise.id, local.id]);
    expect(await listed({ kind: 'local-compact' })).toEqual([local.id]);
    expect(await listed({ state: 'signed' })).toEqual([promise.id]);
    expect(await listed({ groupId: local.groupId })).toEqual([local.id]);
    expect(await listed({ personId: promise.personId })).toEqual([promise.id]);
  });

  it('names what its kind is about', async () => {
    const person = await aPerson(core);
    const details = await agreementDetails(core);
    const refused = async (part: object) =>
      (await desk().refusal('agreements.add', { ...details, ...part })).code;
    expect(await refused({ groupId: null })).toBe('agreement.needs-group');
    expect(await refused({ kind: 'confidentiality' })).toBe('agreement.needs-person');
    expect(await refused({ personId: person.id })).toBe('agreement.needs-person');
    expect(await refused({ kind: 'code-adoption' })).toBe('agreement.needs-code-version');
    expect(await refused({ groupId: 'nobody' })).toBe('group.not-found');
    expect(await refused({ areaIds: ['nowhere'] })).toBe('area.not-found');
    const promise = await agreementDetails(core, { kind: 'confidentiality' });
    expect(await refused({ ...promise, personId: 'nobody' })).toBe('person.not-found');
    const draft = await anAgreement(core);
    expect(
      await desk().refusal('agreements.change', change(draft, { groupId: null })),
    ).toMatchObject({ code: 'agreement.needs-group' });
    const area = await anArea(core);
    await desk().call('agreements.add', { ...details, groupId: null, areaIds: [area.id] });
    expect(await refused({ parties: [{ ...details.parties[0], signedOn: '2027-01-05' }] })).toBe(
      'agreement.later-than-today',
    );
  });

  it('begins with the lines to sign on of its kind', async () => {
    const blocks = await desk().call('agreements.signatureBlocks', { kind: 'compact' });
    expect(blocks.map(({ name }) => name)).toEqual(['Tenants and leaseholders', 'The council']);
  });
});

describe('Signing', () => {
  it('puts the day on every line not signed yet, keeps those that were, and can be taken back', async () => {
    const details = await agreementDetails(core);
    const [first, second] = details.parties;
    const draft = await anAgreement(core, {
      parties: [{ ...first, signedOn: '2027-01-02' }, second],
    });
    const signed = await desk().call('agreements.confirmSigned', {
      ...now(draft),
      signedOn: '2027-01-03',
      reviewOn: '2028-01-03',
    });
    expect(signed).toMatchObject({ state: 'signed', signedOn: '2027-01-03', canUndo: true });
    expect(signed.parties.map(({ signedOn }) => signedOn)).toEqual(['2027-01-02', '2027-01-03']);
    const back = await desk().call('agreements.undoStep', now(signed));
    expect(back).toMatchObject({ state: 'draft', signedOn: null, reviewOn: null, canUndo: false });
    expect(back.parties.map(({ signedOn }) => signedOn)).toEqual(['2027-01-02', null]);
    expect(await desk().refusal('agreements.undoStep', now(back))).toMatchObject({
      code: 'agreement.nothing-to-undo',
    });
  });

  it('is refused where nobody signs, nothing is agreed, or the day has not come', async () => {
    const refused = async (part: object, step: object = {}) => {
      const draft = await anAgreement(core, part);
      const wanted = { ...now(draft), signedOn: '2027-01-04', reviewOn: null, ...step };
      return (await desk().refusal('agreements.confirmSigned', wanted)).code;
    };
    expect(await refused({ parties: [] })).toBe('agreement.nobody-signs');
    expect(await refused({ responsibilities: [] })).toBe('agreement.nothing-agreed');
    expect(await refused({}, { signedOn: '2027-01-05' })).toBe('agreement.later-than-today');
    expect(await refused({}, { reviewOn: '2027-01-04' })).toBe('agreement.review-too-early');
    const signed = await aSignedAgreement(core);
    expect(
      await desk().refusal('agreements.confirmSigned', {
        ...now(signed),
        signedOn: '2027-01-04',
        reviewOn: null,
      }),
    ).toMatchObject({ code: 'agreement.signed-before' });
  });
});

describe('The words of a signed agreement', () => {
  it('stand until a review is begun, while actions, notes and the review day go on', async () => {
    const signed = await aSignedAgreement(core);
    expect(
      await desk().refusal('agreements.change', change(signed, { aims: 'Other aims' })),
    ).toMatchObject({ code: 'agreement.signed-words-stand' });
    const followed = await desk().call(
      'agreements.change',
      change(signed, {
        actions: [{ what: 'Sweep', who: '', by: null, doneOn: '2027-01-04' }],
        qualityNote: 'Good',
        reviewOn: '2027-12-01',
      }),
    );
    expect(followed).toMatchObject({ state: 'signed', qualityNote: 'Good', canUndo: false });
    const refused = async (part: object) =>
      (await desk().refusal('agreements.change', change(followed, part))).code;
    expect(await refused({ reviewOn: '2027-01-04' })).toBe('agreement.review-too-early');
    expect(
      await refused({ actions: [{ what: 'Sweep', who: '', by: null, doneOn: '2027-01-05' }] }),
    ).toBe('agreement.later-than-today');
  });

  it('changed under review are signed again by everybody, and the agreement stands meanwhile', async () => {
    const signed = await aSignedAgreement(core, {}, '2027-01-02');
    const review = await desk().call('agreements.startReview', now(signed));
    expect(review).toMatchObject({ state: 'under-review', signedOn: '2027-01-02' });
    const noted = await desk().call('agreements.change', change(review, { qualityNote: 'Fair' }));
    expect(noted.parties.every(({ signedOn }) => signedOn === '2027-01-02')).toBe(true);
    const changed = await desk().call('agreements.change', change(noted, { aims: 'Other aims' }));
    expect(changed.parties.map(({ signedOn }) => signedOn)).toEqual([null, null]);
    const back = await desk().call('agreements.change', {
      ...change(noted, {}),
      version: changed.version,
    });
    expect(back.parties).toEqual(noted.parties);
    const anew = await desk().call('agreements.change', change(back, { aims: 'Other aims' }));
    expect(anew.parties.map(({ signedOn }) => signedOn)).toEqual([null, null]);
    expect(
      await desk().refusal('agreements.confirmSigned', {
        ...now(anew),
        signedOn: '2027-01-01',
        reviewOn: null,
      }),
    ).toMatchObject({ code: 'agreement.signed-again-earlier', field: 'signedOn' });
    const again = await desk().call('agreements.confirmSigned', {
      ...now(anew),
      signedOn: '2027-01-04',
      reviewOn: null,
    });
    expect(again).toMatchObject({
      state: 'signed',
      firstSignedOn: '2027-01-02',
      signedOn: '2027-01-04',
    });
    expect(again.versions.map(({ what, aims }) => [what, aims])).toEqual([
      ['Signed after review', 'Other aims'],
      ['Changed', 'Other aims'],
      ['Changed', 'A courtyard that is used'],
      ['Changed', 'Other aims'],
      ['Changed', 'A courtyard that is used'],
      ['Review begun', 'A courtyard that is used'],
      ['Signed', 'A courtyard that is used'],
      ['Written', 'A courtyard that is used'],
    ]);
  });

  it('are reviewed only once they are signed', async () => {
    const draft = await anAgreement(core);
    expect(await desk().refusal('agreements.startReview', now(draft))).toMatchObject({
      code: 'agreement.not-signed',
    });
  });

  it('are not overwritten by whoever saw an older state', async () => {
    const draft = await anAgreement(core);
    await desk().call('agreements.change', change(draft, { aims: 'One' }));
    expect(await desk().refusal('agreements.change', change(draft, { aims: 'Two' }))).toMatchObject(
      { code: 'agreement.changed-by-someone-else' },
    );
    expect(await desk().refusal('agreements.get', { id: 'nothing' })).toMatchObject({
      code: 'agreement.not-found',
    });
  });
});

describe('The end of an agreement', () => {
  it('has a last day and a reason, keeps it on record, and can be taken back', async () => {
    const signed = await aSignedAgreement(core, {}, '2027-01-02');
    const end = { ...now(signed), endedOn: '2027-01-03', why: 'The block was pulled down.' };
    expect(await desk().refusal('agreements.end', { ...end, endedOn: '2027-01-01' })).toMatchObject(
      { code: 'agreement.ends-before-signing', field: 'endedOn' },
    );
    expect(await desk().refusal('agreements.end', { ...end, endedOn: '2027-01-05' })).toMatchObject(
      { code: 'agreement.later-than-today', field: 'endedOn' },
    );
    const ended = await desk().call('agreements.end', end);
    expect(ended).toMatchObject({ state: 'ended', endedWhy: 'The block was pulled down.' });
    const sign = { signedOn: '2027-01-04', reviewOn: null } as const;
    for (const refusal of [
      await desk().refusal('agreements.change', change(ended, {})),
      await desk().refusal('agreements.confirmSigned', { ...now(ended), ...sign }),
      await desk().refusal('agreements.startReview', now(ended)),
      await desk().refusal('agreements.end', { ...end, ...now(ended) }),
    ])
      expect(refusal).toMatchObject({ code: 'agreement.ended' });
    const back = await desk().call('agreements.undoStep', now(ended));
    expect(back).toMatchObject({ state: 'signed', endedOn: null, endedWhy: '' });
    const atOnce = { ...end, ...now(back), endedOn: '2027-01-02' };
    expect((await desk().call('agreements.end', atOnce)).endedOn).toBe('2027-01-02');
  });

  it('does not come with a change of landlord (GRP-25)', async () => {
    const signed = await aSignedAgreement(core, { reviewOn: '2027-02-15' });
    const groupId = signed.groupId ?? '';
    await desk().call('groups.addHomes', {
      groupId,
      landlord: 'City Council',
      isCouncil: true,
      properties: 120,
      tenancies: 100,
      asAt: '2026-04-01',
      source: 'rent system',
    });
    await desk().call('groups.changeLandlord', {
      groupId,
      fromLandlord: 'City Council',
      toLandlord: 'Harbour Homes',
      isCouncil: false,
      on: '2027-01-04',
      source: 'transfer letter',
    });
    expect(await desk().call('agreements.get', { id: signed.id })).toEqual(signed);
    expect(await reviewWords()).toHaveLength(1);
  });
});

describe('The review of an agreement', () => {
  it('waits on the list on the same ladder as what groups owe, once it is signed', async () => {
    const round = () => core.core.unit(PROGRAM, 'writes', putReviewReminders);
    const signed = await aSignedAgreement(core, { reviewOn: '2027-04-05' });
    expect([await round(), await reviewWords()]).toEqual([false, []]);
    clock.set('2027-02-08T09:00:00.000Z');
    expect(await round()).toBe(true);
    expect(await reviewWords()).toEqual([
      'Review of Local Compact for Alder House, AGR-2027-0001: due in eight weeks, on 5 April 2027.',
    ]);
    expect(await round()).toBe(false);
    clock.set('2027-04-07T09:00:00.000Z');
    await round();
    expect((await reviewWords())[0]).toContain('overdue since 5 April 2027');
    await desk().call('agreements.startReview', now(signed));
    expect(await reviewWords()).toEqual([]);
  });

  it('is named at each rung', async () => {
    await aSignedAgreement(core, { reviewOn: '2027-02-01' });
    expect((await reviewWords())[0]).toContain('Ask the parties');
    clock.set('2027-02-01T09:00:00.000Z');
    await core.core.unit(PROGRAM, 'writes', putReviewReminders);
    expect((await reviewWords())[0]).toMatch(/: due on 1 February 2027\.$/);
  });
});

describe('The code of conduct that a group adopts (GRP-10)', () => {
  it('may be added to, once somebody has read that nothing goes below it', async () => {
    const draft = await anAgreement(core, { kind: 'code-adoption', addedClauses: 'No smoking.' });
    const sign = { signedOn: '2027-01-04', reviewOn: null } as const;
    expect(
      await desk().refusal('agreements.confirmSigned', { ...now(draft), ...sign }),
    ).toMatchObject({ code: 'agreement.clauses-not-read', field: 'clausesOnlyAdd' });
    const read = await desk().call('agreements.change', change(draft, { clausesOnlyAdd: true }));
    expect(await desk().call('agreements.confirmSigned', { ...now(read), ...sign })).toMatchObject({
      state: 'signed',
    });
  });

  it('is reported where it is not the version in force', async () => {
    const old = await aGroup(core, { name: 'Ash TRA' });
    const none = await aGroup(core, { name: 'Birch TRA' });
    const current = await aGroup(core, { name: 'Cedar TRA' });
    const adopt = (groupId: string, codeVersion: string) =>
      aSignedAgreement(core, { kind: 'code-adoption', groupId, codeVersion });
    await aSignedAgreement(core, { groupId: none.id });
    await adopt(old.id, '2024');
    await adopt(current.id, '2024');
    clock.advance(60_000);
    await adopt(current.id, 'v2026');
    const standing = async () => {
      const report = await desk().call('agreements.codeStanding', {});
      return [report.current, ...report.lines.map((line) => `${line.groupName} ${line.standing}`)];
    };
    const manager = core.as('manager');
    await manager.call('agreements.addCodeVersion', { version: 'V2026', from: '2026-04-01' });
    expect(
      await manager.refusal('agreements.addCodeVersion', { version: 'v2026', from: '2027-04-01' }),
    ).toMatchObject({ code: 'agreement.code-version-taken', field: 'version' });
    expect(await standing()).toEqual([
      'V2026',
      `${old.name} old`,
      `${none.name} none`,
      `${current.name} current`,
    ]);
    await manager.call('agreements.addCodeVersion', { version: '2027', from: '2027-02-01' });
    expect((await standing())[0]).toBe('V2026');
    clock.set('2027-02-01T09:00:00.000Z');
    expect(await standing()).toEqual([
      '2027',
      `${old.name} old`,
      `${current.name} old`,
      `${none.name} none`,
    ]);
    expect(
      (await desk().call('agreements.codeVersions', {})).map(({ version }) => version),
    ).toEqual(['2027', 'V2026']);
    clock.advance(60_000);
    await core
      .as('manager')
      .call('agreements.addCodeVersion', { version: '2027a', from: '2027-02-01' });
    expect((await standing())[0]).toBe('2027a');
  });
});

describe('Confidentiality', () => {
  it('is promised by a person from the day of signing to the last day (PPL-11)', async () => {
    const person = await aPerson(core);
    const has = (on: string) =>
      core.core.unit(PROGRAM, 'reads', (ctx) =>
        hasConfidentialityAgreement(ctx, person.id, day(on)),
      );
    const draft = await anAgreement(core, { kind: 'confidentiality', personId: person.id });
    expect(await has('2027-01-04')).toBe(false);
    const signed = await desk().call('agreements.confirmSigned', {
      ...now(draft),
      signedOn: '2027-01-02',
      reviewOn: null,
    });
    expect([await has('2027-01-01'), await has('2027-01-02')]).toEqual([false, true]);
    await desk().call('agreements.end', { ...now(signed), endedOn: '2027-01-03', why: 'Left' });
    expect([await has('2027-01-03'), await has('2027-01-04')]).toEqual([true, false]);
    const other = await aPerson(core);
    expect(
      await core.core.unit(PROGRAM, 'reads', (ctx) =>
        hasConfidentialityAgreement(ctx, other.id, day('2027-01-03')),
      ),
    ).toBe(false);
  });

  it('tells the auditor that it was promised, not by whom', async () => {
    const person = await aPerson(core, { name: 'Ottoline Quayle' });
    const { id } = await aSignedAgreement(core, {
      kind: 'confidentiality',
      personId: person.id,
      title: 'Promise of Ottoline Quayle',
      parties: [{ name: 'Ottoline Quayle', role: '', signatoryName: 'O. Quayle', signedOn: null }],
    });
    const auditor = core.as('auditor');
    const seen = JSON.stringify([
      await auditor.call('agreements.list', {}),
      await auditor.call('agreements.get', { id }),
      await auditor.call('search.everything', { text: 'AGR-2027-0001' }),
    ]);
    expect(seen).toContain(MASKED);
    expect(seen).toContain('AGR-2027-0001');
    expect(seen).not.toContain('Quayle');
    expect((await auditor.call('search.everything', { text: 'quayle' })).found).toEqual([]);
    const [line] = await desk().call('agreements.list', {});
    expect(line).toMatchObject({ title: 'Promise of Ottoline Quayle' });
    expect((await desk().call('agreements.get', { id })).personName).toBe('Ottoline Quayle');
  });

  it('stands in the history of the person, and what a group agreed in that of the group', async () => {
    const { personId } = await aSignedAgreement(core, { kind: 'confidentiality' });
    const { groupId } = await aSignedAgreement(core);
    const signed = ['agreement.added', 'agreement.signed'];
    expect(actionsOn('person', personId)).toEqual(['person.added', ...signed]);
    expect(actionsOn('group', groupId)).toEqual(['group.added', ...signed]);
  });
});
