import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { journeyKeyOf } from '#db/claims/journey.rules';
import { addDays, LocalDate } from '#db/shared/local-date';
import { loadPeople, PEOPLE } from './load-people.ts';

export const CLAIMS = 40_000;
export const LINES = 3;
const CLAIMANTS = 2_000;
const ACTIVITIES = 1_200;
const PLACES = 400;
const FIRST_DAY = LocalDate.parse('2027-01-04');
const DAYS = 6 * 365;

const idOf = (kind: string, n: number): string =>
  createHash('sha256').update(`${kind} ${n}`).digest('hex').slice(0, 36);

/** The person who made the claim of this number. */
export const claimantOf = (n: number): string =>
  idOf('bench person', (n * 7) % Math.min(CLAIMANTS, PEOPLE));
export const claimIdOf = (n: number): string => idOf('bench claim', n);
export const activityOf = (n: number): string => idOf('bench activity', n % ACTIVITIES);
export const dayOf = (n: number) => addDays(FIRST_DAY, Math.floor((n * DAYS) / CLAIMS));
export const placeOf = (n: number): string => `Place ${n % PLACES}`;

/** Most claims are paid; of the latest, some wait for each step. */
function stateOf(n: number): string {
  const fromEnd = CLAIMS - n;
  if (fromEnd > 1_500) return n % 40 === 0 ? 'withdrawn' : 'paid';
  const states = ['filed', 'filed', 'verified', 'second', 'asked', 'decided'];
  return states[n % states.length] ?? 'filed';
}

const LINE_STATE: Readonly<Record<string, string>> = {
  filed: 'waiting',
  verified: 'waiting',
  asked: 'asked',
  withdrawn: 'withdrawn',
};

/** Writes 40,000 claims of three costs each over six years into a centre's file, past the program (C-40k). */
export function loadClaims(file: string): void {
  loadPeople(file);
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  const userId = db.prepare('SELECT id FROM app_user LIMIT 1').pluck().get() as string;
  const activity = db.prepare(
    `INSERT INTO activity (id, reference, title, kind, group_id, booking_id, on_date, starts_at, ends_at, venue, is_full_day,
       is_lunch_provided, is_transport_provided, is_funded, notes, cancelled_at, cancel_reason, closed_at, closed_by_user_id,
       recorded_at, version)
     VALUES (?, ?, 'Housing forum', 'Meeting', NULL, NULL, ?, '10:00', '12:00', 'Town Hall', 0, 0, 0, 1, '', NULL, '', NULL, NULL,
       '2027-01-04T09:00:00.000Z', 1)`,
  );
  const claim = db.prepare(
    `INSERT INTO claim (id, reference, state, claimant_kind, claimant_person_id, claimant_group_id, filer_person_id,
       filer_group_id, filer_words, payee_person_id, payee_group_id, method, batch_id, received_on, notes, access_need_met,
       claimed_pence, payable_pence, decided_pence, paid_pence, open_warnings, started_by_user_id, started_at,
       filed_by_user_id, filed_at, filed_on, sign_key, signed_json, signed_hash, is_changed_since_signed, decided_on,
       withdrawn_why, opened_by_user_id, opened_until, version)
     VALUES (@id, @reference, @state, 'person', @person, NULL, @person, NULL, '', @person, NULL, 'bank-transfer', NULL, @day, '',
       '', 960, 960, @decided, @paid, @warnings, @user, @at, @user, @at, @day, NULL, '{}', 'hash', 0, NULL, '', NULL, NULL, 3)`,
  );
  const line = db.prepare(
    `INSERT INTO claim_line (id, claim_id, position, state, kind, activity_id, on_day, from_place, to_place, journey_key,
       miles_tenths, minutes, children_json, carer, claimed_pence, reason, no_receipt_why, prevented_attendance,
       override_pence, override_why, payable_pence, cuts_json, policy_version, decided_pence, decision_why)
     VALUES (@id, @claim, @position, @state, 'bus', @activity, @day, @from, @to, @key, NULL, NULL, '[]', '', 320, '', '', 0, NULL, '',
       320, '[]', 'v1', @decided, '')`,
  );
  const receipt = db.prepare(
    `INSERT INTO claim_receipt (id, claim_id, batch_id, hash, kind, name, printed_on, printed_pence, printed_number,
       added_by_user_id, added_at, removed_at)
     VALUES (@id, @claim, NULL, @id, 'receipt', 'ticket.jpg', @day, 320, @number, NULL, @at, NULL)`,
  );
  const laid = db.prepare('INSERT INTO claim_line_receipt (line_id, receipt_id) VALUES (?, ?)');
  const decision = db.prepare(
    `INSERT INTO claim_decision (id, claim_id, line_id, step, decision, pence, why, key, user_id, decided_on, decided_at)
     VALUES (@id, @claim, NULL, 'verify', 'approved', NULL, '', @id, @user, @day, @at)`,
  );
  db.exec('BEGIN IMMEDIATE');
  for (let n = 0; n < ACTIVITIES; n += 1)
    activity.run(activityOf(n), `ACT-2027-${String(n + 1).padStart(4, '0')}`, dayOf(n * 33));
  for (let n = 0; n < CLAIMS; n += 1) {
    const [id, state, day] = [claimIdOf(n), stateOf(n), dayOf(n)];
    const isDecided = ['second', 'decided', 'paid'].includes(state);
    const at = `${day}T09:00:00.000Z`;
    claim.run({
      id,
      reference: `CLM-${day.slice(0, 4)}-${String(n + 1).padStart(5, '0')}`,
      state,
      person: claimantOf(n),
      day,
      decided: isDecided ? 960 : null,
      paid: state === 'paid' ? 960 : 0,
      warnings: n % 5,
      user: userId,
      at,
    });
    for (let position = 0; position < LINES; position += 1) {
      const lineId = idOf('bench line', n * LINES + position);
      const [fromPlace, toPlace] = [placeOf(n + position), placeOf(n * 3 + 7)];
      line.run({
        id: lineId,
        claim: id,
        position,
        state: LINE_STATE[state] ?? 'approved',
        activity: activityOf(Math.floor(n / 33) + position),
        day,
        from: fromPlace,
        to: toPlace,
        key: journeyKeyOf({ kind: 'bus', day, fromPlace, toPlace }),
        decided: isDecided ? 320 : null,
      });
      const receiptId = idOf('bench receipt', n * LINES + position);
      receipt.run({ id: receiptId, claim: id, day, number: String(n * LINES + position), at });
      laid.run(lineId, receiptId);
    }
    if (state !== 'filed')
      decision.run({ id: idOf('bench decision', n), claim: id, user: userId, day, at });
  }
  db.exec('COMMIT');
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
