import { sizeOf } from './across-sizes.ts';
import type { Stops } from './door.ts';
import { inTurn, type Measure, measured } from './measure.ts';
import { type OpenCentre, ways } from './open-centre.ts';
import { DAY, toCreate, WEEK } from './workload.ts';

const LONGEST_BLOCK_MS = 100;

/**
 * How long the process that owns the records is ever kept from answering, while three people read, book, search
 * and print, and somebody has the whole record checked; and how long that check takes meanwhile and by itself.
 */
export async function deskMeasures(
  centre: OpenCentre,
  rounds: number,
): Promise<readonly Measure[]> {
  const ask = async (name: string, input: unknown): Promise<string> => {
    const answer = await centre.door.post(name, input);
    if (!answer.startsWith('{"ok":true')) throw new Error(`${name}: ${answer.slice(0, 300)}`);
    return answer;
  };
  const person = async (who: number): Promise<void> => {
    for (let i = 0; i < rounds; i += 1) {
      await ask('bookings.between', { from: WEEK.from, until: WEEK.until });
      await ask('bookings.create', toCreate(centre.ids, who * rounds + i, '21:30'));
      await ask('search.everything', { text: 'gro', limit: 20 });
      await ask('bookings.onDay', { date: DAY.date });
      if (i % 5 === 0) await ask('bookings.printSlip', { id: centre.ids.booking });
      if (i % 10 === 0) await ask('bookings.printDaySheet', { date: DAY.date });
    }
  };
  const people = (first: number) => [first, first + 1, first + 2].map(person);
  const workload = `${sizeOf(centre)}, three people at once, ${rounds} rounds each`;

  const atWork = await centre.door.watch(async () => {
    await Promise.all(people(0));
  });
  const checking = await centre.door.watch(async () => {
    await Promise.all([ask('audit.check', {}), ...people(3)]);
  });
  const begun = performance.now();
  const check = JSON.parse(await ask('audit.check', {})) as {
    readonly value: { readonly isWhole: boolean; readonly checked: number };
  };
  const took = performance.now() - begun;
  if (!check.value.isWhole) throw new Error('The measured chain is broken');

  return [
    await doorMeasure(centre, rounds),
    delay('longest delay of the owner’s event loop', workload, atWork),
    delay('longest delay while the record is checked', workload, checking),
    {
      measure: 'check of the whole record, at the door',
      workload: `${sizeOf(centre)}, ${check.value.checked.toLocaleString('en-GB')} entries`,
      value: Math.round(took),
      unit: 'ms',
      n: 1,
      min: Math.round(took),
      max: Math.round(took),
    },
  ];
}

/** What the door itself costs, beside a server that answers at once. */
async function doorMeasure(centre: OpenCentre, rounds: number): Promise<Measure> {
  const samples = await inTurn(
    {
      bare: { run: () => centre.door.postBare(), time: centre.door.time },
      door: ways(centre, { name: 'session.touch', input: () => ({}) }).door,
    },
    { n: rounds * 2, warmUps: 20, restMs: 10 },
  );
  return measured(
    { measure: 'call that does nothing, at the door', workload: 'beside a bare Node server' },
    samples.door,
    samples.bare,
  );
}

const delay = (measure: string, workload: string, found: Stops): Measure => ({
  measure,
  workload: `${workload} (99th percentile ${found.p99Ms.toFixed(1)} ms)`,
  value: Number(found.longestMs.toFixed(1)),
  unit: 'ms',
  limit: LONGEST_BLOCK_MS,
  cpu: Number(found.longestCpuMs.toFixed(1)),
  n: 1,
  min: Number(found.longestMs.toFixed(1)),
  max: Number(found.longestMs.toFixed(1)),
});
