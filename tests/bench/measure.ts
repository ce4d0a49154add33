import { setTimeout as pause } from 'node:timers/promises';

/** One line of the report; `limit` is a ratio to `floor` where there is one, else in the unit of `value`. */
export type Measure = {
  readonly measure: string;
  readonly workload: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly ratio?: number;
  readonly limit?: number;
  readonly n: number;
  readonly min: number;
  readonly max: number;
};

/** One way of doing the same thing. `check` looks at the answer outside the measured time and throws when it is wrong. */
export type Way = {
  readonly run: (i: number) => unknown;
  /** What a person does just before, outside the measured time. */
  readonly before?: (i: number) => unknown;
  readonly check?: (answer: unknown) => void;
};

/** How often, with how much rest before each call: people's clicks never come in a tight loop. */
export type Pace = { readonly n: number; readonly warmUps: number; readonly restMs: number };

export type Samples = readonly number[];

/**
 * Runs the ways in turn, call by call and one at a time, with the same rest before each, so that whatever the
 * machine does meanwhile falls on all of them alike. Answers milliseconds for each way.
 */
export async function inTurn<K extends string>(
  ways: Readonly<Record<K, Way>>,
  pace: Pace,
): Promise<Readonly<Record<K, Samples>>> {
  const names = Object.keys(ways) as K[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    K,
    number[]
  >;
  for (let i = 0; i < pace.warmUps + pace.n; i += 1)
    for (const name of names) {
      await pause(pace.restMs);
      await ways[name].before?.(i);
      const begun = performance.now();
      const answer = await ways[name].run(i);
      const took = performance.now() - begun;
      ways[name].check?.(answer);
      if (i >= pace.warmUps) samples[name].push(took);
    }
  return samples;
}

export function median(samples: Samples): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** A measure from samples, beside the floor's samples of the same run where there are any. */
export function measured(
  about: {
    readonly measure: string;
    readonly workload: string;
    readonly unit?: string;
    readonly limit?: number;
  },
  ours: Samples,
  floor?: Samples,
): Measure {
  const value = median(ours);
  return {
    measure: about.measure,
    workload: about.workload,
    value: rounded(value),
    unit: about.unit ?? 'ms',
    ...(floor === undefined
      ? {}
      : { floor: rounded(median(floor)), ratio: rounded(value / median(floor)) }),
    ...(about.limit === undefined ? {} : { limit: about.limit }),
    n: ours.length,
    min: rounded(Math.min(...ours)),
    max: rounded(Math.max(...ours)),
  };
}

export function print(line: Measure | { readonly note: string }): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
