import { randomUUID } from 'node:crypto';
import type { CurrentSession, HandedOver, SignedIn } from '#db/session/session.contract';
import { lendScreen, takeScreenBack } from '#db/claims/handing-over/handing-over.service';
import { setUpAt, readCentreForSession } from '#db/settings/settings.service';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { findSessionUser, proveSecret } from '#db/users/sign-in.service';
import { PROGRAM, type Core } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import type { ActId } from '#db/shared/long-act';
import { type Caller, type HostHandler, originOf, stepsOf } from './dispatch.ts';
import { hostErrors } from './host.errors.ts';
import type { Program } from './program.ts';
import { isIdle, type ScreenHandedOver, type Session } from './sessions.ts';

/** The part of the contract about who sits where; the host keeps it, because sessions are the doors' business. */
export function sessionHandlers(program: Program): ReadonlyMap<string, HostHandler> {
  const handlers: Record<string, HostHandler> = {
    'session.current': (caller) => currentSession(program, caller.session),

    'session.touch': async (caller) => {
      if (caller.session !== undefined) program.markActive(caller.session);
      return {};
    },

    'session.lock': async (caller) => {
      const session = mustExist(caller.session, 'the door lets only people signed in come here');
      program.endHandOver(session, { by: 'locked' });
      session.isLocked = true;
      program.changes.tell({ session: 'changed' });
      return {};
    },

    'session.unlock': async (caller, input) => {
      const session = mustExist(caller.session, 'the door lets only people signed in come here');
      const { secret } = input as { readonly secret: string };
      const steps = stepsOf(needCore(program), originOf(caller, randomUUID()));
      session.user = await proveSecret(
        steps,
        { userId: session.user.userId },
        { secret, action: 'user.unlocked-screen', withPin: true },
      );
      await noteTakenBack(program, caller);
      session.handedOver = undefined;
      session.isLocked = false;
      program.markActive(session);
      program.changes.tell({ session: 'changed' });
      return toSignedIn(session);
    },

    'session.handOver': async (caller, input) => {
      const session = mustExist(caller.session, 'the door lets only people signed in come here');
      const { claimId } = input as { readonly claimId: string };
      const lent = await needCore(program).unit(
        originOf(caller, randomUUID()),
        'writes',
        async (ctx) => lendScreen(ctx, claimId),
      );
      session.handedOver = { ...lent, endedBy: null, promisedBy: null };
      program.markActive(session);
      // Every screen of the program is one of this computer, so whoever sits down here could turn to the others.
      program.lockAll(session);
      return toHandedOver(session.handedOver);
    },

    'session.giveBack': async (caller, input) => {
      const session = mustExist(caller.session, 'the door lets only people signed in come here');
      const { isIdle: byItself } = input as { readonly isIdle: boolean };
      program.endHandOver(session, { by: byItself ? 'idle' : 'given-back' });
      return {};
    },

    'session.signOut': async (caller) => {
      await noteTakenBack(program, caller);
      if (caller.session !== undefined) program.sessions.end(caller.session);
      caller.closeSession();
      return {};
    },

    'session.stopAct': async (caller, input) => {
      const session = mustExist(caller.session, 'the door lets only people signed in come here');
      program.acts.stop(session, (input as { readonly act: ActId }).act);
      return {};
    },

    'session.openPractice': async () => ({ address: await program.openPractice() }),

    'users.signIn': async (caller, input) => {
      const { name, secret } = input as { readonly name: string; readonly secret: string };
      const steps = stepsOf(
        needCore(program),
        originOf({ ...caller, session: undefined }, randomUUID()),
      );
      const user = await proveSecret(
        steps,
        { name },
        { secret, action: 'user.signed-in', withPin: false },
      );
      if (caller.session !== undefined) program.sessions.end(caller.session);
      const opened = program.sessions.open(user, caller.host);
      caller.openSession(opened);
      return toSignedIn(opened.session);
    },
  };
  return new Map(Object.entries(handlers));
}

export function needCore(program: Program): Core {
  const core = program.core();
  if (core === undefined) throw hostErrors.error('api.no-records-yet', {});
  return core;
}

/** Leaves on record that staff have their screen back; nothing where it was not lent. */
async function noteTakenBack(program: Program, caller: Caller): Promise<void> {
  const { claimId, endedBy = null } = caller.session?.handedOver ?? {};
  if (claimId === undefined || endedBy === null) return;
  await needCore(program).unit(originOf(caller, randomUUID()), 'writes', (ctx) =>
    takeScreenBack(ctx, { claimId, endedBy }),
  );
}

/** What the lent screen itself shows; once the claimant may have gone, no name and no reference stay on it. */
function toHandedOver(lent: ScreenHandedOver): HandedOver {
  const { claimId, claimantName, reference, endedBy, promisedBy } = lent;
  const isTheirs = endedBy === null || endedBy === 'signed' || endedBy === 'printed';
  return {
    claimId,
    claimantName: endedBy === null ? claimantName : '',
    reference: isTheirs ? reference : '',
    endedBy,
    promisedBy,
  };
}

export const toSignedIn = (session: Session): SignedIn => ({
  ...session.user,
  isLocked: session.isLocked,
});

async function currentSession(
  program: Program,
  session: Session | undefined,
): Promise<CurrentSession> {
  const core = program.core();
  const now = localDateTimeOf(program.clock.now());
  const centre =
    core === undefined
      ? undefined
      : await core.unit(PROGRAM, 'reads', (ctx) => readCentreForSession(ctx));
  const idleLockMinutes = centre?.row?.idle_lock_minutes ?? program.idleMinutes();
  if (session !== undefined && isIdle(session, program.clock.steadyMilliseconds(), idleLockMinutes))
    session.isLocked = true;
  const lent = session?.handedOver;
  return {
    // The sign-in name is half of what gets somebody in; a claimant has no use for it.
    signedIn:
      session === undefined
        ? null
        : { ...toSignedIn(session), ...(lent === undefined ? {} : { name: '' }) },
    handedOver: lent === undefined ? null : toHandedOver(lent),
    mode: program.mode,
    isSetUp: centre !== undefined && setUpAt(centre.row) !== null,
    centreName: centre?.row?.name ?? '',
    labels: centre?.labels ?? { group: 'group', people: 'tenants', team: '' },
    today: dateOf(now),
    now,
    idleLockMinutes,
    practiceAccounts: lent === undefined ? [...program.practiceAccounts] : [],
    appVersion: program.appVersion,
    warnings: lent === undefined ? [...(core?.warnings ?? [])] : [],
    lastSavedAt: lent === undefined ? (core?.lastSavedAt() ?? null) : null,
  };
}

/** Follows a change of an account in its open sessions: refreshed, or ended when it was stopped or its role changed. */
export async function followAccount(program: Program, userId: string): Promise<void> {
  const core = program.core();
  if (core === undefined) return;
  const user = await core.unit(PROGRAM, 'reads', (ctx) => findSessionUser(ctx, userId));
  const open = program.sessions.all().find((session) => session.user.userId === userId);
  if (user === undefined || (open !== undefined && open.user.role !== user.role))
    program.sessions.endAllOf(userId);
  else program.sessions.refresh(user);
  program.changes.tell({ session: 'changed' });
}
