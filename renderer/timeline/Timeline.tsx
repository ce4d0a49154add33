import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Party } from '#db/people/party.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import {
  TIMELINE_KIND_WORDS,
  type TimelineEntry,
  TimelineKind,
} from '#db/timeline/timeline.contract';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useTimeline } from './timeline.queries.ts';

/** How many lines come at once; the next ones come when somebody asks. */
const LINES = 20;

/** Kinds that only one of the two ever has. */
const ONLY_GROUPS: ReadonlySet<TimelineKind> = new Set(['recognition', 'document', 'support']);
const ONLY_PEOPLE: ReadonlySet<TimelineKind> = new Set(['consent', 'contact']);

/** Everything that happened with a group or person by date, the latest first, and what is to come. */
export function Timeline({ of }: { readonly of: Party }) {
  const [when, setWhen] = useState<'past' | 'coming'>('past');
  const [kind, setKind] = useState<TimelineKind | ''>('');
  const [limit, setLimit] = useState(LINES);
  const timeline = useTimeline(of, { when, kind, limit });
  const [headingId, kindId] = [useId(), useId()];
  const others = of.kind === 'group' ? ONLY_PEOPLE : ONLY_GROUPS;
  return (
    <Box component="section" sx={{ marginTop: 4 }} aria-labelledby={headingId}>
      <Typography variant="h2" id={headingId}>
        Everything by date
      </Typography>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}
      >
        <Tabs
          value={when}
          aria-label="Which part"
          onChange={(_, chosen: 'past' | 'coming') => {
            setWhen(chosen);
            setLimit(LINES);
          }}
        >
          <Tab value="past" label="Until today" />
          <Tab value="coming" label="To come" />
        </Tabs>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box component="label" htmlFor={kindId} sx={{ fontWeight: 620 }}>
            Show
          </Box>
          <NativeSelect
            value={kind}
            input={<OutlinedInput size="small" />}
            inputProps={{ id: kindId }}
            onChange={(event) => {
              const chosen = TimelineKind.safeParse(event.target.value);
              setKind(chosen.success ? chosen.data : '');
              setLimit(LINES);
            }}
          >
            <option value="">Everything</option>
            {TimelineKind.options
              .filter((one) => !others.has(one))
              .map((one) => (
                <option key={one} value={one}>
                  {TIMELINE_KIND_WORDS[one]}
                </option>
              ))}
          </NativeSelect>
        </Box>
      </Box>
      {timeline.isError ? (
        <ProblemPanel
          error={timeline.error}
          what="The list by date"
          onTryAgain={() => void timeline.refetch()}
        />
      ) : timeline.data === undefined ? (
        <LoadingShape lines={5} />
      ) : (
        <Box role="tabpanel" aria-labelledby={headingId}>
          <Entries entries={timeline.data.entries} when={when} />
          {timeline.data.hasMore && (
            <Button
              variant="outlined"
              sx={{ marginTop: 1.5 }}
              onClick={() => setLimit(limit + LINES)}
            >
              {`Show ${LINES} more`}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}

function Entries(props: {
  readonly entries: readonly TimelineEntry[];
  readonly when: 'past' | 'coming';
}) {
  if (props.entries.length === 0)
    return (
      <Typography sx={{ marginTop: 1 }}>
        {props.when === 'past' ? 'Nothing is on record yet.' : 'Nothing is to come.'}
      </Typography>
    );
  return (
    <Box component="ol" sx={{ listStyle: 'none', margin: 0, marginTop: 1, padding: 0 }}>
      {props.entries.map((entry, index) => (
        <Box
          component="li"
          // Entries bear no id of their own: two of one day may say the same.
          key={`${entry.on} ${entry.kind} ${entry.path} ${entry.words} ${index}`}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: '10rem 1fr auto' },
            columnGap: 2,
            paddingBlock: 0.75,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Typography color="textSecondary">{formatDateNoWeekday(entry.on)}</Typography>
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {entry.path === '' ? (
              entry.words
            ) : (
              <Link component={RouterLink} to={entry.path}>
                {entry.words}
              </Link>
            )}
            {entry.detail !== '' && (
              <Typography variant="body2" color="textSecondary" data-personal="">
                {entry.detail}
              </Typography>
            )}
          </Box>
          <Typography variant="body2" color="textSecondary">
            {TIMELINE_KIND_WORDS[entry.kind]}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
