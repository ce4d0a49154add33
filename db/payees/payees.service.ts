import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { workingDayFrom } from '#db/calendar/opening.service';
import { getGroup } from '#db/groups/groups.service';
import type { Party } from '#db/people/party.contract';
import { partyIdOf } from '#db/people/party.rules';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { joinWords } from '#db/shared/plain-words';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import { holdsNumber } from './bank.rules.ts';
import { checkCallBack } from './call-back.service.ts';
import { mandateService } from './mandate.service.ts';
import { marksOfKnownNumbers } from './known-numbers.service.ts';
import type { payeesContract } from './payees-api.contract.ts';
import { payeePapers } from './payee-papers.service.ts';
import {
  CAME_BY_WORDS,
  type DetailsId,
  type FullDetails,
  METHOD_WORDS,
  type NewDetails,
  type Payee,
  type PayeeId,
} from './payees.contract.ts';
import { payeeErrors } from './payees.errors.ts';
import * as payees from './payees.repository.ts';
import type { StoredDetails, StoredPayee } from './payees.repository.ts';
import {
  accountText,
  isSameDetails,
  maskedNumbers,
  numbersOf,
  withEightFigures,
} from './payees.rules.ts';
import { payeesWithSameAccount, showPayee } from './read-payee.service.ts';
import { markAccount, openDetails, sealCall, sealDetails } from './sealed-details.ts';

/** Working days within which a second person should have rung. */
const CALL_BACK_WORKING_DAYS = 2;

export const payeesService: Handlers<typeof payeesContract> = {
  async ofParty(ctx, { of }) {
    const payee = await payees.findByParty(ctx, of);
    return payee === undefined ? null : showPayee(ctx, payee);
  },

  async addDetails(ctx, wanted) {
    const { of, cameBy, why } = wanted;
    const details = withEightFigures(wanted.details);
    checkWords([why], details);
    const payee = await takePayee(ctx, of, wanted.version);
    const versions = await payees.listDetails(ctx, payee.id);
    checkNoneStaged(payee, versions);
    checkDiffer(ctx, payee, versions, details);

    const id = ctx.newId() as DetailsId;
    const userId = actingUser(ctx);
    const enteredOn = todayOf(ctx);
    const masked = maskedNumbers(details);
    const knownMarks = await marksOfKnownNumbers(ctx, of, { on: enteredOn, byUserId: userId });
    await payees.insertDetails(ctx, {
      id,
      payeeId: payee.id,
      number: versions.length + 1,
      method: details.method,
      sealed: sealDetails(ctx, id, details),
      maskedAccount: masked.account,
      maskedSortCode: masked.sortCode,
      accountMark: markAccount(ctx, accountText(details)),
      knownMarks,
      cameBy,
      why,
      enteredByUserId: userId,
      enteredOn,
    });
    await putCallBackTask(ctx, payee);
    const staged = await getDetails(ctx, id);
    await recordAudit(ctx, {
      action: 'payee.details-entered',
      ...recordOf(payee),
      after: facts(payee, staged),
    });
    return {
      payee: await readPayee(ctx, payee.id),
      notes: await notesOn(ctx, { payee, wanted, hasKnownNumber: knownMarks.length > 0 }),
    };
  },

  async recordCallBack(ctx, wanted) {
    const { details: staged, payee } = await openStaged(ctx, wanted.id, wanted.version);
    const full = readable(ctx, payee, staged);
    const byUserId = actingUser(ctx);
    await checkCallBack(ctx, { payee, staged, full, byUserId, wanted });
    checkWords([wanted.spokeTo], full);

    const on = todayOf(ctx);
    const before = (await payees.listDetails(ctx, payee.id)).find(
      (one) => one.state === 'verified',
    );
    if (before !== undefined)
      await payees.setClosed(ctx, before.id, {
        state: 'replaced',
        byUserId,
        on,
        why: `Version ${staged.number} took its place.`,
      });
    const call = { number: wanted.number, spokeTo: wanted.spokeTo };
    await payees.setVerified(ctx, staged.id, {
      byUserId,
      at: ctx.now(),
      on,
      calledOn: wanted.on,
      callSealed: sealCall(ctx, staged.id, call),
    });
    await settleTasks(ctx, taskOf(payee));
    const subject = partyIdOf(payee.of);
    await recordAudit(ctx, {
      action: 'payee.call-back-recorded',
      ...recordOf(payee),
      before: before === undefined ? {} : facts(payee, before),
      after: {
        ...facts(payee, await getDetails(ctx, staged.id)),
        calledOn: wanted.on,
        numberRung: personal(subject, call.number),
        spokeTo: personal(subject, call.spokeTo),
      },
    });
    return readPayee(ctx, payee.id);
  },

  async rejectDetails(ctx, { id, why, version }) {
    const { details: staged, payee } = await openStaged(ctx, id, version);
    const full = openDetails(ctx, staged);
    if (full !== undefined) checkWords([why], full);
    await payees.setClosed(ctx, id, {
      state: 'rejected',
      byUserId: actingUser(ctx),
      on: todayOf(ctx),
      why,
    });
    await settleTasks(ctx, taskOf(payee));
    await recordAudit(ctx, {
      action: 'payee.details-turned-down',
      ...recordOf(payee),
      before: facts(payee, staged),
      after: {
        ...facts(payee, await getDetails(ctx, id)),
        turnedDownWhy: personal(partyIdOf(payee.of), why),
      },
    });
    return readPayee(ctx, payee.id);
  },

  async withdrawDetails(ctx, { id, why, version }) {
    const details = await getDetails(ctx, id);
    const payee = await getPayee(ctx, details.payeeId);
    if (details.state !== 'verified')
      throw payeeErrors.error('payee.not-in-use', { name: payee.name });
    await raiseVersion(ctx, payee, version);
    const full = openDetails(ctx, details);
    if (full !== undefined) checkWords([why], full);
    await payees.setClosed(ctx, id, {
      state: 'replaced',
      byUserId: actingUser(ctx),
      on: todayOf(ctx),
      why,
    });
    await recordAudit(ctx, {
      action: 'payee.details-withdrawn',
      ...recordOf(payee),
      before: facts(payee, details),
      after: {
        ...facts(payee, await getDetails(ctx, id)),
        withdrawnWhy: personal(partyIdOf(payee.of), why),
      },
    });
    return readPayee(ctx, payee.id);
  },

  async showInFull(ctx, { id, reason }) {
    const details = await getDetails(ctx, id);
    const payee = await getPayee(ctx, details.payeeId);
    const full = readable(ctx, payee, details);
    checkWords([reason], full);
    await recordAudit(ctx, {
      action: 'payee.shown-in-full',
      ...recordOf(payee),
      after: { ...facts(payee, details), shownWhy: personal(partyIdOf(payee.of), reason) },
    });
    return full;
  },

  ...payeePapers,
  ...mandateService,
};

