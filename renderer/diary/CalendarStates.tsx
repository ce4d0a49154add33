import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { MANAGER_ONLY } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';

type CalendarStatesProps = {
  readonly error: Error | null;
  readonly onTryAgain: () => void;
  /** Undefined while the first answer is awaited. */
  readonly rooms: number | undefined;
  /** Of those, how many are to be drawn. */
  readonly shown: number;
  readonly onShowAll: () => void;
  readonly children: ReactNode;
};

/** What stands in a calendar's place while it cannot be drawn: a problem, a wait, no rooms, none of those ticked. */
export function CalendarStates(props: CalendarStatesProps) {
  const isManager = useCan(MANAGER_ONLY);
  if (props.error !== null) {
    return <ProblemPanel error={props.error} what="The calendar" onTryAgain={props.onTryAgain} />;
  }
  if (props.rooms === undefined) return <LoadingShape lines={10} />;
  if (props.rooms === 0) {
    return (
      <EmptyState
        words="There are no rooms yet. The rooms of the centre stand here side by side."
        action={
          isManager && (
            <Button component={RouterLink} to={pathTo.roomSettings()} variant="contained">
              Add a room
            </Button>
          )
        }
      />
    );
  }
  if (props.shown === 0) {
    return (
      <EmptyState
        words="None of the rooms ticked is in use."
        action={
          <Button variant="outlined" onClick={props.onShowAll}>
            Show all rooms
          </Button>
        }
      />
    );
  }
  return props.children;
}
