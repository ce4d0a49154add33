import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { ownTime, type ProcessorTime } from './processor-time.ts';

/**
 * One line of the report; `limit` is a ratio to `floor` where there is one, else in the unit of `value`.
 * `cpu` and `cpuFloor` are what the main thread of the process that answers had of the processor, in the unit of
 * `value`, and `cpuRatio` one over the other: they say the same on a busy machine as on a quiet one. `print` adds
 * `load`: how many jobs wanted a processor in the last minute.
 */
export type Measure = {
  readonly measure: string;
  readonly workload: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly ratio?: number;
  readonly limit?: number;
  readonly cpu?: number;
  readonly cpuFloor?: number;
  readonly cpuRatio?: number;
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
  /** Of another process where that does the work. */
  readonly time?: ProcessorTime;
};

/** How often, with how much rest before each call: people's clicks never come in a tight loop. */
export type Pace = { readonly n: number; readonly warmUps: number; readonly restMs: number };

export type Samples = readonly number[];

/** Milliseconds by the clock on the wall and of the processor; the latter are none where the system does not tell. */
export type Timed = { readonly wall: Samples; readonly cpu: Samples };

/**
 * A moment's sleep before each look at a processor's time: what is still done once the answer is here counts as work,
 * and the system only counts exactly what a thread has had until it last slept.
 */
const SLEEP_MS = 2;

/**
 * Runs the ways in turn, call by call and one at a time, with the same rest before each, so that whatever the
 * machine does meanwhile falls on all of them alike.
 */
export async function inTurn<K extends string>(
  ways: Readonly<Record<K, Way>>,
  pace: Pace,
): Promise<Readonly<Record<K, Timed>>> {
  const names = Object.keys(ways) as K[];
  const samples = Object.fromEntries(
    names.map((name) => [name, { wall: [], cpu: [] }]),
  ) as unknown as Record<K, { wall: number[]; cpu: number[] }>;
  for (let i = 0; i < pace.warmUps + pace.n; i += 1)
    for (const name of names) {
      await pause(pace.restMs);
      if (ways[name].before !== undefined) {
        await ways[name].before(i);
        await pause(SLEEP_MS);
      }
      const { answer, wall, cpu } = await timed(ways[name], i);
      ways[name].check?.(answer);
      if (i < pace.warmUps) continue;
      samples[name].wall.push(wall);
      if (cpu !== undefined) samples[name].cpu.push(cpu);
    }
  return samples;
}

async function timed({ run, time = ownTime }: Way, i: number) {
  const had = time();
  const begun = performance.now();
  const answer = await run(i);
  const wall = performance.now() - begun;
  await pause(SLEEP_MS);
  const has = time();
  return { answer, wall, cpu: had === undefined || has === undefined ? undefined : has - had };
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
  ours: Samples | Timed,
  floor?: Samples | Timed,
): Measure {
  const [wall, cpu] = [wallOf(ours), cpuOf(ours)];
  const value = median(wall);
  return {
    measure: about.measure,
    workload: about.workload,
    value: rounded(value),
    unit: about.unit ?? 'ms',
    ...(floor === undefined ? {} : besideFloor(value, wallOf(floor))),
    ...(about.limit === undefined ? {} : { limit: about.limit }),
    ...(cpu.length === 0 ? {} : { cpu: rounded(median(cpu)) }),
    ...(cpu.length === 0 || floor === undefined ? {} : besideCpuFloor(median(cpu), cpuOf(floor))),
    n: wall.length,
    min: rounded(Math.min(...wall)),
    max: rounded(Math.max(...wall)),
  };
}

const isTimed = (samples: Samples | Timed): samples is Timed => 'wall' in samples;
const wallOf = (samples: Samples | Timed): Samples => (isTimed(samples) ? samples.wall : samples);
const cpuOf = (samples: Samples | Timed): Samples => (isTimed(samples) ? samples.cpu : []);

const besideFloor = (value: number, floor: Samples): Pick<Measure, 'floor' | 'ratio'> => ({
  floor: rounded(median(floor)),
  ratio: rounded(value / median(floor)),
});

const besideCpuFloor = (cpu: number, floor: Samples): Pick<Measure, 'cpuFloor' | 'cpuRatio'> =>
  floor.length === 0
    ? {}
    : { cpuFloor: rounded(median(floor)), cpuRatio: rounded(cpu / median(floor)) };

/** Writes a line with the load at this moment, so that a family's lines go out as soon as it is through. */
export function print(line: Measure | { readonly note: string }): void {
  const load = Number((loadavg()[0] ?? 0).toFixed(1));
  process.stdout.write(`${JSON.stringify({ ...line, load })}\n`);
}
