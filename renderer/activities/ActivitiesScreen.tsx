import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DESK_ROLES } from '#db/shared/access';
import { addMonths } from '#db/shared/local-date';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { PlainSelect } from '../people/PlainSelect.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import {
  attendanceSheet,
  exportActivities,
  useActivities,
  useActivityKinds,
  useCancelActivity,
} from './activities.queries.ts';
import { ActivitiesTable } from './ActivitiesTable.tsx';
import { NewActivityDialog } from './ActivityForm.tsx';

/** How far back the list goes; what is to come is always on it. */
const SINCE = [
  { value: '3', words: 'The last 3 months and to come' },
  { value: '12', words: 'The last 12 months and to come' },
] as const;

const EVERYTHING = { from: null, kind: null };

/** What people attend, by its day, with who leads it and how many came. */
export function ActivitiesScreen() {
  const today = useToday();
  const [months, setMonths] = useState<string>(SINCE[0].value);
  const [kind, setKind] = useState('');
  const filter = {
    from: months === '' ? null : addMonths(today, -Number(months)),
    kind: kind === '' ? null : kind,
  };
  const activities = useActivities(filter);
  const kinds = useActivityKinds().data ?? [];
  const mayChange = useCan(DESK_ROLES);
  const [search, setSearch] = useSearchParams();
  const [isPrinting, setIsPrinting] = useState(false);
  const isAdding = mayChange && search.has('new');
  const setIsAdding = (is: boolean): void => setSearch(is ? { new: '1' } : {}, { replace: true });
  const navigate = useNavigate();
  const cancel = useCancelActivity();
  const { say } = useToast();
  const isNarrowed = months !== '' || kind !== '';
  return (
    <>
      <PageHeader
        title="Activities"
        printAction={{ words: 'Print a blank sheet', run: () => setIsPrinting(true) }}
        actions={
          mayChange && (
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
              Enter an activity
            </Button>
          )
        }
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end', mb: 2 }}>
        <PlainSelect
          label="When"
          value={months}
          options={SINCE}
          emptyWords="Everything"
          onChoose={setMonths}
        />
        <PlainSelect
          label="Kind"
          value={kind}
          options={kinds.map((each) => ({ value: each, words: each }))}
          emptyWords="Every kind"
          onChoose={setKind}
        />
        {mayChange && <SaveAsMenu tables={[{ load: exportActivities(filter) }]} />}
      </Box>
      {activities.isError ? (
        <ProblemPanel
          error={activities.error}
          what="The list of activities"
          onTryAgain={() => void activities.refetch()}
        />
      ) : activities.data === undefined ? (
        <LoadingShape lines={6} />
      ) : activities.data.length > 0 ? (
        <ActivitiesTable activities={activities.data} />
      ) : (
        <NoActivities
          isNarrowed={isNarrowed}
          onShowAll={() => {
            setMonths('');
            setKind('');
          }}
          onEnter={mayChange ? () => setIsAdding(true) : undefined}
        />
      )}
      {isAdding && (
        <NewActivityDialog
          onSaved={(saved) => {
            say({
              words: `${saved.reference} is entered.`,
              undo: {
                label: 'Undo',
                run: () =>
                  cancel.mutateAsync({
                    id: saved.id,
                    version: saved.version,
                    reason: 'Undone at the desk',
                  }),
              },
            });
            void navigate(pathTo.activity(saved.id), { replace: true });
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
      {isPrinting && (
        <PaperDialog
          isOpen
          title="Blank attendance sheet"
          load={attendanceSheet(null)}
          onClose={() => setIsPrinting(false)}
        />
      )}
    </>
  );
}

/** An empty list: the way back to all of them, or to the first where there is none at all. */
function NoActivities(props: {
  readonly isNarrowed: boolean;
  readonly onShowAll: () => void;
  readonly onEnter: (() => void) | undefined;
}) {
  const all = useActivities(EVERYTHING).data;
  if (all === undefined) return <LoadingShape lines={2} />;
  if (props.isNarrowed && all.length > 0)
    return (
      <EmptyState
        words="No activity fits all of this."
        action={
          <Button variant="outlined" onClick={props.onShowAll}>
            Show all activities
          </Button>
        }
      />
    );
  return (
    <EmptyState
      words="There are no activities yet. Meetings, training and events that people attend stand here, with who came. Whoever is on the sheet of one can claim for it at the desk."
      action={
        props.onEnter !== undefined && (
          <Button variant="outlined" onClick={props.onEnter}>
            Enter the first activity
          </Button>
        )
      }
    />
  );
}
