import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { placeInIndex } from '#db/search/search.rules';
import { shortKeysOfName, shortKeysOfPhone, withShortKeys } from '#db/search/short-keys.rules';
import { wordsForSlips } from '#db/search/slips.rules';
import { foldForSearch, joinedTails, phoneDigitsOf } from '#db/shared/fold';

export const PEOPLE = 10_000;
export const P_GROUPS = 2_000;

const FIRST =
  'Łukasz Siân Aoife Nguyễn Zoë Gülşen José Thandiwe Søren Petra Yaw Noor Rana Delroy Farzana Iwan'.split(
    ' ',
  );
const START = 'Had Oka Wiś Pem Bro Mac Tho Ábr Kow Jim Vrab Ibá Šim Ach Bjer Dha'.split(' ');
const MIDDLE = 'da fo ni ber th do mas ha al ca čí ñe ko eb reg li'.split(' ');
const END = 'd r ewski ton wright nald sen ms ska le k z va e ård wal'.split(' ');

const of = (words: readonly string[], n: number): string => words[n % words.length] ?? '';

/** One of about four thousand made-up names, so that some people share theirs, as they do. */
export function personName(n: number): string {
  const surname = `${of(START, n)}${of(MIDDLE, Math.floor(n / 16))}${of(END, Math.floor(n / 7))}`;
  return `${of(FIRST, Math.floor(n / 3))} ${surname}`;
}

const idOf = (kind: string, n: number): string =>
  createHash('sha256').update(`${kind} ${n}`).digest('hex').slice(0, 36);

/** Writes 10,000 people and 2,000 groups into a centre's file as the program itself would have left them (P-10k). */
export function loadPeople(file: string): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const run = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: readonly (string | number | null)[]): void => void statement.run(...values);
  };
  const entry = run(
    `INSERT INTO search_entry (id, kind, object_id, title, detail, folded, sort_key) VALUES (?, ?, ?, ?, ?, ?, '')`,
  );
  const word = run(
    'INSERT INTO search_word (word, uses) VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET uses = uses + 1',
  );
  const group = run(
    `INSERT INTO tenant_group (id, name, folded_name, kind, phone, is_active, version) VALUES (?, ?, ?, 'tra', '', 1, 1)`,
  );
  const person = run(
    `INSERT INTO person (id, name, folded_name, kind, phone, phone_digits, version) VALUES (?, ?, ?, 'tenant', ?, ?, 1)`,
  );
  const record = run(
    `INSERT INTO person_record (person_id, email, folded_email, text_phone, text_phone_digits, address, postcode,
       channels_json, access_needs, format_need, language_need, needs_interpreter, needs_transport, heard_how,
       no_meetings, is_council_staff, is_under_18, guardian_name, guardian_phone)
     VALUES (?, ?, ?, '', '', '', ?, '[]', '', 'standard', '', 0, 0, '', 0, 0, 0, '', '')`,
  );
  const addEntry = (
    kind: 'group' | 'person',
    n: number,
    id: string,
    texts: readonly [name: string, phone: string, ...others: readonly string[]],
  ) => {
    const folded = texts.map(foldForSearch);
    const words = [...folded, ...folded.flatMap(joinedTails)]
      .filter((text) => text !== '')
      .join(' ');
    const all = withShortKeys(words, [...shortKeysOfName(texts[0]), ...shortKeysOfPhone(texts[1])]);
    entry(placeInIndex(kind, '').from + 10_000 + n, kind, id, texts[0], '', all);
    for (const each of wordsForSlips(all)) word(each);
  };
  db.exec('BEGIN IMMEDIATE');
  for (let n = 0; n < PEOPLE; n += 1) {
    const [name, phone] = [personName(n), `07700 ${String(900_000 + n)}`];
    const [email, postcode] = [`person${n}@example.org`, `ZZ${n % 90} ${n % 9}AA`];
    const id = idOf('bench person', n);
    person(id, name, foldForSearch(name), phone, phoneDigitsOf(phone));
    record(id, email, email, postcode);
    addEntry('person', n, id, [name, phone, postcode, email]);
  }
  for (let n = 0; n < P_GROUPS; n += 1) {
    const name = `${of(START, n)}${of(MIDDLE, Math.floor(n / 16))} Estate ${n} Tenants’ Association`;
    const id = idOf('bench group', n);
    group(id, name, foldForSearch(name));
    addEntry('group', n, id, [name, '']);
  }
  db.exec(`INSERT INTO search_text (search_text) VALUES ('rebuild')`);
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
