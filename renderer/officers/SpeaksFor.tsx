import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Person } from '#db/people/people.contract';
import { useTermsOfPerson } from './officers.queries.ts';
import { TermsTable } from './TermsTable.tsx';

/** For which groups a person speaks or spoke, in which posts. */
export function SpeaksFor({ person }: { readonly person: Person }) {
  const terms = useTermsOfPerson(person.id);
  if (terms.data === undefined || terms.data.length === 0) return null;
  return (
    <Box component="section" aria-label="Speaks for" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Speaks for
      </Typography>
      <TermsTable label="Speaks for" terms={terms.data} of="person" />
    </Box>
  );
}
