import { join } from 'node:path';
import { drawByName } from '#db/papers';
import type { PaperJob } from '#db/shared/paper';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { findHandler, type StepsHandler } from '#db/api';
import { originOf, stepsOf } from '../../electron/host/dispatch.ts';
import { resourcesFolder } from '../../electron/host/paper-maker.ts';
import { sizeOf } from './across-sizes.ts';
import { inTurn, type Measure, measured, type Pace } from './measure.ts';
import { type OpenCentre, ways } from './open-centre.ts';
import { DAY } from './workload.ts';

/** The goal for a paper of a usual day, of some ten bookings: gathered, drawn in the thread and sent. */
const LIMIT_MS = 15;
const MOST_USUAL_BOOKINGS = 10_000;

/** The booking slip and the day sheet, warm: at the door, through dispatch, and the drawing alone. */
export async function paperMeasures(centre: OpenCentre, pace: Pace): Promise<readonly Measure[]> {
  const papers = [
    {
      what: 'booking slip',
      procedure: 'bookings.printSlip',
      input: { id: centre.ids.booking, size: 'normal' },
    },
    {
      what: 'day sheet',
      procedure: 'bookings.printDaySheet',
      input: { date: DAY.date, size: 'normal' },
    },
  ] as const;
  const lines: Measure[] = [];
  for (const { what, procedure, input } of papers) {
    const draw = await drawAlone(centre, procedure, input);
    const { inside, door } = ways(centre, { name: procedure, input: () => input });
    const samples = await inTurn({ alone: { run: draw }, inside, door }, pace);
    const about = { workload: sizeOf(centre) };
    const limit = centre.size > MOST_USUAL_BOOKINGS ? {} : { limit: LIMIT_MS };
    lines.push(
      measured({ ...about, measure: `${what}, at the door`, ...limit }, samples.door),
      measured({ ...about, measure: `${what}, in the process`, ...limit }, samples.inside),
      measured({ ...about, measure: `${what}, drawing alone` }, samples.alone),
    );
  }
  return lines;
}

/** Gathers a paper's values once, as the procedure does, and answers the drawing of them without a thread. */
async function drawAlone(
  centre: OpenCentre,
  procedure: string,
  input: unknown,
): Promise<() => unknown> {
  const core = centre.program.core();
  if (core === undefined) throw new Error('The measured centre is closed');
  const jobs: PaperJob[] = [];
  const handler = findHandler(core.api, procedure) as StepsHandler;
  const origin = originOf(centre.caller, 'bench');
  await handler(
    {
      ...stepsOf(core, origin),
      slow: {
        ...core.slow,
        drawPaper: (job) => {
          jobs.push(job);
          return core.slow.drawPaper(job);
        },
      },
    },
    input,
  );
  const [job] = jobs;
  if (job === undefined) throw new Error('No paper was drawn');
  const fonts = openPaperFonts(join(resourcesFolder(), 'fonts'));
  return () => drawByName(fonts, job);
}
