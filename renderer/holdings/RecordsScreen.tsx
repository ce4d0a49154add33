import Box from '@mui/material/Box';
import { MANAGER_ONLY } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ErasuresPart } from './ErasuresPart.tsx';
import { HoldsPart } from './HoldsPart.tsx';
import { RequestsPart } from './RequestsPart.tsx';
import { SchedulePart } from './SchedulePart.tsx';

/** What is past its time, and what was asked for: copies, erasures, holds. For managers. */
export function RecordsScreen() {
  const isManager = useCan(MANAGER_ONLY);
  return (
    <>
      <PageHeader title="Records past their time" actions={<BackToSettings />} />
      {isManager ? (
        <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
          <RequestsPart />
          <SchedulePart />
          <ErasuresPart />
          <HoldsPart />
        </Box>
      ) : (
        <EmptyState words="A manager sees here what is past its time, and what was asked for." />
      )}
    </>
  );
}
