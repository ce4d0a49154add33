import Typography from '@mui/material/Typography';
import { useFormContext, useWatch } from 'react-hook-form';
import { FacilityId } from '#db/facilities/facilities.contract';
import { LocalDate } from '#db/shared/local-date';
import { whoOf } from '../people/who.ts';
import { useAllowanceLeft } from './booking-form.queries.ts';
import type { BookingFormValues } from './booking-form-values.ts';

/** What the booker has left of the hours that are free in a period, where the centre has such a rule. */
export function AllowanceWords() {
  const { control } = useFormContext<BookingFormValues>();
  const [booker, facility, date] = useWatch({ control, name: ['booker', 'facilityId', 'date'] });
  const on = LocalDate.safeParse(date).data;
  const facilityId = FacilityId.safeParse(facility).data;
  const left = useAllowanceLeft(
    booker === null || on === undefined || facilityId === undefined
      ? null
      : { facilityId, booker: whoOf(booker), on },
  );
  const booked = left.data?.filter(({ allowance }) => allowance.unit === 'booked-minutes') ?? [];
  return booked.map(({ allowance, words }) => (
    <Typography key={allowance.id} role="status">
      {words}
    </Typography>
  ));
}
