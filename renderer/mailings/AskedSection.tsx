import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { MAILING_CHANNEL_WORDS } from '#db/mailings/mailings.contract';
import type { Person } from '#db/people/people.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { useMailingsOfPerson } from './mailings.queries.ts';
import { outcomeWords } from './mailing-words.ts';

/** What one person was asked, in which way, and what came of it (PPL-17); for those who serve people. */
export function AskedSection({ person }: { readonly person: Person }) {
  const maySee = useCan(DESK_ROLES);
  const asked = useMailingsOfPerson(person.id, maySee);
  if (!maySee || asked.data === undefined) return null;
  return (
    <Box component="section" aria-label="What they were asked" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        What they were asked
      </Typography>
      {asked.data.length === 0 ? (
        <Typography>No mailing asked them yet.</Typography>
      ) : (
        <DataTable
          label="What they were asked"
          rows={asked.data}
          keyOf={({ mailingId }) => mailingId}
          minWidth="34rem"
          columns={[
            {
              heading: 'Mailing',
              cell: ({ mailingId, reference, subject }) => (
                <Link component={RouterLink} to={pathTo.mailing(mailingId)}>
                  {`${reference}: ${subject}`}
                </Link>
              ),
            },
            { heading: 'Asked', isShort: true, cell: ({ madeOn }) => formatDateNoWeekday(madeOn) },
            {
              heading: 'How',
              isShort: true,
              cell: ({ channel }) => MAILING_CHANNEL_WORDS[channel],
            },
            {
              heading: 'What came of it',
              isPersonal: true,
              cell: ({ outcomes }) => outcomeWords(outcomes),
            },
          ]}
        />
      )}
    </Box>
  );
}
