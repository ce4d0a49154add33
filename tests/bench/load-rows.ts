import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { linkHash, sealValue } from '#db/audit/chain';
import { placeInIndex } from '#db/search/search.rules';
import { foldForSearch } from '#db/shared/fold';
import { dateOf, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTimeRange } from '#db/shared/plain-words';
import { formatReference } from '#db/shared/reference';
import { GROUPS, groupName, type MadeBooking, USERS } from './bookings-data.ts';

/** Ids as long as real ones and in the order of their making as real ones are; the same at every load. */
const idOf = (kind: string, n: number): string => {
  const hex = createHash('sha256').update(`${kind} ${n}`).digest('hex');
  return `019${n.toString(16).padStart(5, '0')}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const contactName = (group: number): string => `Contact ${String(group).padStart(3, '0')}`;
const phoneOf = (group: number): string => `023 8000 ${String(group).padStart(4, '0')}`;

/** Entries of the search index get numbers in the order in which they are shown, as the program gives them. */
function entryNumbers(): (kind: 'booking' | 'group' | 'person', sortKey: string) => number {
  const taken = new Map<number, number>();
  return (kind, sortKey) => {
    const { from } = placeInIndex(kind, sortKey);
    // The centre's own entries of the first run come before these.
    const next = (taken.get(from) ?? from + 100) + 1;
    taken.set(from, next);
    return next;
  };
}

type Insert = (row: Readonly<Record<string, string | number | null>>) => void;

/** Prepares one insert of named columns, taken from the first row. */
function inserter(db: Database.Database, table: string): Insert {
  let statement: Database.Statement | undefined;
  return (row) => {
    const columns = Object.keys(row);
    statement ??= db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((c) => `@${c}`).join(', ')})`,
    );
    statement.run(row);
  };
}

/**
 * Writes people, groups, accounts and bookings into a migrated file as the program itself would have left them:
 * each booking with its number, its line in the search index, and its link of the audit chain with sealed values.
 */
export function loadRows(file: string, bookings: readonly MadeBooking[]): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  db.exec('BEGIN IMMEDIATE');
  // Long enough that no screen locks in the middle of a measure.
  db.exec('UPDATE centre SET idle_lock_minutes = 60');
  loadUsers(db);
  loadBookers(db);
  loadBookings(db, bookings);
  db.exec(`INSERT INTO search_text (search_text) VALUES ('rebuild')`);
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function loadUsers(db: Database.Database): void {
  const insert = inserter(db, 'app_user');
  for (let user = 2; user <= USERS; user += 1)
    insert({
      id: idOf('user', user),
      name: `user${user}`,
      display_name: `User ${user}`,
      role: 'desk',
      is_active: 1,
      passphrase_hash: 'none',
      failed_tries: 0,
      lock_level: 0,
      created_at: '2025-01-01T09:00:00.000Z',
      version: 1,
    });
}

function loadBookers(db: Database.Database): void {
  const [insertGroup, insertPerson, insertKey, insertEntry] = [
    inserter(db, 'tenant_group'),
    inserter(db, 'person'),
    inserter(db, 'subject_key'),
    inserter(db, 'search_entry'),
  ];
  const numberOf = entryNumbers();
  for (let group = 1; group <= GROUPS; group += 1) {
    const [name, contact, phone] = [groupName(group), contactName(group), phoneOf(group)];
    const folded = { name: foldForSearch(name), contact: foldForSearch(contact) };
    const [groupId, personId] = [idOf('group', group), idOf('person', group)];
    insertGroup({
      id: groupId,
      name,
      folded_name: folded.name,
      kind: 'tra',
      phone,
      is_active: 1,
      version: 1,
    });
    insertPerson({
      id: personId,
      name: contact,
      folded_name: folded.contact,
      kind: 'tenant',
      phone,
      phone_digits: phone.replaceAll(' ', ''),
      version: 1,
    });
    insertKey({ subject_id: personId, key_hex: keyOf(group) });
    for (const entry of [
      { kind: 'group', object_id: groupId, title: name, folded: folded.name },
      { kind: 'person', object_id: personId, title: contact, folded: folded.contact },
    ] as const)
      insertEntry({ id: numberOf(entry.kind, ''), ...entry, detail: phone, sort_key: '' });
  }
}

