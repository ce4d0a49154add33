import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { ToDo } from '#db/bookings/booking-views.contract';
import { DESK_ROLES } from '#db/shared/access';
import type { LocalDate } from '#db/shared/local-date';
import { formatDayNear } from '#db/shared/plain-words';
import type { Task } from '#db/tasks/tasks.contract';
import { useCan, useSession, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { RightIcon, TickCircleIcon, TickIcon } from '../shared/icons.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useConfirmDone, useTasks, useUndoDone } from './tasks.queries.ts';

/** As many as can be taken in at a glance; the rest is a number. */
const SHOWN_AT_MOST = 12;

type WaitingForYouProps = { readonly toDo: readonly ToDo[] };

/** What waits for the person at the desk: tasks with their days, and what the centre still lacks. Each leads to where it is done. */
export function WaitingForYou({ toDo }: WaitingForYouProps) {
  const tasks = useTasks(SHOWN_AT_MOST).data;
  const role = useSession().signedIn?.role;
  // A manager may do everybody's.
  const isMine = (task: Task) => task.role === null || task.role === role || role === 'manager';
  const mine = tasks?.tasks.filter(isMine) ?? [];
  const hidden = (tasks?.total ?? 0) - (tasks?.tasks.length ?? 0);
  return (
    <section aria-labelledby="to-do">
      <Typography variant="h2" id="to-do" sx={{ mb: 1.5 }}>
        Waiting for you
      </Typography>
      {toDo.length === 0 && mine.length === 0 && (
        <Typography sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <TickCircleIcon color="success" />
          Nothing waits for you.
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {mine.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
        {toDo.map((each) => (
          <Line key={each.code} path={each.path} words={each.words} />
        ))}
      </Box>
      {hidden > 0 && <Typography variant="body2">And {hidden} more, due later.</Typography>}
    </section>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const today = useToday();
  const mayServe = useCan(DESK_ROLES);
  const { say } = useToast();
  const done = useConfirmDone();
  const undo = useUndoDone();

  async function finish(): Promise<void> {
    const after = await done.mutateAsync({ id: task.id, version: task.version });
    say({
      words: `Done: ${task.words}`,
      undo: {
        label: 'Undo',
        run: () => undo.mutateAsync({ id: after.id, version: after.version }),
      },
    });
  }

  return (
    <Line path={task.path} words={task.words} isPersonal>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', pl: 3, pb: 1 }}>
        {task.dueOn !== null && (
          <StatusWord
            tone={task.isOverdue ? 'bad' : task.dueOn === today ? 'warning' : 'quiet'}
            words={dueWords(task.dueOn, { today, isOverdue: task.isOverdue })}
          />
        )}
        {mayServe && (
          <Button
            size="small"
            startIcon={<TickIcon />}
            disabled={done.isPending}
            aria-label={`Done: ${task.words}`}
            onClick={() => void finish()}
          >
            Done
          </Button>
        )}
      </Box>
    </Line>
  );
}

/** 'Overdue since Mon 7 Jun', 'Today', 'By Thu 17 Jun'. */
function dueWords(
  dueOn: LocalDate,
  of: { readonly today: LocalDate; readonly isOverdue: boolean },
): string {
  if (of.isOverdue) return `Overdue since ${formatDayNear(dueOn, of.today)}`;
  return dueOn === of.today ? 'Today' : `By ${formatDayNear(dueOn, of.today)}`;
}

function Line(props: {
  readonly path: string;
  readonly words: string;
  readonly isPersonal?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <Box component="li" sx={(theme) => ({ borderTop: `1px solid ${theme.trc.line}` })}>
      <Link
        component={RouterLink}
        to={props.path}
        data-personal={props.isPersonal === true ? '' : undefined}
        sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 1, minHeight: '2.75rem' }}
      >
        <RightIcon sx={{ flexShrink: 0 }} />
        {props.words}
      </Link>
      {props.children}
    </Box>
  );
}
