import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROCEDURES } from '#db/api.contract';
import type { Claim } from '#db/claims/claims.contract';
import type { Person } from '#db/people/people.contract';
import type { WireResult } from '#db/shared/domain-error';
import { aDraft, wordsOf } from '../support/builders/claims.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, passphraseOf, type TestCore } from '../support/open-test-core.ts';
import type { Desk } from '../support/program-for-tests.ts';

/** All that a lent screen answers, written by hand. A longer list is a decision; write it here. */
const ANSWERS = [
  'claims.attachReceipt',
  'claims.choices',
  'claims.describeReceipt',
  'claims.foresee',
  'claims.get',
  'claims.printToSign',
  'claims.receipt',
  'claims.removeReceipt',
  'claims.repeatLast',
  'claims.saveDraft',
  'claims.sign',
  'session.current',
  'session.giveBack',
  'session.lock',
  'session.touch',
];

/** What is left until staff have unlocked it. */
const ANSWERS_AFTERWARDS = ['session.current', 'session.lock', 'session.signOut', 'session.unlock'];

/** An input that no procedure takes, so that a call which is let in goes no further. */
const NO_INPUT = { 'no such field': true };

const codeOf = (result: WireResult): string => (result.ok ? 'ok' : result.error.code);

describe('A lent screen', () => {
  let core: TestCore;
  let claimant: Person;
  let other: Person;
  let draft: Claim;
  let ofOther: Claim;
  beforeAll(async () => {
    core = await openTestCore();
    claimant = await aPerson(core, { name: 'Dilys Lane' });
    other = await aPerson(core, { name: 'Perpetua Okafor' });
    draft = await aDraft(core, claimant);
    ofOther = await aDraft(core, other);
  });
  afterAll(() => core.close());

  async function lentScreen(role: 'desk' | 'officer' | 'manager' = 'desk'): Promise<Desk> {
    const screen = core.as(role);
    await screen.call('session.handOver', { claimId: draft.id });
    return screen;
  }

  it('answers what is written down here, and those are procedures', () => {
    expect([...PROCEDURES.keys()]).toEqual(expect.arrayContaining(ANSWERS));
    expect(PROCEDURES.size).toBeGreaterThan(300);
  });

  describe('of a manager, who may ask most,', () => {
    let during: Desk;
    beforeAll(async () => {
      during = await lentScreen('manager');
    });

    it.each([...PROCEDURES.keys()])('is asked for %s: let in if written down', async (name) => {
      expect(codeOf(await during.ask(name, NO_INPUT))).toBe(
        ANSWERS.includes(name) ? 'api.invalid-input' : 'session.handed-over',
      );
    });

    describe('after its end', () => {
      beforeAll(() => during.call('session.giveBack', {}));

      it.each([...PROCEDURES.keys()])(
        'is asked for %s: let in if staff get out by it',
        async (name) => {
          expect(codeOf(await during.ask(name, NO_INPUT))).toBe(
            ANSWERS_AFTERWARDS.includes(name) ? 'api.invalid-input' : 'session.locked',
          );
        },
      );
    });
  });

  it('says in plain words what it is for', async () => {
    const screen = await lentScreen();
    expect(await screen.refusal('people.list', {})).toEqual({
      code: 'session.handed-over',
      message:
        'This screen is handed over for one claim only. Give it back to staff for anything else.',
      details: { claimId: draft.id },
    });
  });

  /** Every call that names a claim, once for the claim that was lent and once for another. */
  const calls = (of: Claim, by: Pick<Person, 'id'>): readonly (readonly [string, unknown])[] => [
    ['claims.get', { id: of.id }],
    ['claims.foresee', wordsOf(of)],
    ['claims.saveDraft', wordsOf(of)],
    ['claims.choices', { claimant: { kind: 'person', personId: by.id } }],
    [
      'claims.repeatLast',
      { claimant: { kind: 'person', personId: by.id }, id: of.id, activityId: null },
    ],
    ['claims.attachReceipt', { id: of.id, name: 'ticket.jpg', base64: '' }],
    ['claims.printToSign', { id: of.id, version: 999 }],
    [
      'claims.sign',
      { id: of.id, key: 'one-key-only', version: 999, signer: 'D. Lane', strokes: [[0, 0, 9, 9]] },
    ],
  ];

  it('answers each of them for the claim that it was lent for', async () => {
    for (const [name, input] of calls(draft, claimant)) {
      const screen = await lentScreen();
      expect([name, codeOf(await screen.ask(name, input))]).not.toContain('session.handed-over');
    }
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('refuses each for any other claim: call %i', async (at) => {
    const screen = await lentScreen();
    const [name, input] = calls(ofOther, other)[at] ?? expect.fail('there are eight calls');
    expect(await screen.ask(name, input)).toMatchObject({
      ok: false,
      error: { code: 'session.handed-over' },
    });
    expect((await core.as('desk').call('claims.get', { id: ofOther.id })).version).toBe(1);
  });

  it('is for desk staff, officers and managers to lend, and for a claim that is being filled in', async () => {
    expect(await core.as('desk').refusal('session.handOver', { claimId: 'nothing' })).toMatchObject(
      {
        code: 'claim.nothing-to-hand-over',
      },
    );
    for (const role of ['finance', 'auditor'] as const)
      expect((await core.as(role).refusal('session.handOver', { claimId: draft.id })).code).toBe(
        'session.not-allowed',
      );
  });

  it('says of the session only what the claimant may read, and nothing of the centre’s work', async () => {
    const screen = await lentScreen();
    const during = await screen.call('session.current', {});
    expect(during).toMatchObject({
      handedOver: { claimId: draft.id, claimantName: 'Dilys Lane', endedBy: null },
      signedIn: { name: '', displayName: 'Dee Hollins', isLocked: false },
      warnings: [],
      practiceAccounts: [],
      lastSavedAt: null,
    });
    await screen.call('session.giveBack', { isIdle: true });
    const after = await screen.call('session.current', {});
    expect(after).toMatchObject({
      handedOver: { claimantName: '', reference: '', endedBy: 'idle' },
      signedIn: { name: '', isLocked: true },
      lastSavedAt: null,
    });
  });
});

describe('Lending a screen', () => {
  let core: TestCore;
  let draft: Claim;
  beforeEach(async () => {
    core = await openTestCore();
    draft = await aDraft(core, await aPerson(core));
  });
  afterEach(() => core.close());

  const handOver = async (screen: Desk): Promise<Desk> => {
    await screen.call('session.handOver', { claimId: draft.id });
    return screen;
  };
  const endOf = async (screen: Desk) =>
    (await screen.call('session.current', {})).handedOver?.endedBy;
  const MINUTE = 60_000;

  it('locks every other screen on this computer, whoever sits there', async () => {
    const colleague = core.as('manager');
    const sameAccount = core.as('desk');
    const screen = await handOver(core.as('desk'));
    for (const one of [colleague, sameAccount])
      expect((await one.refusal('bookings.today', {})).code).toBe('session.locked');
    expect(codeOf(await screen.ask('claims.get', { id: draft.id }))).toBe('ok');
  });

  it('ends by itself after two minutes, and a little grace for the page to end it first', async () => {
    const screen = await handOver(core.as('desk'));
    core.clock.advance(2 * MINUTE + 15_000);
    expect(await endOf(screen)).toBeNull();
    core.clock.advance(1);
    expect((await screen.refusal('claims.get', { id: draft.id })).code).toBe('session.locked');
    expect(await endOf(screen)).toBe('idle');
  });

  it('goes on while somebody presses keys, and reading alone does not keep it', async () => {
    const screen = await handOver(core.as('desk'));
    for (let n = 0; n < 4; n += 1) {
      core.clock.advance(2 * MINUTE);
      await screen.call('session.touch', {});
    }
    expect(await endOf(screen)).toBeNull();
    for (let n = 0; n < 3; n += 1) {
      core.clock.advance(MINUTE);
      await screen.ask('claims.get', { id: draft.id });
    }
    expect(await endOf(screen)).toBe('idle');
  });

  it('is not cut short or drawn out by turning the computer’s clock', async () => {
    const screen = await handOver(core.as('desk'));
    core.clock.jump(24 * 60 * MINUTE);
    expect(await endOf(screen)).toBeNull();
    core.clock.jump(-48 * 60 * MINUTE);
    core.clock.advance(3 * MINUTE);
    expect(await endOf(screen)).toBe('idle');
  });

  it.each(['lock', 'giveBack'] as const)(
    'ends with session.%s, and draws nothing out',
    async (verb) => {
      const screen = await handOver(core.as('desk'));
      await screen.call(`session.${verb}`, {});
      expect(await endOf(screen)).toBe(verb === 'lock' ? 'locked' : 'given-back');
      expect((await screen.refusal('session.touch', {})).code).toBe('session.locked');
      expect((await screen.refusal('session.giveBack', {})).code).toBe('session.locked');
    },
  );

  it('ends when the computer is locked or sleeps', async () => {
    const screen = await handOver(core.as('desk'));
    core.program.lockAll();
    expect(await endOf(screen)).toBe('locked');
  });

  it('is over for staff alone, by their own secret, and leaves the desk as it was', async () => {
    const screen = await handOver(core.as('desk'));
    await screen.call('session.giveBack', {});
    expect(
      (await screen.refusal('session.unlock', { secret: passphraseOf('manager') })).code,
    ).toMatch(/^user\./);
    expect(await endOf(screen)).toBe('given-back');
    await screen.call('session.unlock', { secret: passphraseOf('desk') });
    expect(await screen.call('session.current', {})).toMatchObject({
      handedOver: null,
      signedIn: { name: 'dee', isLocked: false },
    });
    await screen.call('bookings.today', {});
  });

  it('cannot be left by signing out or in, nor by the way to the practice centre', async () => {
    const screen = await handOver(core.as('desk'));
    const secret = passphraseOf('desk');
    const ways: readonly (readonly [string, object])[] = [
      ['session.signOut', {}],
      ['session.unlock', { secret }],
      ['session.openPractice', {}],
      ['session.handOver', { claimId: draft.id }],
      ['users.signIn', { name: 'dee', secret }],
    ];
    for (const [name, input] of ways)
      expect([name, codeOf(await screen.ask(name, input))]).toEqual([name, 'session.handed-over']);
    await screen.call('session.giveBack', {});
    for (const [name, input] of [
      ['session.openPractice', {}],
      ['users.signIn', { name: 'maya', secret: passphraseOf('manager') }],
    ] as const)
      expect([name, codeOf(await screen.ask(name, input))]).toEqual([name, 'session.locked']);
    await screen.call('session.signOut', {});
    expect((await screen.refusal('claims.get', { id: draft.id })).code).toBe('session.none');
  });

  it('is on record with who lent it, for which claim, and how it ended', async () => {
    const screen = await handOver(core.as('desk'));
    await screen.call('session.giveBack', { isIdle: true });
    await screen.call('session.unlock', { secret: passphraseOf('desk') });
    const lending = core
      .raw()
      .prepare(
        "SELECT action, session_id, after_json FROM audit_entry WHERE object_id = ? AND action LIKE 'claim.screen-%' ORDER BY seq",
      )
      .all(draft.id);
    expect(lending).toEqual([
      {
        action: 'claim.screen-handed-over',
        session_id: screen.session?.id,
        after_json: '{}',
      },
      {
        action: 'claim.screen-taken-back',
        session_id: screen.session?.id,
        after_json: '{"endedBy":"idle"}',
      },
    ]);
  });

  it('hears nothing of what colleagues do, nor how far their own long act is', async () => {
    const screen = await handOver(core.as('desk'));
    const atDesk = core.as('manager');
    const heard: (readonly [string, boolean, boolean])[] = [];
    core.program.changes.listen((change, isFor) =>
      heard.push([Object.keys(change)[0] ?? '', isFor(screen.session), isFor(atDesk.session)]),
    );
    core.program.changes.tell({ changed: ['bookings'] });
    core.program.changes.tell({ session: 'changed' });
    const act = { id: 'x', done: 1, total: 2, words: '1 of 2' } as never;
    if (screen.session !== undefined) core.program.changes.tellProgress(screen.session, act);
    expect(heard).toEqual([
      ['changed', false, true],
      ['session', true, true],
      ['act', false, false],
    ]);
  });

  it('hands no answer to the claimant that staff had asked for before', async () => {
    const { bookings } = core.core.api;
    const { printBlankForm } = bookings;
    const drawn = Promise.withResolvers<void>();
    // The paper of a slow computer: it is drawn once the screen has been lent.
    Object.assign(bookings, {
      printBlankForm: async (...given: Parameters<typeof printBlankForm>) => {
        const paper = await printBlankForm(...given);
        await drawn.promise;
        return paper;
      },
    });
    const screen = core.as('desk');
    const asked = screen.ask('bookings.printBlankForm', {});
    await handOver(screen);
    drawn.resolve();
    expect(codeOf(await asked)).toBe('session.handed-over');
  });
});
