import type { Activity } from '#db/activities/activities.contract';
import { listActivities } from '#db/activities/activities.service';
import { BatchId, Claim, ClaimId, ClaimLineId, ClaimWords } from '#db/claims/claims.contract';
import { isOpenWarning } from '#db/claims/checks/warnings.rules';
import type { Core } from '#db/open-core';
import { readFileFromAnybody } from '#db/receipts/file-in';
import type { Ctx, Steps } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import {
  addDays,
  atTime,
  instantOf,
  type LocalDate,
  timeOfMinutes,
  weekdayOf,
} from '#db/shared/local-date';
import { formatPence, pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import type { Event, Known } from './practice-events.ts';
import {
  type Cost,
  MADE_UP_CLAIMS,
  MADE_UP_SHEET,
  PANEL,
  type MadeUpClaim,
  type Reached,
} from './made-up-claims.ts';
import { practiceTicket } from './practice-ticket.ts';

const STROKES = [[60, 200, 180, 90, 260, 240, 380, 110, 520, 230, 700, 160]];
const SATURDAY = 6;

/** Claims at every step: begun, with papers to check, to decide, with a question, to be paid, paid; and one sheet. */
export function claimEvents(
  core: Core,
  { firstDay }: { readonly firstDay: LocalDate },
  known: Known,
): readonly Event[] {
  const tell = { core, known, firstDay };
  return [...MADE_UP_CLAIMS.flatMap((claim) => eventsOf(tell, claim)), sheetEvent(tell)];
}

type Tale = { readonly core: Core; readonly known: Known; readonly firstDay: LocalDate };

const STEPS: Readonly<Record<Reached, readonly ('verify' | 'decide' | 'pay')[]>> = {
  draft: [],
  filed: [],
  verified: ['verify'],
  asked: ['verify', 'decide'],
  decided: ['verify', 'decide'],
  paid: ['verify', 'decide', 'pay'],
};
const TAKEN_BY: Readonly<Record<'verify' | 'decide' | 'pay', Role>> = {
  verify: 'officer',
  decide: 'finance',
  pay: 'manager',
};

function eventsOf(tale: Tale, made: MadeUpClaim): readonly Event[] {
  const { core, firstDay } = tale;
  const on = deskDay(firstDay, made.daysAgo);
  let kept: ClaimId | undefined;
  const id = (): ClaimId => mustExist(kept, 'a claim is brought before anybody decides it');
  return [
    {
      at: instantOf(atTime(on, timeOfMinutes(11 * 60 + 20))),
      by: 'desk',
      act: async (ctx) => {
        const claim = await bring(tale, ctx, made, on);
        kept = claim.id;
        if (made.reached !== 'draft') await sign(core, ctx, claim.id);
      },
    },
    ...STEPS[made.reached].map(
      (step, i): Event => ({
        at: instantOf(atTime(later(on, i), timeOfMinutes(14 * 60 + 10 * i))),
        by: TAKEN_BY[step],
        act: async (ctx) => {
          const { claim } = await core.api.claims.toDecide(ctx, { id: id() });
          const { version } = claim;
          const key = ctx.newId();
          if (step === 'verify')
            await core.api.claims.verify(ctx, { id: id(), key, version, isInOrder: true, why: '' });
          if (step === 'decide')
            await core.api.claims.decide(ctx, {
              id: id(),
              key,
              version,
              lines: decisions(Claim.parse(claim), made.reached),
            });
          if (step === 'pay')
            await core.api.claims.payByHand(stepsIn(core, ctx), {
              id: id(),
              key,
              version,
              paidOn: later(on, i),
              method: 'cash',
              note: '',
              cash: { name: claim.claimantName, strokes: STROKES, file: null },
            });
        },
      }),
    ),
  ];
}

const decisions = (claim: Claim, reached: Reached) =>
  claim.lines.map((line) =>
    reached === 'asked' && line.kind === 'childcare'
      ? {
          lineId: line.id,
          decision: 'asked' as const,
          pence: null,
          why: 'Who looked after the children, and when?',
        }
      : {
          lineId: line.id,
          decision: 'approved' as const,
          pence: null,
          why: claim.warnings.some(isOpenWarning) ? 'The rule is the same for everybody.' : '',
        },
  );

/** Takes a claim in at the desk with its receipts; nobody has signed yet. */
async function bring(tale: Tale, ctx: Ctx, made: MadeUpClaim, on: LocalDate): Promise<Claim> {
  const { core, known } = tale;
  const personId = mustExist(known.people.get(made.who), 'the card box was copied first');
  const activity = await activityBefore(ctx, made.to, on);
  const claim = Claim.parse(
    await core.api.claims.saveDraft(
      ctx,
      wordsFor(ctx, { personId, filerId: personId, on, activity, costs: made.costs }),
    ),
  );
  for (const line of claim.lines)
    if (line.claimedPence !== null)
      await core.api.claims.attachReceipt(stepsIn(core, ctx), {
        id: claim.id,
        kind: 'receipt',
        name: `${line.kind}.png`,
        base64: practiceTicket([
          'MADE UP',
          line.day,
          formatPence(line.claimedPence),
          claim.reference.slice(-4),
        ]),
        lineIds: [line.id],
      });
  return claim;
}

async function sign(core: Core, ctx: Ctx, id: ClaimId): Promise<void> {
  const claim = await core.api.claims.get(ctx, { id });
  await core.api.claims.sign(ctx, {
    id,
    key: ctx.newId(),
    version: claim.version,
    role: 'claimant',
    signer: claim.claimantName,
    strokes: STROKES,
  });
}

function sheetEvent(tale: Tale): Event {
  const { core, known, firstDay } = tale;
  const on = deskDay(firstDay, MADE_UP_SHEET.daysAgo);
  const idOf = (name: string) => mustExist(known.people.get(name), 'the card box was copied first');
  return {
    at: instantOf(atTime(on, timeOfMinutes(15 * 60 + 5))),
    by: 'desk',
    act: async (ctx) => {
      const activity = await activityBefore(ctx, PANEL, on);
      const started = await core.api.claims.startBatch(ctx, {
        id: BatchId.parse(ctx.newId()),
        groupId: mustExist(
          known.groups.get(MADE_UP_SHEET.group),
          'the card box was copied first',
        ) as never,
        treasurerPersonId: idOf(MADE_UP_SHEET.treasurer) as never,
        receivedOn: on,
      });
      for (const [name, miles] of MADE_UP_SHEET.members) {
        const claim = await core.api.claims.saveDraft(
          ctx,
          wordsFor(ctx, {
            personId: idOf(name),
            filerId: idOf(MADE_UP_SHEET.treasurer),
            batchId: started.id,
            on,
            activity,
            costs: [{ kind: 'car', miles }],
          }),
        );
        await sign(core, ctx, ClaimId.parse(claim.id));
      }
      const sheet = await core.api.claims.batch(ctx, { id: BatchId.parse(started.id) });
      await core.api.claims.signBatch(ctx, {
        id: BatchId.parse(started.id),
        key: ctx.newId(),
        version: sheet.version,
        signer: MADE_UP_SHEET.treasurer,
        strokes: STROKES,
      });
    },
  };
}

type Wanted = {
  readonly personId: string;
  readonly filerId: string;
  readonly batchId?: string;
  readonly on: LocalDate;
  readonly activity: Activity;
  readonly costs: readonly Cost[];
};

const JOURNEYS: readonly Cost['kind'][] = ['car', 'bicycle', 'bus', 'train', 'taxi'];

function wordsFor(ctx: Ctx, wanted: Wanted): ClaimWords {
  const { personId, activity, on } = wanted;
  return ClaimWords.parse({
    id: ctx.newId(),
    claimant: { kind: 'person', personId },
    filerPersonId: wanted.filerId,
    filerGroupId: null,
    payee: { kind: 'person', personId },
    method: 'cash',
    batchId: wanted.batchId ?? null,
    receivedOn: on,
    notes: '',
    accessNeedMet: '',
    version: 0,
    lines: wanted.costs.map((cost) => ({
      id: ClaimLineId.parse(ctx.newId()),
      kind: cost.kind,
      activityId: activity.id,
      day: activity.on,
      fromPlace: JOURNEYS.includes(cost.kind) ? 'Home' : '',
      toPlace: JOURNEYS.includes(cost.kind) ? activity.venueWords : '',
      milesTenths: 'miles' in cost ? Math.round(cost.miles * 10) : null,
      minutes: 'hours' in cost ? cost.hours * 60 : null,
      children: cost.kind === 'childcare' ? ['under-5'] : [],
      carer: '',
      claimedPence: 'pence' in cost ? pence(cost.pence) : null,
      reason: '',
      noReceiptWhy: '',
      preventedAttendance: cost.kind === 'childcare',
      overridePence: null,
      overrideWhy: '',
      receiptIds: [],
    })),
  });
}

/** The last activity of that title before a day. */
async function activityBefore(ctx: Ctx, title: string, day: LocalDate): Promise<Activity> {
  const found = await listActivities(ctx, { from: addDays(day, -120), until: addDays(day, -1) });
  return mustExist(
    found
      .filter((one) => one.title === title && !one.isCancelled)
      .toSorted((a, b) => (a.on < b.on ? 1 : -1))[0],
    `“${title}” has been before ${day}`,
  );
}

/** Each step is taken three days after the one before, on a day on which the desk is open. */
const later = (on: LocalDate, step: number): LocalDate => deskDay(addDays(on, 3 * step), 0);

/** The desk is open Monday to Friday; what falls on a weekend is done the Monday after. */
function deskDay(firstDay: LocalDate, daysAgo: number): LocalDate {
  const day = addDays(firstDay, -daysAgo);
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : addDays(day, 8 - weekday);
}

/** Everything of the made-up year is in one unit of work; so is what takes steps of its own, with files read here. */
const stepsIn = (core: Core, ctx: Ctx): Steps => ({
  ...ctx,
  unit: (work) => work(ctx),
  slow: { ...core.slow, readIncomingFile: readFileFromAnybody },
});
