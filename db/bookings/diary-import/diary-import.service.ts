import { recordAudits } from '#db/audit/record';
import type { Facility } from '#db/facilities/facilities.contract';
import type { ImportSource, MadeThing, SourcePlan, SourceTable } from '#db/imports/import-source';
import { rawWords, rowOf } from '#db/imports/plan-row.rules';
import { readTable } from '#db/imports/source-table';
import { addSearchEntries } from '#db/search/search.service';
import { takeReferences } from '#db/settings/settings.service';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { progressOf } from '#db/shared/plain-words';
import { bookingAuditNote } from '../booking-audit.service.ts';
import { refuseOverlap } from '../booking-checks.service.ts';
import { searchEntryOf } from '../booking-search.service.ts';
import type { CreateBooking } from '../bookings.contract.ts';
import * as bookings from '../bookings.repository.ts';
import { readCalendar } from './diary-calendar.ts';
import { DIARY_COLUMNS } from './diary-columns.rules.ts';
import { type DiaryEntry, type NotUnderstood, readEntry } from './diary-entry.rules.ts';
import { type DiaryJudge, readDiaryJudge } from './diary-judge.service.ts';
import { type DiaryPeople, readDiaryPeople, type Who } from './diary-people.service.ts';
import { entryWords } from './diary-plan.rules.ts';
import { undoDiary } from './diary-undo.service.ts';
import type { Judgement } from '../judge.rules.ts';
import { lapseOverdue } from '../queue/lapse.service.ts';
import {
  type BookingNames,
  namesOf,
  newStoredBooking,
  type Placement,
  withNames,
} from '../place-booking.service.ts';

/** An existing diary as a table, of text or in a workbook. */
export const diaryCsv: ImportSource = {
  kind: 'diary-csv',
  read: (content, reading) => readTable(content, DIARY_COLUMNS, reading),
  plan: planDiary,
  undo: undoDiary,
};

/** An existing diary as a calendar file. */
export const diaryCalendar: ImportSource = {
  kind: 'diary-ics',
  read: readCalendar,
  plan: planDiary,
  undo: undoDiary,
};

/** A row that every rule lets through, ready to be written. */
type Ready = {
  readonly line: number;
  readonly words: string;
  readonly facility: Facility;
  readonly wanted: CreateBooking;
  readonly judgement: Judgement;
  readonly who: Who;
};

/** After so many rows others have their turn, the page hears how far it is, and may stop it. */
const AT_ONCE = 100;

/**
 * Judges every row of a diary by the rules of a booking that is made at the desk, against the bookings there are and
 * the rows above it. What is past may come in: an old diary is history. Nothing is written before `commit`.
 */
async function planDiary(ctx: Ctx, table: SourceTable): Promise<SourcePlan> {
  await lapseOverdue(ctx);
  const read = table.rows.map((row) => ({
    row,
    entry: row.unreadable !== '' || row.skipped !== '' ? undefined : readEntry(row.cells),
  }));
  const entries = read.flatMap(({ entry }) => (isUnderstood(entry) ? [entry] : []));
  const people = await readDiaryPeople(ctx, entries);
  const judge = await readDiaryJudge(ctx, entries);
  const ready: Ready[] = [];
  const rows = [];
  for (const [index, { row, entry }] of read.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(ctx, progressOf(index, read.length, { word: 'row', did: 'looked at' }));
    if (row.skipped !== '') rows.push(rowOf(row, rawWords(row), 'skip', { why: row.skipped }));
    else if (entry === undefined)
      rows.push(rowOf(row, rawWords(row), 'problem', { why: row.unreadable }));
    else if ('skip' in entry) rows.push(rowOf(row, rawWords(row), 'skip', { why: entry.skip }));
    else if ('problem' in entry)
      rows.push(rowOf(row, rawWords(row), 'problem', { why: entry.problem }));
    else {
      const words = entryWords(entry);
      const verdict = await judgeEntry(ctx, { entry, line: row.line }, { people, judge });
      if ('ready' in verdict) {
        ready.push({ ...verdict.ready, line: row.line, words });
        rows.push(rowOf(row, words, 'add', { alsoMakes: verdict.ready.who.alsoMakes }));
      } else if ('skip' in verdict) rows.push(rowOf(row, words, 'skip', { why: verdict.skip }));
      else rows.push(rowOf(row, words, 'problem', { why: verdict.problem }));
    }
  }
  return { rows, commit: () => commitDiary(ctx, ready, people) };
}

