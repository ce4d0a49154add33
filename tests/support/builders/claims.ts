import { deflateSync } from 'node:zlib';
import type { Activity } from '#db/activities/activities.contract';
import type {
  CostKind,
  GeneralPolicyDetails,
  KindPolicyDetails,
} from '#db/claim-policy/claim-policy.contract';
import type { Claim, Claimant, ClaimWords, LineWords } from '#db/claims/claims.contract';
import type { Person } from '#db/people/people.contract';
import type { TestCore } from '../open-test-core.ts';
import { countedId } from '../program-for-tests.ts';
import { anActivity, onRegister } from './activities.ts';
import { aPerson } from './people.ts';

type Core = Pick<TestCore, 'as'>;

/** What a test says otherwise; ids and days as plain text. */
type Part<T> = { readonly [K in keyof T]?: unknown };

/** A stroke across the pad. */
export const STROKES = [[10, 10, 400, 120, 900, 40]];

/** The first day of the rates that these tests enter. */
export const RATES_FROM = '2026-01-01';

const KIND_STARTS: Readonly<Partial<Record<CostKind, Part<KindPolicyDetails>>>> = {
  car: { basis: 'per-mile', ratePence: 45 },
  passenger: { basis: 'per-mile', ratePence: 5 },
  motorcycle: { basis: 'per-mile', ratePence: 24 },
  bicycle: { basis: 'per-mile', ratePence: 20 },
  childcare: { basis: 'per-hour', ratePence: 700 },
  'dependant-care': { basis: 'per-hour', ratePence: 700 },
  taxi: { caps: [{ pence: 2500, per: 'claim' }] },
};

/** What a manager enters for a kind of cost: miles at so much, everything else as it cost, without a condition. */
export const kindPolicy = (kind: CostKind, part: Part<KindPolicyDetails> = {}): KindPolicyDetails =>
  ({
    kind,
    from: RATES_FROM,
    basis: 'actual',
    ratePence: null,
    isRateAwaited: false,
    caps: [],
    allowedFor: ['person', 'group', 'staff'],
    receipt: 'not-needed',
    needsCouncilLed: false,
    needsFunded: false,
    needsPreventedAttendance: false,
    needsFullDayWithoutLunch: false,
    warnsIfTransportProvided: false,
    needsReason: false,
    sentence: `What is paid for ${kind}.`,
    source: 'Meeting of 4 January 2027',
    ...KIND_STARTS[kind],
    ...part,
  }) as KindPolicyDetails;

/** Enters the policy for a kind of cost as the manager does. */
export const enterKind = (core: Core, kind: CostKind, part: Part<KindPolicyDetails> = {}) =>
  core.as('manager').call('policy.enterKind', kindPolicy(kind, part));

/** Enters rates for these kinds, from the first day of 2026 on. */
export async function enterRates(
  core: Core,
  kinds: readonly CostKind[] = ['car', 'bus', 'taxi', 'parking', 'childcare'],
): Promise<void> {
  for (const kind of kinds) await enterKind(core, kind);
}

/** Enters general limits that limit nothing but what a test says. */
export const enterGeneral = (core: Core, part: Part<GeneralPolicyDetails> = {}) =>
  core.as('manager').call('policy.enterGeneral', {
    from: '2027-01-04',
    eligibleActivityKinds: null,
    timeLimitDays: null,
    monthLimitPence: null,
    yearLimitPence: null,
    mileageExemptFromReceipt: true,
    secondApproverAbovePence: null,
    promisedWorkingDays: null,
    entererMayVerify: false,
    principle: '',
    cashLimitPence: null,
    source: 'Meeting of 4 January 2027',
    ...part,
  } as GeneralPolicyDetails);

/** A bus from home to the Town Hall on Monday 4 January 2027, £3.20, as it is typed. */
export const claimLine = (part: Part<LineWords> = {}): LineWords =>
  ({
    id: countedId(),
    kind: 'bus',
    activityId: null,
    day: '2027-01-04',
    fromPlace: 'Home',
    toPlace: 'Town Hall',
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
    ...part,
  }) as LineWords;

