// [browser-safe]
import type { Actor } from './ctx.ts';

/** The account that acts; null for the program itself and for somebody who is not signed in. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.userId : null;
}

/** The auditor follows money and acts, not people: whatever names somebody is masked for that role. */
export function isAuditor(actor: Actor): boolean {
  return actor.kind === 'user' && actor.role === 'auditor';
}
