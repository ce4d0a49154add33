import { createHash, createHmac, createSecretKey } from 'node:crypto';
import type { AuditEntryRow } from './audit.table.ts';

/** What the first entry of a chain points back to. */
export const CHAIN_START = '0'.repeat(64);

/** The fields that are hashed, in this order for ever: the order is part of every hash ever made. */
export const HASHED_FIELDS = [
  'seq',
  'at',
  'local_at',
  'clock_jumped',
  'actor_kind',
  'actor_id',
  'actor_role',
  'on_behalf_of',
  'host',
  'session_id',
  'action',
  'object_type',
  'object_id',
  'reason',
  'before_json',
  'after_json',
  'request_id',
  'app_version',
] as const satisfies readonly (keyof AuditEntryRow)[];

/** The one text form of an entry: a JSON array in the fixed order, letters in composed form (NFC). */
export function canonicalText(entry: Omit<AuditEntryRow, 'hash' | 'prev_hash'>): string {
  return JSON.stringify(HASHED_FIELDS.map((field) => entry[field])).normalize('NFC');
}

/** SHA-256 over the previous hash and the entry's canonical text, in lower-case hex. */
export function linkHash(
  previous: string,
  entry: Omit<AuditEntryRow, 'hash' | 'prev_hash'>,
): string {
  return createHash('sha256')
    .update(previous)
    .update('\n')
    .update(canonicalText(entry))
    .digest('hex');
}

const SEALED_REASON = 'sealed:';

/** What stands in an entry in place of why somebody acted; a plain reason is the program's own, or older than sealing. */
export function sealReason(keyHex: string, reason: string): string {
  return `${SEALED_REASON}${sealValue(keyHex, 'reason', reason)}`;
}

/** Whether the reason of an entry is a seal, whose words stand beside the chain while the person is on record. */
export const isSealedReason = (reason: string): boolean => reason.startsWith(SEALED_REASON);

/** Where a chain stands: the last entry known to be right. */
export type ChainHead = { readonly seq: number; readonly hash: string };

/**
 * Walks entries that follow `from` and names the first that does not fit: a gap in the numbers, a wrong
 * pointer back, or content that does not give its hash. Undefined when all fit.
 */
export function findBrokenLink(
  from: ChainHead,
  entries: readonly AuditEntryRow[],
):
  | { readonly badSeq: number; readonly head: ChainHead }
  | { readonly badSeq: null; readonly head: ChainHead } {
  let head = from;
  for (const entry of entries) {
    if (
      entry.seq !== head.seq + 1 ||
      entry.prev_hash !== head.hash ||
      entry.hash !== linkHash(head.hash, entry)
    )
      return { badSeq: head.seq + 1, head };
    head = { seq: entry.seq, hash: entry.hash };
  }
  return { badSeq: null, head };
}

/**
 * What stands in the chain in place of a personal value: an HMAC under the person's own key. Once the key is
 * erased nobody can tell what was sealed, and the chain still verifies.
 */
export function sealValue(keyHex: string, field: string, value: string): string {
  // A key made into one first: given bytes, Node tries other kinds of key by failing, for most of the time it takes.
  return createHmac('sha256', createSecretKey(keyHex, 'hex'))
    .update(field)
    .update('\n')
    .update(value.normalize('NFC'))
    .digest('hex');
}
