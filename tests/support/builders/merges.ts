import type { Merge, MergePreview, RecordKind } from '#db/holdings/holdings.contract';
import type { TestCore } from '../open-test-core.ts';

type Pair = { readonly kind: RecordKind; readonly keptId: string; readonly lostId: string };

export const seeMerge = (core: Pick<TestCore, 'as'>, pair: Pair): Promise<MergePreview> =>
  core.as('desk').call('holdings.previewMerge', pair);

/** Two records put together as the desk does it: looked at, then confirmed. */
export async function aMerge(
  core: Pick<TestCore, 'as'>,
  pair: Pair,
  part: { readonly fromLost?: readonly string[]; readonly reason?: string } = {},
): Promise<Merge> {
  const seen = await seeMerge(core, pair);
  return core.as('desk').call('holdings.joinRecords', {
    ...pair,
    keptVersion: seen.kept.version,
    lostVersion: seen.lost.version,
    fromLost: [...(part.fromLost ?? [])],
    reason: part.reason ?? '',
  });
}
