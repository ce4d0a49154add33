import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import {
  type Booking,
  CreateBooking,
  type FreedOffers,
  Purpose,
} from '#db/bookings/bookings.contract';
import { type Series, SeriesChange, type SeriesScope } from '#db/bookings/series/series.contract';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { dateOf, LocalEndTime, LocalTime, type Weekday, weekdayOf } from '#db/shared/local-date';
import { WEEKDAY_NAMES } from '#db/shared/plain-words';
import { ChosenWho, personOf } from '../people/who.ts';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { PURPOSE_OPTIONS, valuesOfBooking } from '../bookings/booking-form-values.ts';
import { ResponsibleField } from '../bookings/ResponsibleField.tsx';
import { SeriesChangePreview } from './SeriesChangePreview.tsx';

type SeriesChangeDialogProps = {
  readonly booking: Booking;
  readonly series: Series;
  readonly scope: SeriesScope;
  readonly onSaved: (series: Series & FreedOffers, count: number) => void;
  readonly onClose: () => void;
};

const ChangeForm = z
  .object({
    from: LocalTime,
    until: LocalEndTime,
    facilityId: z.string(),
    weekday: z.string(),
    purpose: z.string(),
    responsiblePersonId: ChosenWho,
    expectedNumber: CreateBooking.shape.expectedNumber,
  })
  .refine((typed) => typed.from < typed.until, {
    path: ['until'],
    message: 'The end is not after the start. Enter an end later than the start.',
  });
type ChangeForm = z.infer<typeof ChangeForm>;

/** What changes in many dates of a series at once; only what differs from this booking is sent. */
export function SeriesChangeDialog(props: SeriesChangeDialogProps) {
  const { booking, series, scope, onClose } = props;
  const facilities = useFacilities().data ?? [];
  const [wanted, setWanted] = useState<SeriesChange | null>(null);
  const start = startOf(booking);
  const form = useContractForm(ChangeForm, start, {
    draftKey: `series.change.${booking.id}.${series.version}`,
    keepsDraft: () => true,
    onSubmit: async (typed) => setWanted(changeOf(typed, start, { booking, series, scope })),
  });
  const canChangeWeekday = ['weekly', 'monthly-by-weekday'].includes(series.repeat.kind);

  return (
    <FormDialog
      title={scope === 'all' ? 'Change all dates' : 'Change this and later dates'}
      width={wanted === null ? 'sm' : 'md'}
      onClose={onClose}
    >
      <Box hidden={wanted !== null}>
        <ContractFormBody form={form} label="Change the series">
          <Typography>
            Change what is new. What you leave stays as each date has it, and dates that were
            changed by hand before stay too.
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, '& > *': { flex: '1 1 8rem' } }}>
            <TimeField name="from" endName="until" label="From" hint="Like 6, 18:30 or 6-8" />
            <TimeField name="until" startName="from" label="Until" hint="Like 8 or 2h" />
          </Box>
          {canChangeWeekday && (
            <SelectField
              name="weekday"
              label="On which weekday?"
              options={WEEKDAY_NAMES.map((words, place) => ({ value: String(place + 1), words }))}
            />
          )}
          <SelectField
            name="facilityId"
            label="Where?"
            options={facilities
              .filter((each) => each.isActive || each.id === booking.facilityId)
              .map((each) => ({ value: each.id, words: each.name }))}
          />
          <SelectField name="purpose" label="What is it for?" options={PURPOSE_OPTIONS} />
          <ResponsibleField />
          <NumberField name="expectedNumber" label="How many people?" unit="people" isOptional />
          <FormButtons
            saveWords="See what changes"
            closeWords="Close without saving"
            isSending={form.isSending}
            onClose={onClose}
          />
        </ContractFormBody>
      </Box>
      {wanted !== null && (
        <SeriesChangePreview
          wanted={wanted}
          series={series}
          onBack={() => setWanted(null)}
          onSaved={(saved, count) => {
            form.startAgain();
            props.onSaved(saved, count);
          }}
        />
      )}
    </FormDialog>
  );
}

function startOf(booking: Booking): ChangeForm {
  const values = valuesOfBooking(booking);
  return {
    from: values.from as LocalTime,
    until: values.until as LocalEndTime,
    facilityId: values.facilityId,
    weekday: String(weekdayOf(dateOf(booking.startsAt))),
    purpose: values.purpose,
    responsiblePersonId: values.responsiblePersonId,
    expectedNumber: values.expectedNumber,
  };
}

/** Only what was changed; the rest stays null, and so as each date has it. */
function changeOf(
  typed: ChangeForm,
  start: ChangeForm,
  of: { readonly booking: Booking; readonly series: Series; readonly scope: SeriesScope },
): SeriesChange {
  const changed = <K extends keyof ChangeForm>(field: K): ChangeForm[K] | null =>
    JSON.stringify(typed[field]) === JSON.stringify(start[field]) ? null : typed[field];
  const weekday = changed('weekday');
  const responsible = changed('responsiblePersonId');
  return SeriesChange.parse({
    seriesId: of.series.id,
    scope: of.scope,
    fromBookingId: of.booking.id,
    from: changed('from'),
    until: changed('until'),
    facilityId: changed('facilityId') as FacilityId | null,
    weekday: weekday === null ? null : (Number(weekday) as Weekday),
    purpose: Purpose.nullable().parse(changed('purpose')),
    responsiblePersonId: responsible === null ? null : personOf(responsible),
    expectedNumber: changed('expectedNumber'),
    choices: [],
    version: of.series.version,
  });
}