/** A drive of so many tenths of a mile, as it is typed. */
export const drive = (milesTenths: number, part: Part<LineWords> = {}): LineWords =>
  claimLine({ kind: 'car', milesTenths, claimedPence: null, ...part });

/** A claim that a person brings for themself and is paid for by bank transfer, with no line yet. */
export const claimWords = ({ id }: Pick<Person, 'id'>, part: Part<ClaimWords> = {}): ClaimWords =>
  ({
    id: countedId(),
    claimant: { kind: 'person', personId: id },
    filerPersonId: id,
    filerGroupId: null,
    payee: { kind: 'person', personId: id },
    method: 'bank-transfer',
    batchId: null,
    receivedOn: '2027-01-04',
    notes: '',
    accessNeedMet: '',
    lines: [],
    version: 0,
    ...part,
  }) as ClaimWords;

/** What a kept claim is sent back as by its form. */
export function wordsOf(claim: Claim, part: Part<ClaimWords> = {}): ClaimWords {
  return {
    id: claim.id,
    claimant: claim.claimant,
    filerPersonId: claim.filerPersonId,
    filerGroupId: claim.filerGroupId,
    payee: claim.payee,
    method: claim.method,
    batchId: claim.batch?.id ?? null,
    receivedOn: claim.receivedOn,
    notes: claim.notes,
    accessNeedMet: claim.accessNeedMet,
    lines: claim.lines.map(lineOf),
    version: claim.version,
    ...part,
  } as ClaimWords;
}

function lineOf(line: Claim['lines'][number]): LineWords {
  const wanted = Object.keys(claimLine()) as (keyof LineWords)[];
  return Object.fromEntries(wanted.map((field) => [field, line[field]])) as LineWords;
}

/** A person with a meeting led by the council that they came to, on a day. */
export async function anAttendee(
  core: Core,
  part: { readonly name?: string; readonly on?: string } = {},
): Promise<{ readonly person: Person; readonly activity: Activity }> {
  const { on = '2027-01-04', ...named } = part;
  const person = await aPerson(core, named);
  const activity = await anActivity(core, {
    place: { kind: 'entered', on, startsAt: '10:00', endsAt: '12:00', venue: 'Town Hall' },
  });
  await onRegister(core, activity, { personId: person.id });
  return { person, activity };
}

/** A claim that is being filled in at the desk: one bus ticket, or the lines of the test. */
export const aDraft = (
  core: Core,
  person: Pick<Person, 'id'>,
  part: Part<ClaimWords> = {},
): Promise<Claim> =>
  core.as('desk').call('claims.saveDraft', claimWords(person, { lines: [claimLine()], ...part }));

/** What signing a claim on the screen sends; each call makes a key of its own. */
export const signing = (claim: Pick<Claim, 'id' | 'version' | 'claimantName'>) => ({
  id: claim.id,
  key: countedId(),
  version: claim.version,
  signer: claim.claimantName,
  strokes: STROKES,
});

/** Signs a claim on the screen of the desk. */
export const signClaim = (core: Core, claim: Claim): Promise<Claim> =>
  core.as('desk').call('claims.sign', signing(claim));

/** A claim that was handed in by the desk: one bus ticket of £3.20 for a meeting they came to, unless a test says otherwise. */
export async function aClaimSignedAtDesk(
  core: Core,
  part: Part<ClaimWords> & { readonly person?: Person; readonly activity?: Activity } = {},
): Promise<Claim> {
  const { person: givenPerson, activity: givenActivity, ...words } = part;
  const made = givenPerson === undefined ? await anAttendee(core) : undefined;
  const person = givenPerson ?? made?.person;
  const activity = givenActivity ?? made?.activity;
  if (person === undefined) throw new Error('A claim needs a person');
  const draft = await aDraft(core, person, {
    lines: [claimLine({ activityId: activity?.id ?? null })],
    ...words,
  });
  return signClaim(core, draft);
}

/** A claimant who is a group. */
export const ofGroup = (groupId: string): Claimant => ({ kind: 'group', groupId }) as Claimant;

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return chunk;
}

/** A picture of one grey dot as somebody brings it; each shade is another file. */
export function aPicture(shade: number, name = `ticket ${shade}.png`) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(1, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.from([0, shade % 256]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, base64: png.toString('base64') };
}
