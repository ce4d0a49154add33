import { randomBytes, randomUUID } from 'node:crypto';
import { findHandler, type StepsHandler, type UnitHandler } from '#db/api';
import { PROCEDURES } from '#db/api.contract';
import { PROGRAM, type Core } from '#db/open-core';
import type { Procedure } from '#db/shared/contract';
import type { Ctx, Origin, Steps } from '#db/shared/ctx';
import { DomainError, type WireResult } from '#db/shared/domain-error';
import { type LongAct, UNWATCHED } from '#db/shared/long-act';
import type { ZodError } from 'zod';
import { actNamedIn, type Acts } from './acts.ts';
import { checkAnswersWhileHandedOver, checkKeepsToClaim, endingOf } from './handed-over.ts';
import { hostErrors } from './host.errors.ts';
import { framesOf, type Logger } from './logger.ts';
import { type HandOverEnding, lentNow, type ScreenHandedOver, type Session } from './sessions.ts';

/** Who stands at a door, and how the door gives them a session or takes it back. */
export type Caller = {
  readonly host: 'web' | 'desktop';
  readonly session: Session | undefined;
  readonly openSession: (session: { readonly token: string; readonly session: Session }) => void;
  readonly closeSession: () => void;
};

/** A procedure that the host answers itself. */
export type HostHandler = (caller: Caller, input: unknown) => Promise<unknown>;

export type DispatchParts = {
  readonly core: () => Core | undefined;
  readonly isSetUp: () => boolean;
  readonly hostHandlers: ReadonlyMap<string, HostHandler>;
  readonly acts: Acts;
  readonly log: Logger;
  /** Called with the modules a successful call touched, before its answer goes out. */
  readonly onTouched: (modules: readonly string[]) => Promise<void>;
  /** False once the session was ended, also while its call waited for its turn. */
  readonly isOpen: (session: Session) => boolean;
  /** Locks the session when its time is up; asked with every call, whatever the door. */
  readonly lockIdle: (session: Session) => void;
  /** Called for every call that shows the person is at work. */
  readonly onActivity: (session: Session) => void;
  /** Called with the answer that ends the lending of a screen, before it goes out. */
  readonly onHandOverEnd: (session: Session, ending: HandOverEnding) => void;
};

export type Dispatch = (caller: Caller, name: string, input: unknown) => Promise<WireResult>;

/** The one door behind all doors: find, authorise, read the input, run, check the output, answer. */
export function newDispatch(parts: DispatchParts): Dispatch {
  return async (caller, name, input) => {
    const requestId = randomUUID();
    try {
      const procedure = PROCEDURES.get(name);
      if (procedure === undefined)
        throw hostErrors.error('api.no-such-procedure', { procedure: name.slice(0, 80) });
      if (caller.session !== undefined) parts.lockIdle(caller.session);
      const lent = lentNow(caller.session);
      if (lent !== undefined) checkAnswersWhileHandedOver(name, lent);
      checkAccess(procedure, caller.session);
      if (!parts.isSetUp() && procedure.duringSetup !== true)
        throw hostErrors.error('api.setup-first', {});
      const wanted = procedure.input.safeParse(input);
      if (!wanted.success)
        throw hostErrors.error('api.invalid-input', { fields: fieldMessages(wanted.error) });
      if (lent !== undefined)
        await checkKeepsToClaim(parts.core(), { name, input: wanted.data }, lent);

      if (procedure.kind === 'command' && caller.session !== undefined)
        parts.onActivity(caller.session);
      const value = await runWatched(parts, {
        procedure,
        name,
        caller,
        requestId,
        input: wanted.data,
        lent,
      });
      const answer = procedure.output.parse(value);
      if (lent === undefined) checkStillAtDesk(procedure, caller.session);
      const ending = lent === undefined ? undefined : endingOf(name, answer);
      if (ending !== undefined && caller.session !== undefined)
        parts.onHandOverEnd(caller.session, ending);
      if (procedure.touches !== undefined) await parts.onTouched(procedure.touches);
      return { ok: true, value: answer };
    } catch (error) {
      return toWire(error, { name, requestId, caller, log: parts.log });
    }
  };
}

function checkAccess(procedure: Procedure, session: Session | undefined): void {
  // Nobody gets past a screen that was lent by what answers to strangers, such as the practice centre's address.
  if (session?.handedOver !== undefined && session.isLocked && procedure.whileLocked !== true)
    throw hostErrors.error('session.locked', {});
  if (procedure.access === 'anyone') return;
  if (session === undefined) throw hostErrors.error('session.none', {});
  if (session.isLocked && procedure.whileLocked !== true)
    throw hostErrors.error('session.locked', {});
  if (procedure.access === 'signed-in') return;
  const { role } = session.user;
  if (!procedure.access.includes(role))
    throw hostErrors.error('session.not-allowed', { role, allowed: procedure.access });
}

/** What staff asked for before they lent the screen is not for whoever sits there when it is answered. */
function checkStillAtDesk(procedure: Procedure, session: Session | undefined): void {
  const lent = lentNow(session);
  if (lent !== undefined && procedure.kind !== 'host')
    throw hostErrors.error('session.handed-over', { claimId: lent.claimId });
}

