import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBookings } from './bookings-data.ts';
import { loadPeople, PEOPLE, personName } from './load-people.ts';
import { inTurn, type Measure, measured, type Pace } from './measure.ts';
import { openCentre, ways } from './open-centre.ts';

/** As typed at the desk: a letter, a beginning, a whole name, a slip, nobody, a postcode, an e-mail address, digits. */
const TYPED: Readonly<Record<string, string>> = {
  'one letter': 'h',
  'a beginning': 'hadd',
  'a whole name': personName(160),
  'a name with a slip': personName(160).replace(/(.)(.)$/, '$2$1'),
  'a name that nobody has': 'qwxyzzles brantwhistle',
  'a postcode': 'ZZ17 8AA',
  'an e-mail address': 'person4321@example.org',
  'digits of a phone': '904321',
};

/** The goal of P-10k: search as typed, at the door, in milliseconds. */
const GOAL_MS = 8;

/** Search for people among 10,000 with 2,000 groups and 1,000 bookings, in the palette and in the list of people. */
export async function peopleMeasures(pace: Pace): Promise<readonly Measure[]> {
  const parent = mkdtempSync(join(tmpdir(), 'trc-desk-people-'));
  const centre = await openCentre(parent, makeBookings(1_000), loadPeople);
  const lines: Measure[] = [];
  try {
    for (const [what, text] of Object.entries(TYPED))
      for (const [name, words] of [
        ['search.everything', 'search for anything'],
        ['people.list', 'list of people'],
      ] as const) {
        const call = { name, input: () => ({ text, limit: 20 }) };
        const samples = await inTurn(ways(centre, call), pace);
        const about = { workload: `P-10k ${PEOPLE} people, ${what}`, limit: GOAL_MS };
        lines.push(
          measured({ ...about, measure: `${words} at the door` }, samples.door),
          measured({ ...about, measure: `${words} in the process` }, samples.inside),
        );
      }
  } finally {
    await centre.close();
    rmSync(parent, { recursive: true, force: true });
  }
  return lines;
}
