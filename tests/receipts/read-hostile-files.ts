import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileFromAnybody } from '#db/receipts/file-in';
import { aJpeg, aPdf, aPng } from '../support/receipt-files.ts';

// A process of its own that reads every file of a folder and says by how many kilobytes that swelled it at its worst.
const [folder = ''] = process.argv.slice(2);
for (const file of [aJpeg(), aPng(), aPdf()]) await readFileFromAnybody(file);
const before = mostHeld();
const names = readdirSync(folder);
for (const name of names) await readFileFromAnybody(readFileSync(join(folder, name)));
process.stdout.write(JSON.stringify({ read: names.length, kilobytes: mostHeld() - before }));

/** The most kilobytes this program ever held. What the system counts for a process goes back to before it was this program. */
function mostHeld(): number {
  const [, kilobytes] =
    /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes);
}
