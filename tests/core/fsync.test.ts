import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newCentreFolder } from '../support/open-test-core.ts';

const WRITES = 200;
const child = fileURLToPath(new URL('kill-child.ts', import.meta.url));

it(`waits for the disk at least once for each of ${WRITES} writes, before it tells of it`, async () => {
  const home = await newCentreFolder();
  const folder = mkdtempSync(join(tmpdir(), 'trc-desk-trace-'));
  const trace = join(folder, 'trace');
  try {
    const said = execFileSync(
      'strace',
      [
        '-f',
        '-y',
        '-qq',
        '-o',
        trace,
        '-e',
        'trace=fsync,fdatasync,write',
        process.execPath,
        child,
        home,
        'w',
        String(WRITES),
      ],
      { encoding: 'utf8' },
    );
    const kept = said.split('\n').filter((line) => line.startsWith('kept'));
    expect(kept).toHaveLength((WRITES * 4) / 5);

    let sinceSync = 0;
    let syncs = 0;
    let toldEarly = 0;
    for (const line of readFileSync(trace, 'utf8').split('\n')) {
      if (/f(data)?sync\(\d+<[^>]*centre\.sqlite-wal>/.test(line)) {
        syncs += 1;
        sinceSync = 0;
      }
      if (/write\(1<[^>]*>, "kept/.test(line)) {
        if (sinceSync > 0) toldEarly += 1;
        sinceSync += 1;
      }
    }
    expect(syncs).toBeGreaterThanOrEqual(kept.length);
    expect(toldEarly).toBe(0);
    process.stdout.write(`Waiting for the disk: ${syncs} times in ${kept.length} writes\n`);
  } finally {
    for (const path of [home, folder]) rmSync(path, { recursive: true, force: true });
  }
}, 120_000);
