import {
  inTurn,
  type Measure,
  measured,
  median,
  type Pace,
  type Timed,
  type Way,
} from './measure.ts';
import { type Expected, type OpenCentre, ways } from './open-centre.ts';

export type Job = Expected & {
  readonly what: string;
  readonly procedure: string;
  readonly input: (centre: OpenCentre, i: number) => unknown;
  readonly floor: (centre: OpenCentre) => (i: number) => unknown;
  /** The calendar that was looked at before; each way reads it itself. */
  readonly after?: Pick<Job, 'procedure' | 'input' | 'floor'>;
  /** The goal as a ratio to the floor, with 100,000 bookings, and where it is judged. */
  readonly limit?: number;
  readonly limitAt?: 'door' | 'inside';
};

const PLACES = ['floor', 'inside', 'door'] as const;
type Place = (typeof PLACES)[number];
const WORDS = { inside: 'in the process', door: 'at the door' } as const;
const SIZE_OF_GOALS = 100_000;

type Of = (centre: OpenCentre, place: Place) => Timed;

export const sizeOf = (centre: OpenCentre): string =>
  `W-DATA ${centre.size.toLocaleString('en-GB')}`;

/** Measures one job at every size in turn: the floor, through dispatch in this process, and at the door. */
export async function acrossSizes(
  centres: readonly OpenCentre[],
  pace: Pace,
  job: Job,
): Promise<readonly Measure[]> {
  const waysOf = (
    centre: OpenCentre,
    of: Pick<Job, 'procedure' | 'input' | 'floor'> & Expected,
  ): Readonly<Record<Place, Way>> => ({
    floor: { run: of.floor(centre) },
    ...ways(centre, { ...of, name: of.procedure, input: (i) => of.input(centre, i) }),
  });
  const all = centres.flatMap((centre): readonly (readonly [string, Way])[] => {
    const main = waysOf(centre, job);
    const after = job.after === undefined ? undefined : waysOf(centre, job.after);
    return PLACES.map((place) => [
      `${centre.size} ${place}`,
      { ...main[place], ...(after === undefined ? {} : { before: after[place].run }) },
    ]);
  });
  const samples = await inTurn(Object.fromEntries(all), pace);
  const of: Of = (centre, place) => samples[`${centre.size} ${place}`] ?? { wall: [], cpu: [] };
  const limitOf = (centre: OpenCentre, place: Place): { readonly limit?: number } =>
    job.limit === undefined || (job.limitAt ?? 'door') !== place || centre.size < SIZE_OF_GOALS
      ? {}
      : { limit: job.limit };
  const lines = centres.flatMap((centre) =>
    (['door', 'inside'] as const).map((place) =>
      measured(
        {
          measure: `${job.what}, ${WORDS[place]}`,
          workload: sizeOf(centre),
          ...limitOf(centre, place),
        },
        of(centre, place),
        of(centre, 'floor'),
      ),
    ),
  );
  return [...lines, ...growthOf(job.what, centres, of)];
}

/** What a call costs at the largest size against the one below, beside what the floor itself grows. */
function growthOf(what: string, centres: readonly OpenCentre[], of: Of): readonly Measure[] {
  const [small, large] = centres.slice(-2);
  if (small === undefined || large === undefined) return [];
  const growth = (place: Place, kind: keyof Timed): number =>
    Number((median(of(large, place)[kind]) / median(of(small, place)[kind])).toFixed(3));
  return (['door', 'inside'] as const).map((place): Measure => {
    const [value, floor] = [growth(place, 'wall'), growth('floor', 'wall')];
    const [cpu, cpuFloor] = [growth(place, 'cpu'), growth('floor', 'cpu')];
    return {
      measure: `${what}, growth, ${WORDS[place]}`,
      workload: `${sizeOf(large)} to ${small.size.toLocaleString('en-GB')}`,
      value,
      unit: 'times',
      floor,
      ratio: Number((value / floor).toFixed(3)),
      ...(large.size < SIZE_OF_GOALS ? {} : { limit: 1.15 }),
      ...(of(large, place).cpu.length === 0
        ? {}
        : { cpu, cpuFloor, cpuRatio: Number((cpu / cpuFloor).toFixed(3)) }),
      n: of(large, place).wall.length,
      min: value,
      max: value,
    };
  });
}
