import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Completeness } from '#db/profiles/profiles.contract';
import { joinWords } from '#db/shared/plain-words';
import { Card } from '../shared/Card.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useCompleteness } from './profiles.queries.ts';

/** How many people's records are complete, against the council's target (PPL-08). */
export function CompletenessCard() {
  const seen = useCompleteness().data;
  if (seen === undefined) return null;
  return (
    <Box sx={{ mt: 3 }}>
      <Card component="section" title="Complete records of people" marks={<Mark seen={seen} />}>
        <Typography sx={{ mt: 1 }}>{wordsOf(seen)}</Typography>
        {seen.unknown.length > 0 && (
          <Typography sx={{ mt: 1 }}>
            {`No field of a record is called ${joinWords(seen.unknown.map((each) => `“${each}”`))}. A manager can put that right under Settings, Figures and rules.`}
          </Typography>
        )}
      </Card>
    </Box>
  );
}

function Mark({ seen }: { readonly seen: Completeness }) {
  if (seen.target === null || seen.required.length === 0 || seen.held === 0) return null;
  return seen.isBelow ? (
    <StatusWord tone="warning" words={`Below ${seen.target}%`} />
  ) : (
    <StatusWord tone="good" words={`${seen.target}% reached`} />
  );
}

function wordsOf({ required, held, complete, target }: Completeness): string {
  if (required.length === 0)
    return 'Nobody has said yet what a complete record holds. A manager lists its fields under Settings, Figures and rules: Phone, E-mail, Address, Postcode, Area, Tenure, Ways to hear, Gone through with the person.';
  if (held === 0) return 'Nobody is on record yet.';
  // Rounded down, so that a target that is missed never looks reached.
  const percent = Math.floor((complete * 100) / held);
  return `${complete} of ${held} records (${percent}%) hold ${joinWords(required.map((each) => each.toLowerCase()))}.${target === null ? ' The council names no target.' : ''}`;
}
