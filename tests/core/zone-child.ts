import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#db/shared/instant';
import { startProgram } from '../../electron/host/program.ts';

/**
 * A day at the desk in a fresh program, because the zone and the language of a computer are read when a program
 * starts. Prints the environment that took hold, and every answer that the desk got.
 */
const home = mkdtempSync(join(tmpdir(), 'trc-desk-zone-'));
let now = '2027-03-28T00:30:00.000Z';
let lastId = 0;
const program = await startProgram({
  mode: 'real',
  home,
  isFolderFixed: true,
  appVersion: '0.1.0',
  clock: { now: () => now as Instant, steadyMilliseconds: () => 0 },
  openPractice: () => Promise.reject(new Error('There is no practice centre here')),
  secretCost: 4,
  newId: () => `id-${(lastId += 1)}`,
});
let session: Parameters<typeof program.dispatch>[0]['session'];
const answers: unknown[] = [];
async function ask(name: string, input: unknown): Promise<{ readonly id: string }> {
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
  answers.push({ name, now, answer });
  return (answer.ok ? answer.value : {}) as { readonly id: string };
}

const hours = [1, 7].map((weekday) => ({ weekday, opensAt: '00:00', closesAt: '24:00' }));
await ask('setup.chooseFolder', { path: home });
await ask('setup.chooseCouncil', { presetId: 'southampton' });
await ask('setup.chooseCentres', { real: true, practice: false });
await ask('setup.addFirstManager', {
  name: 'ILGIN',
  displayName: 'Ilgın Işık',
  passphrase: 'four words for a zone',
});
await ask('setup.describeCentre', {
  centre: { name: 'İSTİKLÂL Centre', addressLines: ['1 Elm Street'], phone: '' },
  facilities: ['Hall', 'ATTIC'].map((name) => ({
    name,
    kind: 'meeting-room',
    isBookable: true,
    capacity: 20,
    hours,
  })),
  officeHours: [{ weekday: 7, opensAt: '01:00', closesAt: '03:00' }],
});
for (const name of ['Zeynep Işık', 'ılgaz', 'Ilgaz', 'İnci', 'Öz', 'Äpfel', 'Zorn'])
  await ask('groups.add', { name, kind: 'tra', phone: '+44 7700 900123' });
const person = await ask('people.add', { name: 'IŞIK YILMAZ', kind: 'tenant', phone: '' });
const booking = {
  facilityId: 'id-none',
  date: '2027-03-28',
  from: '00:30',
  until: '02:30',
  booker: { kind: 'person', personId: person.id },
  responsiblePersonId: person.id,
  purpose: 'training',
  expectedNumber: 8,
  needs: '',
  notes: '',
};
const rooms = (await ask('facilities.list', {})) as unknown as readonly { readonly id: string }[];
const facilityId = rooms[0]?.id;
const days = ['2027-03-28', '2027-03-29', '2027-10-31', '2028-02-27', '2028-01-02', '2027-07-01'];
for (const date of days) {
  await ask('bookings.create', { ...booking, facilityId, date });
  await ask('bookings.create', { ...booking, facilityId, date, from: '02:00', until: '24:00' });
}
for (const text of ['isik', 'IŞIK', 'ılgaz', 'i', 'inci', '+44 7700', 'attic'])
  await ask('search.everything', { text });
await ask('groups.list', {});
for (const moment of [
  '2027-03-28T01:00:00.000Z',
  '2027-06-30T23:15:00.000Z',
  '2027-12-31T23:59:00.000Z',
]) {
  now = moment;
  await ask('session.current', {});
  await ask('bookings.today', {});
  await ask('bookings.onDay', { date: '2027-03-28' });
  await ask('bookings.create', { ...booking, facilityId });
}
await ask('bookings.list', { from: '2027-01-01', until: '2028-12-31' });
await ask('audit.recent', { limit: 500 });
await program.close();
rmSync(home, { recursive: true });

// The folder, and the number of free bytes, differ from run to run and not from zone to zone.
const text = JSON.stringify(answers)
  .replaceAll(home, 'HOME')
  .replaceAll(/"freeBytes":\d+/g, '"freeBytes":0');
// oxlint-disable-next-line centre/one-clock -- the zone of the computer is what this asks for
const offset = new Date(2027, 6, 1).getTimezoneOffset();
const locale = new Intl.NumberFormat().resolvedOptions().locale;
process.stdout.write(JSON.stringify({ offset, locale, text }));
