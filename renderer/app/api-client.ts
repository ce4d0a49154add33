import type { ApiContract } from '#db/api.contract';
import type { InputOf, OutputOf, Procedure } from '#db/shared/contract';
import type { WireError } from '#db/shared/domain-error';
import { send } from './transport.ts';

/** A refusal or trouble the program answered with; `message` is the sentence to show. */
export class ApiError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The input the sentence belongs to, where there is one. */
  readonly field: string | undefined;

  constructor(error: WireError) {
    super(error.message);
    this.name = 'ApiError';
    this.code = error.code;
    this.details = error.details;
    this.field = error.field;
  }
}

type Call<P extends Procedure> =
  Record<string, never> extends InputOf<P>
    ? (input?: InputOf<P>) => Promise<OutputOf<P>>
    : (input: InputOf<P>) => Promise<OutputOf<P>>;

/** Every procedure as a function: `api.bookings.create(input)`. */
export type Api = {
  readonly [M in keyof ApiContract]: {
    readonly [V in keyof ApiContract[M]]: ApiContract[M][V] extends Procedure
      ? Call<ApiContract[M][V]>
      : never;
  };
};

async function call(name: string, input: unknown): Promise<unknown> {
  const result = await send(name, input ?? {});
  if (!result.ok) throw new ApiError(result.error);
  return result.value;
}

/** Only `<module>.queries.ts` files call it; components use their hooks. Throws ApiError. */
export const api = byName((module) =>
  byName((verb) => (input?: unknown) => call(`${module}.${verb}`, input)),
) as unknown as Api;

function byName<T>(make: (name: string) => T): Readonly<Record<string, T>> {
  return new Proxy<Record<string, T>>({}, { get: (_, name) => make(String(name)) });
}
