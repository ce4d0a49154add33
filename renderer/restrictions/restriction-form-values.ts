import { z } from 'zod';
import type { FacilityId } from '#db/facilities/facilities.contract';
import {
  RestrictionDetails,
  type RestrictionSource,
  type Scope,
} from '#db/restrictions/restrictions.contract';
import type { LocalDate } from '#db/shared/local-date';
import { type ChosenWho, chosenWho } from '../people/who.ts';

const fields = RestrictionDetails.shape;

export const SOURCE_WORDS: Readonly<Record<RestrictionSource, string>> = {
  'abuse-of-service': 'Abuse of a service',
  'code-of-conduct': 'Code of conduct',
  'legal-dispute': 'Legal dispute with the council',
  other: 'Something else',
};

/** What can be taken away, as lines of a list; a room follows as 'facility:' and its id. */
export const SCOPE_WORDS = {
  'all-facilities': 'All rooms and equipment',
  money: 'Money: grants and expenses',
  everything: 'Everything',
} as const;

const scopeOf = (value: string): Scope =>
  value.startsWith('facility:')
    ? { kind: 'facility', facilityId: value.slice('facility:'.length) as FacilityId }
    : { kind: value as 'all-facilities' | 'money' | 'everything' };

/** The restriction form while it is typed; it comes out as the contract's RestrictionDetails. */
export const RestrictionFormSchema = z
  .object({
    subject: chosenWho('Choose the group or person. Type two letters of the name.'),
    scope: z.string().min(1, 'Choose what is taken away.'),
    effect: fields.effect,
    from: fields.from,
    until: fields.until,
    incidentOn: fields.incidentOn,
    reason: fields.reason,
    decidedBy: fields.decidedBy,
    source: fields.source,
    appealWords: fields.appealWords,
  })
  .refine((typed) => typed.until === null || typed.until >= typed.from, {
    path: ['until'],
    message: 'The last day is before the first. Enter a later last day, or leave it empty.',
  })
  .transform((typed): RestrictionDetails => ({ ...typed, scope: scopeOf(typed.scope) }));
export type RestrictionFormValues = z.input<typeof RestrictionFormSchema>;

/** The form before anything is typed. */
export function newRestrictionValues(start: {
  readonly subject: ChosenWho;
  readonly from: LocalDate;
  readonly decidedBy: string;
}): RestrictionFormValues {
  return {
    ...start,
    scope: '',
    effect: 'bars',
    until: null,
    incidentOn: null,
    reason: '',
    source: 'abuse-of-service',
    appealWords: '',
  };
}
