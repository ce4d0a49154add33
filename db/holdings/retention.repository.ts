import type { Ctx } from '#db/shared/ctx';

/** A record whose time may be over: some more are found than are past it, and judged one by one. */
export type Candidate = {
  readonly id: string;
  readonly words: string;
  /** When its time began. */
  readonly start: string;
  /** Whom it is about, for holds. */
  readonly about: readonly string[];
};

type Row = Omit<Candidate, 'about'> & {
  readonly one: string | null;
  readonly two: string | null;
  readonly three: string | null;
};

/** How candidates of each record type are found; `given` holds the newest day on which their time may have begun. */
const SOURCES: Readonly<Record<string, string>> = {
  bookings: `
    SELECT b.id, b.reference AS words, substr(b.ends_at, 1, 10) AS start,
      b.group_id AS one, b.person_id AS two, b.responsible_person_id AS three
    FROM booking b WHERE b.ends_at < date((SELECT newest FROM given), '+1 day')
      AND (b.responsible_person_id <> (SELECT nobody FROM given) OR b.person_id <> (SELECT nobody FROM given))`,
  'booking-needs': `
    SELECT b.id, b.reference AS words, substr(b.ends_at, 1, 10) AS start,
      b.group_id AS one, b.person_id AS two, b.responsible_person_id AS three
    FROM booking b WHERE b.ends_at < date((SELECT newest FROM given), '+1 day') AND (b.access_needs_json <> '[]' OR b.needs <> '')
      `,
  'people-needs': `
    SELECT p.id, p.name AS words, coalesce(r.last_confirmed_on, (
        SELECT substr(max(e.local_at), 1, 10) FROM audit_entry e
        WHERE e.object_type = 'person' AND e.object_id = p.id)) AS start,
      p.id AS one, NULL AS two, NULL AS three
    FROM person_record r JOIN person p ON p.id = r.person_id
    WHERE (r.access_needs <> '' OR r.format_need <> 'standard' OR r.language_need <> ''
        OR r.needs_interpreter = 1 OR r.needs_transport = 1)
      AND (r.last_confirmed_on IS NULL OR r.last_confirmed_on <= (SELECT newest FROM given)) AND p.hidden_on IS NULL AND p.id <> (SELECT nobody FROM given)`,
  usage: `
    SELECT e.id, f.name || ', ' || substr(e.started_at, 1, 10) AS words, substr(e.started_at, 1, 10) AS start,
      e.group_id AS one, e.person_id AS two, NULL AS three
    FROM usage_entry e JOIN facility f ON f.id = e.facility_id
    WHERE e.started_at < date((SELECT newest FROM given), '+1 day') AND e.person_id <> (SELECT nobody FROM given)`,
  activities: `
    SELECT a.id, a.reference AS words, coalesce(a.on_date, substr(b.starts_at, 1, 10)) AS start,
      a.group_id AS one, NULL AS two, NULL AS three
    FROM activity a LEFT JOIN booking b ON b.id = a.booking_id
    WHERE coalesce(a.on_date, substr(b.starts_at, 1, 10)) <= (SELECT newest FROM given)
      AND EXISTS (SELECT 1 FROM register_line l WHERE l.activity_id = a.id AND l.person_id IS NULL AND l.name <> '')`,
  officers: `
    SELECT p.id, p.name AS words, max(t.until_date) AS start, p.id AS one, NULL AS two, NULL AS three
    FROM person p JOIN officer_term t ON t.person_id = p.id
      LEFT JOIN person_record r ON r.person_id = p.id
    WHERE p.hidden_on IS NULL AND p.id <> (SELECT nobody FROM given) AND r.joined_on IS NULL AND coalesce(r.is_council_staff, 0) = 0
      AND NOT EXISTS (SELECT 1 FROM officer_term o WHERE o.person_id = p.id AND o.until_date IS NULL)
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE (b.person_id = p.id OR b.responsible_person_id = p.id) AND b.ends_at >= (SELECT newest FROM given))
      AND NOT EXISTS (SELECT 1 FROM usage_entry e WHERE e.person_id = p.id AND e.started_at >= (SELECT newest FROM given))
      AND NOT EXISTS (SELECT 1 FROM representation s WHERE s.person_id = p.id AND (s.until_date IS NULL OR s.until_date >= (SELECT newest FROM given)))
      AND NOT EXISTS (SELECT 1 FROM key_holding k WHERE k.person_id = p.id AND k.returned_on IS NULL)
      AND NOT EXISTS (SELECT 1 FROM restriction x WHERE x.person_id = p.id AND x.lifted_on IS NULL AND x.until_date IS NULL)
    GROUP BY p.id HAVING max(t.until_date) <= (SELECT newest FROM given)`,
  groups: `
    SELECT g.id, g.name AS words, r.ended_on AS start, g.id AS one, NULL AS two, NULL AS three
    FROM tenant_group g JOIN group_record r ON r.group_id = g.id
    WHERE r.ended_on <= (SELECT newest FROM given) AND (g.phone <> '' OR r.email <> '' OR r.contact_id IS NOT NULL)`,
  conduct: `
    SELECT x.id, x.reference AS words, coalesce(x.lifted_on, x.until_date) AS start,
      x.group_id AS one, x.person_id AS two, NULL AS three
    FROM restriction x WHERE coalesce(x.lifted_on, x.until_date) <= (SELECT newest FROM given) `,
  claims: `
    SELECT c.id, c.reference AS words, coalesce(c.decided_on, c.filed_on, c.received_on) AS start,
      c.claimant_group_id AS one, c.claimant_person_id AS two, c.filer_person_id AS three
    FROM claim c WHERE c.received_on <= (SELECT newest FROM given)
      AND coalesce(c.decided_on, c.filed_on, c.received_on) <= (SELECT newest FROM given)
      AND c.state IN ('draft', 'to-sign', 'decided', 'paid', 'withdrawn')
      AND NOT (c.state = 'decided' AND coalesce(c.decided_pence, 0) > c.paid_pence)
      AND (c.claimant_person_id <> (SELECT nobody FROM given) OR c.filer_person_id IS NOT NULL OR c.signed_json <> '')`,
  requests: `
    SELECT c.id, 'Copy asked for on ' || c.asked_on AS words, c.answered_on AS start,
      c.record_id AS one, NULL AS two, NULL AS three
    FROM copy_request c WHERE c.answered_on <= (SELECT newest FROM given)
    UNION ALL SELECT e.id, 'Erasure confirmed on ' || e.confirmed_on, e.settled_on, e.record_id, NULL, NULL
    FROM erasure e WHERE e.settled_on <= (SELECT newest FROM given) AND e.kept_until IS NULL
    UNION ALL SELECT h.id, 'Hold from ' || h.from_date, h.lifted_on, h.record_id, NULL, NULL
    FROM legal_hold h WHERE h.lifted_on <= (SELECT newest FROM given)`,
};

