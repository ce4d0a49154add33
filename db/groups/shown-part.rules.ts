import { groupErrors } from './groups.errors.ts';

/**
 * Two people may have one part of a group open, and parts bear no version: whoever saves says what stood on the
 * screen, and is refused when a colleague has changed it since.
 */
export function checkAsShown<Shown extends object>(now: Shown, shown: Shown, what: string): void {
  for (const key of Object.keys(shown) as (keyof Shown)[])
    if (now[key] !== shown[key]) throw groupErrors.error('group.part-changed', { what });
}
