import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { FacilityKind } from '#db/facilities/facilities.contract';
import { WeekHoursInForm } from '../settings/WeekHoursInForm.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { useFieldState } from '../shared/form-context.tsx';
import { AddIcon, CloseIcon } from '../shared/icons.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { type CentreForm, newRoomForm } from './centre-form.ts';

const KIND_WORDS: Readonly<Record<FacilityKind, string>> = {
  'meeting-room': 'Meeting room',
  'computer-suite': 'Computer suite',
  photocopier: 'Photocopier',
  library: 'Library',
  kitchen: 'Kitchen',
  other: 'Something else',
};

/** The rooms and services one below the other; the first one's hours can be used for all. */
export function RoomFields() {
  const { control, getValues, setValue } = useFormContext<CentreForm>();
  const rooms = useFieldArray({ control, name: 'rooms' });
  const { id, error } = useFieldState('rooms');

  const useFirstHoursForAll = (): void => {
    const [first, ...others] = getValues('rooms');
    if (first === undefined) return;
    for (const place of others.keys()) {
      setValue(`rooms.${place + 1}.hours`, first.hours, { shouldDirty: true });
    }
  };

  return (
    <Box id={id} tabIndex={-1} sx={{ display: 'grid', gap: 2 }}>
      {error === undefined ? null : <Typography color="error">{error}</Typography>}
      {rooms.fields.map((room, place) => (
        <Room
          key={room.id}
          place={place}
          onRemove={() => rooms.remove(place)}
          onUseHoursForAll={
            place === 0 && rooms.fields.length > 1 ? useFirstHoursForAll : undefined
          }
        />
      ))}
      <Box>
        <Button
          variant="outlined"
          startIcon={<AddIcon />}
          onClick={() => rooms.append(newRoomForm(), { shouldFocus: false })}
        >
          Add a room or service
        </Button>
      </Box>
    </Box>
  );
}

function Room(props: {
  readonly place: number;
  readonly onRemove: () => void;
  readonly onUseHoursForAll: (() => void) | undefined;
}) {
  const at = `rooms.${props.place}`;
  return (
    <Box
      role="group"
      aria-label={`Room or service ${props.place + 1}`}
      sx={(theme) => ({
        display: 'grid',
        gap: 2,
        padding: 2,
        borderRadius: 1.5,
        border: `1px solid ${theme.trc.line}`,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Box sx={{ flex: '2 1 14rem' }}>
          <TextField name={`${at}.name`} label="Name" />
        </Box>
        <Box sx={{ flex: '1 1 11rem' }}>
          <SelectField
            name={`${at}.kind`}
            label="Kind"
            options={FacilityKind.options.map((kind) => ({ value: kind, words: KIND_WORDS[kind] }))}
          />
        </Box>
        <NumberField name={`${at}.capacity`} label="Holds" unit="people" />
      </Box>
      <CheckField
        name={`${at}.isBookable`}
        label="It is booked (without the tick, people walk in)"
      />
      <WeekHoursInForm
        name={`${at}.hours`}
        label="Opening hours"
        unknownLabel="Opening hours not known yet"
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {props.onUseHoursForAll === undefined ? null : (
          <Button onClick={props.onUseHoursForAll}>Use these hours for all rooms</Button>
        )}
        <Button
          color="error"
          startIcon={<CloseIcon />}
          onClick={props.onRemove}
          aria-label={`Take out room or service ${props.place + 1}`}
        >
          Take it out
        </Button>
      </Box>
    </Box>
  );
}