/** One payee; refused as details that are not there, because nobody asks for a payee by itself. */
async function getPayee(ctx: Ctx, id: PayeeId): Promise<StoredPayee> {
  const found = await payees.findById(ctx, id);
  if (found === undefined) throw payeeErrors.error('payee.details-not-found', { id });
  return found;
}

async function getDetails(ctx: Ctx, id: DetailsId): Promise<StoredDetails> {
  const found = await payees.findDetails(ctx, id);
  if (found === undefined) throw payeeErrors.error('payee.details-not-found', { id });
  return found;
}

const readPayee = async (ctx: Ctx, id: PayeeId): Promise<Payee> =>
  showPayee(ctx, await getPayee(ctx, id));

/** The payee of a group or person, made when it is the first time, at the version that was seen. */
async function takePayee(ctx: Ctx, of: Party, seenVersion: number): Promise<StoredPayee> {
  const { name } =
    of.kind === 'group' ? await getGroup(ctx, of.groupId) : await getPerson(ctx, of.personId);
  const known = await payees.findByParty(ctx, of);
  if (known !== undefined) {
    await raiseVersion(ctx, known, seenVersion);
    return known;
  }
  if (seenVersion !== 0) throw payeeErrors.error('payee.changed-by-someone-else', { name });
  const id = ctx.newId() as PayeeId;
  await payees.insert(ctx, id, of);
  return { id, of, name, version: 1 };
}

async function raiseVersion(ctx: Ctx, payee: StoredPayee, seenVersion: number): Promise<void> {
  if (!(await payees.raiseVersion(ctx, payee.id, seenVersion)))
    throw payeeErrors.error('payee.changed-by-someone-else', { name: payee.name });
}

