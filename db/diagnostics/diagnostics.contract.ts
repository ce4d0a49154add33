import { z } from 'zod';
import { procedure } from '#db/shared/contract';

/** A problem report: one text file to look through and hand over by hand. The program sends nothing itself. */
export const ProblemReport = z.object({ fileName: z.string(), text: z.string() });
export type ProblemReport = z.infer<typeof ProblemReport>;

export const diagnosticsContract = {
  make: procedure({
    summary:
      'Makes a problem report without personal data: versions, counts, settings of the file, recent log lines.',
    kind: 'host',
    access: 'signed-in',
    input: z.object({}).strict(),
    output: ProblemReport,
  }),
};
