import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import type { FileAbout } from './read-file.ts';

const ABOUTS: readonly (readonly [FileAbout, string])[] = [
  ['diary', 'A diary of bookings'],
  ['people', 'People'],
  ['groups', 'Groups'],
];

/** What is in the file; a table does not say so by itself. */
export function FileAboutField(props: {
  readonly value: FileAbout;
  readonly onChoose: (about: FileAbout) => void;
}) {
  const id = useId();
  return (
    <FormControl sx={{ mb: 2 }}>
      <FormLabel id={id}>What is in the file</FormLabel>
      <RadioGroup
        row
        aria-labelledby={id}
        value={props.value}
        onChange={(_, value) => {
          const chosen = ABOUTS.find(([about]) => about === value);
          if (chosen !== undefined) props.onChoose(chosen[0]);
        }}
      >
        {ABOUTS.map(([about, words]) => (
          <FormControlLabel key={about} value={about} control={<Radio />} label={words} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
