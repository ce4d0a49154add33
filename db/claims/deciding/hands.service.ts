import { policyOn } from '#db/claim-policy/claim-policy.service';
import { officersOn } from '#db/officers/officers-on.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { DomainError, mustExist } from '#db/shared/domain-error';
import { foldForSearch } from '#db/shared/fold';
import type { Role } from '#db/shared/roles';
import { handsOf } from '../checks/checked-claim.rules.ts';
import type { Warning } from '../claims.contract.ts';
import type { StoredClaim } from '../claims.repository.ts';
import type { MayStep } from '../deciding.contract.ts';
import * as hands from '../hands.repository.ts';
import { decidingErrors } from './deciding.errors.ts';

/** A step that somebody takes on a claim. */
export type Step = Exclude<MayStep['step'], 'none'>;

/** Steps that whoever takes this one must have left to others, with what they did in words. */
const APART: Readonly<Record<Step, readonly (readonly [string, string])[]>> = {
  verify: [],
  approve: [['verify', 'checked the papers of']],
  second: [
    ['verify', 'checked the papers of'],
    ['approve', 'approved'],
    ['top-up', 'added to'],
  ],
  'top-up': [['verify', 'checked the papers of']],
  pay: [
    ['approve', 'approved'],
    ['second', 'approved'],
    ['top-up', 'added to'],
  ],
};

/** Steps that whoever takes this one must have left to others. */
export const stepsApart = (step: Step): readonly string[] => APART[step].map(([before]) => before);

/** Which roles take a step, as the contract has it. */
const TAKEN_BY: Readonly<Record<Step, readonly Role[]>> = {
  verify: ['desk', 'officer'],
  approve: ['finance', 'manager'],
  second: ['finance', 'manager'],
  'top-up': ['finance', 'manager'],
  pay: ['finance', 'manager'],
};

const NOT_THE_ROLE: Readonly<Record<Step, string>> = {
  verify: 'Desk staff or an officer checks the papers.',
  approve: 'Finance or a manager decides.',
  second: 'A second approver from finance, or a manager, decides.',
  'top-up': 'Finance or a manager decides.',
  pay: 'Finance or a manager records the payment.',
};

/**
 * Refuses a step to whoever must not take it: who claims, brings it or is paid, also by another sign-in or a shared
 * bank account; who took an earlier step; and, unless the council lets a small team, who entered it and would check it.
 * The file's own guards refuse the same, except the last.
 */
export async function checkHands(ctx: Ctx, claim: StoredClaim, step: Step): Promise<void> {
  const userId = mustExist(userIdOf(ctx.actor), 'only people signed in take steps');
  const { reference } = claim;
  const { personId } = await hands.findPersonOfAccount(ctx, userId);
  if (personId !== null && handsOf(claim).includes(personId))
    throw decidingErrors.error('claim.own', { reference });
  if (await hands.sharesBankAccount(ctx, userId, claim.id))
    throw decidingErrors.error('claim.same-bank-account', { reference });
  const taken = await hands.listStepsTakenBy(ctx, userId, claim.id);
  for (const [before, words] of APART[step])
    if (taken.has(before))
      throw decidingErrors.error('claim.same-hand', { reference, before: words });
  if (step === 'verify' && (await isEntererOf(ctx, claim, userId))) {
    const { general } = await policyOn(ctx, todayOf(ctx));
    if (!general.entererMayVerify)
      throw decidingErrors.error('claim.enterer-verifies', { reference });
  }
}

/** Whether an account entered a claim or handed it in, or another account of the same person did. */
export async function isEntererOf(ctx: Ctx, claim: StoredClaim, userId: string): Promise<boolean> {
  for (const other of [claim.startedByUserId, claim.filedByUserId])
    if (other !== null && (await hands.isSameHand(ctx, userId, other))) return true;
  return false;
}

/** Whether the account that asks may take the step that comes next, and why not, in words. */
export async function mayStep(ctx: Ctx, claim: StoredClaim, step: Step): Promise<MayStep> {
  if (ctx.actor.kind !== 'user' || !TAKEN_BY[step].includes(ctx.actor.role))
    return { step, may: false, why: NOT_THE_ROLE[step] };
  try {
    await checkHands(ctx, claim, step);
    return { step, may: true, why: '' };
  } catch (error) {
    if (error instanceof DomainError) return { step, may: false, why: error.message };
    throw error;
  }
}

/**
 * Doubts about whoever decides: an account that nobody has tied to a person, the same address as somebody with a hand
 * in the claim, an office in the group that claims or is paid, a claim they entered themself. They stop nobody.
 */
export async function doubtsAboutPeople(ctx: Ctx, claim: StoredClaim): Promise<Warning[]> {
  const userId = userIdOf(ctx.actor);
  if (userId === null) return [];
  const account = await hands.findPersonOfAccount(ctx, userId);
  const doubts: Warning[] = [];
  if (!account.isSaid)
    doubts.push(
      doubt(
        'account-not-said',
        'Nobody has said which person on record your account is, so the program cannot see whether you are tied to this claim.',
        'A manager says it under Settings, Accounts.',
      ),
    );
  if (await isEntererOf(ctx, claim, userId))
    doubts.push(
      doubt('entered-by-you', 'You entered this claim yourself.', 'Let somebody else decide it.'),
    );
  if (account.personId === null) return doubts;
  const people = await hands.listAddresses(ctx, [account.personId, ...handsOf(claim)]);
  const me = people.find((one) => one.personId === account.personId);
  const others = people.filter((one) => one.personId !== account.personId);
  if (me !== undefined && others.some((one) => livesAt(one) === livesAt(me) && livesAt(me) !== ''))
    doubts.push(
      doubt(
        others.some((one) => livesAt(one) === livesAt(me) && surnameOf(one) === surnameOf(me))
          ? 'same-surname-and-address'
          : 'same-address',
        'Somebody with a hand in this claim has the same address on record as you.',
        'Let somebody else decide it.',
      ),
    );
  for (const groupId of groupsOf(claim))
    if ((await officersOn(ctx, groupId, todayOf(ctx))).some((t) => t.personId === account.personId))
      doubts.push(
        doubt(
          'officer-of-group',
          'You hold a post in a group that claims or is paid here.',
          'Let somebody else decide it.',
        ),
      );
  return doubts;
}

const groupsOf = ({ claimant, payee }: StoredClaim) => [
  ...new Set([
    ...(claimant.kind === 'group' ? [claimant.groupId] : []),
    ...(payee.kind === 'group' ? [payee.groupId] : []),
  ]),
];

/** First line and postcode in one spelling; empty where the records hold no address. */
function livesAt({ address, postcode }: hands.Neighbour): string {
  const home = foldForSearch(address.split('\n')[0] ?? '');
  return home === '' || postcode === '' ? '' : `${home} ${foldForSearch(postcode)}`;
}

const surnameOf = ({ foldedName }: hands.Neighbour): string => foldedName.split(' ').at(-1) ?? '';

const doubt = (code: string, words: string, wayOn: string): Warning => ({
  lineId: null,
  code,
  weight: 'warns',
  words,
  wayOn,
  other: null,
  answer: null,
});
