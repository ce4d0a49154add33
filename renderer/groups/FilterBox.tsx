import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { SearchIcon } from '../shared/icons.tsx';

type FilterBoxProps = {
  readonly label: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** Stands in one row with other things that narrow the list. */
  readonly isInRow?: boolean;
};

/** Narrows a list while it is typed. */
export function FilterBox({ label, text, onType, isInRow = false }: FilterBoxProps) {
  const id = useId();
  return (
    <Box role="search" sx={isInRow ? { flex: '1 1 13rem', maxWidth: '28rem' } : { mb: 2.5 }}>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600 }}>
        {label}
      </Box>
      <OutlinedInput
        id={id}
        type="search"
        value={text}
        onChange={(event) => onType(event.target.value)}
        startAdornment={<SearchIcon sx={{ marginInlineEnd: 1 }} />}
        slotProps={{ input: { autoComplete: 'off', spellCheck: false } }}
        sx={{ width: '100%', maxWidth: '28rem' }}
      />
    </Box>
  );
}
