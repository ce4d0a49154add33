import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newClock } from '#db/shared/clock';
import type { Instant } from '#db/shared/instant';
import type { Role } from '#db/shared/roles';
import { placesIn } from '../../electron/host/data-folder.ts';
import type { Caller } from '../../electron/host/dispatch.ts';
import { type Program, startProgram } from '../../electron/host/program.ts';
import { type MadeBooking, ROOMS } from './bookings-data.ts';
import { loadRows } from './load-rows.ts';

/** A Monday before most of the measured bookings, so that every write lies ahead of it. */
export const BENCH_NOW = '2026-01-12T09:00:00.000Z' as Instant;

/** Of the one account that signs in; a low cost, because nothing is protected here. */
export const MANAGER = { name: 'bench', passphrase: 'four plain words here' } as const;
const SECRET_COST = 10;

/** Starts the program on a folder with a clock that stands at BENCH_NOW and runs on. */
export function startOn(folder: string): Promise<Program> {
  return startProgram({
    mode: 'practice',
    home: folder,
    isFolderFixed: true,
    appVersion: '0.0.0',
    clock: newClock(BENCH_NOW),
    openPractice: () => Promise.reject(new Error('The bench opens no second centre')),
    secretCost: SECRET_COST,
  });
}

/** Someone at the browser door, signed in as the first account, without a passphrase being asked. */
export function signIn(program: Program, userId: string, role: Role = 'manager') {
  const user = { userId, name: 'bench', displayName: 'Bench Manager', role, hasPin: false };
  return program.sessions.open(user, 'web');
}

export const callerOf = (session: Caller['session']): Caller => ({
  host: 'web',
  session,
  openSession: () => {},
  closeSession: () => {},
});

/** Asks the dispatch and answers the value; throws when it refuses. */
export async function ask(
  program: Program,
  caller: Caller,
  name: string,
  input: unknown,
): Promise<unknown> {
  const result = await program.dispatch(caller, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

/** Makes a migrated centre of ten rooms in `folder` and loads the bookings. */
export async function makeCentre(folder: string, bookings: readonly MadeBooking[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const program = await startOn(folder);
  let session: Caller['session'];
  const nobody: Caller = {
    ...callerOf(undefined),
    openSession: (opened) => {
      session = opened.session;
    },
  };
  await ask(program, nobody, 'setup.chooseCouncil', { presetId: 'southampton' });
  await ask(program, nobody, 'setup.chooseCentres', { real: true, practice: false });
  await ask(program, nobody, 'setup.addFirstManager', {
    displayName: 'Bench Manager',
    ...MANAGER,
  });
  await ask(program, callerOf(session), 'setup.describeCentre', firstRun());
  await program.close();
  loadRows(placesIn(folder, 'practice').database, bookings);
}

/** A second folder with the same centre. */
export function copyCentre(from: string, to: string): void {
  mkdirSync(join(to, 'logs'), { recursive: true });
  const [source, target] = [placesIn(from, 'practice'), placesIn(to, 'practice')];
  copyFileSync(source.database, target.database);
  copyFileSync(join(from, 'settings.json'), join(to, 'settings.json'));
}

function firstRun() {
  const everyDay = (opensAt: string, closesAt: string, days: readonly number[]) =>
    days.map((weekday) => ({ weekday, opensAt, closesAt }));
  return {
    centre: { name: 'Bench Centre', addressLines: ['1 Made-up Street', 'Southampton'], phone: '' },
    facilities: Array.from({ length: ROOMS }, (_, i) => ({
      name: `Room ${i + 1}`,
      kind: 'meeting-room',
      isBookable: true,
      capacity: 20 + i,
      hours: everyDay('08:00', '22:00', [1, 2, 3, 4, 5, 6, 7]),
    })),
    officeHours: everyDay('09:00', '17:00', [1, 2, 3, 4, 5]),
  };
}

/** Ids of the loaded centre that inputs are made of, read from its file. */
export type KnownIds = {
  readonly manager: string;
  readonly rooms: readonly string[];
  readonly groups: readonly string[];
  readonly person: string;
  /** A booking of 17 June 2026. */
  readonly booking: string;
};

export function readIds(folder: string): KnownIds {
  const db = new Database(placesIn(folder, 'practice').database, { readonly: true });
  const column = (sql: string): readonly string[] => db.prepare(sql).pluck().all() as string[];
  const one = (sql: string): string => column(sql)[0] ?? '';
  const ids = {
    manager: one(`SELECT id FROM app_user WHERE name = '${MANAGER.name}'`),
    rooms: column('SELECT id FROM facility ORDER BY position'),
    groups: column('SELECT id FROM tenant_group ORDER BY name'),
    person: one('SELECT id FROM person ORDER BY name'),
    booking: one(`SELECT id FROM booking WHERE starts_at >= '2026-06-17' ORDER BY starts_at, id`),
  };
  db.close();
  return ids;
}
