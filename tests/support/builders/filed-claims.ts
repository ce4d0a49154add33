import { createHash } from 'node:crypto';
import type { ActivityPage } from '#db/activities/activities.contract';
import { canonicalJson } from '#db/claims/canonical.rules';
import type { ClaimId, ClaimLineId } from '#db/claims/claims.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Role } from '#db/shared/roles';
import { ACCOUNTS, type TestCore } from '../open-test-core.ts';
import { countedId } from '../program-for-tests.ts';
import { anActivity, onRegister } from './activities.ts';
import { generalPolicyDetails, kindPolicyDetails } from './claim-policy.ts';
import { aPerson } from './people.ts';

type Core = Pick<TestCore, 'as' | 'raw'>;

/** A cost as the row of a handed-in claim holds it. */
export type RowLine = {
  readonly id?: string;
  readonly kind?: string;
  readonly activityId?: string | null;
  readonly day?: string;
  readonly journeyKey?: string;
  readonly fromPlace?: string;
  readonly toPlace?: string;
  readonly claimedPence?: number | null;
  readonly payablePence?: number | null;
  readonly cuts?: readonly {
    readonly pence: number;
    readonly rule: string;
    readonly sentence: string;
  }[];
  readonly state?: string;
  readonly reason?: string;
};

/** A claim as its row holds it, past filling in and signing. */
export type RowClaim = {
  readonly personId?: PersonId | null;
  readonly groupId?: GroupId | null;
  readonly filerPersonId?: PersonId | null;
  readonly payeePersonId?: PersonId | null;
  readonly payeeGroupId?: GroupId | null;
  readonly method?: string;
  readonly state?: string;
  readonly receivedOn?: string;
  readonly enteredBy?: Role;
  readonly lines?: readonly RowLine[];
};

export const userIdOfRole = (core: Pick<TestCore, 'raw'>, role: Role): string =>
  core
    .raw()
    .prepare('SELECT id FROM app_user WHERE name = ?')
    .pluck()
    .get(ACCOUNTS[role].name) as string;

/** A bus fare is paid as it cost, without a receipt, and claims are in time for 90 days. */
export async function aBusPolicy(
  core: Core,
  general: Parameters<typeof generalPolicyDetails>[0] = {},
): Promise<void> {
  const manager = core.as('manager');
  await manager.call(
    'policy.enterKind',
    kindPolicyDetails({
      kind: 'bus',
      basis: 'actual',
      ratePence: null,
      sentence: 'Bus fares are paid as they cost.',
    }),
  );
  await manager.call('policy.enterGeneral', generalPolicyDetails(general));
}

/** A meeting of 4 January 2027 to which somebody came, by its register. */
export async function aMeetingWith(
  core: Core,
  ...people: readonly PersonId[]
): Promise<ActivityPage> {
  const meeting = await anActivity(core, {});
  for (const personId of people) await onRegister(core, meeting, { personId });
  return meeting;
}

/** A line of such a claim in the text that was signed. */
const signedLine = (line: Required<RowLine>): object => ({
  id: line.id,
  kind: line.kind,
  activityId: line.activityId,
  day: line.day,
  fromPlace: line.fromPlace,
  toPlace: line.toPlace,
  milesTenths: null,
  minutes: null,
  children: [],
  carer: '',
  claimedPence: line.claimedPence,
  reason: line.reason,
  noReceiptWhy: '',
  preventedAttendance: false,
  overridePence: null,
  overrideWhy: '',
  receipts: [],
  activity: null,
  askedPence:
    line.payablePence === null
      ? line.claimedPence
      : line.cuts.reduce((sum, cut) => sum + cut.pence, line.payablePence),
  payablePence: line.payablePence,
  cuts: line.cuts,
  policyVersion: 'v1',
});

let counted = 0;