const isUnderstood = (entry: DiaryEntry | NotUnderstood | undefined): entry is DiaryEntry =>
  entry !== undefined && 'room' in entry;

async function judgeEntry(
  ctx: Ctx,
  { entry, line }: { readonly entry: DiaryEntry; readonly line: number },
  { people, judge }: { readonly people: DiaryPeople; readonly judge: DiaryJudge },
): Promise<{ readonly ready: Omit<Ready, 'line' | 'words'> } | NotUnderstood> {
  const who = people.whoOf(entry);
  if ('problem' in who) return who;
  const verdict = await judge.judge(ctx, entry, {
    booker: people.bookerOf(who),
    responsiblePersonId: people.responsibleOf(who),
  });
  if (!('wanted' in verdict)) return verdict;
  who.keep();
  judge.hold(verdict, entry, line);
  return { ready: { ...verdict, who } };
}

/** Writes what was planned, in the order of the file; every booking is confirmed, because its diary was kept by. */
async function commitDiary(
  ctx: Ctx,
  ready: readonly Ready[],
  people: DiaryPeople,
): Promise<readonly MadeThing[]> {
  const things: MadeThing[] = [...(await people.enterNew(ctx))];
  const references = await referencesFor(ctx, ready);
  const names = new Map<string, BookingNames>();
  for (let start = 0; start < ready.length; start += AT_ONCE) {
    const made = [];
    for (const [index, one] of ready.slice(start, start + AT_ONCE).entries()) {
      const wanted = {
        ...one.wanted,
        booker: people.bookerOf(one.who),
        responsiblePersonId: people.responsibleOf(one.who),
      };
      const key = JSON.stringify([wanted.booker, wanted.responsiblePersonId]);
      const known = names.get(key) ?? (await namesOf(ctx, wanted));
      names.set(key, known);
      const { facility, judgement } = one;
      const placement: Placement = {
        facility,
        names: known,
        allowed: { judgement, held: judgement.held, squeeze: undefined },
      };
      const reference = mustExist(references[start + index], 'one was taken for each row');
      const stored = {
        ...newStoredBooking(ctx, wanted, placement, reference),
        status: 'confirmed' as const,
      };
      made.push({ one, stored, booking: withNames(stored, placement) });
    }
    await bookings
      .insertAll(
        ctx,
        made.map(({ stored }) => stored),
      )
      .catch(refuseOverlap);
    await addSearchEntries(
      ctx,
      made.map(({ booking }) => searchEntryOf(booking)),
    );
    await recordAudits(
      ctx,
      made.map(({ booking }) => bookingAuditNote({ action: 'booking.created', after: booking })),
    );
    things.push(
      ...made.map(({ one, booking }) => ({
        objectType: 'booking',
        objectId: booking.id,
        line: one.line,
        words: one.words,
        version: booking.version,
      })),
    );
    await tellAndTurn(
      ctx,
      progressOf(Math.min(start + AT_ONCE, ready.length), ready.length, {
        word: 'booking',
        did: 'brought in',
      }),
    );
  }
  return things;
}

/** One reference for each row, numbered in the year of its day in the order of the file. */
async function referencesFor(ctx: Ctx, ready: readonly Ready[]): Promise<readonly string[]> {
  const yearOf = (one: Ready): number => Number(one.wanted.date.slice(0, 4));
  const taken = new Map<number, string[]>();
  for (const year of new Set(ready.map(yearOf))) {
    const count = ready.filter((one) => yearOf(one) === year).length;
    taken.set(year, [...(await takeReferences(ctx, 'BKG', year, count))]);
  }
  return ready.map((one) => mustExist(taken.get(yearOf(one))?.shift(), 'as many were taken'));
}
