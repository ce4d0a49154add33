import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import { groupTable, useLinkOfficers } from './group-record.queries.ts';
import { GroupLinks } from './record-facts.tsx';

/** Who is there for which group, and how often staff went to its meetings in a year (GRP-15). */
export function LinkOfficers() {
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const lines = useLinkOfficers(year);
  const headingId = useId();
  const total = lines.data?.reduce((sum, line) => sum + line.meetings, 0) ?? 0;
  return (
    <Box component="section" aria-labelledby={headingId} sx={{ marginTop: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" id={headingId}>
          {`Link officers and meetings attended, ${year}`}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginInlineStart: 'auto' }}>
          <Button onClick={() => setYear(year - 1)}>The year before</Button>
          {year < thisYear && <Button onClick={() => setYear(year + 1)}>The year after</Button>}
          <SaveAsMenu tables={[{ load: groupTable.linkOfficers(year) }]} />
        </Box>
      </Box>
      {lines.isError ? (
        <ProblemPanel
          error={lines.error}
          what="The list of link officers"
          onTryAgain={() => void lines.refetch()}
        />
      ) : lines.data === undefined ? (
        <LoadingShape lines={6} />
      ) : lines.data.length === 0 ? (
        <Typography>No groups are entered yet.</Typography>
      ) : (
        <DataTable
          label="Link officers and meetings attended"
          rows={lines.data}
          keyOf={(line) => line.group.id}
          countWords={`${total === 1 ? '1 meeting' : `${total} meetings`} attended. They are entered as support given, on the page of the group.`}
          columns={[
            { heading: 'Group', cell: (line) => <GroupLinks groups={[line.group]} /> },
            {
              heading: 'Link officer',
              cell: (line) => (line.linkOfficer === '' ? 'Nobody named' : line.linkOfficer),
              isPersonal: true,
            },
            { heading: 'Meetings', cell: (line) => line.meetings, isFigure: true },
            {
              heading: 'Last on',
              cell: (line) => (line.lastOn === null ? '' : formatDateNoWeekday(line.lastOn)),
            },
            {
              heading: 'Attended by',
              cell: (line) => line.attendedBy.join(', '),
              isPersonal: true,
            },
          ]}
        />
      )}
    </Box>
  );
}
