import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  aPicture,
  claimLine,
  drive,
  enterKind,
  enterRates,
  signing,
  wordsOf,
} from '../support/builders/claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

describe('A claim refuses', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core);
  });
  afterAll(() => core.close());

  const scan = (reference: string) => ({
    reference,
    key: countedId(),
    signedOn: '2027-01-04',
    signer: 'P. Lane',
    ...aPicture(90, 'scan.png'),
  });

  it('to be looked up under an id that nobody has', async () => {
    const refused = await core.as('desk').refusal('claims.get', { id: countedId() });
    expect(refused.code).toBe('claim.not-found');
    const sheet = await core.as('desk').refusal('claims.batch', { id: countedId() });
    expect(sheet.code).toBe('sheet.not-found');
    const plan = await core
      .as('officer')
      .refusal('claims.showTravelPlanReason', { id: countedId(), why: 'Asked by the claimant' });
    expect(plan.code).toBe('plan.not-found');
  });

  it('a signing page that signed another claim or sheet before, on screen and on paper', async () => {
    const desk = core.as('desk');
    const key = countedId();
    const draftOf = async () => {
      const { person, activity } = await anAttendee(core);
      const draft = await aDraft(core, person, {
        lines: [drive(20, { activityId: activity.id, fromPlace: `Home of ${person.name}` })],
      });
      return { person, draft };
    };
    const { draft: first } = await draftOf();
    await desk.call('claims.sign', { ...signing(first), key });
    const { draft: second, person } = await draftOf();
    const refused = await desk.refusal('claims.sign', { ...signing(second), key });
    expect(refused).toMatchObject({
      code: 'claim.sign-key-used',
      message: expect.stringContaining(first.reference),
    });
    const onPaper = await desk.refusal('claims.attachSigned', { ...scan(second.reference), key });
    expect(onPaper.code).toBe('claim.sign-key-used');

    const groupId = (await aGroup(core)).id;
    const signsSheet = async () => {
      const sheet = await desk.call('claims.startBatch', {
        id: countedId(),
        groupId,
        treasurerPersonId: person.id,
        receivedOn: '2027-01-04',
      });
      const { draft } = await draftOf();
      const onSheet = wordsOf(draft, { batchId: sheet.id });
      await desk.call('claims.sign', signing(await desk.call('claims.saveDraft', onSheet)));
      const { id, version, treasurerName } = sheet;
      return { ...signing({ id: id as never, version, claimantName: treasurerName }), id };
    };
    await desk.call('claims.signBatch', { ...(await signsSheet()), key: 'one page of one sheet' });
    const again = { ...(await signsSheet()), key: 'one page of one sheet' };
    expect((await desk.refusal('claims.signBatch', again)).code).toBe('sheet.sign-key-used');
  });

  it('an activity that nobody knows, and amounts below nothing', async () => {
    const { person } = await anAttendee(core);
    const draft = await aDraft(core, person);
    const [line] = wordsOf(draft).lines;
    const save = (part: object) =>
      core
        .as('desk')
        .refusal('claims.saveDraft', wordsOf(draft, { lines: [{ ...line, ...part }] }));
    expect((await save({ activityId: countedId() })).code).toBe('activity.not-found');
    for (const amount of [{ claimedPence: -1 }, { overridePence: -1 }])
      expect(await save(amount)).toMatchObject({
        code: 'api.invalid-input',
        message: 'Enter an amount of £0 or more.',
      });
    const receipt = { id: countedId(), printedOn: null, printedPence: -1, printedNumber: '' };
    const printed = { ...receipt, lineIds: [] };
    expect((await core.as('desk').refusal('claims.describeReceipt', printed)).code).toBe(
      'api.invalid-input',
    );
  });

  it('a signed paper while it does not wait for one, or waits for its sheet', async () => {
    const filed = await aClaimSignedAtDesk(core);
    const refused = await core.as('desk').refusal('claims.attachSigned', scan(filed.reference));
    expect(refused.code).toBe('claim.not-printed');

    const { person, activity } = await anAttendee(core);
    const sheet = await core.as('desk').call('claims.startBatch', {
      id: countedId(),
      groupId: (await aGroup(core)).id,
      treasurerPersonId: person.id,
      receivedOn: '2027-01-04',
    });
    const onSheet = await aDraft(core, person, {
      batchId: sheet.id,
      lines: [claimLine({ activityId: activity.id })],
    });
    const waits = await core.as('desk').refusal('claims.attachSigned', scan(onSheet.reference));
    expect(waits).toMatchObject({
      code: 'claim.waits-for-sheet',
      message: expect.stringContaining(sheet.reference),
    });
  });

  it('reasons for what is no warning, and for what the rules stop', async () => {
    const { person, activity } = await anAttendee(core);
    await enterKind(core, 'parking', { from: '2027-01-04', allowedFor: ['group'] });
    const line = claimLine({
      kind: 'parking',
      activityId: activity.id,
      fromPlace: '',
      toPlace: '',
    });
    const draft = await aDraft(core, person, { lines: [line] });
    const answer = { id: draft.id, lineId: line.id, otherId: '', why: 'It is right.' };
    const none = await core
      .as('desk')
      .refusal('claims.answerWarning', { ...answer, code: 'double-receipt' });
    expect(none.code).toBe('claim.no-such-warning');
    const stands = await core
      .as('manager')
      .refusal('claims.answerWarning', { ...answer, code: 'not-for-claimant' });
    expect(stands).toMatchObject({
      code: 'claim.warning-stands',
      message: expect.stringContaining('Parking can be claimed by groups only.'),
    });
  });

  it('to have a decided cost changed or withdrawn, while one that was asked about is open', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, {
      lines: [
        drive(100, { activityId: activity.id }),
        drive(50, { activityId: activity.id, toPlace: 'Library' }),
      ],
    });
    const filed = await core.as('desk').call('claims.sign', signing(draft));
    const verified = await core.as('officer').call('claims.verify', {
      id: filed.id,
      key: countedId(),
      version: filed.version,
      isInOrder: true,
      why: '',
    });
    const [first, second] = verified.lines.map(({ id }) => id);
    const asked = await core.as('finance').call('claims.decide', {
      id: verified.id,
      key: countedId(),
      version: verified.version,
      lines: [
        { lineId: first ?? '', decision: 'approved', pence: null, why: '' },
        { lineId: second ?? '', decision: 'asked', pence: null, why: 'Which library?' },
      ],
    });
    const open = await core
      .as('desk')
      .call('claims.reopen', { id: asked.id, version: asked.version, why: 'Asked' });
    expect(open.state).toBe('asked');
    expect(open.lines.map(({ state }) => state)).toEqual(['approved', 'open']);
    const words = wordsOf(open);
    const changed = await core.as('desk').refusal('claims.saveDraft', {
      ...words,
      lines: words.lines.map((line) => ({ ...line, milesTenths: 90 })),
    });
    expect(changed).toMatchObject({
      code: 'claim.line-closed',
      message: expect.stringContaining(open.reference),
    });

    const mended = await core.as('desk').call('claims.saveDraft', {
      ...words,
      lines: words.lines.map((line) =>
        line.id === second ? { ...line, toPlace: 'Central Library' } : line,
      ),
    });
    const again = await core.as('desk').call('claims.sign', signing(mended));
    expect(again.state).toBe('filed');
    expect(again.lines.map(({ state }) => state)).toEqual(['approved', 'waiting']);
    const rest = await core
      .as('desk')
      .call('claims.withdraw', { id: again.id, version: again.version, why: 'Not worth it' });
    expect(rest).toMatchObject({ state: 'decided' });
    expect(rest.lines.map(({ state, decidedPence }) => [state, decidedPence])).toEqual([
      ['approved', 450],
    ]);
    const late = await core
      .as('desk')
      .refusal('claims.withdraw', { id: rest.id, version: rest.version, why: 'All of it' });
    expect(late.code).toBe('claim.cannot-withdraw');
  });
});
