import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { LocalDate } from '#db/shared/local-date';

/** Somebody who may sign for a group's account, from a first day to a last one, both included. */
export const Signatory = z
  .object({ personId: PersonId, from: LocalDate, until: LocalDate.nullable() })
  .strict();
export type Signatory = z.infer<typeof Signatory>;

export const MandateDetails = z
  .object({
    groupId: GroupId,
    /** How many must sign; two, where the bank does as the model constitutions ask. */
    toSign: z.int().min(1, 'At least one must sign.').max(5, 'Enter five or fewer.'),
    signatories: z.array(Signatory).max(20),
    /** The day on which the group, or its bank, said so. */
    confirmedOn: LocalDate,
    version: z.int(),
  })
  .strict();
export type MandateDetails = z.infer<typeof MandateDetails>;

/** Who may sign for a group's account, as its bank has it. */
export const Mandate = z.object({
  groupId: GroupId,
  toSign: z.int(),
  signatories: z.array(z.object({ ...Signatory.shape, name: z.string() })),
  confirmedOn: LocalDate.nullable(),
  /** What to say about it today: officers changed since, fewer people than must sign. */
  warnings: z.array(z.string()),
  version: z.int(),
});
export type Mandate = z.infer<typeof Mandate>;
