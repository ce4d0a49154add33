import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Facility } from '#db/facilities/facilities.contract';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';

/** How the room is set out, and the minutes that takes before and after; the layout's own unless somebody says otherwise. */
export function LayoutFields({ facility }: { readonly facility: Facility | undefined }) {
  const { control, setValue } = useFormContext<BookingFormValues>();
  const layoutId = useWatch({ control, name: 'layoutId' });
  const layout = facility?.layouts.find((each) => each.id === layoutId);
  const before = useRef(layoutId);

  useEffect(() => {
    if (before.current === layoutId) return;
    before.current = layoutId;
    // Another layout brings its own minutes; what was said for the last one no longer fits.
    setValue('setupMinutes', null);
    setValue('cleardownMinutes', null);
  }, [layoutId, setValue]);
  useEffect(() => {
    if (facility !== undefined && layoutId !== '' && layout === undefined) setValue('layoutId', '');
  }, [facility, layoutId, layout, setValue]);

  return (
    <>
      {facility !== undefined && facility.layouts.length > 0 && (
        <SelectField
          name="layoutId"
          label="How should the room be set out?"
          options={facility.layouts.map((each) => ({
            value: each.id,
            words: [each.name, ...(each.capacity === null ? [] : [`holds ${each.capacity}`])].join(
              ', ',
            ),
          }))}
          emptyWords="As it stands"
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, '& > *': { flex: '1 1 12rem' } }}>
        <NumberField
          name="setupMinutes"
          label="Time to set up"
          hint={hintOf(layout?.setupMinutes)}
          unit="minutes"
          isOptional
        />
        <NumberField
          name="cleardownMinutes"
          label="Time to clear"
          hint={hintOf(layout?.cleardownMinutes)}
          unit="minutes"
          isOptional
        />
      </Box>
    </>
  );
}

function hintOf(minutes: number | undefined): string {
  return minutes === undefined ? 'Nothing unless you say so' : `${minutes} by the layout`;
}
