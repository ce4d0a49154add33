import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import { dateOf, type LocalDate, type LocalDateTime } from '#db/shared/local-date';
import type { auditContract, AuditLine } from './audit.contract.ts';
import { auditErrors } from './audit.errors.ts';
import * as entries from './audit.repository.ts';
import { isSealedReason } from './chain.ts';
import { checkChain } from './check-chain.ts';

type EntryWithName = Awaited<ReturnType<typeof entries.listRecent>>[number];
type PersonalRow = Awaited<ReturnType<typeof entries.listPersonalValues>>[number];

/** Reading and checking the record of what happened. `anchorsFile` lies outside the database. */
export function auditService(place: {
  readonly anchorsFile: string;
}): Handlers<typeof auditContract> {
  return {
    async recent(ctx, wanted) {
      const rows = await entries.listRecent(ctx, { ...wanted, actorId: actorFilter(ctx) });
      return toLines(ctx, rows);
    },

    async ofObject(ctx, { objectType, objectId }) {
      const rows = await entries.listOfObject(ctx, objectType, objectId);
      return toLines(ctx, rows);
    },

    async check(steps) {
      return checkChain(steps.unit, { fromSeq: 0, anchorsFile: place.anchorsFile });
    },
  };
}

/** The newest entry's number and hash, to keep or print outside the database; null while nothing has happened. */
export async function findChainHead(ctx: Ctx): Promise<{ seq: number; hash: string } | null> {
  const head = await entries.findHead(ctx);
  return head.at === null ? null : { seq: head.seq, hash: head.hash };
}

/** The newest entries about one record, newest first. */
export async function listChangesSince(
  ctx: Ctx,
  objectType: string,
  objectId: string,
  limit: number,
): Promise<AuditLine[]> {
  const rows = await entries.listOfObject(ctx, objectType, objectId);
  return toLines(ctx, rows.slice(-limit).toReversed());
}

/** A manager and the auditor see everybody's acts; everyone else their own. */
function actorFilter(ctx: Ctx): string | null {
  if (ctx.actor.kind !== 'user') throw auditErrors.error('audit.not-yours', {});
  return ctx.actor.role === 'manager' || ctx.actor.role === 'auditor' ? null : ctx.actor.userId;
}

async function toLines(ctx: Ctx, rows: readonly EntryWithName[]): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  const hidePersonal = isAuditor(ctx.actor);
  for (const row of rows) {
    const values = await entries.listPersonalValues(ctx, row.seq, row.seq);
    lines.push({
      ...toLine(row, hidePersonal ? [] : values),
      reason: reasonWords(row, values, hidePersonal),
    });
  }
  return lines;
}

/** Why somebody acted. The auditor reads that a reason was given, whether it is sealed or older than sealing. */
function reasonWords(
  row: EntryWithName,
  values: readonly PersonalRow[],
  hidePersonal: boolean,
): string {
  if (row.reason === '' || row.actor_kind === 'program') return row.reason;
  if (hidePersonal) return 'reason on record';
  if (!isSealedReason(row.reason)) return row.reason;
  return values.find((value) => value.side === 'reason')?.value ?? 'reason on record';
}

function toLine(row: EntryWithName, values: readonly PersonalRow[]): Omit<AuditLine, 'reason'> {
  const before = JSON.parse(row.before_json) as Record<string, unknown>;
  const after = JSON.parse(row.after_json) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const words = (side: 'before' | 'after', field: string): string => {
    const value = (side === 'before' ? before : after)[field];
    if (value === undefined || value === null) return '';
    if (typeof value === 'object' && 'sealed' in value)
      return values.find((v) => v.side === side && v.field === field)?.value ?? 'personal detail';
    return Array.isArray(value)
      ? value.join(', ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  };
  return {
    seq: row.seq,
    at: row.at as Instant,
    who: row.actor_name ?? (row.actor_kind === 'program' ? 'TRC Desk' : 'Nobody signed in'),
    role: row.actor_role ?? '',
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    changes: fields.map((field) => ({
      field,
      before: words('before', field),
      after: words('after', field),
    })),
    clockJumped: row.clock_jumped === 1,
  };
}

/** When a field of a record last came to say something else, and which account wrote that; undefined when never. */
export async function findLastWritten(
  ctx: Ctx,
  of: { readonly objectType: string; readonly objectId: string; readonly field: string },
): Promise<{ readonly on: LocalDate; readonly byUserId: string | null } | undefined> {
  const rows = await entries.listOfObject(ctx, of.objectType, of.objectId);
  const row = rows.findLast(({ before_json, after_json }) => {
    // Personal values stand as seals, which are the same for the same text.
    const sides = [before_json, after_json].map((json) => JSON.parse(json) as Facts);
    const [before, after] = sides.map((facts) => JSON.stringify(facts[of.field]));
    return after !== undefined && after !== before;
  });
  return row === undefined
    ? undefined
    : { on: dateOf(row.local_at as LocalDateTime), byUserId: row.actor_id };
}

type Facts = Readonly<Record<string, unknown>>;
