import { listLinesAbout } from '#db/audit/subject.service';
import { reasonForTheirCopy } from '#db/claims/plans/travel-plans.service';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Ctx } from '#db/shared/ctx';
import type { Holding } from '#db/shared/holding';
import { formatDateTime } from '#db/shared/plain-words';
import type { RecordKind } from '../holdings.contract.ts';
import * as held from '../held-rows.repository.ts';
import { HOLDINGS, RECORD_TABLE } from '../holdings-register.rules.ts';
import type { AnyRow } from '../merge/merge.rules.ts';
import { getRecord } from '../merge/merge-plan.service.ts';
import * as mentions from '../mentions.repository.ts';
import * as merges from '../merges.repository.ts';
import { type Mask, newMask, NO_MASK } from './mask.rules.ts';
import { type Fact, factsOf, labelOf } from './row-words.rules.ts';

/** Everything of one kind: 'Booking', with one list of facts for each. */
export type FileSection = { readonly words: string; readonly rows: readonly (readonly Fact[])[] };

/** All that is held about one person or group, in words. */
export type PersonFile = {
  readonly name: string;
  readonly sections: readonly FileSection[];
  readonly rows: number;
  /** How often somebody else was masked. */
  readonly masked: number;
};

/** Seen to apart, or told by the record itself. */
const APART = ['record of what happened', 'merges', 'search'];

/** Gathers everything by the register, then what happened, then the mentions that a person chose. */
export async function gatherEverything(
  ctx: Ctx,
  wanted: {
    readonly kind: RecordKind;
    readonly id: string;
    readonly withOthers: boolean;
    readonly mentions: readonly string[];
  },
): Promise<PersonFile> {
  const record = await getRecord(ctx, wanted.kind, wanted.id);
  const reading = await newReading(ctx, wanted);
  const holdings = HOLDINGS.filter(
    (one) => one.subject === wanted.kind && !APART.includes(one.recordType),
  );
  const sections: FileSection[] = [await ownSection(ctx, reading)];
  const seen = new Set<string>();
  for (const [done, holding] of holdings.entries()) {
    sections.push(await sectionOf(ctx, reading, holding, seen));
    await tellAndTurn(ctx, {
      done,
      total: holdings.length,
      words: `Part ${done + 1} of ${holdings.length}`,
    });
  }
  sections.push(await historyOf(ctx, reading));
  sections.push(await chosenMentions(ctx, reading, wanted.mentions));
  const filled = sections.filter(({ rows }) => rows.length > 0);
  return {
    name: record.name,
    sections: filled,
    rows: filled.reduce((sum, { rows }) => sum + rows.length, 0),
    masked: reading.mask.count(),
  };
}

/** What is needed to put rows into words. */
type Reading = {
  readonly kind: RecordKind;
  readonly ids: readonly string[];
  readonly known: Awaited<ReturnType<typeof mentions.readKnownBy>>;
  readonly mask: Mask;
  readonly names: Awaited<ReturnType<typeof mentions.readNames>>;
};

async function newReading(
  ctx: Ctx,
  of: { readonly kind: RecordKind; readonly id: string; readonly withOthers: boolean },
): Promise<Reading> {
  const ids = [of.id, ...(await merges.listOldIds(ctx, of.kind, of.id))];
  const known = await mentions.readKnownBy(ctx, ids);
  return {
    kind: of.kind,
    ids,
    known,
    mask: of.withOthers ? NO_MASK : newMask(known, await mentions.listOtherNames(ctx, ids)),
    names: await mentions.readNames(ctx),
  };
}

function wordsOf(reading: Reading, row: AnyRow, holding?: Holding): readonly Fact[] {
  return factsOf(row, {
    ids: reading.ids,
    nameOf: (id) => reading.names.get(id),
    mask: reading.mask,
    tells: holding?.tells,
    namesOthers: holding?.namesOthers,
    ownNames: reading.known.names,
  });
}

async function ownSection(ctx: Ctx, reading: Reading): Promise<FileSection> {
  const [id = ''] = reading.ids;
  const row = await held.findRow(ctx, RECORD_TABLE[reading.kind], { id });
  return { words: 'The record itself', rows: row === undefined ? [] : [wordsOf(reading, row)] };
}

async function sectionOf(
  ctx: Ctx,
  reading: Reading,
  holding: Holding,
  seen: Set<string>,
): Promise<FileSection> {
  const rows: (readonly Fact[])[] = [];
  const [id = ''] = reading.ids;
  for (const row of await held.listRows(ctx, holding, id)) {
    const key = `${holding.table} ${JSON.stringify(row)}`;
    // A booking for somebody who answers for it too is told once.
    if (seen.has(key)) continue;
    seen.add(key);
    const facts = [...wordsOf(reading, row, holding), ...openedOf(ctx, reading, holding, row)];
    const beside = holding.tells === undefined ? await besideOf(ctx, reading, holding, row) : [];
    if (facts.length + beside.length > 0) rows.push([...facts, ...beside]);
  }
  return { words: capital(holding.words), rows };
}

