import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import type { RecognitionReturn, RecognitionReturnId } from './recognition.contract.ts';
import * as returns from './returns.repository.ts';

/** Opens a return in which things come in from now on. */
export async function openReturn(
  ctx: Ctx,
  groupId: GroupId,
  wanted: {
    readonly kind: 'first' | 'yearly';
    readonly on: LocalDate;
    readonly dueOn: LocalDate | null;
  },
): Promise<RecognitionReturnId> {
  const id = ctx.newId() as RecognitionReturnId;
  await returns.insertReturn(ctx, {
    id,
    groupId,
    kind: wanted.kind,
    openedOn: wanted.on,
    dueOn: wanted.dueOn,
    closedOn: null,
  });
  return id;
}

/** Closes a return with every line as it stands, in its order, so that the list may change later. */
export async function closeReturn(
  ctx: Ctx,
  filled: RecognitionReturn,
  on: LocalDate,
): Promise<void> {
  for (const { id, words, state, receivedOn, evidence, enteredBy } of filled.items)
    await returns.saveEvidence(ctx, filled.id, {
      itemId: id,
      words,
      state,
      receivedOn,
      evidence,
      enteredBy,
    });
  await returns.closeReturn(ctx, filled.id, on);
  await settleTasks(ctx, decideKey(filled.groupId));
}

const decideKey = (groupId: GroupId) => ({
  kind: 'recognition.decide',
  objectType: 'group',
  objectId: groupId,
});

/** Once everything is in, a manager has to decide. */
export async function putDecideTask(ctx: Ctx, filled: RecognitionReturn): Promise<void> {
  if (filled.completeOn === null) return settleTasks(ctx, decideKey(filled.groupId));
  const group = await getGroup(ctx, filled.groupId);
  await putTask(ctx, {
    ...decideKey(group.id),
    words: `Everything for the recognition of ${group.name} is in. Decide on it.`,
    path: `/groups/${group.id}`,
    role: 'manager',
    dueOn: null,
  });
}
