import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { Activity } from '#db/activities/activities.contract';
import { ledByWords, timeWords } from '#db/activities/activities.rules';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatDayNear } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToday } from '../app/session-context.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { stateWords } from './activity-words.ts';

/** Activities with when, where, who leads them and how many came. */
export function ActivitiesTable({ activities }: { readonly activities: readonly Activity[] }) {
  const today: LocalDate = useToday();
  return (
    <DataTable
      label="Activities"
      rows={activities}
      keyOf={(each) => each.id}
      minWidth="48rem"
      countWords={countOf(activities.length, 'activity', 'activities')}
      columns={[
        {
          heading: 'Activity',
          cell: (each) => (
            <>
              <Link component={RouterLink} to={pathTo.activity(each.id)}>
                {each.title}
              </Link>
              <Typography variant="body2" color="textSecondary">
                {each.reference}
              </Typography>
            </>
          ),
        },
        {
          heading: 'When',
          cell: (each) => (
            <>
              {formatDayNear(each.on, today)}
              <Typography variant="body2" color="textSecondary">
                {timeWords(each)}
              </Typography>
            </>
          ),
        },
        { heading: 'Kind', cell: (each) => each.kind },
        { heading: 'Led by', cell: ledByWords },
        { heading: 'Where', cell: (each) => each.venueWords },
        {
          heading: 'Came',
          isFigure: true,
          cell: (each) => (each.isCancelled || each.on > today ? '' : each.attended),
        },
        { heading: 'State', cell: (each) => <StatusWord {...stateWords(each, today)} /> },
      ]}
    />
  );
}
