import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import type { ActivityId, ActivityPage } from '#db/activities/activities.contract';
import { factWords, timeWords } from '#db/activities/activities.rules';
import { DESK_ROLES } from '#db/shared/access';
import { formatDate } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ReasonDialog } from '../bookings/ReasonDialog.tsx';
import { WhatHappened } from '../bookings/WhatHappened.tsx';
import { type Fact, FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import {
  attendanceSheet,
  useActivity,
  useCancelActivity,
  useChangeActivity,
  useRestoreActivity,
} from './activities.queries.ts';
import { detailsOf } from './activity-form-values.ts';
import { stateWords } from './activity-words.ts';
import { ChangeActivityDialog } from './ActivityForm.tsx';
import { RegisterSection } from './RegisterSection.tsx';

/** One activity at its own address, with its register. */
export function ActivityScreen() {
  const { id = '' } = useParams();
  const activity = useActivity(id as ActivityId);
  if (activity.data !== undefined) return <ActivityView key={id} activity={activity.data} />;
  return (
    <>
      <PageHeader title="Activity" />
      {activity.isError ? (
        <ProblemPanel
          error={activity.error}
          what="This activity"
          onTryAgain={() => void activity.refetch()}
        />
      ) : (
        <LoadingShape lines={6} />
      )}
    </>
  );
}

type Open = 'change' | 'cancel' | 'paper';

function ActivityView({ activity }: { readonly activity: ActivityPage }) {
  const mayChange = useCan(DESK_ROLES);
  const today = useToday();
  const [open, setOpen] = useState<Open | null>(null);
  const { tellChanged, cancel, restore } = useActivityActs(activity);
  const close = (): void => setOpen(null);
  const { reference, isCancelled } = activity;
  return (
    <>
      <PageHeader
        title={activity.title}
        status={<StatusWord {...stateWords(activity, today)} />}
        printAction={{ words: 'Print the sheet', run: () => setOpen('paper') }}
        actions={
          mayChange && (
            <>
              {isCancelled ? (
                <Button variant="contained" onClick={() => void restore()}>
                  Bring the activity back
                </Button>
              ) : (
                <Button
                  variant="outlined"
                  startIcon={<EditIcon />}
                  onClick={() => setOpen('change')}
                >
                  Change the activity
                </Button>
              )}
              {!isCancelled && activity.attended === 0 && (
                <Button variant="outlined" onClick={() => setOpen('cancel')}>
                  Cancel the activity
                </Button>
              )}
            </>
          )
        }
      />
      {activity.booking?.holdsRoom === false && !isCancelled && (
        <NoticeBox label="Its room">
          {activity.booking.reference} holds no room any more. Change the activity: choose another
          booking, or enter when and where it is.
        </NoticeBox>
      )}
      <FactList facts={factsOf(activity)} />
      <RegisterSection activity={activity} mayChange={mayChange} />
      <WhatHappened objectType="activity" objectId={activity.id} />
      {open === 'change' && (
        <ChangeActivityDialog
          activity={activity}
          onSaved={(after) => {
            close();
            tellChanged(after);
          }}
          onClose={close}
        />
      )}
      {open === 'cancel' && (
        <ReasonDialog
          title={`Cancel ${reference}`}
          words={`${activity.title}, ${formatDate(activity.on)}. It stays on record.`}
          label="Why is it cancelled?"
          usual={['Too few could come', 'Moved to another day', 'Entered by mistake']}
          saveWords="Cancel the activity"
          closeWords="Leave it as it is"
          onSave={async (reason) => {
            await cancel(reason);
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'paper' && (
        <PaperDialog
          isOpen
          title={`Attendance sheet, ${reference}`}
          load={attendanceSheet(activity.id)}
          onClose={close}
        />
      )}
    </>
  );
}

function factsOf(activity: ActivityPage): readonly Fact[] {
  const { ledBy, booking, bookingId } = activity;
  const facts = factWords(activity);
  return [
    { label: 'Reference', value: activity.reference },
    { label: 'Kind', value: activity.kind },
    {
      label: 'Led by',
      value:
        ledBy.kind === 'council' ? (
          'The council'
        ) : (
          <Link component={RouterLink} to={pathTo.group(ledBy.groupId)}>
            {ledBy.groupName}
          </Link>
        ),
    },
    {
      label: 'When',
      value: [formatDate(activity.on), timeWords(activity)]
        .filter((part) => part !== '')
        .join(', '),
    },
    ...(activity.venueWords === '' ? [] : [{ label: 'Where', value: activity.venueWords }]),
    ...(booking === null || bookingId === null
      ? []
      : [
          {
            label: 'Booking',
            value: (
              <Link component={RouterLink} to={pathTo.booking(bookingId)}>
                {booking.reference}
              </Link>
            ),
          },
        ]),
    {
      label: 'What claims go by',
      value: facts.length === 0 ? 'No full day, lunch, transport or funding' : facts.join(', '),
    },
    ...(activity.notes === '' ? [] : [{ label: 'Notes', value: activity.notes, isPersonal: true }]),
    ...(activity.cancelReason === ''
      ? []
      : [{ label: 'Cancelled because', value: activity.cancelReason, isPersonal: true }]),
  ];
}

/** The steps of an activity with the words that tell of them, and how each is taken back. */
function useActivityActs(before: ActivityPage) {
  const change = useChangeActivity();
  const cancelActivity = useCancelActivity();
  const restoreActivity = useRestoreActivity();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const { id, version, reference } = before;
  return {
    tellChanged: (after: ActivityPage): void =>
      say({
        words: `Changed: ${reference}.`,
        undo: {
          label: 'Undo',
          run: () => change.mutateAsync({ ...detailsOf(before), id, version: after.version }),
        },
      }),
    cancel: async (reason: string): Promise<void> => {
      const after = await cancelActivity.mutateAsync({ id, version, reason });
      say({
        words: `${reference} is cancelled.`,
        undo: {
          label: 'Undo',
          run: () => restoreActivity.mutateAsync({ id, version: after.version }),
        },
      });
    },
    restore: () =>
      saying(async () => {
        await restoreActivity.mutateAsync({ id, version });
        say({ words: `${reference} is brought back.` });
      }),
  };
}
