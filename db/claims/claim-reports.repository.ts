import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { PenceSum } from '#db/shared/money';
import type { ClaimState } from './claims.contract.ts';
import type { Grouping, RegisterLine, Sums } from './reports/report.rules.ts';

/** Days of the calendar on which claims were received, the first and the last included. */
export type Days = { readonly from: LocalDate; readonly until: LocalDate };

/** Claims that were handed in and not withdrawn. */
const COUNTED =
  "c.received_on BETWEEN ? AND ? AND c.state NOT IN ('draft', 'to-sign', 'withdrawn')";

/** What was asked for a line: reckoned for miles once they are priced, else what was entered. */
const ASKED = `CASE WHEN l.payable_pence IS NULL THEN coalesce(l.claimed_pence, 0) ELSE l.payable_pence
  + (SELECT coalesce(sum(json_extract(cut.value, '$.pence')), 0) FROM json_each(l.cuts_json) cut) END`;

/** What waits for a second approver is not decided yet. */
const DECIDED = "CASE WHEN c.state = 'second' THEN 0 ELSE coalesce(l.decided_pence, 0) END";

const LINES = `FROM claim c JOIN claim_line l ON l.claim_id = c.id AND l.state <> 'withdrawn'
  LEFT JOIN (SELECT line_id, sum(pence) AS pence FROM claim_payment_part GROUP BY line_id) paid ON paid.line_id = l.id`;

/** The key that a line counts under, and what it needs besides its claim. A group with several areas counts under none of them. */
const KEYS: Readonly<Record<Grouping, { readonly key: string; readonly join: string }>> = {
  kind: { key: 'l.kind', join: '' },
  activity: { key: "coalesce(l.activity_id, '')", join: '' },
  'access-need': { key: 'c.access_need_met', join: '' },
  group: {
    key: "coalesce(g.name, '')",
    join: 'LEFT JOIN tenant_group g ON g.id = coalesce(c.claimant_group_id, c.filer_group_id)',
  },
  area: {
    key: "coalesce(a.name, '')",
    join: `LEFT JOIN person_record r ON r.person_id = c.claimant_person_id
      LEFT JOIN (SELECT group_id, min(area_id) AS area_id FROM group_area GROUP BY group_id HAVING count(*) = 1) ga
        ON ga.group_id = c.claimant_group_id
      LEFT JOIN area a ON a.id = coalesce(r.area_id, ga.area_id)`,
  },
};

/** Costs of a time added up, the most asked for first. */
export async function sumBy(ctx: Ctx, days: Days, by: Grouping): Promise<readonly Sums[]> {
  const { key, join } = KEYS[by];
  return ctx.tx.query(
    `SELECT ${key} AS key, count(DISTINCT c.id) AS claims,
       count(DISTINCT coalesce(c.claimant_person_id, c.claimant_group_id)) AS claimants, count(*) AS lines, sum(${ASKED}) AS claimedPence,
       sum(${DECIDED}) AS decidedPence, sum(coalesce(paid.pence, 0)) AS paidPence
     ${LINES} ${join} WHERE ${COUNTED}
     GROUP BY 1 ORDER BY claimedPence DESC, key`,
    [days.from, days.until],
  );
}

/** How many claims were received on one day and decided on another. */
export async function countDecidedByDays(
  ctx: Ctx,
  days: Days,
): Promise<
  readonly {
    readonly received: LocalDate;
    readonly decided: LocalDate;
    readonly claims: number;
  }[]
> {
  return ctx.tx.query(
    `SELECT c.received_on AS received, c.decided_on AS decided, count(*) AS claims FROM claim c
     WHERE c.decided_on IS NOT NULL AND ${COUNTED} GROUP BY 1, 2`,
    [days.from, days.until],
  );
}

/** Refused costs of a time by their reason, the most frequent first. */
export async function sumRefused(
  ctx: Ctx,
  days: Days,
): Promise<readonly { readonly why: string; readonly lines: number; readonly pence: PenceSum }[]> {
  return ctx.tx.query(
    `SELECT l.decision_why AS why, count(*) AS lines, sum(${ASKED}) AS pence
     FROM claim c JOIN claim_line l ON l.claim_id = c.id AND l.state = 'rejected'
     WHERE ${COUNTED} GROUP BY 1 ORDER BY lines DESC, why`,
    [days.from, days.until],
  );
}

export type RegisterWanted = Days & {
  readonly state: ClaimState | null;
  readonly personId: string | null;
  readonly groupId: string | null;
};

/** Ids of the claims of a time in the order in which they were received, and how many there are; drafts only if asked for. */
export async function listRegister(
  ctx: Ctx,
  wanted: RegisterWanted,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const narrowing: readonly (readonly [string, string | null])[] = [
    [wanted.state === null ? "c.state <> 'draft'" : 'c.state = ?', wanted.state],
    ['? IN (c.claimant_person_id, c.filer_person_id)', wanted.personId],
    ['? IN (c.claimant_group_id, c.filer_group_id)', wanted.groupId],
  ];
  const asked = narrowing.filter(([words, value]) => value !== null || !words.includes('?'));
  const where = ['c.received_on BETWEEN ? AND ?', ...asked.map(([words]) => words)].join(' AND ');
  const values = [wanted.from, wanted.until, ...asked.flatMap(([, value]) => value ?? [])];
  const rows: readonly { readonly id: string }[] = await ctx.tx.query(
    `SELECT c.id FROM claim c WHERE ${where} ORDER BY c.received_on, c.reference LIMIT ? OFFSET ?`,
    [...values, page.limit, page.offset],
  );
  const counted: readonly { readonly total: number }[] = await ctx.tx.query(
    `SELECT count(*) AS total FROM claim c WHERE ${where}`,
    values,
  );
  return { ids: rows.map(({ id }) => id), total: counted[0]?.total ?? 0 };
}

/** Every cost of the claims of a time, in the order of the register; drafts are left out. */
export async function listRegisterLines(ctx: Ctx, days: Days): Promise<readonly RegisterLine[]> {
  return ctx.tx.query(
    `SELECT c.reference, c.received_on AS receivedOn, c.state AS claimState,
       coalesce(cg.name, cp.name) AS claimant, cg.id IS NOT NULL AS isGroup, c.filer_words AS filer,
       l.kind, l.on_day AS day, act.title AS activity, l.miles_tenths AS milesTenths, ${ASKED} AS askedPence,
       l.payable_pence AS payablePence, l.decided_pence AS decidedPence, coalesce(paid.pence, 0) AS paidPence,
       l.state, l.decision_why AS why
     ${LINES}
     LEFT JOIN tenant_group cg ON cg.id = c.claimant_group_id
     LEFT JOIN person cp ON cp.id = c.claimant_person_id
     LEFT JOIN activity act ON act.id = l.activity_id
     WHERE c.received_on BETWEEN ? AND ? AND c.state <> 'draft'
     ORDER BY c.received_on, c.reference, l.position`,
    [days.from, days.until],
  );
}
