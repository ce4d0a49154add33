import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProjectFiles } from '../architecture/source-tree.ts';
import { HOLDINGS } from '#db/holdings/holdings-register.rules';
import { PROGRAM } from '#db/open-core';
import type { Holding } from '#db/shared/holding';
import { openPracticeOn, readRows } from '../practice/practice-centre.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import type { TestProgram } from '../support/program-for-tests.ts';

/** Columns that look as if they could name somebody, with what they hold instead. */
const NAMES_NOBODY: Readonly<Record<string, string>> = {
  'account_change.asked_by_user_id': 'an account',
  'account_change.settled_by_user_id': 'an account',
  'account_person.said_by_user_id': 'an account',
  'account_person.user_id': 'an account',
  'acknowledgement.recorded_by_user_id': 'an account',
  'agreement_version.words_json': 'the words of an agreement',
  'audit_entry.actor_id': 'an account',
  'audit_entry.request_id': 'a call',
  'audit_entry.session_id': 'a session',
  'booking.access_needs_json': 'needs in words',
  'booking.cancelled_by_user_id': 'an account',
  'booking.taken_by_user_id': 'an account',
  'booking.things_wanted_json': 'things in words',
  'booking_close_out.checklist_json': 'ticks',
  'booking_close_out.recorded_by_user_id': 'an account',
  'booking_series.end_json': 'days',
  'booking_series.repeat_json': 'how it repeats',
  'booking_series.taken_by_user_id': 'an account',
  'booking_squeeze.by_user_id': 'an account',
  'centre.preset_id': 'a preset',
  'claim.filed_by_user_id': 'an account',
  'claim.opened_by_user_id': 'an account',
  'claim.started_by_user_id': 'an account',
  'claim_answer.answered_by_user_id': 'an account',
  'claim_answer.other_id': 'a receipt or line of another claim',
  'claim_batch.started_by_user_id': 'an account',
  'claim_line.children_json': 'age bands',
  'claim_line.cuts_json': 'amounts and sentences of the policy',
  'claim_payment.details_id': 'a version of bank details',
  'claim_receipt.added_by_user_id': 'an account',
  'claim_signature.recorded_by_user_id': 'an account',
  'claim_signature.strokes_json': 'points of a pen',
  'claim_kind_policy.caps_json': 'limits of what is paid',
  'closure.recorded_by_user_id': 'an account',
  'copy_request.recorded_by_user_id': 'an account',
  'copy_request_stop.request_id': 'a request',
  'erasure.confirmed_by_user_id': 'an account',
  'erasure.kept_json': 'counts in words',
  'facility.access_json': 'access of a room',
  'facility.hours_json': 'hours',
  'import_run.kept_json': 'references of bookings',
  'import_run.made_by_user_id': 'an account',
  'import_run.undone_by_user_id': 'an account',
  'legal_hold.lifted_by_user_id': 'an account',
  'legal_hold.recorded_by_user_id': 'an account',
  'mailing.selection_json': 'by what was chosen',
  'parameter_value.value_json': 'a figure',
  'person_interest.methods_json': 'methods in words',
  'person_record.channels_json': 'channels',
  'profile_comparator.choice_id': 'an answer that is offered',
  'profile_comparator.question_id': 'a question',
  'profile_count.choice_id': 'an answer that is offered',
  'profile_count.column_id': 'an area or tenure',
  'profile_count.question_id': 'a question',
  'profile_gap_group.choices_json': 'answers that are offered',
  'profile_gap_group.question_id': 'a question',
  'profile_question.choices_json': 'answers that are offered',
  'recognition_evidence.item_id': 'a paper that is asked for',
  'record_merge.left_json': 'counts in words',
  'record_merge.merged_by_user_id': 'an account',
  'record_merge.moved_json': 'counts in words',
  'record_merge.undone_by_user_id': 'an account',
  'retention_length.set_by_user_id': 'an account',
  'retention_line.confirmed_by_user_id': 'an account',
  'task.done_by_user_id': 'an account',
  'travel_plan.agreed_by_user_id': 'an account',
  'travel_plan.kinds_json': 'kinds of cost',
  'usage_entry.recorded_by_user_id': 'an account',
  'venue.access_json': 'what a venue has',
  'venue.address_json': 'an address in lines',
};

/** Where modules declare what they hold, each beside its table. */
const DECLARED_IN = [
  'activities-holdings.rules',
  'agreements-holdings.rules',
  'audit-holdings.rules',
  'bookings-holdings.rules',
  'claims-holdings.rules',
  'conditions-holdings.rules',
  'groups-holdings.rules',
  'holdings-holdings.rules',
  'imports-holdings.rules',
  'mailings-holdings.rules',
  'officers-holdings.rules',
  'payees-holdings.rules',
  'people-holdings.rules',
  'recognition-holdings.rules',
  'restrictions-holdings.rules',
  'search-holdings.rules',
  'tasks-holdings.rules',
  'usage-holdings.rules',
  'users-holdings.rules',
  'venues-holdings.rules',
];

type Column = { readonly table: string; readonly column: string; readonly target: string | null };

/** Every column of the file with the table its foreign key leads to, views and the full-text index left out. */
function columnsOf(raw: Database.Database): readonly Column[] {
  return raw
    .prepare(
      `SELECT t.name AS "table", c.name AS "column", f."table" AS target
       FROM sqlite_master t JOIN pragma_table_info(t.name) c
       LEFT JOIN pragma_foreign_key_list(t.name) f ON f."from" = c.name
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'search_text%'
       ORDER BY t.name, c.cid`,
    )
    .all() as readonly Column[];
}

