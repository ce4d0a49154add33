import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFileFromAnybody } from '#db/receipts/file-in';
import type { FileRead } from '#db/shared/incoming-file';
import { newIncomingFileThreads } from '../../electron/host/incoming-file-threads.ts';
import { readProjectFiles, reachOf } from '../architecture/source-tree.ts';
import { aJpeg, aPdf } from '../support/receipt-files.ts';
import { CANARY, HOSTILE_FILES } from './hostile-files.ts';

const MOST_GROWTH_KILOBYTES = 200_000;
const READER = fileURLToPath(new URL('./read-hostile-files.ts', import.meta.url));

describe(`Each of ${HOSTILE_FILES.length} hostile files`, () => {
  it.each(HOSTILE_FILES)('is refused or made safe: %s', async (_, bytes, outcome) => {
    const file = bytes();
    const read = await readFileFromAnybody(file);
    if (outcome !== 'made safe') return expect(read).toEqual({ fault: outcome });
    if ('fault' in read) throw new Error(`refused with ${read.fault}`);
    expect(file.includes(CANARY)).toBe(true);
    expect(Buffer.from(read.file.bytes).includes(CANARY)).toBe(false);
    // Looked at once more, nothing is left to take out, so what was kept is the same under the same hash.
    expect(await readFileFromAnybody(read.file.bytes)).toEqual({
      file: { ...read.file, bytes: Buffer.from(read.file.bytes) },
    });
    return undefined;
  });

  it('is one of sixty and more, of which none fills the memory of the program', () => {
    expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(60);
    const folder = mkdtempSync(join(tmpdir(), 'trc-hostile-'));
    for (const [at, [, bytes]] of HOSTILE_FILES.entries())
      writeFileSync(join(folder, String(at)), bytes());
    const printed = execFileSync(process.execPath, [READER, folder], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const { read, kilobytes } = JSON.parse(printed) as { read: number; kilobytes: number };
    expect(read).toBe(HOSTILE_FILES.length);
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThan(MOST_GROWTH_KILOBYTES);
  });
});

/** What is left of an answer on its way from a thread. */
const plain = (read: FileRead): FileRead =>
  'fault' in read ? read : { file: { ...read.file, bytes: new Uint8Array(read.file.bytes) } };

describe('What looks at a file', () => {
  it('can start no program, open no file and reach no network', () => {
    const tree = readProjectFiles(/^(db|electron)\/.*\.ts$/);
    const { packages } = reachOf(tree, ['electron/host/incoming-file.worker.ts']);
    expect([...packages.keys()].toSorted()).toEqual([
      'node:crypto',
      'node:worker_threads',
      'node:zlib',
    ]);
  });

  it('answers from its thread as it does here, and takes the next file', async () => {
    const threads = newIncomingFileThreads();
    for (const [what, bytes] of HOSTILE_FILES.filter((_, at) => at % 12 === 0))
      expect(await threads.readIncomingFile(bytes()), what).toEqual(
        plain(await readFileFromAnybody(bytes())),
      );
    expect(await threads.readIncomingFile(aPdf())).toHaveProperty('file');
    await threads.close();
  });

  it('ends with a file that takes too long, and the program goes on', async () => {
    const hasty = newIncomingFileThreads({ megabytes: 64, milliseconds: 1 });
    expect(await hasty.readIncomingFile(aJpeg())).toEqual({ fault: 'took-too-much' });
    await hasty.close();
  });

  it('says so where it fails itself, and blames no file', async () => {
    const threads = newIncomingFileThreads();
    await expect(threads.readIncomingFile('no bytes' as never)).rejects.toThrow(TypeError);
    await threads.close();
  });

  it('ends with a file that takes too much memory, and the program goes on', async () => {
    const narrow = newIncomingFileThreads({ megabytes: 8, milliseconds: 20_000 });
    const many = aPdf({ more: [`[${'<<>>'.repeat(1_500_000)}]`] });
    expect(await narrow.readIncomingFile(many)).toEqual({ fault: 'took-too-much' });
    await narrow.close();
  });
});
