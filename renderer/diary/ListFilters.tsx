import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import type { BookingsAddress, Period } from './use-bookings-address.ts';

type ListFiltersProps = {
  readonly address: BookingsAddress;
  readonly onChange: (change: Partial<BookingsAddress>) => void;
};

/** What only the list is asked: how many days, and whether cancelled bookings too. */
export function ListFilters({ address, onChange }: ListFiltersProps) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center', mb: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Box component="label" htmlFor={id} sx={{ fontWeight: 600 }}>
          Days
        </Box>
        <NativeSelect
          value={address.period}
          onChange={(event) => onChange({ period: event.target.value as Period })}
          input={<OutlinedInput size="small" />}
          inputProps={{ id }}
        >
          <option value="day">This day</option>
          <option value="week">This week</option>
          <option value="month">This month</option>
        </NativeSelect>
      </Box>
      <FormControlLabel
        label="Show cancelled too"
        control={
          <Checkbox
            checked={address.withCancelled}
            onChange={(event) => onChange({ withCancelled: event.target.checked })}
          />
        }
      />
    </Box>
  );
}
