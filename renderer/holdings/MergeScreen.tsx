import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router';
import type { RecordKind } from '#db/holdings/holdings.contract';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { ChooseOther } from './ChooseOther.tsx';
import { useMergePreview } from './holdings.queries.ts';
import { MergeForm } from './MergeForm.tsx';

/** Two records of one person, side by side, to be put together. */
export function MergePeopleScreen() {
  return <MergeScreen kind="person" />;
}

/** Two records of one group, side by side, to be put together. */
export function MergeGroupsScreen() {
  return <MergeScreen kind="group" />;
}

function MergeScreen({ kind }: { readonly kind: RecordKind }) {
  const [search, setSearch] = useSearchParams();
  const keptId = search.get('keep') ?? '';
  const lostId = search.get('other') ?? '';
  const preview = useMergePreview({ kind, keptId, lostId });
  const show = (keep: string, other: string) => setSearch({ keep, other }, { replace: true });

  return (
    <>
      <PageHeader title="Put two records together" />
      <Typography sx={{ mb: 2, maxWidth: '44rem' }}>
        {kind === 'person'
          ? 'Only where both are one person: ask them. Two people may share a name, a phone and an address.'
          : 'Only where both are one group. A group that ended and went on in another keeps its own record.'}
      </Typography>
      {keptId === '' || lostId === '' ? (
        <ChooseOther kind={kind} keptId={keptId} onChosen={show} />
      ) : preview.isError ? (
        <>
          <ProblemPanel
            error={preview.error}
            what="The two records"
            onTryAgain={() => void preview.refetch()}
          />
          <ChooseOther kind={kind} keptId={keptId} onChosen={show} />
        </>
      ) : preview.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <MergeForm
          // Another pair, or another version of it, begins with no choice made.
          key={`${keptId} ${lostId} ${preview.data.kept.version} ${preview.data.lost.version}`}
          preview={preview.data}
          onSwap={() => show(lostId, keptId)}
        />
      )}
    </>
  );
}
