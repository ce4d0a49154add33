import { z } from 'zod';

/** A form schema with a second box, `again`, that must say the same as the secret. */
export function typedTwice<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  secret: keyof S & string,
) {
  return schema.extend({ again: z.string() }).superRefine((values, context) => {
    const both = values as Readonly<Record<string, unknown>>;
    if (both[secret] === both.again) return;
    context.addIssue({
      code: 'custom',
      path: ['again'],
      message: 'The two are not the same. Type it again, exactly as above.',
    });
  });
}