/** Candidates of a record type that no manager has confirmed yet, the oldest first. */
export async function listCandidates(
  ctx: Ctx,
  of: { readonly recordType: string; readonly newestStart: string; readonly nobodyId: string },
): Promise<readonly Candidate[]> {
  const source = SOURCES[of.recordType];
  if (source === undefined) return [];
  const rows: readonly Row[] = await ctx.tx.query(
    `WITH given (newest, nobody, type) AS (SELECT ?, ?, ?)
     SELECT * FROM (${source}) AS found WHERE found.start IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM retention_line l WHERE l.record_type = (SELECT type FROM given) AND l.row_id = found.id)
     ORDER BY found.start, found.id`,
    [of.newestStart, of.nobodyId, of.recordType],
  );
  return rows.map(({ one, two, three, ...row }) => ({
    ...row,
    about: [one, two, three].filter((id): id is string => id !== null),
  }));
}

/** What is done to a record of the log whose time is over, whichever of the three it is. */
export async function deleteRequests(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const list = JSON.stringify(ids);
  const these = 'IN (SELECT value FROM json_each(?))';
  await ctx.tx.query(`DELETE FROM copy_request_stop WHERE request_id ${these}`, [list]);
  for (const table of ['copy_request', 'erasure', 'legal_hold'])
    await ctx.tx.query(`DELETE FROM "${table}" WHERE id ${these}`, [list]);
}

/** Takes the needs off a person's record; how they take part and how they are reached stays. */
export async function emptyNeeds(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx.query(
    `UPDATE person_record SET access_needs = '', format_need = 'standard', language_need = '',
       needs_interpreter = 0, needs_transport = 0 WHERE person_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
}

export async function emptyBookingNeeds(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx.query(
    `UPDATE booking SET needs = '', access_needs_json = '[]', version = version + 1
     WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
}

/** Bookings and visits stay to be counted; names and what was noted go. */
export async function unnameRows(
  ctx: Ctx,
  of: {
    readonly table: 'booking' | 'usage_entry';
    readonly columns: readonly string[];
    readonly empties: Readonly<Record<string, string>>;
    readonly ids: readonly string[];
    readonly nobodyId: string;
  },
): Promise<void> {
  const list = JSON.stringify(of.ids);
  const these = 'id IN (SELECT value FROM json_each(?))';
  for (const column of of.columns)
    await ctx.tx.query(
      `UPDATE "${of.table}" SET "${column}" = ?, version = version + 1 WHERE "${column}" IS NOT NULL AND ${these}`,
      [of.nobodyId, list],
    );
  for (const [column, words] of Object.entries(of.empties))
    await ctx.tx.query(
      `UPDATE "${of.table}" SET "${column}" = ? WHERE "${column}" <> '' AND ${these}`,
      [words, list],
    );
  if (of.table === 'booking')
    await ctx.tx.query(
      `UPDATE booking_close_out SET damage = '', notes = '' WHERE booking_id IN (SELECT value FROM json_each(?))`,
      [list],
    );
}

export async function deleteRestrictions(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx.query('DELETE FROM restriction WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);
}
