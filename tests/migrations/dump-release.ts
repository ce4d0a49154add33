import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { newClock } from '#db/shared/clock';
import type { Instant } from '#db/shared/instant';
import { type Program, startProgram } from '../../electron/host/program.ts';

/** A value as SQL writes it; our tables hold texts, whole numbers and nothing else. */
function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`A table holds a ${typeof value}`);
}

type Made = { readonly type: string; readonly name: string; readonly sql: string };

/** The whole file as SQL that makes it again: tables, rows, then what watches over them. */
export function dumpFile(file: string): string {
  const raw = new Database(file, { readonly: true });
  try {
    const made = raw
      .prepare(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
      )
      .all() as readonly Made[];
    const indexes = made.filter((one) => one.sql.startsWith('CREATE VIRTUAL TABLE'));
    const isShadow = (name: string) => indexes.some((one) => name.startsWith(`${one.name}_`));
    const tables = made.filter(
      (one) => one.type === 'table' && !indexes.includes(one) && !isShadow(one.name),
    );
    const rest = made.filter((one) => one.type === 'index' || one.type === 'trigger');
    const lines = ({ name, sql }: Made): readonly string[] =>
      raw
        .prepare(`SELECT * FROM "${name}" ORDER BY ${/WITHOUT ROWID\s*$/.test(sql) ? 1 : 'rowid'}`)
        .raw()
        .all()
        .map(
          (row) => `INSERT INTO "${name}" VALUES (${(row as unknown[]).map(literal).join(', ')});`,
        );
    const pragma = (name: string): string =>
      `PRAGMA ${name} = ${String(raw.pragma(name, { simple: true }))};`;
    return [
      pragma('application_id'),
      ...tables.flatMap((one) => [`${one.sql};`, ...lines(one)]),
      ...indexes.flatMap((one) => [
        `${one.sql};`,
        `INSERT INTO ${one.name}(${one.name}) VALUES ('rebuild');`,
      ]),
      ...rest.map((one) => `${one.sql};`),
      pragma('user_version'),
      '',
    ].join('\n');
  } finally {
    raw.close();
  }
}

const PASSPHRASE = 'four words for a release';

/** A small centre through the door: every table gets rows. */
async function fillCentre(program: Program): Promise<void> {
  let session: Parameters<Program['dispatch']>[0]['session'];
  const call = async (
    name: string,
    input: unknown,
  ): Promise<{ readonly id: string; readonly version: number }> => {
    const answer = await program.dispatch(
      {
        host: 'web',
        session,
        openSession: (opened) => {
          session = opened.session;
        },
        closeSession: () => undefined,
      },
      name,
      input,
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value as never;
  };
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opensAt: '09:00',
    closesAt: '21:00',
  }));
  await call('setup.chooseFolder', { path: program.folder() });
  await call('setup.chooseCouncil', { presetId: 'southampton' });
  await call('setup.chooseCentres', { real: true, practice: false });
  await call('setup.addFirstManager', {
    name: 'maya',
    displayName: 'Maya Quill',
    passphrase: PASSPHRASE,
  });
  await call('setup.describeCentre', {
    centre: { name: 'Elm Street Centre', addressLines: ['1 Elm Street'], phone: '' },
    facilities: ['Meeting Room', 'Small Room'].map((name) => ({
      name,
      kind: 'meeting-room',
      isBookable: true,
      capacity: 20,
      hours,
    })),
    officeHours: hours,
  });
  for (const role of ['desk', 'finance', 'auditor'])
    await call('users.add', {
      name: role,
      displayName: `The ${role}`,
      role,
      passphrase: PASSPHRASE,
    });
  const group = await call('groups.add', {
    name: 'Siân’s Group',
    kind: 'tra',
    phone: '023 8000 1111',
  });
  const person = await call('people.add', {
    name: 'Ó Néill',
    kind: 'tenant',
    phone: '+44 7700 900123',
  });
  const rooms = (await call('facilities.list', {})) as unknown as readonly {
    readonly id: string;
  }[];
  for (const [index, room] of rooms.entries())
    for (const day of ['05', '06', '07']) {
      const made = await call('bookings.create', {
        facilityId: room.id,
        date: `2027-01-${day}`,
        from: '10:00',
        until: '12:00',
        booker:
          index === 0
            ? { kind: 'group', groupId: group.id }
            : { kind: 'person', personId: person.id },
        responsiblePersonId: person.id,
        purpose: 'group-meeting',
        expectedNumber: 8,
        needs: 'Hearing loop',
        notes: "It's the first",
      });
      if (day === '07') await call('bookings.cancel', { id: made.id, version: 1, reason: 'Ill' });
    }
}

async function dumpRelease(version: string): Promise<void> {
  if (!/^v\d+\.\d+\.\d+$/.test(version)) throw new Error('Name the release, such as v0.2.0.');
  const home = mkdtempSync(join(tmpdir(), 'trc-desk-release-'));
  const program = await startProgram({
    mode: 'real',
    home,
    isFolderFixed: true,
    appVersion: version.slice(1),
    clock: newClock('2027-01-04T09:00:00.000Z' as Instant),
    openPractice: () => Promise.reject(new Error('There is no practice centre here')),
    secretCost: 4,
  });
  await fillCentre(program);
  const file = program.core()?.file ?? '';
  await program.close();
  const target = fileURLToPath(new URL(`releases/${version}.sql`, import.meta.url));
  writeFileSync(target, dumpFile(file));
  rmSync(home, { recursive: true });
  process.stdout.write(`${target}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await dumpRelease(process.argv[2] ?? '');
