import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DomainError, OperationalError } from '#db/shared/domain-error';
import { showInBrowser } from './browsers.ts';
import { type Program, startProgram } from './host/program.ts';
import { pagesFolder, programOptionsFor } from './host/program-options.ts';
import { readStartOptions, type StartOptions, USUAL_PORT } from './options.ts';
import { openWebDoor, type WebDoor } from './web/server.ts';

/** How long stopping may take before the process ends anyway; the records are safe at every moment. */
const LONGEST_STOP_MS = 1800;

/** Starts the browser door, prints the address, and stops cleanly on Ctrl-C or SIGTERM. */
async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  const program = await startProgram(programOptionsFor(options, openPracticeBeside));
  const door = await openDoor(program, options);
  stopOnSignal(program, door);
  // Another program may wait for this line; it ends in the address.
  process.stdout.write(
    `TRC Desk${program.mode === 'practice' ? ' practice centre' : ''} is ready at ${door.address}\n`,
  );
  program.log.info('program.started', { count: door.port });
  if (options.open) showInBrowser(door.address);
}

/** The usual port, so that a bookmark keeps working; when nobody asked for it and it is taken, any free one. */
async function openDoor(program: Program, options: StartOptions): Promise<WebDoor> {
  try {
    return await openWebDoor(program, { port: options.port, pagesFolder: pagesFolder() });
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (isTaken && options.port === USUAL_PORT)
      return openWebDoor(program, { port: 0, pagesFolder: pagesFolder() });
    await program.close();
    if (isTaken)
      throw new OperationalError(
        'host.port-taken',
        `Port ${options.port} is in use by another program. Start TRC Desk with --port 0 to take any free one.`,
        { port: options.port },
        cause,
      );
    throw cause;
  }
}

let practiceBeside: Promise<string> | undefined;

/** Starts the practice centre as a process of its own on any free port; asked twice, it is started once. */
function openPracticeBeside(folder: string): Promise<string> {
  practiceBeside ??= new Promise<string>((resolvePromise, reject) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(import.meta.url), '--practice', '--no-open', '--port', '0', '--data', folder],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    process.once('exit', () => child.kill('SIGTERM'));
    const said: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/\S+$/.exec(line)?.[0];
      if (address !== undefined) resolvePromise(address);
    });
    child.once('exit', () => {
      practiceBeside = undefined;
      reject(
        new OperationalError(
          'host.practice-failed',
          said.at(-1) ??
            'The practice centre could not be opened. Close it elsewhere and try again.',
        ),
      );
    });
  });
  return practiceBeside;
}

function stopOnSignal(program: Program, door: WebDoor): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
    door
      .close()
      .then(() => program.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const words =
    error instanceof DomainError || (error instanceof Error && error.name === 'Error')
      ? error.message
      : 'TRC Desk could not be started.';
  process.stderr.write(`${words}\n`);
  if (
    !(error instanceof DomainError) &&
    error instanceof Error &&
    process.env['TRC_DESK_DEBUG'] === '1'
  )
    process.stderr.write(`${error.stack ?? ''}\n`);
  process.exit(1);
});
