import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckedClaim } from '#db/claims/checks/checked-claim.rules';
import { doubleFindings } from '#db/claims/checks/doubles.service';
import { listNeighbours } from '#db/claims/neighbours.repository';
import { PROGRAM } from '#db/open-core';
import { makeBookings } from './bookings-data.ts';
import {
  activityOf,
  CLAIMS,
  claimantOf,
  claimIdOf,
  dayOf,
  loadClaims,
  placeOf,
} from './load-claims.ts';
import { inTurn, type Measure, measured, type Pace, type Way } from './measure.ts';
import { openCentre, type OpenCentre, ways } from './open-centre.ts';

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

/** The same cost as the checks look at it. */
function onCheck(i: number): CheckedClaim {
  const { lines, ...claim } = onScreen(1)(i);
  const unpriced = { askedPence: null, payablePence: null, cuts: [] };
  return {
    ...claim,
    isFiled: false,
    lines: lines.map((line) => ({ ...line, ...unpriced })),
  } as unknown as CheckedClaim;
}

/** Nothing but the look for doubles, or for claims whose doubles one claim may change: no door, no price, no other check. */
function lookedForAlone({ program }: OpenCentre): Readonly<Record<'doubles' | 'neighbours', Way>> {
  const core = program.core();
  if (core === undefined) throw new Error('No centre is open');
  return {
    doubles: {
      run: (i) => core.unit(PROGRAM, 'reads', (ctx) => doubleFindings(ctx, onCheck(i))),
      check: (found) => {
        if (!warnsOfDouble({ warnings: found })) throw new Error('No double was found');
      },
    },
    neighbours: {
      run: (i) =>
        core.unit(PROGRAM, 'reads', (ctx) => listNeighbours(ctx, claimIdOf(CLAIMS - 1 - i))),
    },
  };
}

type Warned = { readonly warnings: readonly { readonly code: string }[] };
const warnsOfDouble = (value: unknown): boolean =>
  (value as Warned).warnings.some(({ code }) => code === 'double-journey');
type Listed = { readonly claims: readonly { readonly promisedBy: string | null }[] };
const isFull = (value: unknown): boolean => {
  const { claims } = value as Listed;
  return claims.length === 100 && claims.every(({ promisedBy }) => promisedBy !== null);
};

/** The goal for the doubles of one cost; with all other checks and the price, at the door, it is held to the same. */
const DOUBLES_LIMIT_MS = 5;

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
    what: 'all checks and the price of one cost, doubles among them',
    name: 'claims.foresee',
    input: onScreen(1),
    see: warnsOfDouble,
    limit: DOUBLES_LIMIT_MS,
  },
  {
    what: 'all checks of three costs',
    name: 'claims.foresee',
    input: onScreen(3),
    see: warnsOfDouble,
    limit: 50,
  },
] as const;

/** A council that promises a day by which it decides, so that each claim of the queue has one to reckon. */
async function promiseDays(centre: OpenCentre): Promise<void> {
  const details = {
    from: dayOf(0),
    eligibleActivityKinds: null,
    timeLimitDays: 90,
    monthLimitPence: 50_000,
    yearLimitPence: 100_000,
    mileageExemptFromReceipt: true,
    secondApproverAbovePence: null,
    promisedWorkingDays: 10,
    entererMayVerify: false,
    principle: '',
    cashLimitPence: null,
    source: 'Measured',
  };
  const inside = await centre.program.dispatch(centre.caller, 'policy.enterGeneral', details);
  const atDoor = JSON.parse(
    await centre.door.post('policy.enterGeneral', details),
  ) as typeof inside;
  for (const answer of [inside, atDoor])
    if (!answer.ok) throw new Error(`The promise was refused: ${answer.error.message}`);
}

/** The queue, and what is looked at beside a cost as it is typed, with 40,000 claims of three costs on file (C-40k). */
export async function claimMeasures(pace: Pace): Promise<readonly Measure[]> {
  const parent = mkdtempSync(join(tmpdir(), 'trc-desk-claims-'));
  const centre = await openCentre(parent, makeBookings(1_000), loadClaims);
  const lines: Measure[] = [];
  try {
    await promiseDays(centre);
    const alone = await inTurn(lookedForAlone(centre), pace);
    const process = { measure: 'claims in the process', limit: DOUBLES_LIMIT_MS };
    const workload = `C-40k ${CLAIMS} claims,`;
    lines.push(
      measured({ ...process, workload: `${workload} doubles of one cost alone` }, alone.doubles),
      measured(
        { ...process, workload: `${workload} claims whose doubts one claim may change` },
        alone.neighbours,
      ),
    );
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