/** Puts a claim into the file as it stands once it is signed and handed in: one bus fare of £3.20 unless said otherwise. */
export function insertClaim(
  core: Core,
  claim: RowClaim,
): { readonly id: ClaimId; readonly reference: string; readonly lineIds: readonly ClaimLineId[] } {
  const db = core.raw();
  counted += 1;
  const id = countedId() as ClaimId;
  const reference = `CLM-2027-${String(5000 + counted)}`;
  const lines = (claim.lines ?? [{}]).map((line) => ({
    id: countedId() as ClaimLineId,
    kind: 'bus',
    activityId: null,
    day: '2027-01-04',
    journeyKey: '',
    fromPlace: '',
    toPlace: '',
    claimedPence: 320,
    payablePence: line.claimedPence === undefined ? 320 : line.claimedPence,
    cuts: [],
    state: 'waiting',
    reason: '',
    ...line,
  }));
  const sum = (field: 'claimedPence' | 'payablePence') =>
    lines.reduce((total, line) => total + (line[field] ?? 0), 0);
  const entererId = userIdOfRole(core, claim.enteredBy ?? 'desk');
  const personId = claim.groupId == null ? (claim.personId ?? null) : null;
  const payeeGroupId =
    claim.payeeGroupId ?? (claim.payeePersonId == null ? (claim.groupId ?? null) : null);
  const state = claim.state ?? 'filed';
  const isFiled = state !== 'draft' && state !== 'to-sign';
  const filerPersonId = claim.filerPersonId ?? personId;
  const payeePersonId = payeeGroupId === null ? (claim.payeePersonId ?? personId) : null;
  const method = claim.method ?? 'bank-transfer';
  const signedJson = canonicalJson({
    reference,
    claimant:
      claim.groupId == null
        ? { kind: 'person', personId }
        : { kind: 'group', groupId: claim.groupId },
    filer: { personId: filerPersonId, groupId: null },
    payee:
      payeeGroupId === null
        ? { kind: 'person', personId: payeePersonId }
        : { kind: 'group', groupId: payeeGroupId },
    method,
    lines: lines.map(signedLine),
  });
  const signedHash = createHash('sha256').update(signedJson).digest('hex');
  db.prepare(
    `INSERT INTO claim (id, reference, state, claimant_kind, claimant_person_id, claimant_group_id, filer_person_id,
       filer_group_id, filer_words, payee_person_id, payee_group_id, method, batch_id, received_on, notes, access_need_met,
       claimed_pence, payable_pence, decided_pence, paid_pence, open_warnings, started_by_user_id, started_at,
       filed_by_user_id, filed_at, filed_on, sign_key, signed_json, signed_hash, is_changed_since_signed, decided_on,
       withdrawn_why, opened_by_user_id, opened_until, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL, '', ?, ?, ?, NULL, ?, '', '', ?, ?, NULL, 0, 0, ?, ?, ?, ?, ?, NULL, ?, ?, 0,
       NULL, '', NULL, NULL, 1)`,
  ).run(
    id,
    reference,
    state,
    claim.groupId == null ? 'person' : 'group',
    personId,
    claim.groupId ?? null,
    filerPersonId,
    payeePersonId,
    payeeGroupId,
    method,
    claim.receivedOn ?? '2027-01-04',
    sum('claimedPence'),
    lines.some((line) => line.payablePence === null) ? null : sum('payablePence'),
    entererId,
    '2027-01-04T09:00:00.000Z',
    isFiled ? entererId : null,
    isFiled ? '2027-01-04T09:00:00.000Z' : null,
    isFiled ? '2027-01-04' : null,
    signedJson,
    signedHash,
  );
  db.prepare(
    `INSERT INTO claim_signature (id, claim_id, batch_id, role, person_id, name, way, strokes_json, receipt_id, words,
       signed_hash, signed_on, signed_at, recorded_by_user_id, is_superseded)
     VALUES (?, ?, NULL, 'claimant', ?, 'Pat', 'screen', '[[1,2,3,4]]', NULL, 'I declare it.', ?, '2027-01-04',
       '2027-01-04T09:00:00.000Z', ?, 0)`,
  ).run(countedId(), id, personId, signedHash, entererId);
  const insertLine = db.prepare(
    `INSERT INTO claim_line (id, claim_id, position, state, kind, activity_id, on_day, from_place, to_place, journey_key,
       miles_tenths, minutes, children_json, carer, claimed_pence, reason, no_receipt_why, prevented_attendance,
       override_pence, override_why, payable_pence, cuts_json, policy_version, decided_pence, decision_why)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, '[]', '', ?, ?, '', 0, NULL, '', ?, ?, 'v1', NULL, '')`,
  );
  for (const [position, line] of lines.entries())
    insertLine.run(
      line.id,
      id,
      position,
      line.state,
      line.kind,
      line.activityId,
      line.day,
      line.fromPlace,
      line.toPlace,
      line.journeyKey,
      line.claimedPence,
      line.reason,
      line.payablePence,
      JSON.stringify(line.cuts),
    );
  db.close();
  return { id, reference, lineIds: lines.map((line) => line.id as ClaimLineId) };
}

/** A clean claim of somebody who came to a meeting, handed in by the desk. */
export async function aFiledClaim(core: Core, part: RowClaim = {}) {
  const person = await aPerson(core);
  const personId = part.personId ?? person.id;
  const meeting = await aMeetingWith(core, personId);
  const lines = (part.lines ?? [{}]).map((line) => ({ activityId: meeting.id, ...line }));
  return { ...insertClaim(core, { ...part, personId, lines }), personId, meeting };
}

/** Which person on record an account is, said past the screen. */
export function tieAccount(core: Core, role: Role, personId: PersonId | null): void {
  const db = core.raw();
  db.prepare(
    `INSERT INTO account_person (user_id, person_id, said_by_user_id, said_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id) DO UPDATE SET person_id = excluded.person_id`,
  ).run(
    userIdOfRole(core, role),
    personId,
    userIdOfRole(core, 'manager'),
    '2027-01-04T09:00:00.000Z',
  );
  db.close();
}

const versionOf = async (core: Core, id: ClaimId): Promise<number> =>
  (await core.as('auditor').call('claims.toDecide', { id })).claim.version;

/** The papers are found in order by the officer. */
export async function verified(core: Core, id: ClaimId, by: Role = 'officer') {
  return core.as(by).call('claims.verify', {
    id,
    key: countedId(),
    version: await versionOf(core, id),
    isInOrder: true,
    why: '',
  });
}

/** Every line that waits is approved as it is payable. */
export async function approved(core: Core, id: ClaimId, by: Role = 'finance', key = countedId()) {
  const { claim } = await core.as('auditor').call('claims.toDecide', { id });
  return core.as(by).call('claims.decide', {
    id,
    key,
    version: claim.version,
    lines: claim.lines
      .filter((line) => line.state === 'waiting')
      .map((line) => ({ lineId: line.id, decision: 'approved' as const, pence: null, why: '' })),
  });
}
