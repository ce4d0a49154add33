import type { GroupRecord } from '#db/groups/group-record.contract';

/** What each block of a group's page is given. */
export type PartProps = { readonly record: GroupRecord; readonly mayChange: boolean };
