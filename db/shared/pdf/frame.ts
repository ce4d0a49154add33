// [browser-safe]
import { z } from 'zod';
import { LocalDateTime } from '../local-date.ts';
import { PaperSize } from '../paper.ts';

/** Who the paper is from, at the head of its first page. Empty texts are left out. */
export const Letterhead = z.object({
  /** "Riverside Tenant Resource Centre" */
  centre: z.string().min(1),
  /** "Marlow City Council" */
  council: z.string(),
  /** The team that runs the centre: "Tenant Participation Unit". */
  team: z.string(),
  address: z.array(z.string()).readonly(),
  phone: z.string(),
});
export type Letterhead = z.infer<typeof Letterhead>;

/** What every paper is given besides its own content. */
export const PaperFrame = z.object({
  letterhead: Letterhead,
  size: PaperSize,
  /** Drawn from practice data: every page says so. */
  practice: z.boolean(),
  printedAt: LocalDateTime,
  /** Name of the person who had it printed. */
  printedBy: z.string(),
});
export type PaperFrame = z.infer<typeof PaperFrame>;
