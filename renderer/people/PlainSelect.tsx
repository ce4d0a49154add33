import Box from '@mui/material/Box';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import type { SelectOption } from '../shared/SelectField.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  /** First line, which narrows nothing. */
  readonly emptyWords: string;
  readonly onChoose: (value: string) => void;
  /** Where long options would push the others out of the row. */
  readonly width?: string;
};

/** Narrows a list by one known answer. */
export function PlainSelect({ label, value, options, emptyWords, onChoose, width }: Props) {
  const id = useId();
  return (
    <Box>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600 }}>
        {label}
      </Box>
      <NativeSelect
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        input={<OutlinedInput sx={width === undefined ? {} : { width, maxWidth: '100%' }} />}
        inputProps={{ id }}
      >
        <option value="">{emptyWords}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </NativeSelect>
    </Box>
  );
}