const keyOf = (group: number): string => createHash('sha256').update(`key ${group}`).digest('hex');

function loadBookings(db: Database.Database, bookings: readonly MadeBooking[]): void {
  const rooms = db.prepare('SELECT id, name FROM facility ORDER BY position').all() as readonly {
    readonly id: string;
    readonly name: string;
  }[];
  const [insertBooking, insertEntry] = [inserter(db, 'booking'), inserter(db, 'search_entry')];
  const addLink = chainOf(db);
  const numberOf = entryNumbers();
  const numbers = new Map<number, number>();

  for (const one of bookings) {
    const year = Number(one.startsAt.slice(0, 4));
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    const reference = formatReference('BKG', year, number);
    const room = rooms[one.room - 1] ?? { id: '', name: '' };
    const id = idOf('booking', one.id);
    const when = formatShortDate(dateOf(one.startsAt));
    const times = formatTimeRange(timeOf(one.startsAt), timeOf(one.endsAt));
    const notes = `${one.name}. ${one.notes}`;
    insertBooking({
      id,
      reference,
      facility_id: room.id,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      held_from: one.startsAt,
      held_until: one.endsAt,
      units: 1,
      status: 'confirmed',
      group_id: idOf('group', one.group),
      responsible_person_id: idOf('person', one.group),
      purpose: one.type === 'I' ? 'group-meeting' : 'event',
      needs: '',
      notes,
      is_out_of_hours: one.endsAt.slice(11) > '17:00' ? 1 : 0,
      requested_at: '2025-01-01T09:00:00.000Z',
      taken_by_user_id: idOf('user', one.user),
      cancel_reason: '',
      version: 1,
    });
    insertEntry({
      id: numberOf('booking', one.startsAt),
      kind: 'booking',
      object_id: id,
      title: `${reference} ${groupName(one.group)}`,
      detail: `${room.name}, ${when} ${year}, ${times}`,
      folded: foldForSearch([reference, groupName(one.group), room.name, notes].join(' ')),
      sort_key: one.startsAt,
    });
    addLink({ one, id, reference, room: room.name, notes });
  }
  const insertCounter = inserter(db, 'reference_counter');
  for (const [year, number] of numbers) insertCounter({ prefix: 'BKG', year, last_number: number });
}

/** Goes on with the chain from where the first run left it. */
function chainOf(db: Database.Database) {
  const head = db.prepare('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1').get() as {
    seq: number;
    hash: string;
  };
  const [insertEntry, insertValue] = [
    inserter(db, 'audit_entry'),
    inserter(db, 'audit_personal_value'),
  ];
  return (made: {
    readonly one: MadeBooking;
    readonly id: string;
    readonly reference: string;
    readonly room: string;
    readonly notes: string;
  }): void => {
    const { one } = made;
    const sealed = { notes: made.notes, responsible: contactName(one.group) };
    const seal = (field: keyof typeof sealed) => ({
      sealed: sealValue(keyOf(one.group), field, sealed[field]),
    });
    const entry = {
      seq: head.seq + 1,
      at: '2026-01-09T16:00:00.000Z',
      local_at: '2026-01-09T16:00',
      clock_jumped: 0,
      actor_kind: 'user',
      actor_id: idOf('user', one.user),
      actor_role: 'desk',
      on_behalf_of: null,
      host: 'web',
      session_id: null,
      action: 'booking.created',
      object_type: 'booking',
      object_id: made.id,
      reason: '',
      before_json: '{}',
      after_json: JSON.stringify({
        bookedFor: groupName(one.group),
        endsAt: one.endsAt,
        notes: seal('notes'),
        reference: made.reference,
        responsible: seal('responsible'),
        room: made.room,
        startsAt: one.startsAt,
        status: 'confirmed',
      }),
      request_id: made.id,
      app_version: '0.0.0',
    };
    const hash = linkHash(head.hash, entry);
    insertEntry({ ...entry, prev_hash: head.hash, hash });
    for (const field of ['notes', 'responsible'] as const)
      insertValue({
        seq: entry.seq,
        side: 'after',
        field,
        subject_id: idOf('person', one.group),
        value: sealed[field],
      });
    head.seq = entry.seq;
    head.hash = hash;
  };
}
