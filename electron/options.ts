import { parseArgs } from 'node:util';
import { instantOf, LocalDateTime } from '#db/shared/local-date';
import type { Instant } from '#db/shared/instant';

/** What `npm start -- …` was told. */
export type StartOptions = {
  readonly web: boolean;
  readonly practice: boolean;
  readonly open: boolean;
  /** Undefined: the person's own data folder. */
  readonly data: string | undefined;
  readonly port: number;
  /** When the practice day starts; undefined: now. */
  readonly clock: Instant | undefined;
};

/** The port tried first, so that a bookmark keeps working; any free one when it is taken. */
export const USUAL_PORT = 4870;

const USAGE =
  'Use: npm start -- [--web] [--practice] [--data FOLDER] [--port NUMBER] [--no-open] [--clock 2027-06-10T09:00]';

const FLAGS_WITH_VALUE: ReadonlySet<string> = new Set(['--data', '--port', '--clock']);
const FLAGS: ReadonlySet<string> = new Set([
  '--web',
  '--practice',
  '--no-open',
  ...FLAGS_WITH_VALUE,
]);

/** Our own flags among those that Electron and Chromium put into the same list. */
export function pickOwnFlags(argv: readonly string[]): readonly string[] {
  return argv.flatMap((word, index) => {
    const name = word.split('=')[0] ?? word;
    if (!FLAGS.has(name)) return [];
    const value = argv[index + 1];
    const takesNext = FLAGS_WITH_VALUE.has(name) && !word.includes('=') && value !== undefined;
    return takesNext ? [word, value] : [word];
  });
}

/** Reads the flags. Throws an Error whose message is the sentence to print. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  let values: ReturnType<typeof parse>['values'];
  try {
    values = parse(argv).values;
  } catch (cause) {
    throw new Error(`TRC Desk does not know one of these options. ${USAGE}`, { cause });
  }
  const port = values.port === undefined ? USUAL_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`The port must be a number from 0 to 65535; 0 takes any free one. ${USAGE}`);
  if (values.clock !== undefined && values.practice !== true)
    throw new Error(
      'Only the practice centre can be given a clock. Add --practice, or leave --clock out.',
    );
  const clock = LocalDateTime.safeParse(values.clock);
  if (values.clock !== undefined && !clock.success)
    throw new Error('Write the clock as a local day and time, such as --clock 2027-06-10T09:00.');
  return {
    web: values.web === true,
    practice: values.practice === true,
    open: values['no-open'] !== true,
    data: values.data,
    port,
    clock: clock.success ? instantOf(clock.data) : undefined,
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    strict: true,
    options: {
      web: { type: 'boolean' },
      practice: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      data: { type: 'string' },
      port: { type: 'string' },
      clock: { type: 'string' },
    },
  });
}