type Call = {
  readonly procedure: Procedure;
  readonly name: string;
  readonly caller: Caller;
  readonly requestId: string;
  readonly input: unknown;
  readonly lent: ScreenHandedOver | undefined;
};

/** Runs a call that names an act so that its page hears how far it is and can stop it; any other as it is. */
async function runWatched(parts: DispatchParts, call: Call): Promise<unknown> {
  const { session } = call.caller;
  const id = call.procedure.kind === 'host' ? undefined : actNamedIn(call.input);
  if (session === undefined || id === undefined) return run(parts, call);
  const { act, end } = parts.acts.begin(session, id);
  try {
    return await run(parts, call, act);
  } finally {
    end();
  }
}

async function run(parts: DispatchParts, call: Call, act?: LongAct): Promise<unknown> {
  if (call.procedure.kind === 'host') {
    const handler = parts.hostHandlers.get(call.name);
    if (handler === undefined) throw new Error('A host procedure has no handler');
    return handler(call.caller, call.input);
  }
  const core = parts.core();
  if (core === undefined) throw hostErrors.error('api.no-records-yet', {});
  const handler = findHandler(core.api, call.name);
  if (handler === undefined) throw new Error('A procedure has no handler');
  const origin: Origin = {
    ...originOf(call.caller, call.requestId),
    ...(act === undefined ? {} : { act }),
    ...(call.lent === undefined ? {} : { handedOver: { claimId: call.lent.claimId } }),
  };

  switch (call.procedure.kind) {
    case 'query':
      return core.unit(origin, 'reads', (ctx) => (handler as UnitHandler)(ctx, call.input));
    case 'command':
      return core.unit(origin, 'writes', async (ctx) => {
        // Someone else's confirmation may have stopped this account while the call waited its turn.
        if (call.caller.session !== undefined && !parts.isOpen(call.caller.session))
          throw hostErrors.error('session.none', {});
        const value = await (handler as UnitHandler)(ctx, call.input);
        // A change that nobody can follow later must not be kept.
        if (ctx.audited.count === 0) throw new Error('A command left no audit entry');
        return value;
      });
    case 'steps':
      return (handler as StepsHandler)(stepsOf(core, origin), call.input);
    default:
      return call.procedure.kind satisfies never;
  }
}

/** What a procedure with slow parts gets: units of its own, and the slow work itself. */
export function stepsOf(core: Core, origin: Origin): Steps {
  return {
    ...origin,
    ...(origin.act ?? UNWATCHED),
    unit: <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => core.unit(origin, 'writes', work),
    slow: core.slow,
  };
}

/** Who acts, as the audit trail records it. */
export function originOf(caller: Pick<Caller, 'host' | 'session'>, requestId: string): Origin {
  const { session } = caller;
  if (session === undefined)
    return { ...PROGRAM, actor: { kind: 'nobody' }, host: caller.host, requestId };
  const { userId, displayName, role } = session.user;
  return {
    actor: { kind: 'user', userId, displayName, role },
    host: caller.host,
    sessionId: session.id,
    requestId,
  };
}

/** One message for each field, keyed by its path: 'facilities.0.name'. */
function fieldMessages(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.map(String).join('.')] ??= issue.message;
  return fields;
}

/** A reference that can be read out on the phone: no vowels, nothing that looks like something else. */
function newDefectReference(): string {
  const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ';
  const text = [...randomBytes(6)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${text.slice(0, 3)}-${text.slice(3)}`;
}

function toWire(
  error: unknown,
  about: {
    readonly name: string;
    readonly requestId: string;
    readonly caller: Caller;
    readonly log: Logger;
  },
): WireResult {
  const facts = {
    procedure: PROCEDURES.has(about.name) ? about.name : 'unknown',
    requestId: about.requestId,
    ...(about.caller.session === undefined ? {} : { userId: about.caller.session.user.userId }),
  };
  if (error instanceof DomainError) {
    if (error.code === 'api.invalid-input')
      about.log.warn('call.bad-input', { ...facts, code: error.code });
    else about.log.info('call.refused', { ...facts, code: error.code });
    const { code, message, details, field } = error;
    return {
      ok: false,
      error: { code, message, details, ...(field === undefined ? {} : { field }) },
    };
  }
  const reference = newDefectReference();
  about.log.error('call.defect', {
    ...facts,
    reference,
    errorName: error instanceof Error ? error.name : typeof error,
    frames: framesOf(error),
  });
  return {
    ok: false,
    error: {
      code: isDiskFull(error) ? 'core.disk-full' : 'api.defect',
      message: isDiskFull(error)
        ? 'The disk is full, so nothing was saved. What you typed is still here. Make room on the disk, then try again.'
        : `Something went wrong in the program and nothing was saved. What you typed is still here. Try again; if it happens once more, report the reference ${reference}.`,
      details: { reference },
    },
  };
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message.includes('database or disk is full') ||
    ('code' in error && error.code === 'ENOSPC'));
