import { setImmediate as lettingOthersIn } from 'node:timers/promises';
import type { Ctx } from '#db/shared/ctx';
import { readAnchors } from './anchors.ts';
import type { ChainCheck } from './audit.contract.ts';
import * as entries from './audit.repository.ts';
import { CHAIN_START, type ChainHead, findBrokenLink, sealReason, sealValue } from './chain.ts';
import type { AuditEntryRow } from './audit.table.ts';

/** Entries read at a time: a turn keeps other calls waiting for some 20 ms. */
const ENTRIES_PER_TURN = 500;

type RunReading = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/**
 * Checks the chain from the entry after `fromSeq` (0: all of it), the readable values behind its seals, and the
 * anchors kept outside the database. Works in turns, so that the desk can go on meanwhile.
 */
export async function checkChain(
  read: RunReading,
  options: { readonly fromSeq: number; readonly anchorsFile: string },
): Promise<ChainCheck> {
  let head: ChainHead = await startOf(read, options.fromSeq);
  const startSeq = head.seq;
  for (;;) {
    const turn = await read(async (ctx) => {
      const rows = await entries.listAfter(ctx, head.seq, ENTRIES_PER_TURN);
      const link = findBrokenLink(head, rows);
      // Behind a broken link nothing can be relied on, not even that an entry can be read.
      const fitting = rows.filter((row) => row.seq <= link.head.seq);
      const badSeal = await findBadSeal(ctx, fitting);
      return { count: rows.length, link, badSeal };
    });
    const bad = lowest(turn.link.badSeq, turn.badSeal);
    head = turn.link.head;
    if (bad !== undefined) return broken(bad, head, startSeq);
    if (turn.count < ENTRIES_PER_TURN) break;
    // Without this the turns follow each other before the process has looked for a request.
    await lettingOthersIn();
  }
  const anchorBad = await findBadAnchor(read, options.anchorsFile, head);
  if (anchorBad !== undefined)
    return {
      ...broken(anchorBad, head, startSeq),
      words: `The record does not match a check mark taken earlier at entry ${anchorBad}: entries were cut off or the record was rebuilt. Tell the auditor, and compare with a printed day sheet.`,
    };
  const checked = head.seq - startSeq;
  return {
    isWhole: true,
    checked,
    headSeq: head.seq,
    headHash: head.hash,
    firstBadSeq: null,
    words:
      checked === 1
        ? 'The one entry checked is whole and in order.'
        : `All ${checked} entries checked are whole and in order.`,
  };
}

async function startOf(read: RunReading, fromSeq: number): Promise<ChainHead> {
  if (fromSeq <= 0) return { seq: 0, hash: CHAIN_START };
  const hash = await read((ctx) => entries.findHashAt(ctx, fromSeq));
  return hash === undefined ? { seq: 0, hash: CHAIN_START } : { seq: fromSeq, hash };
}

const lowest = (a: number | null, b: number | undefined): number | undefined =>
  a === null ? b : b === undefined ? a : Math.min(a, b);

function broken(badSeq: number, head: ChainHead, startSeq: number): ChainCheck {
  return {
    isWhole: false,
    checked: head.seq - startSeq,
    headSeq: head.seq,
    headHash: head.hash,
    firstBadSeq: badSeq,
    words: `The record was changed outside the program at entry ${badSeq}. Nothing before it is affected. Tell the auditor before anyone works on.`,
  };
}

type Sealed = Readonly<Record<string, unknown>>;

/** The first entry whose readable personal value no longer gives its seal. */
async function findBadSeal(ctx: Ctx, rows: readonly AuditEntryRow[]): Promise<number | undefined> {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const values = await entries.listPersonalValues(ctx, first.seq, last.seq);
  if (values.length === 0) return undefined;
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  for (const value of values) {
    const row = bySeq.get(value.seq);
    if (row === undefined || value.key_hex === null) return value.seq;
    if (value.side === 'reason') {
      if (row.reason !== sealReason(value.key_hex, value.value)) return value.seq;
      continue;
    }
    const facts = JSON.parse(value.side === 'before' ? row.before_json : row.after_json) as Sealed;
    const held = facts[value.field] as { sealed?: string } | undefined;
    if (held?.sealed !== sealValue(value.key_hex, value.field, value.value)) return value.seq;
  }
  return undefined;
}

/** The first anchor that the chain contradicts: beyond its end, or another hash at that number. */
async function findBadAnchor(
  read: RunReading,
  anchorsFile: string,
  head: ChainHead,
): Promise<number | undefined> {
  for (const anchor of readAnchors(anchorsFile)) {
    if (anchor.seq === 0) continue;
    if (anchor.seq > head.seq) return anchor.seq;
    const hash = await read((ctx) => entries.findHashAt(ctx, anchor.seq));
    if (hash !== anchor.hash) return anchor.seq;
  }
  return undefined;
}
