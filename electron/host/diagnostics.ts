import { existsSync, readFileSync } from 'node:fs';
import { arch, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { ProblemReport } from '#db/diagnostics/diagnostics.contract';
import { readRecordFacts } from '#db/diagnostics/diagnostics.service';
import { PROGRAM } from '#db/open-core';
import { localDateTimeOf } from '#db/shared/local-date';
import { placesIn } from './data-folder.ts';
import type { HostHandler } from './dispatch.ts';
import type { Program } from './program.ts';

/** The newest lines of the log; they hold ids and codes only, as the log lets nothing else in. */
const LOG_LINES = 200;

const LEAD = [
  'TRC Desk problem report',
  'It holds no names, phone numbers, bookings or notes: versions, sizes and the program’s own log.',
  'Look through it, then hand it to whoever looks after the program. TRC Desk sends nothing by itself.',
];

/** Makes the problem report as one text that a person can read before giving it away. */
export async function makeProblemReport(program: Program): Promise<ProblemReport> {
  const core = program.core();
  const facts =
    core === undefined
      ? undefined
      : await core.unit(PROGRAM, 'reads', (ctx) => readRecordFacts(ctx));
  const now = localDateTimeOf(program.clock.now());
  const report = {
    made: now,
    program: program.appVersion,
    mode: program.mode,
    node: process.versions.node,
    electron: process.versions['electron'] ?? 'none',
    system: `${platform()} ${release()} ${arch()}`,
    memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
    sessionsOpen: program.sessions.all().length,
    warnings: core?.warnings.length ?? 0,
    records: facts ?? 'not open',
  };
  return {
    fileName: `trc-desk-problem-report-${now.replace(':', '')}.txt`,
    text: [...LEAD, '', JSON.stringify(report, null, 2), '', 'Log', ...lastLogLines(program)].join(
      '\n',
    ),
  };
}

function lastLogLines(program: Program): readonly string[] {
  const file = join(placesIn(program.folder(), program.mode).logs, `${program.mode}.log`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
}

export function diagnosticsHandlers(program: Program): ReadonlyMap<string, HostHandler> {
  return new Map([['diagnostics.make', () => makeProblemReport(program)]]);
}
