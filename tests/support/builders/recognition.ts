import type { GroupId } from '#db/groups/groups.contract';
import type { LocalDate } from '#db/shared/local-date';
import type { Recognition } from '#db/recognition/recognition.contract';
import type { TestCore } from '../open-test-core.ts';

/** Recognises a group, as a manager enters one that has been recognised for long. */
export async function recognise(
  core: TestCore,
  group: { readonly id: GroupId },
  wanted: { readonly from?: string; readonly nextDueOn?: string } = {},
): Promise<Recognition> {
  return core.as('manager').call('recognition.recordDecision', {
    groupId: group.id,
    kind: 'recognised',
    from: (wanted.from ?? '2020-04-01') as LocalDate,
    reason: 'It meets what the council asks.',
    conditions: '',
    decidedBy: 'Maya Quill, manager',
    nextDueOn: (wanted.nextDueOn ?? null) as LocalDate | null,
  });
}
