import { z } from 'zod';
import { type Mandate, MandateDetails, Signatory } from '#db/payees/mandate.contract';
import type { LocalDate } from '#db/shared/local-date';
import { chosenPerson, choiceIdOf } from '../people/who.ts';

const { toSign, confirmedOn } = MandateDetails.shape;

/** Who signs, as it is typed. */
export const MandateFormSchema = z
  .object({
    toSign: toSign.nullable().refine((many) => many !== null, 'Enter how many must sign.'),
    signatories: z.array(
      z.object({
        who: chosenPerson('Choose the person. Type two letters of the name.'),
        from: Signatory.shape.from,
        until: Signatory.shape.until,
      }),
    ),
    confirmedOn,
  })
  .transform(({ toSign: many, signatories, ...typed }) => ({
    ...typed,
    toSign: many ?? 1,
    signatories: signatories.map(({ who, from, until }) => ({ personId: who, from, until })),
  }));
export type MandateFormValues = z.input<typeof MandateFormSchema>;

/** The form with what is on record. */
export const mandateValues = (mandate: Mandate, today: LocalDate): MandateFormValues => ({
  toSign: mandate.toSign,
  signatories: mandate.signatories.map(({ personId, name, from, until }) => ({
    who: { id: choiceIdOf({ kind: 'person', personId }), title: name },
    from,
    until,
  })),
  confirmedOn: today,
});
