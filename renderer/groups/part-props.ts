import type { GroupRecord } from '#db/groups/group-record.contract';

/** What each block of a group's page is given. */
export type PartProps = { readonly record: GroupRecord; readonly mayChange: boolean };

/** The id under which a part of a group's page can be found. */
export const partId = (part: string): string => `group-part-${part}`;

/** Brings another part of the group's page into sight, and the focus with it. */
export function goToPart(part: string): void {
  const there = document.getElementById(partId(part));
  there?.focus({ preventScroll: true });
  there?.scrollIntoView?.({ block: 'start' });
}
