import { meetingRoomsFreeAt } from '#db/bookings/rooms-free.service';
import { findPayeeOf, payeesWithSameAccount } from '#db/payees/read-payee.service';
import { getPersonRecord } from '#db/people/person-record.service';
import { readStops } from '#db/recognition/read-recognition.service';
import { readBarring } from '#db/restrictions/restrictions.service';
import type { Subject } from '#db/restrictions/restrictions.contract';
import { isAuditor } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { addMonths, compareText, type LocalDate } from '#db/shared/local-date';
import type { ClaimFacts } from '../claim-facts.ts';
import type { Warning } from '../claims.contract.ts';
import { readSpentBefore } from '../doubles.repository.ts';
import * as plans from '../travel-plans.repository.ts';
import {
  claimantPersonId,
  type CheckedClaim,
  type Finding,
  toChecked,
} from './checked-claim.rules.ts';
import { doubleFindings } from './doubles.service.ts';
import * as policy from './policy-findings.rules.ts';
import * as standing from './standing-findings.rules.ts';
import { atHandedOverScreen, maskWarning } from './warnings.rules.ts';

/** A claim with what was read of it once. */
type Checked = { readonly claim: CheckedClaim; readonly facts: ClaimFacts };

/**
 * Everything to look at in a claim, in the order of its lines, with the answers that were given: what the policy of
 * each day stops or warns of, doubles over all claims, restrictions, recognition, attendance, limits. It asks the file
 * as it is now; figures are those of the facts, so that a signed claim is judged by what was signed.
 */
export async function warningsFor(ctx: Ctx, facts: ClaimFacts): Promise<Warning[]> {
  const checked = { claim: toChecked(facts), facts };
  const findings = [
    ...(await policyFindings(ctx, checked)),
    ...(await doubleFindings(ctx, checked.claim)),
    ...attendanceFindings(checked),
    ...(await standingFindings(ctx, checked)),
    ...(await roomFindings(ctx, checked)),
  ];
  const warnings = withAnswers(checked, findings);
  if (ctx.handedOver !== undefined) return warnings.map(atHandedOverScreen);
  return isAuditor(ctx.actor) ? warnings.map(maskWarning) : warnings;
}

async function policyFindings(ctx: Ctx, { claim, facts }: Checked): Promise<readonly Finding[]> {
  const personId = claimantPersonId(claim);
  const agreed = personId === null ? [] : await plans.listOf(ctx, personId);
  return claim.lines.flatMap((line, index) => {
    const known = facts.lines[index];
    const inPolicy = {
      line,
      policy: known?.policy ?? facts.policyOn(line.day),
      activity: known?.activity ?? undefined,
    };
    return [
      ...policy.stopFindings(inPolicy, claim.claimant.kind),
      ...policy.futureFindings(line, claim.receivedOn),
      ...policy.lateFindings(inPolicy, claim.receivedOn),
      ...policy.rateFindings(inPolicy),
      ...policy.noReceiptFindings(inPolicy),
      ...policy.transportFindings(inPolicy),
      ...policy.cutFindings(inPolicy, claim.claimant.kind),
      ...policy.ageFindings(line),
      ...policy.planFindings(line, agreed),
    ];
  });
}

function attendanceFindings({ claim, facts }: Checked): readonly Finding[] {
  return claim.lines.flatMap((line, index) => {
    const known = facts.lines[index];
    if (known?.activity == null || known.attendance === 'no-activity') return [];
    return [
      ...policy.otherDayFindings(line, known.activity),
      ...policy.cancelledFindings(line, known.activity),
      // A group is on no register, and staff who work at a meeting sign in nowhere.
      ...(claim.claimant.kind === 'person'
        ? policy.attendanceFindings(line, known.activity, known.attendance)
        : []),
    ];
  });
}

