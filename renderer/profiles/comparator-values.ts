import { z } from 'zod';
import { Comparator } from '#db/profiles/profiles.contract';
import { LocalDate } from '#db/shared/local-date';

/** A share of all tenants as it is typed; without a percentage there is none. */
export const ComparatorFields = z.object({
  percent: Comparator.shape.percent.nullable(),
  asAt: LocalDate.nullable(),
  source: z.string(),
});
export type ComparatorFields = z.infer<typeof ComparatorFields>;

/** What the fields begin with. */
export const comparatorFields = (comparator: Comparator | null): ComparatorFields => ({
  percent: comparator?.percent ?? null,
  asAt: comparator?.asAt ?? null,
  source: comparator?.source ?? '',
});

/** The typed share; a percentage without its day or source is refused at that field. */
export function readComparator(
  typed: ComparatorFields,
  ctx: z.RefinementCtx,
  at: readonly string[] = [],
): Comparator | null {
  const { percent, asAt, source } = typed;
  if (percent === null) return null;
  if (asAt === null)
    ctx.addIssue({
      code: 'custom',
      path: [...at, 'asAt'],
      message: 'Enter the day for which it was counted.',
    });
  const parsed = Comparator.shape.source.safeParse(source);
  if (!parsed.success)
    ctx.addIssue({
      code: 'custom',
      path: [...at, 'source'],
      message: parsed.error.issues[0]?.message ?? 'Say where the figure stands.',
    });
  return asAt === null || !parsed.success ? null : { percent, asAt, source: parsed.data };
}
