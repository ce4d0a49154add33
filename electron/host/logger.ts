import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';

/**
 * What may stand in the log: ids, codes, names of procedures, counts. Never what people typed: the fields are
 * named here, and anything else is left out, so no value slips in by accident.
 */
export type LogFacts = {
  readonly code?: string;
  readonly procedure?: string;
  readonly reference?: string;
  readonly requestId?: string;
  readonly userId?: string;
  readonly milliseconds?: number;
  readonly count?: number;
  /** Where in our own code a defect arose; file names and lines, no message. */
  readonly frames?: readonly string[];
  readonly errorName?: string;
};

export type Logger = {
  readonly info: (what: LogWord, facts?: LogFacts) => void;
  readonly warn: (what: LogWord, facts?: LogFacts) => void;
  readonly error: (what: LogWord, facts?: LogFacts) => void;
  readonly close: () => void;
};

/** What a log line is about; fixed words, so that no sentence with a name in it can become one. */
export type LogWord =
  | 'program.started'
  | 'program.stopped'
  | 'program.cannot-start'
  | 'call.refused'
  | 'call.bad-input'
  | 'call.defect'
  | 'door.refused'
  | 'worker.restarted'
  | 'daily.failed'
  | 'overdue.failed'
  | 'practice.opened';

const FACT_NAMES = [
  'code',
  'procedure',
  'reference',
  'requestId',
  'userId',
  'milliseconds',
  'count',
  'frames',
  'errorName',
] as const satisfies readonly (keyof LogFacts)[];

/** Only letters, digits and the marks of ids and codes; a line break in a value cannot forge a line. */
const plain = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replaceAll(/[^\w.:@/ -]/g, '').slice(0, 200)
    : Array.isArray(value)
      ? value.map(plain)
      : value;

function allowed(facts: LogFacts = {}): Record<string, unknown> {
  return Object.fromEntries(
    FACT_NAMES.flatMap((name) => (facts[name] === undefined ? [] : [[name, plain(facts[name])]])),
  );
}

/** A log of JSON lines in `folder`; written at once, because a crash is when it is needed. */
export function openLog(folder: string, mode: 'real' | 'practice'): Logger {
  mkdirSync(folder, { recursive: true });
  const destination = pino.destination({
    dest: join(folder, `${mode}.log`),
    sync: true,
    append: true,
  });
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (what, facts) => log.info(allowed(facts), what),
    warn: (what, facts) => log.warn(allowed(facts), what),
    error: (what, facts) => log.error(allowed(facts), what),
    close: () => destination.end(),
  };
}

/** The places in a defect's stack, without its message, which may quote what somebody typed. */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  // A message of several lines could hold one that looks like a place.
  const afterMessage = error.stack.indexOf(error.message) + error.message.length;
  return error.stack
    .slice(afterMessage)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .map((line) =>
      line.trim().replace(/\(?(?:file:\/\/)?\/.*\/(?=(?:db|electron|node_modules|out)\/)/, ''),
    );
}
