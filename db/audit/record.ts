import { randomBytes } from 'node:crypto';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { millisecondsBetween, millisecondsOf } from '#db/shared/instant';
import { localDateTimeOf } from '#db/shared/local-date';
import * as entries from './audit.repository.ts';
import type { AuditEntryRow, AuditPersonalValueRow } from './audit.table.ts';
import { linkHash, sealReason, sealValue } from './chain.ts';

/** A value about a person: the chain holds its seal, a side table the readable form until the person is erased. */
export type PersonalValue = { readonly subjectId: string; readonly personal: string };

/** Facts before or after a change. Personal ones are wrapped with `personal`. */
export type AuditFacts = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | PersonalValue>
>;

export type AuditNote = {
  /** What happened, `thing.did`: 'booking.created'. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /**
   * Why somebody acted, in words of their own, which may name people: sealed under the person whom `personal` names,
   * else under the record itself. What the program does by itself has reasons of the program, which stay readable.
   */
  readonly reason?: string | PersonalValue;
  readonly onBehalfOf?: string;
  readonly before?: AuditFacts;
  readonly after?: AuditFacts;
};

export function personal(subjectId: string, value: string): PersonalValue {
  return { subjectId, personal: value };
}

const isPersonal = (value: AuditFacts[string] | undefined): value is PersonalValue =>
  typeof value === 'object' && value !== null && 'personal' in value;

/** A step of the clock larger than this is noted on the entry. */
const CLOCK_JUMP_MILLISECONDS = 60_000;

/** How far the computer's clock stood from the steady one at the last entry; per database connection. */
const driftSeen = new WeakMap<object, number>();

/**
 * Writes one link of the audit chain in the unit of work of the change it describes.
 * Entries are numbered without gaps; time only describes them, it never orders them.
 */
export async function recordAudit(ctx: Ctx, note: AuditNote): Promise<void> {
  await recordAudits(ctx, [note]);
}

/** Writes a run of links, one for each note and in their order: what one act did to many records. */
export async function recordAudits(ctx: Ctx, notes: readonly AuditNote[]): Promise<void> {
  if (notes.length === 0) return;
  let head = await entries.findHead(ctx);
  const at = ctx.now();
  const jumped = hasClockJumped(ctx, head.at) ? 1 : 0;
  const keys = new Map<string, string>();
  const rows: AuditEntryRow[] = [];
  const personalValues: AuditPersonalValueRow[] = [];
  for (const note of notes) {
    const seq = head.seq + 1;
    const before = await sealFacts(ctx, { seq, side: 'before', facts: note.before ?? {}, keys });
    const after = await sealFacts(ctx, { seq, side: 'after', facts: note.after ?? {}, keys });
    const reason = await sealNotedReason(ctx, { seq, note, keys });
    personalValues.push(
      ...before.personalValues,
      ...after.personalValues,
      ...reason.personalValues,
    );
    const entry = {
      seq,
      at,
      local_at: localDateTimeOf(at),
      clock_jumped: rows.length === 0 ? jumped : 0,
      actor_kind: ctx.actor.kind,
      actor_id: userIdOf(ctx.actor),
      actor_role: ctx.actor.kind === 'user' ? ctx.actor.role : null,
      on_behalf_of: note.onBehalfOf ?? null,
      host: ctx.host,
      session_id: ctx.sessionId,
      action: note.action,
      object_type: note.objectType,
      object_id: note.objectId,
      reason: reason.text,
      before_json: before.json,
      after_json: after.json,
      request_id: ctx.requestId,
      app_version: ctx.appVersion,
    };
    const hash = linkHash(head.hash, entry);
    rows.push({ ...entry, prev_hash: head.hash, hash });
    head = { seq, hash, at };
  }
  await entries.insert(ctx, rows);
  await entries.insertPersonalValues(ctx, personalValues);
  ctx.audited.count += rows.length;
}

/** True when time went backwards since the last entry, or the computer's clock was turned while we ran. */
function hasClockJumped(ctx: Ctx, lastAt: string | null): boolean {
  const now = ctx.now();
  const drift = millisecondsOf(now) - ctx.steadyMilliseconds();
  const before = driftSeen.get(ctx.tx.connection);
  driftSeen.set(ctx.tx.connection, drift);
  if (before !== undefined && Math.abs(drift - before) > CLOCK_JUMP_MILLISECONDS) return true;
  return (
    lastAt !== null && millisecondsBetween(lastAt as typeof now, now) < -CLOCK_JUMP_MILLISECONDS
  );
}

async function sealFacts(
  ctx: Ctx,
  of: {
    readonly seq: number;
    readonly side: 'before' | 'after';
    readonly facts: AuditFacts;
    /** Keys that this run has already read, by person. */
    readonly keys: Map<string, string>;
  },
): Promise<{ readonly json: string; readonly personalValues: readonly AuditPersonalValueRow[] }> {
  const sealed: Record<string, unknown> = {};
  const personalValues: AuditPersonalValueRow[] = [];
  for (const field of Object.keys(of.facts).sort()) {
    const value = of.facts[field];
    if (value === undefined) continue;
    if (!isPersonal(value)) {
      sealed[field] = typeof value === 'string' ? value.normalize('NFC') : value;
      continue;
    }
    const key = await subjectKeyOf(ctx, value.subjectId, of.keys);
    sealed[field] = { sealed: sealValue(key, field, value.personal) };
    personalValues.push({
      seq: of.seq,
      side: of.side,
      field,
      subject_id: value.subjectId,
      value: value.personal,
    });
  }
  return { json: JSON.stringify(sealed), personalValues };
}

async function sealNotedReason(
  ctx: Ctx,
  of: {
    readonly seq: number;
    readonly note: AuditNote;
    readonly keys: Map<string, string>;
  },
): Promise<{ readonly text: string; readonly personalValues: readonly AuditPersonalValueRow[] }> {
  const { reason = '', objectId } = of.note;
  const { subjectId, personal: words } = isPersonal(reason) ? reason : personal(objectId, reason);
  if (words === '' || ctx.actor.kind === 'program')
    return { text: words.normalize('NFC'), personalValues: [] };
  const key = await subjectKeyOf(ctx, subjectId, of.keys);
  const value = {
    seq: of.seq,
    side: 'reason',
    field: 'reason',
    subject_id: subjectId,
    value: words,
  };
  return { text: sealReason(key, words), personalValues: [value] };
}

async function subjectKeyOf(
  ctx: Ctx,
  subjectId: string,
  keys: Map<string, string>,
): Promise<string> {
  const known = keys.get(subjectId) ?? (await entries.findSubjectKey(ctx, subjectId));
  const key = known ?? randomBytes(32).toString('hex');
  if (known === undefined) await entries.insertSubjectKey(ctx, subjectId, key);
  keys.set(subjectId, key);
  return key;
}
