import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ApiContract } from '#db/api.contract';
import type { Core } from '#db/open-core';
import type { InputOf, OutputOf, Procedure } from '#db/shared/contract';
import { mustExist, type WireError, type WireResult } from '#db/shared/domain-error';
import type { Dispatch } from '../../electron/host/dispatch.ts';
import { type Program, type ProgramOptions, startProgram } from '../../electron/host/program.ts';
import type { Session } from '../../electron/host/sessions.ts';
import { type FixedClock, newFixedClock } from './fixed-clock.ts';

type NamesOf<M extends keyof ApiContract> = `${M}.${keyof ApiContract[M] & string}`;

/** Every procedure's full name, such as 'bookings.create'. */
export type ProcedureName = { [M in keyof ApiContract]: NamesOf<M> }[keyof ApiContract];

type Declared<N extends ProcedureName> = N extends `${infer M extends keyof ApiContract}.${infer V}`
  ? V extends keyof ApiContract[M]
    ? ApiContract[M][V] extends Procedure
      ? ApiContract[M][V]
      : never
    : never
  : never;

/** One screen at the door: its session, and the ways to ask. */
export type Desk = {
  readonly session: Session | undefined;
  /** The whole answer, as it goes over the wire. */
  readonly ask: (name: string, input?: unknown) => Promise<WireResult>;
  /** The value; fails the test when the call is refused. */
  readonly call: <N extends ProcedureName>(
    name: N,
    input: InputOf<Declared<N>>,
  ) => Promise<OutputOf<Declared<N>>>;
  /** The refusal; fails the test when the call succeeds. */
  readonly refusal: (name: ProcedureName, input: unknown) => Promise<WireError>;
};

/** A screen that a session opens at or leaves again, as the cookie of a browser does. */
export function newDesk(dispatch: Dispatch, at?: Session): Desk {
  let session = at;
  const ask = (name: string, input: unknown = {}): Promise<WireResult> =>
    dispatch(
      {
        host: 'web',
        session,
        openSession: (opened) => {
          session = opened.session;
        },
        closeSession: () => {
          session = undefined;
        },
      },
      name,
      input,
    );
  return {
    get session() {
      return session;
    },
    ask,
    async call(name, input) {
      const result = await ask(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
      return result.value as never;
    },
    async refusal(name, input) {
      const result = await ask(name, input);
      if (result.ok) expect.fail(`${name} was not refused`);
      return result.error;
    },
  };
}

/** Cheapest cost at which passphrases are still hashed for real. */
export const TEST_SECRET_COST = 4;

let lastId = 0;

/** Ids in the order in which they were asked for, unlike in any two files of one test run. */
export function countedId(): string {
  lastId += 1;
  return `00000000-0000-7000-8000-${String(lastId).padStart(12, '0')}`;
}

/** A new folder of this test's own. */
export function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'trc-desk-test-'));
}

export type TestProgram = {
  readonly home: string;
  readonly program: Program;
  readonly clock: FixedClock;
  /** The open centre; fails the test when there is none. */
  readonly core: Core;
  /** A screen at which nobody is signed in. */
  readonly nobody: () => Desk;
  /** Stops the program and leaves its folder. */
  readonly stop: () => Promise<void>;
  /** Stops the program and removes its folder. */
  readonly close: () => Promise<void>;
};

/** The real program on a folder of its own, with a clock that the test moves and ids that are counted. */
export async function startTestProgram(
  options: Partial<Omit<ProgramOptions, 'clock'>> & { readonly clock?: FixedClock } = {},
): Promise<TestProgram> {
  const home = options.home ?? newHome();
  const clock = options.clock ?? newFixedClock();
  const program = await startProgram({
    mode: 'real',
    isFolderFixed: true,
    appVersion: '0.1.0',
    openPractice: async () => 'http://127.0.0.1:4871/',
    secretCost: TEST_SECRET_COST,
    newId: countedId,
    ...options,
    home,
    clock,
  });
  let isOpen = true;
  const stop = async (): Promise<void> => {
    if (isOpen) await program.close();
    isOpen = false;
  };
  return {
    home,
    program,
    clock,
    get core() {
      return mustExist(program.core(), 'the test opened its centre');
    },
    nobody: () => newDesk(program.dispatch),
    stop,
    async close() {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
