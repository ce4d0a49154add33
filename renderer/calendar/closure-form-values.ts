import { z } from 'zod';
import { ClosureDetails } from '#db/calendar/calendar.contract';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';

const fields = ClosureDetails.shape;

/** The closure form while it is typed; it comes out as the contract's ClosureDetails. */
export const ClosureFormSchema = z
  .object({
    name: fields.name,
    effect: fields.effect,
    firstDate: fields.firstDate,
    lastDate: fields.lastDate.nullable(),
    facilityId: z.string(),
    span: z.enum(['day', 'part']),
    from: fields.from,
    until: fields.until,
    isNonWorking: fields.isNonWorking,
  })
  .superRefine((typed, context) => {
    if (typed.lastDate !== null && typed.lastDate < typed.firstDate)
      context.addIssue({
        code: 'custom',
        path: ['lastDate'],
        message: 'The last day is before the first. Enter a later last day, or leave it empty.',
      });
    if (typed.span === 'day') return;
    if (typed.from === null || typed.until === null)
      context.addIssue({
        code: 'custom',
        path: [typed.from === null ? 'from' : 'until'],
        message: 'Enter both times, or choose the whole day.',
      });
    else if (typed.until <= typed.from)
      context.addIssue({
        code: 'custom',
        path: ['until'],
        message: 'The end is not after the start. Enter a later end.',
      });
  })
  .transform(
    (typed): ClosureDetails => ({
      name: typed.name,
      effect: typed.effect,
      firstDate: typed.firstDate,
      lastDate: typed.lastDate ?? typed.firstDate,
      facilityId: typed.facilityId === '' ? null : (typed.facilityId as FacilityId),
      from: typed.span === 'day' ? null : (typed.from as LocalTime),
      until: typed.span === 'day' ? null : (typed.until as LocalEndTime),
      // One room that is closed makes no holiday.
      isNonWorking: typed.effect === 'closed' && typed.facilityId === '' && typed.isNonWorking,
    }),
  );
export type ClosureFormValues = z.input<typeof ClosureFormSchema>;

/** The form before anything is typed. */
export const newClosureValues = (date: LocalDate | null): Partial<ClosureFormValues> => ({
  name: '',
  effect: 'closed',
  ...(date === null ? {} : { firstDate: date }),
  lastDate: null,
  facilityId: '',
  span: 'day',
  from: null,
  until: null,
  isNonWorking: false,
});
