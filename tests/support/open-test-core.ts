import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { type Core, type CoreOptions, openCore } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import type { Role } from '#db/shared/roles';
import { placesIn } from '../../electron/host/data-folder.ts';
import { newPaperMaker, type PaperMaker } from '../../electron/host/paper-maker.ts';
import type { FixedClock } from './fixed-clock.ts';
import { newFixedClock } from './fixed-clock.ts';
import {
  countedId,
  type Desk,
  newDesk,
  newHome,
  startTestProgram,
  TEST_SECRET_COST,
  type TestProgram,
} from './program-for-tests.ts';

/** Monday to Friday from one time to another. */
export const weekdays = (opensAt: string, closesAt: string) =>
  ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, opensAt, closesAt }));

/** The rooms of the centre in the tests. */
export const ROOMS = [
  { name: 'Meeting Room', kind: 'meeting-room', isBookable: true, capacity: 40 },
  { name: 'Small Room', kind: 'meeting-room', isBookable: true, capacity: 10 },
  { name: 'Computer Suite', kind: 'computer-suite', isBookable: false, capacity: 8 },
] as const;

/** One account of each role; the passphrase is `four words for` and the sign-in name. */
export const ACCOUNTS: Readonly<
  Record<Role, { readonly name: string; readonly displayName: string }>
> = {
  manager: { name: 'maya', displayName: 'Maya Quill' },
  desk: { name: 'dee', displayName: 'Dee Hollins' },
  officer: { name: 'olu', displayName: 'Olu Bright' },
  finance: { name: 'finn', displayName: 'Finn Marlow' },
  auditor: { name: 'ada', displayName: 'Ada Stone' },
};

export const passphraseOf = (role: Role): string => `four words for ${ACCOUNTS[role].name}`;

/** Goes through the first run as a person does: council, centre, first manager, rooms. Answers the manager's screen. */
export async function setUpCentre(
  started: Pick<TestProgram, 'home' | 'nobody'>,
  presetId: 'southampton' | 'blank' = 'southampton',
): Promise<Desk> {
  const desk = started.nobody();
  await desk.call('setup.saveComfort', { textSize: '100', theme: 'light' });
  await desk.call('setup.chooseFolder', { path: started.home });
  await desk.call('setup.chooseCouncil', { presetId });
  await desk.call('setup.chooseCentres', { real: true, practice: false });
  await desk.call('setup.addFirstManager', {
    ...ACCOUNTS.manager,
    passphrase: passphraseOf('manager'),
  });
  await desk.call('setup.describeCentre', {
    centre: {
      name: 'Elm Street Tenant Resource Centre',
      addressLines: ['1 Elm Street', 'Southampton'],
      phone: '023 8000 0000',
    },
    facilities: ROOMS.map((room) => ({ ...room, hours: weekdays('09:00', '21:00') })),
    officeHours: weekdays('09:00', '17:00'),
  });
  return desk;
}

/** The lone manager adds an account of every other role. */
async function addAccounts(manager: Desk): Promise<void> {
  for (const role of ['desk', 'officer', 'auditor', 'finance'] as const)
    await manager.call('users.add', { ...ACCOUNTS[role], role, passphrase: passphraseOf(role) });
}

/** The files of a centre's folder by their path in it. */
type Folder = ReadonlyMap<string, Buffer>;

let template: Promise<Folder> | undefined;

/** A centre that has been through its first run, made once for each test file and kept in memory. */
async function makeTemplate(): Promise<Folder> {
  const started = await startTestProgram();
  await addAccounts(await setUpCentre(started));
  await started.stop();
  const paths = readdirSync(started.home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path): [string, Buffer] => [
    relative(started.home, path),
    readFileSync(path),
  ]);
  rmSync(started.home, { recursive: true, force: true });
  return new Map(files);
}

/** A folder with a centre of its own, closed; whoever opens it removes it. */
export async function newCentreFolder(): Promise<string> {
  template ??= makeTemplate();
  const home = newHome();
  for (const [path, content] of await template) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  }
  return home;
}

export type TestCore = TestProgram & {
  readonly file: string;
  /** A screen at which the account of a role is signed in; each call opens another session. */
  readonly as: (role: Role) => Desk;
  /** A second connection to the same file, past every rule of the program. */
  readonly raw: () => Database.Database;
};

/** One drawing thread for all centres of a test process: each took a third of a second to start. */
let papers: PaperMaker | undefined;

/**
 * The program on a centre that has been set up: the rooms of ROOMS, office hours 9am to 5pm, the accounts of
 * ACCOUNTS. `home` opens a folder that is there already.
 */
export async function openTestCore(
  options: { readonly home?: string; readonly clock?: FixedClock } = {},
): Promise<TestCore> {
  const home = options.home ?? (await newCentreFolder());
  papers ??= newPaperMaker();
  const started = await startTestProgram({ papers, ...options, home });
  const connections: Database.Database[] = [];
  const users = await listAccounts(started.core);
  const stop = async (): Promise<void> => {
    for (const connection of connections.splice(0)) connection.close();
    await started.stop();
  };
  return {
    ...started,
    get core() {
      return started.core;
    },
    file: started.core.file,
    as: (role) => {
      const user = mustExist(
        users.find((one) => one.name === ACCOUNTS[role].name),
        'the template has an account of every role',
      );
      return newDesk(
        started.program.dispatch,
        started.program.sessions.open(
          { ...user, userId: user.id, displayName: user.displayName },
          'web',
        ).session,
      );
    },
    raw: () => {
      const connection = new Database(started.core.file, { timeout: 5000 });
      connections.push(connection);
      return connection;
    },
    stop,
    async close() {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function listAccounts(core: Core) {
  const { users } = await core.unit(
    { actor: { kind: 'program' }, host: 'program', sessionId: null, requestId: 'test' },
    'reads',
    (ctx) => core.api.users.list(ctx, {}),
  );
  return users;
}

/** The core alone on a centre's folder, without the program round it. */
export async function openBareCore(
  home: string,
  options: Partial<CoreOptions> = {},
): Promise<Core> {
  const places = placesIn(home, 'real');
  return openCore({
    file: places.database,
    mode: 'real',
    appVersion: '0.1.0',
    clock: newFixedClock(),
    newId: countedId,
    drawPaper: () => Promise.reject(new Error('No paper is drawn here')),
    workbooks: {
      writeWorkbook: () => Promise.reject(new Error('No workbook is written here')),
      readWorkbook: () => Promise.reject(new Error('No workbook is read here')),
    },
    incomingFiles: { readIncomingFile: () => Promise.reject(new Error('No file is read here')) },
    backupsFolder: places.backups,
    keysFile: places.keys,
    anchorsFile: places.anchors,
    secretCost: TEST_SECRET_COST,
    ...options,
  });
}