async function standingFindings(ctx: Ctx, { claim, facts }: Checked): Promise<readonly Finding[]> {
  const claimant: Subject =
    claim.claimant.kind === 'group'
      ? { kind: 'group', groupId: claim.claimant.groupId }
      : { kind: 'person', personId: claim.claimant.personId };
  const bars = await readBarring(ctx, [claimant]);
  const findings: Finding[] = claim.lines.flatMap((line, index) => {
    const kind = facts.lines[index]?.activity?.kind;
    return standing.restrictionFindings(line, {
      money: bars([{ kind: 'money' }], line.day),
      activity: kind === undefined ? [] : bars([{ kind: 'activity', activity: kind }], line.day),
    });
  });
  if (JSON.stringify(claimant) !== JSON.stringify(claim.payee)) {
    const payeeBars = await readBarring(ctx, [claim.payee]);
    findings.push(
      ...standing.barredPayeeFindings(claim.lines, (on) => payeeBars([{ kind: 'money' }], on)),
    );
  }
  findings.push(...(await recognitionFindings(ctx, claim)));
  findings.push(...(await staffFindings(ctx, claim)));
  findings.push(...(await limitFindings(ctx, { claim, facts })));
  const payee = await findPayeeOf(ctx, claim.payee);
  if (payee !== undefined)
    findings.push(...standing.sameAccountFindings(await payeesWithSameAccount(ctx, payee.id)));
  return findings;
}

async function staffFindings(ctx: Ctx, { claimant }: CheckedClaim): Promise<readonly Finding[]> {
  if (claimant.kind !== 'staff') return [];
  return standing.notStaffFindings(await getPersonRecord(ctx, claimant.personId));
}

/** Only a group's own costs need its recognition (GRP-01); a person who came for it is never asked. */
async function recognitionFindings(ctx: Ctx, claim: CheckedClaim): Promise<readonly Finding[]> {
  if (claim.claimant.kind !== 'group') return [];
  const { groupId } = claim.claimant;
  const expenses = await readStops(ctx, groupId, 'group-expenses');
  const hire = await readStops(ctx, groupId, 'room-hire');
  return claim.lines.flatMap((line) => {
    const stop = line.kind === 'room-hire' ? hire(line.day) : expenses(line.day);
    return standing.recognitionFindings(line, stop, claim.isFiled);
  });
}

/** A financial year lies within twelve months of any of its days. */
const YEAR_AROUND_MONTHS = 12;

async function limitFindings(ctx: Ctx, { claim, facts }: Checked): Promise<readonly Finding[]> {
  const days = claim.lines.map((line) => line.day).toSorted(compareText);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const limitsOn = (day: LocalDate): standing.Limits => {
    const { monthLimitPence, yearLimitPence } = facts.policyOn(day).general;
    return { monthPence: monthLimitPence, yearPence: yearLimitPence };
  };
  const isLimited = days.some((day) => {
    const { monthPence, yearPence } = limitsOn(day);
    return monthPence !== null || yearPence !== null;
  });
  if (!isLimited) return [];
  const before = await readSpentBefore(ctx, claim, {
    from: addMonths(first, -YEAR_AROUND_MONTHS),
    until: addMonths(last, YEAR_AROUND_MONTHS),
  });
  return standing.limitFindings(claim, before, limitsOn);
}

async function roomFindings(ctx: Ctx, { claim, facts }: Checked): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [index, line] of claim.lines.entries()) {
    const activity = facts.lines[index]?.activity;
    if (line.kind !== 'room-hire' || activity?.startsAt == null || activity.endsAt === null)
      continue;
    const rooms = await meetingRoomsFreeAt(ctx, line.day, activity.startsAt, activity.endsAt);
    findings.push(...standing.freeRoomFindings(line, rooms));
  }
  return findings;
}

/** Puts the findings in the order of the lines, those of the whole claim last, each with its latest answer. */
function withAnswers({ claim, facts }: Checked, findings: readonly Finding[]): Warning[] {
  const position = new Map(claim.lines.map((line, index): [string, number] => [line.id, index]));
  const placeOf = ({ lineId }: Finding): number =>
    lineId === null ? claim.lines.length : (position.get(lineId) ?? claim.lines.length);
  const latestFirst = facts.answers.toSorted((one, other) => compareText(other.at, one.at));
  return findings
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((finding) => {
      const answer = latestFirst.find(
        (one) =>
          one.lineId === finding.lineId &&
          one.code === finding.code &&
          one.otherId === (finding.other?.otherId ?? ''),
      );
      return {
        ...finding,
        answer: answer === undefined ? null : { why: answer.why, by: answer.by, at: answer.at },
      };
    });
}
