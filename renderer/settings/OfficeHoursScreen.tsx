import { MANAGER_ONLY } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { FactList } from '../shared/FactList.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { BackToSettings } from './BackToSettings.tsx';
import { hoursFacts } from './hours-words.ts';
import { OfficeHoursForm } from './OfficeHoursForm.tsx';
import { useOfficeHours } from './settings.queries.ts';

/** When the unit is staffed: outside these hours a booking is marked 'out of hours'. */
export function OfficeHoursScreen() {
  const hours = useOfficeHours();
  const mayChange = useCan(MANAGER_ONLY);
  return (
    <>
      <PageHeader title="Office hours" actions={<BackToSettings />} />
      {hours.data === undefined ? (
        hours.error === null ? (
          <LoadingShape lines={7} />
        ) : (
          <ProblemPanel error={hours.error} onTryAgain={() => void hours.refetch()} />
        )
      ) : mayChange ? (
        <OfficeHoursForm key={JSON.stringify(hours.data)} hours={hours.data} />
      ) : (
        <FactList facts={hoursFacts(hours.data)} />
      )}
    </>
  );
}
