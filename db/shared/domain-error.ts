import { z } from 'zod';

/**
 * A refusal: the person at the desk can act on it.
 * `code` is `module.reason`, `message` is the sentence shown, `details` are plain JSON facts,
 * `field` names the input the sentence belongs to, where there is one.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly field: string | undefined;

  constructor(refusal: {
    code: string;
    message: string;
    details: Readonly<Record<string, unknown>>;
    field?: string | undefined;
    cause?: unknown;
  }) {
    super(refusal.message, refusal.cause === undefined ? {} : { cause: refusal.cause });
    this.name = 'DomainError';
    this.code = refusal.code;
    this.details = refusal.details;
    this.field = refusal.field;
  }
}

/** Something around the program is in the way: disk, file, port, a newer database. Same shape as a refusal. */
export class OperationalError extends DomainError {
  constructor(
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super({ code, message, details, cause });
    this.name = 'OperationalError';
  }
}

/** What a form or another program gets back from any door. */
export const WireError = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  field: z.string().optional(),
});
export type WireError = z.infer<typeof WireError>;

export type WireResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError };

type Details = Readonly<Record<string, unknown>>;

/** A sentence beside its code. `field` is the input it belongs to. */
export type Refusal<D extends Details> = {
  readonly sentence: (details: D) => string;
  readonly field?: string;
};

type DetailsOf<R> = R extends Refusal<infer D> ? D : never;

/**
 * Declares a module's refusals: each code with its sentence, so that neither exists without the other.
 * Use it as `throw bookingErrors.error('booking.clash', { … })`.
 */
// A refusal's details differ by code; `never` is what lets one record hold functions of different details.
export function defineErrors<M extends Record<string, Refusal<never>>>(refusals: M) {
  return {
    codes: Object.keys(refusals) as readonly (keyof M & string)[],
    error<C extends keyof M & string>(
      code: C,
      details: DetailsOf<M[C]>,
      options: { field?: string; cause?: unknown } = {},
    ): DomainError {
      const refusal = refusals[code] as unknown as Refusal<Details>;
      return new DomainError({
        code,
        message: refusal.sentence(details),
        details,
        field: options.field ?? refusal.field,
        cause: options.cause,
      });
    },
  };
}

/** A value that is known to exist; the reason is what a reader, or the log, is told when it does not. */
export function mustExist<T>(value: T | undefined | null, because: string): T {
  if (value === undefined || value === null) throw new Error(`Missing although ${because}`);
  return value;
}
