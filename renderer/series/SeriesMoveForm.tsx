import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { z } from 'zod';
import type { DateChoice } from '#db/bookings/series/series.contract';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { dateOf, LocalDate, LocalEndTime, LocalTime, timeOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import type { SeriesRow } from './series-rows.ts';

type MovedTo = NonNullable<z.infer<typeof DateChoice>['to']>;

type SeriesMoveFormProps = {
  readonly row: SeriesRow;
  readonly onMove: (to: MovedTo) => void;
  readonly onClose: () => void;
};

const Place = z
  .object({
    date: LocalDate,
    from: LocalTime,
    until: LocalEndTime,
    facilityId: z.string().min(1, 'Choose a room.'),
  })
  .refine((place) => place.from < place.until, {
    path: ['until'],
    message: 'The end is not after the start. Enter an end later than the start.',
  })
  .transform((place): MovedTo => ({ ...place, facilityId: place.facilityId as FacilityId }));

/** Another day, time or room for one date of a series, below its line. */
export function SeriesMoveForm({ row, onMove, onClose }: SeriesMoveFormProps) {
  const facilities = useFacilities().data ?? [];
  const { place } = row;
  const here = facilities.find((each) => each.name === place.facilityName);
  const endsSameDay = dateOf(place.endsAt) === dateOf(place.startsAt);
  const form = useContractForm(
    Place,
    {
      date: dateOf(place.startsAt),
      from: timeOf(place.startsAt),
      until: endsSameDay ? timeOf(place.endsAt) : '24:00',
      facilityId: here?.id ?? '',
    },
    { onSubmit: async (to) => onMove(to) },
  );
  return (
    <ContractFormBody form={form} label={`Move ${formatDate(row.originalDate)}`}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, '& > *': { flex: '1 1 9rem' } }}>
        <LocalDateField name="date" label="To which day?" hint="Like thu or 20 may" />
        <TimeField name="from" endName="until" label="From" hint="Like 2 or 2-4" />
        <TimeField name="until" startName="from" label="Until" hint="Like 4 or 2h" />
        <SelectField
          name="facilityId"
          label="Which room?"
          options={facilities
            .filter((each) => each.isActive)
            .map((each) => ({ value: each.id, words: each.name }))}
          emptyWords="Choose a room"
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained">
          Use this time
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Leave it as it was
        </Button>
      </Box>
    </ContractFormBody>
  );
}
