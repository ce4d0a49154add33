import type { Measure } from './measure.ts';
import type { OpenCentre } from './open-centre.ts';
export async function startMeasures(_c: OpenCentre, _n: number): Promise<readonly Measure[]> {
  return [];
}
