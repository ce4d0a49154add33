import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { receiptErrors } from '#db/receipts/receipts.errors';
import {
  forgetFile,
  getFile,
  type IncomingFile,
  keepFile,
  readBytes,
  readContent,
  readIncoming,
} from '#db/receipts/receipts.service';
import type { Ctx } from '#db/shared/ctx';
import type { FileHash } from '#db/shared/incoming-file';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import {
  aJpeg,
  aPdf,
  aPng,
  exif,
  jpegFrame,
  type JpegPart,
  PDF_PAGE,
  pdfStream,
} from '../support/receipt-files.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core.close());

const doing = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  core.core.unit(PROGRAM, 'writes', work);
const reading = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  core.core.unit(PROGRAM, 'reads', work);

const broughtIn = (file: Buffer, name = 'bus.jpg'): Promise<IncomingFile> =>
  readIncoming({ slow: core.core.slow }, { name, base64: file.toString('base64') });

const count = (): unknown => core.raw().prepare('SELECT count(*) FROM kept_file').pluck().get();

/** A stream that unpacks to more than a scan of anything. */
const TOO_MUCH = pdfStream('/Filter /FlateDecode', deflateSync(Buffer.alloc(201_000_000)));

/** A JPEG that is none of the others: its fineness is its own. */
const jpegOf = (fineness: number): Buffer => {
  const table: JpegPart = [
    0xdb,
    Buffer.from([0, ...Array.from({ length: 64 }, (_, at) => ((at * fineness) % 251) + 1)]),
  ];
  return aJpeg({ parts: [table] });
};

