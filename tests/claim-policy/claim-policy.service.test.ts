import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import { policyOn, readPolicies, startClaimPolicy } from '#db/claim-policy/claim-policy.service';
import { FROM_THE_START } from '#db/claim-policy/starting-policies.rules';
import { PROGRAM } from '#db/open-core';
import { LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import { generalPolicyDetails, kindPolicyDetails } from '../support/builders/claim-policy.ts';
import { aKindInForce } from '../support/builders/kind-in-force.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const day = (text: string): LocalDate => LocalDate.parse(text);
const TODAY = day('2027-01-04');

const kindOn = async (kind: CostKind, on: string) =>
  (await core.as('desk').call('policy.onDay', { on: day(on) })).kinds.find(
    (each) => each.kind === kind,
  );
const refused = (part: Parameters<typeof kindPolicyDetails>[0]) =>
  core.as('manager').refusal('policy.enterKind', kindPolicyDetails(part));
const start = () => core.core.unit(PROGRAM, 'writes', startClaimPolicy);
const ratesTasks = async () =>
  (await core.as('manager').call('tasks.list', {})).tasks
    .filter((task) => task.path === '/settings/claims')
    .map((task) => task.words);

describe('The first policy', () => {
  it('is what the council’s paper says, on every day, before anybody enters anything', async () => {
    expect(await kindOn('car', '2019-05-01')).toMatchObject({
      id: 'start-car',
      from: FROM_THE_START,
      isRateAwaited: true,
      source: 'Southampton City Council preset, EXP-03, EXP-14',
      enteredBy: 'TRC Desk',
    });
    const { general } = await core.as('desk').call('policy.onDay', { on: TODAY });
    expect(general).toMatchObject({ id: 'start-general', timeLimitDays: null });
  });

  it('answers for a day that nobody alive has seen as for the first one', async () => {
    const early = await core.as('desk').call('policy.onDay', { on: '0000-01-01' });
    const first = await core.as('desk').call('policy.onDay', { on: '1900-01-01' });
    expect(early.kinds).toEqual(first.kinds);
  });

  it('is written down once, and then no figure of the council changes it', async () => {
    expect(await start()).toBe(true);
    expect(await start()).toBe(false);
    const { kinds, general } = await core.as('auditor').call('policy.history', {});
    expect([kinds.length, general.length]).toEqual([14, 1]);
    await core.as('manager').call('settings.setParameter', {
      name: 'claims.childcareCap',
      value: 2500,
      from: TODAY,
    });
    expect(await kindOn('childcare', TODAY)).toMatchObject({ id: 'start-childcare', caps: [] });
  });

  it('asks the manager for the rates it does not give, until they are all there (EXP-05)', async () => {
    expect(await ratesTasks()).toEqual([]);
    await start();
    expect(await ratesTasks()).toEqual([
      'Enter what the council pays for claims: car, passenger in a car, motorcycle and 11 more kinds',
    ]);
    const { kinds } = await core.as('manager').call('policy.onDay', { on: TODAY });
    for (const { kind } of kinds)
      await aKindInForce(core, { kind, basis: 'actual', ratePence: null });
    expect(await ratesTasks()).toEqual([]);
  });
});

describe('A new version', () => {
  it('holds from its first day on, and older days keep theirs', async () => {
    await aKindInForce(core, { from: day('2027-01-04') });
    await aKindInForce(core, { from: day('2027-04-01'), ratePence: pence(50) });
    expect(await kindOn('car', '2027-03-31')).toMatchObject({ ratePence: 45 });
    expect(await kindOn('car', '2027-04-01')).toMatchObject({ ratePence: 50 });
    expect(await kindOn('passenger', '2027-04-01')).toMatchObject({ isRateAwaited: true });
    const { kinds } = await core.as('desk').call('policy.history', {});
    expect(kinds.filter(({ kind }) => kind === 'car').map(({ from }) => from)).toEqual([
      '2027-04-01',
      '2027-01-04',
      FROM_THE_START,
    ]);
  });

  it('that is corrected on its day gives way to the later entry', async () => {
    await aKindInForce(core, { ratePence: pence(54) });
    await aKindInForce(core, { ratePence: pence(45) });
    expect(await kindOn('car', TODAY)).toMatchObject({ ratePence: 45, enteredBy: 'Maya Quill' });
  });

  it('is refused on a day that is over, with the way on, once somebody could be paid by it', async () => {
    await aKindInForce(core);
    core.clock.set('2027-02-01T09:00:00.000Z');
    expect(await refused({ from: day('2027-01-31'), ratePence: pence(50) })).toMatchObject({
      code: 'policy.older-days',
      field: 'from',
      message:
        'Days before today keep the policy they had, so that nobody’s claim changes afterwards. Enter today, 1 February 2027, or a later day.',
    });
    expect(
      await core
        .as('manager')
        .refusal(
          'policy.previewKind',
          kindPolicyDetails({ from: day('2027-01-31'), ratePence: pence(50) }),
        ),
    ).toMatchObject({ code: 'policy.older-days' });
    await aKindInForce(core, { from: day('2027-02-01'), ratePence: pence(50) });
    expect(await kindOn('car', '2027-01-31')).toMatchObject({ ratePence: 45 });
  });

  it('fills in a rate that was awaited for journeys already made (EXP-05)', async () => {
    await aKindInForce(core, { from: day('2026-10-01') });
    expect(await kindOn('car', '2026-09-30')).toMatchObject({ isRateAwaited: true });
    expect(await kindOn('car', '2026-10-01')).toMatchObject({ ratePence: 45 });
    await aKindInForce(core, { from: day('2026-09-01'), ratePence: pence(40) });
    expect(await kindOn('car', '2026-09-30')).toMatchObject({ ratePence: 40 });
    expect(await kindOn('car', '2026-10-01')).toMatchObject({ ratePence: 45 });
  });

  it('of the general limits reaches back only while nobody has entered any', async () => {
    const manager = core.as('manager');
    await manager.call('policy.enterGeneral', generalPolicyDetails({ from: day('2026-10-01') }));
    expect(
      await manager.refusal(
        'policy.enterGeneral',
        generalPolicyDetails({ from: day('2026-11-01'), timeLimitDays: 30 }),
      ),
    ).toMatchObject({ code: 'policy.older-days' });
    await manager.call('policy.enterGeneral', generalPolicyDetails({ timeLimitDays: 30 }));
    const limitOn = async (on: string) =>
      (await manager.call('policy.onDay', { on: day(on) })).general.timeLimitDays;
    expect([
      await limitOn('2026-09-30'),
      await limitOn('2027-01-03'),
      await limitOn(TODAY),
    ]).toEqual([null, 90, 30]);
  });

  it.each([
    ['a mile without its rate', { ratePence: null }, 'policy.rate-missing'],
    ['an hour without its rate', { basis: 'per-hour', ratePence: null }, 'policy.rate-missing'],
    ['a rate that is also awaited', { isRateAwaited: true }, 'policy.rate-and-awaited'],
    ['a rate beside what it cost', { basis: 'actual' }, 'policy.rate-without-use'],
    [
      'two limits over the same',
      {
        caps: [
          { pence: pence(100), per: 'day' },
          { pence: pence(200), per: 'day' },
        ],
      },
      'policy.same-limit-twice',
    ],
  ] as const)('is refused for %s', async (_, part, code) => {
    expect(await refused(part as Parameters<typeof kindPolicyDetails>[0])).toMatchObject({ code });
  });

  it('is refused where it would change nothing', async () => {
    await aKindInForce(core);
    expect(await refused({})).toMatchObject({ code: 'policy.nothing-changes' });
  });

  it('is entered by a manager only, with a sentence and where it was decided', async () => {
    for (const role of ['desk', 'officer', 'finance', 'auditor'] as const)
      expect(await core.as(role).refusal('policy.enterKind', kindPolicyDetails())).toMatchObject({
        code: 'session.not-allowed',
      });
    expect(await refused({ sentence: ' ', source: '' })).toMatchObject({
      code: 'api.invalid-input',
      details: {
        fields: {
          sentence: 'Say in a sentence what is paid. It stands on the decision letter.',
          source: 'Say where this is decided, such as a meeting and its day.',
        },
      },
    });
  });

  it('is never changed or deleted afterwards, whoever writes to the file', async () => {
    await aKindInForce(core);
    await core.as('manager').call('policy.enterGeneral', generalPolicyDetails());
    const raw = core.raw();
    for (const table of ['claim_kind_policy', 'claim_general_policy'])
      for (const act of [`UPDATE ${table} SET source = 'x'`, `DELETE FROM ${table}`])
        expect(() => raw.exec(act)).toThrow('policy.versions-are-added');
  });

  it('says before it is entered what it changes, and until when it holds', async () => {
    await aKindInForce(core, { from: day('2027-04-01'), ratePence: pence(50) });
    const { changes } = await core
      .as('manager')
      .call(
        'policy.previewKind',
        kindPolicyDetails({ caps: [{ pence: pence(2000), per: 'day' }] }),
      );
    expect(changes).toEqual(
      expect.arrayContaining([
        'Paid: Rate not set becomes 45p a mile.',
        'Limit: none becomes £20 for each day.',
        'From 1 April 2027 on, what was entered for that day takes its place.',
      ]),
    );
    const general = await core
      .as('manager')
      .call('policy.previewGeneral', generalPolicyDetails({ from: TODAY }));
    expect(general.changes).toContain('Time to claim: no limit becomes 90 days.');
    // Looking at it enters nothing.
    expect(await kindOn('car', TODAY)).toMatchObject({ isRateAwaited: true });
  });

  it('stands in the record with what was and what is', async () => {
    await aKindInForce(core);
    const entries = await core.as('auditor').call('audit.recent', {});
    expect(entries.map(({ action, objectId }) => `${action} ${objectId}`)).toEqual(
      expect.arrayContaining(['policy.entered car', 'policy.started general']),
    );
    const entered = entries.find(({ action }) => action === 'policy.entered');
    expect(entered?.changes).toContainEqual(
      expect.objectContaining({ field: 'ratePence', after: '45' }),
    );
  });
});

describe('Modules that price', () => {
  it('read the policy of one day, or of any day at once', async () => {
    await aKindInForce(core);
    await core.core.unit(PROGRAM, 'reads', async (ctx) => {
      const policies = await readPolicies(ctx);
      expect(policies(TODAY).kinds.get('car')?.ratePence).toBe(45);
      expect(policies(day('2027-01-03')).kinds.get('car')?.isRateAwaited).toBe(true);
      expect(policies(TODAY)).toBe(policies(TODAY));
      expect(await policyOn(ctx, TODAY)).toEqual(policies(TODAY));
    });
  });
});

describe('The sheet of what can be claimed', () => {
  it.each(['normal', 'large'] as const)(
    'is drawn from the policy of its day in %s print (DOC-45, EXP-17)',
    async (size) => {
      await aKindInForce(core, { from: day('2027-04-01') });
      await core.as('manager').call('policy.enterGeneral', generalPolicyDetails());
      const print = async (on: string) =>
        textOf(
          Buffer.from(
            (await core.as('desk').call('policy.printSheet', { on: day(on), size })).base64,
            'base64',
          ),
        );
      const before = await print('2027-03-31');
      expect(before).not.toContain('45p a mile');
      expect(before).toContain('Rates still to come');
      const after = await print('2027-04-01');
      expect(after).toContain('45p a mile');
      expect(after).toContain('within 90 days');
      expect(after).toContain('Car journeys');
    },
  );
});
