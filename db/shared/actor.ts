// [browser-safe]
import type { Actor } from './ctx.ts';

/** The account that acts; null for the program itself and for somebody who is not signed in. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.userId : null;
}

/** Whether somebody may read what a person needs. Finance and the auditor follow the money, and a need says nothing of it. */
export function readsNeeds(actor: Actor): boolean {
  return actor.kind === 'user' && actor.role !== 'finance' && actor.role !== 'auditor';
}

/** The auditor follows money and acts, not people: whatever names somebody is masked for that role. */
export function isAuditor(actor: Actor): boolean {
  return actor.kind === 'user' && actor.role === 'auditor';
}
