import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type { AccountHands } from './hands.repository.ts';

/** Parts of the queue, each with the condition that a claim `c` in it meets. */
const PARTS = {
  filed: "c.state = 'filed'",
  verified: "c.state = 'verified'",
  second: "c.state = 'second'",
  asked: "c.state = 'asked'",
  // What waits for a second approver is not to be paid, however much of it was decided before.
  'to-pay':
    "c.state IN ('filed', 'verified', 'asked', 'decided') AND coalesce(c.decided_pence, 0) > c.paid_pence",
} as const;

export type QueuePart = keyof typeof PARTS;

export const QUEUE_PARTS = Object.keys(PARTS) as readonly QueuePart[];

/** A claim `c` in which somebody waits for something. */
export const OPEN_CLAIM =
  "c.state IN ('filed', 'verified', 'second', 'asked') OR (c.state = 'decided' AND coalesce(c.decided_pence, 0) > c.paid_pence)";

const ORDERS = {
  age: 'c.received_on, c.reference',
  amount: 'coalesce(c.payable_pence, c.claimed_pence, 0) DESC, c.received_on, c.reference',
  warnings: 'c.open_warnings DESC, c.received_on, c.reference',
} as const;

export type QueueOrder = keyof typeof ORDERS;

/** What of a part of the queue one account may take on. */
export type MyPart = {
  readonly part: QueuePart;
  /** Steps of a claim that whoever takes this one left to others. */
  readonly apartFrom: readonly string[];
  /** Whether what one entered or handed in oneself is left to others. */
  readonly isNotForEnterer: boolean;
};

/** What part of the queue is asked for: named parts, everything open, or what one account may take on. */
export type QueueWanted =
  | { readonly show: 'all-open' }
  | { readonly show: 'parts'; readonly parts: readonly QueuePart[] }
  | { readonly show: 'mine'; readonly parts: readonly MyPart[]; readonly hands: AccountHands };

/** Who must not take any step of a claim: whoever claims, brings it or is paid, or has a bank account with them. */
const IS_OWN = `coalesce(
  c.claimant_person_id IN (SELECT id FROM my_people) OR c.filer_person_id IN (SELECT id FROM my_people)
  OR c.payee_person_id IN (SELECT id FROM my_people)
  OR c.claimant_group_id IN (SELECT id FROM my_groups) OR c.payee_group_id IN (SELECT id FROM my_groups), 0)`;

const IS_ENTERED = `coalesce(c.started_by_user_id IN (SELECT id FROM my_users)
  OR c.filed_by_user_id IN (SELECT id FROM my_users), 0)`;

function myCondition({ part, apartFrom, isNotForEnterer }: MyPart): string {
  const steps = apartFrom.map((step) => `'${step}'`).join(', ');
  const bars = [
    ...(isNotForEnterer ? [IS_ENTERED] : []),
    ...(steps === ''
      ? []
      : [
          `EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = c.id AND d.step IN (${steps})
             AND d.user_id IN (SELECT id FROM my_users))`,
        ]),
  ];
  return `(${PARTS[part]}${bars.map((bar) => ` AND NOT ${bar}`).join('')})`;
}

/** The rows asked for: what goes before SELECT, the condition on a claim `c`, and what is bound. */
function rowsOf(wanted: QueueWanted): {
  readonly before: string;
  readonly condition: string;
  readonly values: readonly unknown[];
} {
  if (wanted.show !== 'mine') {
    const parts = wanted.show === 'all-open' ? [OPEN_CLAIM] : wanted.parts.map((p) => PARTS[p]);
    return { before: '', condition: parts.map((p) => `(${p})`).join(' OR '), values: [] };
  }
  const { userIds, personIds, groupIds } = wanted.hands;
  return {
    before: `WITH my_users(id) AS (SELECT value FROM json_each(?)), my_people(id) AS (SELECT value FROM json_each(?)),
      my_groups(id) AS (SELECT value FROM json_each(?))`,
    condition: `(${wanted.parts.map(myCondition).join(' OR ')}) AND NOT ${IS_OWN}`,
    values: [userIds, personIds, groupIds].map((ids) => JSON.stringify(ids)),
  };
}

/** Ids of claims in a part of the queue, in the order asked for, and how many there are. */
export async function listQueue(
  ctx: Ctx,
  wanted: QueueWanted,
  page: { readonly order: QueueOrder; readonly limit: number; readonly offset: number },
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { before, condition, values } = rowsOf(wanted);
  const rows: readonly { readonly id: string; readonly total: number }[] = await ctx.tx.query(
    `${before} SELECT c.id, count(*) OVER () AS total FROM claim c WHERE ${condition}
     ORDER BY ${ORDERS[page.order]} LIMIT ? OFFSET ?`,
    [...values, page.limit, page.offset],
  );
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

/** How many claims are in a part of the queue. */
export async function countQueue(ctx: Ctx, wanted: QueueWanted): Promise<number> {
  const { before, condition, values } = rowsOf(wanted);
  const rows: readonly { readonly n: number }[] = await ctx.tx.query(
    `${before} SELECT count(*) AS n FROM claim c WHERE ${condition}`,
    [...values],
  );
  return rows[0]?.n ?? 0;
}

/** How many claims are in each part of the queue. */
export async function countParts(ctx: Ctx): Promise<Readonly<Record<QueuePart, number>>> {
  const sums = QUEUE_PARTS.map((part) => `coalesce(sum(${PARTS[part]}), 0) AS "${part}"`);
  const rows: readonly Record<QueuePart, number>[] = await ctx.tx.query(
    `SELECT ${sums.join(', ')} FROM claim c WHERE ${OPEN_CLAIM}`,
  );
  return rows[0] ?? { filed: 0, verified: 0, second: 0, asked: 0, 'to-pay': 0 };
}

/** How many undecided claims came in on each day. */
export async function countUndecidedByDay(
  ctx: Ctx,
): Promise<readonly { readonly day: LocalDate; readonly claims: number }[]> {
  return ctx.tx.query(
    `SELECT received_on AS day, count(*) AS claims FROM claim
     WHERE state IN ('filed', 'verified', 'second') GROUP BY received_on ORDER BY received_on`,
  );
}

/** Who has a claim in hand at a moment. */
export type Holder = {
  readonly userId: string;
  readonly name: string;
  readonly until: Instant;
};

/** Who has a claim in hand now; undefined when nobody does, or only the account left out. */
export async function findHolder(
  ctx: Ctx,
  claimId: string,
  of: { readonly exceptUserId: string | null },
): Promise<Holder | undefined> {
  const rows: readonly Holder[] = await ctx.tx.query(
    `SELECT c.opened_by_user_id AS userId, u.display_name AS name, c.opened_until AS until
     FROM claim c JOIN app_user u ON u.id = c.opened_by_user_id
     WHERE c.id = ? AND c.opened_until > ? AND c.opened_by_user_id IS NOT ?`,
    [claimId, ctx.now(), of.exceptUserId],
  );
  return rows[0];
}

/** Takes a claim in hand, or lets it go; whoever reads the claim sees the same version as before. */
export async function setHolder(
  ctx: Ctx,
  claimId: string,
  holder: { readonly userId: string; readonly until: Instant } | null,
): Promise<void> {
  await ctx.tx.query('UPDATE claim SET opened_by_user_id = ?, opened_until = ? WHERE id = ?', [
    holder?.userId ?? null,
    holder?.until ?? null,
    claimId,
  ]);
}
