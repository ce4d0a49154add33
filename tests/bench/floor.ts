import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { applyPragmas } from '#db/data-source';
import { placeInIndex } from '#db/search/search.rules';
import { placesIn } from '../../electron/host/data-folder.ts';
import { RARE_WORD } from './bookings-data.ts';
import type { KnownIds } from './centre.ts';

/**
 * The least that the same work can cost on this machine: the statements alone, by the bare driver, on a file with
 * the same rows and the same pragmas, with ids in the order of time as the program's own. No session, no rules, no
 * checks, no hashing, no conversions.
 */
export function openFloor(folder: string): Database.Database {
  const db = new Database(placesIn(folder, 'practice').database);
  applyPragmas(db);
  return db;
}

const CARDS = `
  SELECT b.id, b.reference, b.facility_id, b.starts_at, b.ends_at, b.held_from, b.held_until, b.status,
         b.purpose, b.expected_number, b.needs, b.is_out_of_hours, b.version,
         coalesce(g.name, p.name) AS booker_name
  FROM booking b
  LEFT JOIN tenant_group g ON g.id = b.group_id
  LEFT JOIN person p ON p.id = b.person_id
  WHERE b.held_from >= ? AND b.held_from < ? AND b.held_until > ? AND b.status <> 'cancelled'`;
const OFFICE_HOURS = `SELECT * FROM parameter_value WHERE name = 'rooms.officeHours' AND valid_from <= ?
  ORDER BY valid_from DESC, sequence DESC LIMIT 1`;

/** Reads what the calendar shows of a week and makes JSON of it. */
export function readWeek(db: Database.Database, from: string, until: string): () => string {
  const cards = db.prepare(`${CARDS} ORDER BY b.held_from, b.facility_id`);
  const lookBack = twoDaysBefore(from);
  return () => JSON.stringify(cards.all(`${lookBack}T00:00`, `${until}T00:00`, `${from}T00:00`));
}

/** Reads a day with its rooms and office hours and makes JSON of it. */
export function readDay(db: Database.Database, from: string, until: string): () => string {
  const rooms = db.prepare('SELECT * FROM facility ORDER BY position, id');
  const hours = db.prepare(OFFICE_HOURS);
  const week = readWeek(db, from, until);
  return () => JSON.stringify([rooms.all(), hours.get(from), week()]);
}

/** Finds entries of the index as the palette does, and makes JSON of them. */
export function findText(db: Database.Database, expression: string, limit: number): () => string {
  const found = db.prepare(
    `SELECT e.kind, e.object_id, e.title, e.detail, e.folded, e.sort_key
     FROM search_text t JOIN search_entry e ON e.id = t.rowid
     WHERE search_text MATCH ?
     ORDER BY t.rowid DESC
     LIMIT ?`,
  );
  const count = db.prepare('SELECT count(*) FROM search_text WHERE search_text MATCH ?').pluck();
  return () => JSON.stringify([found.all(expression, limit), count.get(expression)]);
}

/** What a booking is made of, on the floor as at the door. */
export type Slot = { readonly date: string; readonly from: string; readonly until: string };

/** The look-ups without which no booking can be judged: the room, who books, the hours, what is in the way. */
function lookUps(db: Database.Database, ids: KnownIds) {
  const room = db.prepare('SELECT * FROM facility WHERE id = ?');
  const group = db.prepare('SELECT * FROM tenant_group WHERE id = ?');
  const person = db.prepare('SELECT * FROM person WHERE id = ?');
  const hours = db.prepare(OFFICE_HOURS);
  const inTheWay = db.prepare(`${CARDS} AND b.facility_id = ? ORDER BY b.held_from`);
  return (slot: Slot, roomId: string): readonly unknown[] => {
    const at = (time: string): string => `${slot.date}T${time}`;
    const held = inTheWay.all(
      `${twoDaysBefore(slot.date)}T${slot.from}`,
      at(slot.until),
      at(slot.from),
      roomId,
    );
    return [
      room.get(roomId),
      group.get(ids.groups[0]),
      person.get(ids.person),
      hours.get(slot.date),
      held,
    ];
  };
}

const twoDaysBefore = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) - 2 * 86_400_000).toISOString().slice(0, 10);

/** The look-ups of a refused booking: those of any booking, and the day and the rooms to offer another time. */
export function lookUpClash(db: Database.Database, ids: KnownIds) {
  const first = lookUps(db, ids);
  const day = db.prepare(`${CARDS} ORDER BY b.held_from, b.facility_id`);
  const rooms = db.prepare('SELECT * FROM facility ORDER BY position, id');
  return (slot: Slot, roomId: string): readonly unknown[] => {
    const midnight = `${slot.date}T00:00`;
    const night = `${slot.date}T24:00`;
    return [
      ...first(slot, roomId),
      day.all(`${twoDaysBefore(slot.date)}T00:00`, night, midnight),
      rooms.all(),
    ];
  };
}

