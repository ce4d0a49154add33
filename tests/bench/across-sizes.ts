import {
  inTurn,
  type Measure,
  measured,
  median,
  type Pace,
  type Samples,
  type Way,
} from './measure.ts';
import { type Expected, type OpenCentre, ways } from './open-centre.ts';

export type Job = Expected & {
  readonly what: string;
  readonly procedure: string;
  readonly input: (centre: OpenCentre, i: number) => unknown;
  readonly floor: (centre: OpenCentre) => (i: number) => unknown;
  /** The goal as a ratio to the floor. */
  readonly limit?: number;
};

type Of = (centre: OpenCentre, way: 'floor' | 'inside' | 'door') => Samples;

export const sizeOf = (centre: OpenCentre): string =>
  `W-DATA ${centre.size.toLocaleString('en-GB')}`;

/** Measures one job at every size in turn: the floor, through dispatch in this process, and at the door. */
export async function acrossSizes(
  centres: readonly OpenCentre[],
  pace: Pace,
  job: Job,
): Promise<readonly Measure[]> {
  const all = centres.flatMap((centre): readonly (readonly [string, Way])[] => {
    const { inside, door } = ways(centre, {
      ...job,
      name: job.procedure,
      input: (i) => job.input(centre, i),
    });
    return [
      [`${centre.size} floor`, { run: job.floor(centre) }],
      [`${centre.size} inside`, inside],
      [`${centre.size} door`, door],
    ];
  });
  const samples = await inTurn(Object.fromEntries(all), pace);
  const of: Of = (centre, way) => samples[`${centre.size} ${way}`] ?? [];
  const lines = centres.flatMap((centre) => {
    const about = { workload: sizeOf(centre) };
    const limit = job.limit === undefined ? {} : { limit: job.limit };
    return [
      measured(
        { ...about, measure: `${job.what}, at the door`, ...limit },
        of(centre, 'door'),
        of(centre, 'floor'),
      ),
      measured(
        { ...about, measure: `${job.what}, in the process` },
        of(centre, 'inside'),
        of(centre, 'floor'),
      ),
    ];
  });
  return [...lines, ...growthOf(job.what, centres, of)];
}

/** What a call costs at the largest size against the one below, beside what the floor itself grows. */
function growthOf(what: string, centres: readonly OpenCentre[], of: Of): readonly Measure[] {
  const [small, large] = centres.slice(-2);
  if (small === undefined || large === undefined) return [];
  const growth = (way: 'floor' | 'inside' | 'door'): number =>
    median(of(large, way)) / median(of(small, way));
  return (['door', 'inside'] as const).map((way): Measure => {
    const value = Number(growth(way).toFixed(3));
    const floor = Number(growth('floor').toFixed(3));
    return {
      measure: `${what}, growth, ${way === 'door' ? 'at the door' : 'in the process'}`,
      workload: `${sizeOf(large)} to ${small.size.toLocaleString('en-GB')}`,
      value,
      unit: 'times',
      floor,
      ratio: Number((value / floor).toFixed(3)),
      limit: 1.15,
      n: of(large, way).length,
      min: value,
      max: value,
    };
  });
}