/** What lies sealed in a row and is the person's own to read, opened for this copy. */
function openedOf(ctx: Ctx, reading: Reading, holding: Holding, row: AnyRow): readonly Fact[] {
  const { id, sealed_why: sealedWhy } = row;
  if (holding.table !== 'travel_plan' || typeof id !== 'string' || typeof sealedWhy !== 'string')
    return [];
  const why = reading.mask.text(reasonForTheirCopy(ctx, { id, sealedWhy }));
  return why === '' ? [] : [{ label: 'Why', value: why }];
}

/** What belongs to a row in other tables: how it was left, what was agreed, how it is paid. */
async function besideOf(
  ctx: Ctx,
  reading: Reading,
  holding: Holding,
  row: AnyRow,
): Promise<readonly Fact[]> {
  if (typeof row['id'] !== 'string') return [];
  const facts: Fact[] = [];
  for (const child of await held.childrenOf(ctx, holding.table)) {
    if (HOLDINGS.some(({ table }) => table === child.table)) continue;
    for (const one of await held.listBy(ctx, child, row['id'])) {
      const { [child.column]: _, ...rest } = one;
      const words = factsOf(rest, {
        ids: reading.ids,
        nameOf: (id) => reading.names.get(id),
        mask: reading.mask,
        namesOthers: NAMES_BESIDE,
        ownNames: reading.known.names,
      });
      if (words.length > 0)
        facts.push({
          label: labelOf(child.table),
          value: words.map(({ label, value }) => `${label}: ${value}`).join('; '),
        });
    }
  }
  return facts;
}

/** Columns of rows beside a row that hold somebody's name in words. */
const NAMES_BESIDE = ['name', 'signatory_name', 'who', 'by_whom', 'officer'];

async function historyOf(ctx: Ctx, reading: Reading): Promise<FileSection> {
  const lines = await listLinesAbout(ctx, reading.ids);
  return {
    words: 'Record of what happened',
    rows: lines.map(({ localAt, action, role, values }) => [
      { label: 'When', value: formatDateTime(localAt) },
      { label: 'What', value: action.replaceAll(/[.-]/g, ' ') },
      ...(role === '' ? [] : [{ label: 'By', value: role }]),
      ...values
        .filter(({ value }) => value !== '')
        .map(({ field, side, value }) => ({
          label: `${labelOf(field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))}${side === 'before' ? ', before' : ''}`,
          value: OTHERS_IN_HISTORY.includes(field)
            ? reading.mask.name(value)
            : reading.mask.text(value),
        })),
    ]),
  };
}

/** Fields of the record of what happened that hold somebody else's name in words. */
const OTHERS_IN_HISTORY = [
  'keyholder',
  'accompaniedBy',
  'guardianName',
  'guardianPhone',
  'agreedBy',
  'spokeTo',
  'decidedBy',
];

async function chosenMentions(
  ctx: Ctx,
  reading: Reading,
  chosen: readonly string[],
): Promise<FileSection> {
  const found = chosen.length === 0 ? [] : await findMentions(ctx, reading);
  return {
    words: 'Named in other records',
    rows: found
      .filter(({ key }) => chosen.includes(key))
      .map(({ where, excerpt }) => [{ label: where, value: excerpt }]),
  };
}

/** Most places that are listed for somebody to look at. */
const MENTIONS_SHOWN = 300;
/** Characters before and after a name that are shown. */
const ROUND = 80;

type FoundMention = { readonly key: string; readonly where: string; readonly excerpt: string };

/** Other records whose words name the person; what the register knows as theirs is left out. */
async function findMentions(ctx: Ctx, reading: Reading): Promise<readonly FoundMention[]> {
  const own = await ownRows(ctx, reading);
  const rows = await mentions.listMentions(ctx, reading.known, MENTIONS_SHOWN);
  return rows
    .filter(({ table, id }) => id === null || !own.has(`${table} ${id}`))
    .map((row) => ({
      key: `${row.table}.${row.column}.${row.rowid}`,
      where: [labelOf(row.table), row.reference ?? '', labelOf(row.column).toLowerCase()]
        .filter((part) => part !== '')
        .join(', '),
      excerpt: reading.mask.text(excerptOf(row.text, reading.known.names)),
    }));
}

async function ownRows(ctx: Ctx, reading: Reading): Promise<ReadonlySet<string>> {
  const own = new Set<string>(reading.ids.map((id) => `${RECORD_TABLE[reading.kind]} ${id}`));
  const [id = ''] = reading.ids;
  for (const holding of HOLDINGS) {
    if (holding.subject !== reading.kind || holding.tells !== undefined) continue;
    for (const row of await held.listRows(ctx, holding, id))
      if (typeof row['id'] === 'string') own.add(`${holding.table} ${row['id']}`);
  }
  return own;
}

function excerptOf(text: string, names: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = names.map((name) => lower.indexOf(name.toLowerCase())).filter((at) => at >= 0);
  const at = places[0] ?? 0;
  const from = Math.max(0, at - ROUND);
  const until = Math.min(text.length, at + ROUND * 2);
  return `${from > 0 ? '… ' : ''}${text.slice(from, until)}${until < text.length ? ' …' : ''}`;
}

/** The places where somebody is named elsewhere, for a person to look at. */
export async function listMentionsOf(
  ctx: Ctx,
  of: { readonly kind: RecordKind; readonly id: string },
): Promise<FoundMention[]> {
  await getRecord(ctx, of.kind, of.id);
  return [...(await findMentions(ctx, await newReading(ctx, { ...of, withOthers: false })))];
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