/**
 * Writes a booking: the look-ups, then its number, its row (with the guard against double booking that stands in
 * the file), its line of the index, its link of the chain and the readable value behind the seal, in one
 * immediate transaction that is on the disk when it returns.
 */
export function writeBooking(db: Database.Database, ids: KnownIds) {
  const write = db.transaction(writeOne(db, ids));
  return (slot: Slot, roomId: string): void => write.immediate(slot, roomId);
}

/** Writes all bookings of a series and the series itself in one immediate transaction; none of them shares a statement. */
export function writeSeries(db: Database.Database, ids: KnownIds) {
  const one = writeOne(db, ids);
  const series = db.prepare(
    `INSERT INTO booking_series (id, reference, rule, repeat_json, end_json, on_closed_day, details_json,
       requested_at, taken_by_user_id, version)
     VALUES (?, ?, 'FREQ=WEEKLY', '{}', '{}', 'keep', '[]', '', ?, 1)`,
  );
  const write = db.transaction((slots: readonly Slot[], roomId: string) => {
    const id = newId();
    series.run(id, id.slice(0, 20), ids.manager);
    for (const slot of slots) one(slot, roomId);
  });
  return (slots: readonly Slot[], roomId: string): void => write.immediate(slots, roomId);
}

/** Everything that is written for one booking, without a transaction round it. */
function writeOne(db: Database.Database, ids: KnownIds) {
  const judged = lookUps(db, ids);
  const number = db.prepare(
    `INSERT INTO reference_counter (prefix, year, last_number) VALUES ('BKG', ?, 1)
     ON CONFLICT (prefix, year) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`,
  );
  const booking = db.prepare(
    `INSERT INTO booking (id, reference, facility_id, starts_at, ends_at, held_from, held_until, units, status,
       group_id, responsible_person_id, purpose, needs, notes, is_out_of_hours, requested_at, taken_by_user_id,
       cancel_reason, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, 'confirmed', ?, ?, 'event', '', '', 1, ?, ?, '', 1)`,
  );
  const entry = db.prepare(
    `INSERT INTO search_entry (id, kind, object_id, title, detail, folded, sort_key)
     VALUES (?, 'booking', ?, ?, ?, ?, ?)`,
  );
  const text = db.prepare('INSERT INTO search_text (rowid, folded) VALUES (?, ?)');
  const head = db.prepare('SELECT seq, hash, at FROM audit_entry ORDER BY seq DESC LIMIT 1');
  const key = db.prepare('SELECT key_hex FROM subject_key WHERE subject_id = ?');
  const value = db.prepare(
    'INSERT INTO audit_personal_value (seq, side, field, subject_id, value) VALUES (?, ?, ?, ?, ?)',
  );
  const link = db.prepare(
    `INSERT INTO audit_entry (seq, at, local_at, clock_jumped, actor_kind, actor_id, actor_role, host, action,
       object_type, object_id, reason, before_json, after_json, request_id, app_version, prev_hash, hash)
     VALUES (?, ?, ?, 0, 'user', ?, 'manager', 'web', 'booking.created', 'booking', ?, '', '{}', ?, ?, '0.0.0', ?, ?)`,
  );
  const hash = createHash('sha256').update(RARE_WORD).digest('hex');
  const facts = JSON.stringify({ facts: 'x'.repeat(300) });

  return (slot: Slot, roomId: string): void => {
    judged(slot, roomId);
    const id = newId();
    const [from, until] = [`${slot.date}T${slot.from}`, `${slot.date}T${slot.until}`];
    const year = Number(slot.date.slice(0, 4));
    const taken = number.get(year) as { readonly last_number: number };
    const reference = `BKG-${year}-${taken.last_number}`;
    const group = ids.groups[0];
    booking.run(
      id,
      reference,
      roomId,
      from,
      until,
      from,
      until,
      group,
      ids.person,
      from,
      ids.manager,
    );
    const words = `bkg ${year} ${taken.last_number} group 001 room 1`;
    // Ten rooms may begin at one minute.
    const place = placeInIndex('booking', from).after - 1 - ids.rooms.indexOf(roomId);
    text.run(entry.run(place, id, reference, words, words, from).lastInsertRowid, words);
    const last = head.get() as { readonly seq: number; readonly hash: string };
    key.get(ids.person);
    value.run(last.seq + 1, 'after', 'responsible', ids.person, 'Contact 001');
    link.run(last.seq + 1, from, from, ids.manager, id, facts, id, last.hash, hash);
  };
}
