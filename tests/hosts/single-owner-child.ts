import { writeSync } from 'node:fs';
import { newClock } from '#db/shared/clock';
import type { Instant } from '#db/shared/instant';
import { takeOwnerLock } from '../../electron/host/single-owner-lock.ts';

/** Takes a file for itself, says so, and holds it until it is killed. Arguments: file, the moment it began. */
const [file = '', since = ''] = process.argv.slice(2);
try {
  const lock = takeOwnerLock(file, since === '' ? newClock().now() : (since as Instant));
  process.once('exit', lock.release);
  writeSync(1, 'owner\n');
  setInterval(() => undefined, 1000);
} catch (error) {
  writeSync(1, `${error instanceof Error ? error.message : 'refused'}\n`);
}