describe('A file that somebody brings', () => {
  it('is kept without what a camera noted, under the hash of what is kept', async () => {
    const file = await broughtIn(aJpeg({ parts: [exif('CANARY')] }), '../CON.pdf');
    expect(file).toMatchObject({ name: 'file CON.jpg', mediaType: 'image/jpeg', width: 16 });
    const kept = await doing((ctx) => keepFile(ctx, file));
    expect(kept).toEqual({
      hash: file.hash,
      mediaType: 'image/jpeg',
      byteCount: aJpeg().length,
      width: 16,
      height: 16,
      pages: null,
      keptAt: core.core.now(),
    });
    expect(Buffer.from(await reading((ctx) => readBytes(ctx, file.hash)))).toEqual(aJpeg());
    expect(await reading((ctx) => readContent(ctx, file.hash))).toEqual({
      ...kept,
      base64: aJpeg().toString('base64'),
    });
  });

  it('is kept once, however often it is brought', async () => {
    const before = Number(count());
    const [one, two] = [await broughtIn(jpegOf(3)), await broughtIn(jpegOf(3), 'again.jpg')];
    const first = await doing((ctx) => keepFile(ctx, one));
    expect(await doing((ctx) => keepFile(ctx, two))).toEqual(first);
    expect(count()).toBe(before + 1);
  });

  it('may be a PNG or a PDF', async () => {
    for (const [bytes, facts] of [
      [aPng(), { mediaType: 'image/png', width: 16, height: 16, pages: null }],
      [aPdf(), { mediaType: 'application/pdf', width: null, height: null, pages: 1 }],
    ] as const) {
      const file = await broughtIn(bytes);
      await doing((ctx) => keepFile(ctx, file));
      expect(await reading((ctx) => getFile(ctx, file.hash))).toMatchObject(facts);
    }
  });

  it('goes with the act that kept it when that fails', async () => {
    const file = await broughtIn(jpegOf(5));
    const failing = doing(async (ctx) => {
      await keepFile(ctx, file);
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else');
    await expect(reading((ctx) => getFile(ctx, file.hash))).rejects.toMatchObject({
      code: 'receipt.not-found',
    });
  });

  it.each<[code: string, bytes: Buffer]>([
    ['receipt.empty', Buffer.alloc(0)],
    ['receipt.too-large', aJpeg({ after: Buffer.alloc(7_000_000) })],
    ['receipt.too-many-dots', aJpeg({ frame: jpegFrame(50_000, 50_000) })],
    ['receipt.other-kind', Buffer.from('Bus fare £2')],
    ['receipt.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
    ['receipt.picture-damaged', aJpeg({ hasEnd: false })],
    ['receipt.pdf-locked', aPdf({ trailer: '/Encrypt << /Filter /Standard >>' })],
    ['receipt.pdf-active', aPdf({ more: ['<< /S /JavaScript /JS (x) >>'] })],
    ['receipt.pdf-unreadable', aPdf({ after: 'more' })],
    ['receipt.pdf-too-long', aPdf({ more: Array.from({ length: 100 }, () => PDF_PAGE) })],
    ['receipt.took-too-much', aPdf({ more: [TOO_MUCH] })],
  ])('is refused with %s where it is that', async (code, bytes) => {
    await expect(broughtIn(bytes)).rejects.toMatchObject({ code });
  });

  it('is refused in words that say how the paper gets here all the same', async () => {
    for (const code of receiptErrors.codes)
      expect(receiptErrors.error(code, { hash: '' }).message, code).toMatch(
        /[Pp]hotograph|Look at the paper itself/,
      );
  });
});

describe('A kept file', () => {
  it('cannot be changed past the program, and is not believed where it was', async () => {
    const file = await broughtIn(jpegOf(7));
    await doing((ctx) => keepFile(ctx, file));
    const raw = core.raw();
    const change = (): unknown =>
      raw
        .prepare('UPDATE kept_file SET bytes = zeroblob(length(bytes)) WHERE hash = ?')
        .run(file.hash);
    expect(change).toThrow('never changes');
    const guard = raw
      .prepare("SELECT sql FROM sqlite_master WHERE name = 'kept_file_no_update'")
      .pluck()
      .get();
    raw.exec('DROP TRIGGER kept_file_no_update');
    change();
    raw.exec(String(guard));
    await expect(reading((ctx) => readBytes(ctx, file.hash))).rejects.toMatchObject({
      code: 'receipt.altered',
    });
    await expect(reading((ctx) => readContent(ctx, file.hash))).rejects.toMatchObject({
      code: 'receipt.altered',
    });
  });

  it.each([
    ['another kind', { media_type: 'text/html' }],
    ['more bytes than it says', { byte_count: 3 }],
    ['no bytes', { byte_count: 0, bytes: Buffer.alloc(0) }],
    ['a picture without dots', { width: null }],
    ['a name that is no hash', { hash: '../../evil' }],
  ])('is refused by the database as %s', (_, part) => {
    const row = {
      hash: 'a'.repeat(64),
      media_type: 'image/png',
      byte_count: 4,
      width: 1,
      height: 1,
      pages: null,
      kept_at: core.core.now(),
      bytes: Buffer.alloc(4),
    };
    const insert = (values: object): unknown =>
      core
        .raw()
        .prepare(
          'INSERT INTO kept_file VALUES (@hash, @media_type, @byte_count, @width, @height, @pages, @kept_at, @bytes)',
        )
        .run(values);
    expect(() => insert({ ...row, ...part })).toThrow(/CHECK constraint failed: ck_kept_file/);
  });

  it('that is forgotten is in no file of the centre any more', async () => {
    const words = 'CANARY of a receipt to be forgotten';
    const file = await broughtIn(aPdf({ more: [`(${words})`] }));
    await doing((ctx) => keepFile(ctx, file));
    expect(holding(core.home, words)).not.toEqual([]);
    await doing((ctx) => forgetFile(ctx, file.hash));
    await expect(reading((ctx) => readBytes(ctx, file.hash))).rejects.toMatchObject({
      code: 'receipt.not-found',
    });
    await core.stop();
    expect(holding(core.home, words)).toEqual([]);
  });
});

describe('A file that nobody brought', () => {
  it('is not found, and neither are its bytes', async () => {
    const other = await openTestCore();
    const hash = 'f'.repeat(64) as FileHash;
    for (const ask of [getFile, readBytes, readContent])
      await expect(
        other.core.unit(PROGRAM, 'reads', (ctx) => ask(ctx, hash) as Promise<unknown>),
      ).rejects.toMatchObject({ code: 'receipt.not-found' });
    await other.close();
  });
});

/** The files of a folder in which the words stand. */
function holding(folder: string, words: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));
}
