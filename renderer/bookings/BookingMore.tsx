import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Facility } from '#db/facilities/facilities.contract';
import { CheckField } from '../shared/CheckField.tsx';
import { DownIcon, RightIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { AccessNeedsField } from './AccessNeedsField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';
import { LayoutFields } from './LayoutFields.tsx';
import { ThingsWantedField } from './ThingsWantedField.tsx';

type BookingMoreProps = {
  readonly facility: Facility | undefined;
  /** A hold is only for a booking that is being made, and not for a series. */
  readonly canHold: boolean;
};

/** What most bookings leave alone, folded away until it is wanted; it opens by itself when it says something. */
export function BookingMore({ facility, canHold }: BookingMoreProps) {
  const id = useId();
  const { getValues, control } = useFormContext<BookingFormValues>();
  const [isOpen, setIsOpen] = useState(() => saysSomething(getValues()));
  const repeatKind = useWatch({ control, name: 'repeat.kind' });
  return (
    <Box>
      <Button
        variant="outlined"
        aria-expanded={isOpen}
        aria-controls={id}
        startIcon={isOpen ? <DownIcon /> : <RightIcon />}
        onClick={() => setIsOpen(!isOpen)}
      >
        More: layout, access, crèche, things wanted
      </Button>
      <Box id={id} hidden={!isOpen} sx={isOpen ? { display: 'grid', gap: 2.5, mt: 2 } : {}}>
        {isOpen && (
          <>
            <LayoutFields facility={facility} />
            <AccessNeedsField roomHas={facility?.accessFeatures} />
            <NumberField
              name="crechePlaces"
              label="How many crèche places?"
              unit="children"
              isOptional
            />
            <ThingsWantedField />
            <CheckField
              name="mayShowName"
              label="Their name may stand on door signs and public sheets"
            />
            {canHold && repeatKind === 'never' && (
              <LocalDateField
                name="lapsesOn"
                label="Only hold it, until when?"
                hint="A provisional booking goes by itself after this day"
                isOptional
              />
            )}
            <TextField name="notes" label="Notes for the desk" lines={2} isOptional isPersonal />
          </>
        )}
      </Box>
    </Box>
  );
}

function saysSomething(values: BookingFormValues): boolean {
  return (
    values.layoutId !== '' ||
    (values.setupMinutes ?? 0) > 0 ||
    (values.cleardownMinutes ?? 0) > 0 ||
    values.accessNeeds.length > 0 ||
    (values.crechePlaces ?? 0) > 0 ||
    values.thingsWanted.length > 0 ||
    values.mayShowName ||
    values.lapsesOn !== '' ||
    values.notes !== ''
  );
}
