import { useState } from 'react';
import type { GroupRecord } from '#db/groups/group-record.contract';
import type { GroupId } from '#db/groups/groups.contract';
import { ApiError } from '../app/api-client.ts';
import { useReadGroupRecordAfresh } from './group-record.queries.ts';

/**
 * A part of a group in a form that two people may have open at once. `shown` is the part as this screen has last seen
 * it; once a save was refused because a colleague was quicker, it is the part as it stands now, and `theirs` too, so
 * that it can be seen before it is saved over.
 */
export function useQuickerChange<Part>(
  groupId: GroupId,
  opened: Part,
  find: (record: GroupRecord) => Part | undefined,
) {
  const readAfresh = useReadGroupRecordAfresh();
  // Frozen while the form is open, whatever the page behind it reads again.
  const [first] = useState(opened);
  const [theirs, setTheirs] = useState<Part>();
  const shown = theirs ?? first;
  return {
    shown,
    theirs,
    async saving<T>(save: (shown: Part) => Promise<T>): Promise<T> {
      try {
        return await save(shown);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'group.part-changed')
          setTheirs(find(await readAfresh.mutateAsync(groupId)));
        throw error;
      }
    },
  };
}
