import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink, useParams } from 'react-router';
import type { RecordKind } from '#db/holdings/holdings.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LeftIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { CopyPart } from './CopyPart.tsx';
import { ErasePart } from './ErasePart.tsx';
import { HoldPart } from './HoldPart.tsx';
import { pageOf } from './merge-words.ts';
import { useErasurePreview } from './records.queries.ts';

/** Everything held about one person: given to them, erased, or held. */
export function PersonHeldScreen() {
  return <HeldScreen kind="person" />;
}

/** The same for a group. */
export function GroupHeldScreen() {
  return <HeldScreen kind="group" />;
}

function HeldScreen({ kind }: { readonly kind: RecordKind }) {
  const { id = '' } = useParams();
  const isManager = useCan(MANAGER_ONLY);
  const preview = useErasurePreview({ kind, id }, isManager);
  const title = 'Copy, erase or hold';
  if (!isManager)
    return (
      <>
        <PageHeader title={title} />
        <EmptyState words="A manager gives copies, erases and holds. On the page of the person or group you can note that somebody asks for a copy." />
      </>
    );
  return (
    <>
      <PageHeader
        title={preview.data === undefined ? title : `${title}: ${preview.data.name}`}
        isPersonal
        actions={
          <Button component={RouterLink} to={pageOf(kind, id)} startIcon={<LeftIcon />}>
            Back to the record
          </Button>
        }
      />
      {preview.isError ? (
        <ProblemPanel
          error={preview.error}
          what="What is held"
          onTryAgain={() => void preview.refetch()}
        />
      ) : preview.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <Box sx={{ display: 'grid', gap: 3, maxWidth: '60rem', minWidth: 0 }}>
          <CopyPart kind={kind} id={id} />
          <HoldPart kind={kind} id={id} holds={preview.data.holds} />
          <ErasePart preview={preview.data} />
        </Box>
      )}
    </>
  );
}