const SUBJECT_OF: Readonly<Record<string, Holding['subject']>> = {
  person: 'person',
  tenant_group: 'group',
};

/** Columns that name a person or group, or may, and that no module has declared. */
function undeclared(raw: Database.Database): readonly string[] {
  return columnsOf(raw).flatMap(({ table, column, target }) => {
    const place = `${table}.${column}`;
    const declared = HOLDINGS.filter((one) => one.table === table && one.column === column);
    const subject = target === null ? undefined : SUBJECT_OF[target];
    if (subject !== undefined)
      return declared.some((one) => one.subject === subject) ? [] : [place];
    const mayName = target === null && column !== 'id' && /(_id|_json)$/.test(column);
    return mayName && declared.length === 0 && NAMES_NOBODY[place] === undefined ? [place] : [];
  });
}

describe('What is held about whom', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
  });
  afterAll(() => core.close());

  it('is declared for every column of the file that names a person or a group', () => {
    expect(undeclared(core.raw())).toEqual([]);
  });

  it('is gathered from every module that declares something', () => {
    const program = readProjectFiles(/^db\/[^/]+\/[^/]+-holdings\.rules\.ts$/);
    const found = [...program.keys()].map((path) => path.replace(/^.*\/|\.ts$/g, ''));
    expect(found.toSorted()).toEqual(DECLARED_IN);
    const register = readProjectFiles(/^db\/holdings\/holdings-register\.rules\.ts$/);
    const gathered = [...register.values()].join('\n');
    expect(found.filter((name) => !gathered.includes(`/${name}`))).toEqual([]);
  });

  it.each([
    ['ALTER TABLE facility ADD COLUMN keeper_id varchar(36) REFERENCES person (id)', 'keeper_id'],
    [
      'ALTER TABLE facility ADD COLUMN friends_id varchar(36) REFERENCES tenant_group',
      'friends_id',
    ],
    ['ALTER TABLE facility ADD COLUMN sponsor_id varchar(36)', 'sponsor_id'],
    ['ALTER TABLE facility ADD COLUMN people_json text', 'people_json'],
  ])('misses no column that is added: %s', (change, column) => {
    const raw = core.raw();
    raw.exec('BEGIN');
    raw.exec(change);
    expect(undeclared(raw)).toEqual([`facility.${column}`]);
    raw.exec('ROLLBACK');
  });

  it('names only tables and columns that are there, each once for its subject', () => {
    const there = new Set(columnsOf(core.raw()).map((one) => `${one.table}.${one.column}`));
    const named = HOLDINGS.flatMap((one) =>
      [
        one.column,
        ...(one.sameBy ?? []),
        ...(one.numbered === undefined ? [] : [one.numbered]),
        ...(one.only === undefined ? [] : [one.only.column]),
        ...(one.clashes ?? []).map(({ column }) => column),
      ].map((column) => `${one.table}.${column}`),
    );
    expect(named.filter((place) => !there.has(place))).toEqual([]);
    expect(Object.keys(NAMES_NOBODY).filter((place) => !there.has(place))).toEqual([]);
    const lines = HOLDINGS.map((one) => `${one.subject} ${one.table}.${one.column}`);
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
  });

  it('says for every column that may stand only once what counts as the same', () => {
    const raw = core.raw();
    const missing = HOLDINGS.filter(
      (one) => one.onMerge !== 'keep' && one.table !== 'payee',
    ).flatMap((one) => {
      const unique = raw
        .prepare(
          `SELECT group_concat(i.name) AS columns FROM pragma_index_list(?) l, pragma_index_info(l.name) i
             WHERE l."unique" = 1 GROUP BY l.name`,
        )
        .pluck()
        .all(one.table) as readonly string[];
      return unique
        .map((columns) => columns.split(','))
        .filter((columns) => columns.includes(one.column))
        .filter(
          (columns) =>
            one.sameBy === undefined ||
            (one.numbered === undefined &&
              !one.sameBy.every((column) => columns.includes(column) || column === 'done_at')),
        )
        .map((columns) => `${one.table} (${columns.join(', ')})`);
    });
    expect(missing).toEqual([]);
  });
});

describe('The practice centre', () => {
  let practice: TestProgram;
  beforeAll(async () => {
    practice = await openPracticeOn('2027-06-10');
  });
  afterAll(() => practice.close());

  it('holds the id of a person or group in no column that is not declared', async () => {
    const columns = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      ctx.tx.query<{ table: string; column: string }[]>(
        `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'search_text%'
           AND c.type <> 'integer'`,
      ),
    );
    const found: string[] = [];
    for (const [subject, record] of [
      ['person', 'person'],
      ['group', 'tenant_group'],
    ] as const)
      for (const { table, column } of columns.filter(
        (one) => !(one.column === 'id' && one.table === record),
      )) {
        const isDeclared = HOLDINGS.some(
          (one) => one.subject === subject && one.table === table && one.column === column,
        );
        if (isDeclared) continue;
        const rows = await readRows<{ n: number }>(
          practice.core,
          `SELECT count(*) AS n FROM (
             SELECT 1 FROM (SELECT "${column}" AS v FROM "${table}" WHERE length("${column}") >= 36 LIMIT 400) AS held
             WHERE EXISTS (SELECT 1 FROM "${record}" r WHERE instr(held.v, r.id) > 0) LIMIT 1)`,
        );
        if ((rows[0]?.n ?? 0) > 0) found.push(`${subject}: ${table}.${column}`);
      }
    expect(found).toEqual([]);
  });
});
