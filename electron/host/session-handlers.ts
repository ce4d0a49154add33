import { randomUUID } from 'node:crypto';
import type { CurrentSession, SignedIn } from '#db/session/session.contract';
import { setUpAt, readCentreForSession } from '#db/settings/settings.service';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { findSessionUser, proveSecret } from '#db/users/sign-in.service';
import { PROGRAM, type Core } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import type { ActId } from '#db/shared/long-act';
import { type HostHandler, originOf, stepsOf } from './dispatch.ts';
import { hostErrors } from './host.errors.ts';
import type { Program } from './program.ts';
import { isIdle, type Session } from './sessions.ts';

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
      session.isLocked = false;
      program.markActive(session);
      program.changes.tell({ session: 'changed' });
      return toSignedIn(session);
    },

    'session.signOut': async (caller) => {
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
  return {
    signedIn: session === undefined ? null : toSignedIn(session),
    mode: program.mode,
    isSetUp: centre !== undefined && setUpAt(centre.row) !== null,
    centreName: centre?.row?.name ?? '',
    labels: centre?.labels ?? { group: 'group', people: 'tenants', team: '' },
    today: dateOf(now),
    now,
    idleLockMinutes,
    practiceAccounts: [...program.practiceAccounts],
    appVersion: program.appVersion,
    warnings: [...(core?.warnings ?? [])],
    lastSavedAt: core?.lastSavedAt() ?? null,
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
