import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type ReactNode, useId } from 'react';
import type { Facility, FacilityId } from '#db/facilities/facilities.contract';
import { DayIcon, ListIcon } from '../shared/icons.tsx';
import type { BookingsAddress, Period } from './use-bookings-address.ts';

type BookingFiltersProps = {
  readonly address: BookingsAddress;
  readonly facilities: readonly Facility[];
  readonly onChange: (change: Partial<BookingsAddress>) => void;
};

/** Calendar or list, and what both show: the same room in either. */
export function BookingFilters({ address, facilities, onChange }: BookingFiltersProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end' }}>
      <ToggleButtonGroup
        exclusive
        aria-label="How to show the bookings"
        value={address.view}
        onChange={(_, view: BookingsAddress['view'] | null) => view && onChange({ view })}
        sx={(theme) => ({
          '& .MuiToggleButton-root': {
            color: theme.palette.text.primary,
            borderColor: theme.trc.fieldLine,
            paddingInline: 1.75,
            paddingBlock: 1,
          },
          '& .MuiToggleButton-root.Mui-selected, & .MuiToggleButton-root.Mui-selected:hover': {
            color: theme.palette.primary.contrastText,
            backgroundColor: theme.palette.primary.main,
          },
        })}
      >
        <ToggleButton value="day">
          <DayIcon sx={{ marginInlineEnd: 0.75 }} />
          Calendar
        </ToggleButton>
        <ToggleButton value="list">
          <ListIcon sx={{ marginInlineEnd: 0.75 }} />
          List
        </ToggleButton>
      </ToggleButtonGroup>
      <Select
        label="Room"
        value={address.room ?? ''}
        onChange={(room) => onChange({ room: room === '' ? null : (room as FacilityId) })}
      >
        <option value="">All rooms</option>
        {facilities
          .filter((facility) => facility.isActive || address.view === 'list')
          .map((facility) => (
            <option key={facility.id} value={facility.id}>
              {facility.isActive ? facility.name : `${facility.name} (no longer in use)`}
            </option>
          ))}
      </Select>
      {address.view === 'list' && (
        <>
          <Select
            label="Days"
            value={address.period}
            onChange={(period) => onChange({ period: period as Period })}
          >
            <option value="day">This day</option>
            <option value="week">This week</option>
            <option value="month">This month</option>
          </Select>
          <FormControlLabel
            label="Show cancelled too"
            control={
              <Checkbox
                checked={address.withCancelled}
                onChange={(event) => onChange({ withCancelled: event.target.checked })}
              />
            }
          />
        </>
      )}
    </Box>
  );
}

function Select(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600 }}>
        {props.label}
      </Box>
      <NativeSelect
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        input={<OutlinedInput size="small" />}
        inputProps={{ id }}
      >
        {props.children}
      </NativeSelect>
    </div>
  );
}
