import { MANAGER_ONLY } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { BackToSettings } from './BackToSettings.tsx';
import { CentreForm } from './CentreForm.tsx';
import { useCentre } from './settings.queries.ts';

/** What letterheads and the top bar say, and when a screen locks by itself. */
export function CentreScreen() {
  const centre = useCentre();
  const mayChange = useCan(MANAGER_ONLY);
  return (
    <>
      <PageHeader title="Centre details" actions={<BackToSettings />} />
      {!mayChange ? (
        <EmptyState words="The centre’s details are for the manager to change. Ask a manager." />
      ) : centre.data !== undefined ? (
        <CentreForm key={centre.data.version} centre={centre.data} />
      ) : centre.error !== null ? (
        <ProblemPanel error={centre.error} onTryAgain={() => void centre.refetch()} />
      ) : (
        <LoadingShape />
      )}
    </>
  );
}