/** Details that wait for a second person, with their payee taken at the version that was seen. */
async function openStaged(
  ctx: Ctx,
  id: DetailsId,
  seenVersion: number,
): Promise<{ readonly details: StoredDetails; readonly payee: StoredPayee }> {
  const details = await getDetails(ctx, id);
  const payee = await getPayee(ctx, details.payeeId);
  if (details.state !== 'staged') throw payeeErrors.error('payee.not-staged', { name: payee.name });
  await raiseVersion(ctx, payee, seenVersion);
  return { details, payee };
}

function readable(ctx: Ctx, payee: StoredPayee, details: StoredDetails): FullDetails {
  const full = openDetails(ctx, details);
  if (full === undefined) throw payeeErrors.error('payee.key-missing', { name: payee.name });
  return full;
}

function checkNoneStaged(payee: StoredPayee, versions: readonly StoredDetails[]): void {
  const staged = versions.find(({ state }) => state === 'staged');
  if (staged !== undefined)
    throw payeeErrors.error('payee.staged-already', {
      name: payee.name,
      by: staged.enteredBy,
      on: staged.enteredOn,
    });
}

function checkDiffer(
  ctx: Ctx,
  payee: StoredPayee,
  versions: readonly StoredDetails[],
  wanted: FullDetails,
): void {
  const verified = versions.find(({ state }) => state === 'verified');
  const full = verified === undefined ? undefined : openDetails(ctx, verified);
  if (full !== undefined && isSameDetails(full, wanted))
    throw payeeErrors.error('payee.same-details', { name: payee.name });
}

/** Words are kept as they are typed and shown to everybody; they carry no number that the details seal. */
function checkWords(words: readonly string[], details: FullDetails): void {
  if (words.some((each) => holdsNumber(each, numbersOf(details))))
    throw payeeErrors.error('payee.number-in-words', {});
}

/** What whoever entered the details should know at once. */
async function notesOn(
  ctx: Ctx,
  entered: {
    readonly payee: StoredPayee;
    readonly wanted: NewDetails;
    readonly hasKnownNumber: boolean;
  },
): Promise<string[]> {
  const { details } = entered.wanted;
  const { id, name } = entered.payee;
  const others = (await payeesWithSameAccount(ctx, id)).map((one) => one.name);
  return [
    ...(details.method === 'bank-transfer' && details.accountNumber.length === 7
      ? ['The account number has seven figures. A 0 was put in front, as banks do.']
      : []),
    ...(others.length === 0
      ? []
      : [
          `The same account is on record for ${joinWords([...new Set(others)])}. Ask why before anything is paid.`,
        ]),
    ...(entered.hasKnownNumber
      ? []
      : [
          `No phone number of ${name} was on record before, or you entered it today, so nobody can ring them back. Turn these details down, have somebody else enter a number from an older paper, then enter them again.`,
        ]),
  ];
}

const taskOf = (payee: StoredPayee) => ({
  kind: 'payees.call-back',
  objectType: 'payee',
  objectId: payee.id,
});

async function putCallBackTask(ctx: Ctx, payee: StoredPayee): Promise<void> {
  await putTask(ctx, {
    ...taskOf(payee),
    words: `Bank details of ${payee.name} were entered and wait for a second person. Ring a number that was on record before and record the call-back; nothing is paid until then.`,
    path:
      payee.of.kind === 'group'
        ? `/groups/${encodeURIComponent(payee.of.groupId)}`
        : `/people/${encodeURIComponent(payee.of.personId)}`,
    role: 'manager',
    dueOn: await workingDayFrom(ctx, todayOf(ctx), CALL_BACK_WORKING_DAYS),
  });
}

/** Bank details are entered and checked by people with accounts of their own, never by the program. */
const actingUser = (ctx: Ctx): string =>
  mustExist(userIdOf(ctx.actor), 'only a person who is signed in enters or checks bank details');

/** The line stands in the history of the group or person. */
const recordOf = ({ of }: StoredPayee) => ({ objectType: of.kind, objectId: partyIdOf(of) });

/** What the audit trail keeps of a version: never more than the masked numbers, and these sealed. */
function facts(payee: StoredPayee, details: StoredDetails): AuditFacts {
  const subject = partyIdOf(payee.of);
  return {
    version: details.number,
    state: details.state,
    method: METHOD_WORDS[details.method],
    account: personal(subject, details.maskedAccount),
    sortCode: personal(subject, details.maskedSortCode),
    cameBy: CAME_BY_WORDS[details.cameBy],
    why: personal(subject, details.why),
  };
}
