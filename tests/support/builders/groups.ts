import { NOTHING_ENTERED } from '#db/groups/empty-record.rules';
import type { GroupDocumentDetails, GroupRecordDetails } from '#db/groups/group-record.contract';
import type { Group } from '#db/groups/groups.contract';
import { LocalDate } from '#db/shared/local-date';
import { countedId } from '../program-for-tests.ts';
import type { TestCore } from '../open-test-core.ts';

/** A group that the desk has entered. */
export function aGroup(
  core: Pick<TestCore, 'as'>,
  part: { readonly name?: string; readonly kind?: Group['kind']; readonly phone?: string } = {},
): Promise<Group> {
  return core.as('desk').call('groups.add', {
    name: `Group ${countedId().slice(-6)}`,
    kind: 'tra',
    phone: '',
    ...part,
  });
}

/** What `groups.changeRecord` takes for a group of which nothing more is entered, with what a test changes. */
export function recordDetails(
  group: Group,
  part: Partial<GroupRecordDetails> = {},
): GroupRecordDetails & { readonly id: Group['id']; readonly version: number } {
  const { id, name, kind, phone, version } = group;
  return {
    id,
    name,
    kind,
    phone,
    version,
    areaIds: [],
    ...NOTHING_ENTERED,
    ...part,
  };
}

/** The dates of a duty of which nothing was entered yet, as its row shows them. */
export const NOTHING_SET = { lastOn: null, nextDueOn: null } as const;

/** A document of a group as the desk enters it. */
export function documentDetails(
  part: Partial<GroupDocumentDetails> = {},
): GroupDocumentDetails & { readonly replacesId: null } {
  return {
    kind: 'constitution',
    title: 'Constitution',
    version: '1',
    datedOn: null,
    receivedOn: LocalDate.parse('2027-01-04'),
    expiresOn: null,
    whereKept: 'Cabinet 2',
    note: '',
    replacesId: null,
    ...part,
  };
}
