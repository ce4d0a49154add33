import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBookings } from './bookings-data.ts';
import { activityOf, CLAIMS, claimantOf, dayOf, loadClaims, placeOf } from './load-claims.ts';
import { inTurn, type Measure, measured, type Pace } from './measure.ts';
import { openCentre, ways } from './open-centre.ts';

/** A claim on the screen of somebody who has claimed before, with so many costs, one of them as once before. */
function onScreen(lines: number) {
  return (i: number) => {
    // Odd ones, because some of the even ones were withdrawn.
    const n = CLAIMS - 2_001 - 2 * (i % 500);
    const personId = claimantOf(n);
    return {
      id: `bench-screen-${lines}`,
      claimant: { kind: 'person', personId },
      filerPersonId: personId,
      filerGroupId: null,
      payee: { kind: 'person', personId },
      method: 'bank-transfer',
      batchId: null,
      receivedOn: dayOf(n),
      notes: '',
      accessNeedMet: '',
      version: 0,
      lines: Array.from({ length: lines }, (_, position) => ({
        id: `bench-screen-line-${position}`,
        kind: 'bus',
        activityId: activityOf(Math.floor(n / 33) + position),
        day: dayOf(n),
        fromPlace: placeOf(n + position),
        toPlace: placeOf(n * 3 + 7),
        milesTenths: null,
        minutes: null,
        children: [],
        carer: '',
        claimedPence: 320,
        reason: '',
        noReceiptWhy: '',
        preventedAttendance: false,
        overridePence: null,
        overrideWhy: '',
        receiptIds: [],
      })),
    };
  };
}

type Warned = { readonly warnings: readonly { readonly code: string }[] };
const warnsOfDouble = (value: unknown): boolean =>
  (value as Warned).warnings.some(({ code }) => code === 'double-journey');
const isFull = (value: unknown): boolean =>
  (value as { readonly claims: readonly unknown[] }).claims.length === 100;

const CALLS = [
  ...(['age', 'amount', 'warnings'] as const).map((order) => ({
    what: `queue by ${order}`,
    name: 'claims.queue',
    input: () => ({ show: 'all-open', order }),
    see: isFull,
    limit: 60,
  })),
  {
    what: 'queue of my own',
    name: 'claims.queue',
    input: () => ({ show: 'mine' }),
    see: isFull,
    limit: 60,
  },
  {
    what: 'all checks of one cost, doubles among them',
    name: 'claims.foresee',
    input: onScreen(1),
    see: warnsOfDouble,
    limit: 5,
  },
  {
    what: 'all checks of three costs',
    name: 'claims.foresee',
    input: onScreen(3),
    see: warnsOfDouble,
    limit: 50,
  },
] as const;

/** The queue, and what is looked at beside a cost as it is typed, with 40,000 claims of three costs on file (C-40k). */
export async function claimMeasures(pace: Pace): Promise<readonly Measure[]> {
  const parent = mkdtempSync(join(tmpdir(), 'trc-desk-claims-'));
  const centre = await openCentre(parent, makeBookings(1_000), loadClaims);
  const lines: Measure[] = [];
  try {
    for (const { what, limit, ...call } of CALLS) {
      const samples = await inTurn(ways(centre, call), pace);
      const about = { workload: `C-40k ${CLAIMS} claims, ${what}`, limit };
      lines.push(
        measured({ ...about, measure: 'claims at the door' }, samples.door),
        measured({ ...about, measure: 'claims in the process' }, samples.inside),
      );
    }
  } finally {
    await centre.close();
    rmSync(parent, { recursive: true, force: true });
  }
  return lines;
}
