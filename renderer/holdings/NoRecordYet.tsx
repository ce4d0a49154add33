import type { RecordKind } from '#db/holdings/holdings.contract';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { MergedAway } from './MergedAway.tsx';

const TITLES = { person: 'Person', group: 'Group' } as const;

/** The page of a person or group while it is read, and where there is none: it may have gone into another. */
export function NoRecordYet(props: {
  readonly kind: RecordKind;
  readonly id: string;
  readonly query: {
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
}) {
  const { kind, id, query } = props;
  return (
    <>
      <PageHeader title={TITLES[kind]} />
      {query.isError ? (
        <MergedAway
          kind={kind}
          id={id}
          otherwise={
            <ProblemPanel
              error={query.error}
              what={`This ${kind}`}
              onTryAgain={() => void query.refetch()}
            />
          }
        />
      ) : (
        <LoadingShape lines={5} />
      )}
    </>
  );
}
