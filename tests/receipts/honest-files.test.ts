import { deflateSync } from 'node:zlib';
import PdfDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { readFileFromAnybody } from '#db/receipts/file-in';
import { dotsOf } from '#db/receipts/file-head.rules';
import type { SafeFile } from '#db/shared/incoming-file';
import {
  aJpeg,
  aPdf,
  aPng,
  exif,
  JPEG_SCAN,
  jpegFrame,
  type JpegPart,
  PDF_CATALOG,
  PDF_PAGE,
  pdfStream,
  pngHead,
  segment,
  type PngPart,
  toAscii85,
} from '../support/receipt-files.ts';

async function keptOf(file: Buffer): Promise<SafeFile> {
  const read = await readFileFromAnybody(file);
  if ('fault' in read) throw new Error(`refused with ${read.fault}`);
  return read.file;
}

describe('A picture that is taken in', () => {
  it('is known with its dots, and keeps every byte that shows something', async () => {
    const kept = await keptOf(aJpeg({ frame: jpegFrame(640, 480) }));
    expect(kept).toMatchObject({ mediaType: 'image/jpeg', width: 640, height: 480, pages: null });
    expect(Buffer.from(kept.bytes)).toEqual(aJpeg({ frame: jpegFrame(640, 480) }));
    expect(kept.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same file whatever a camera noted in it, so that it is found again', async () => {
    const [one, two] = [aJpeg({ parts: [exif('here')] }), aJpeg({ parts: [exif('there', 6)] })];
    expect((await keptOf(one)).hash).toBe((await keptOf(two)).hash);
    expect((await keptOf(one)).hash).not.toBe(
      (await keptOf(aJpeg({ frame: jpegFrame(16, 15) }))).hash,
    );
  });

  it('loses the small copy of itself in its head, and says that there is none', async () => {
    const head = Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01abcdef', 'latin1');
    const file = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment([0xe0, head]),
      aJpeg().subarray(20),
    ]);
    expect(Buffer.from((await keptOf(file)).bytes)).toEqual(aJpeg());
  });

  it('keeps the words by which its colours are meant, without what follows them', async () => {
    const colours = Buffer.from('Adobe\0\x64\0\0\0\0\x02', 'latin1');
    const kept = await keptOf(
      aJpeg({ parts: [[0xee, Buffer.concat([colours, Buffer.from('more')])]] }),
    );
    expect(kept.bytes).toEqual((await keptOf(aJpeg({ parts: [[0xee, colours]] }))).bytes);
    expect(Buffer.from(kept.bytes).includes(colours)).toBe(true);
    expect(Buffer.from(kept.bytes).includes('more')).toBe(false);
  });

  it.each<readonly [string, JpegPart]>([
    ['a small copy of itself', [0xe0, Buffer.from('JFXX\0\x10and a small copy')]],
    ['a head cut short', [0xe0, Buffer.from('JFIF\0\x01')]],
    ['colours cut short', [0xee, Buffer.from('Adobe\0')]],
    ['what is said in the place of colours', [0xee, Buffer.from('Another program')]],
    ['a profile of colours in sixty thousand bytes', [0xe2, Buffer.alloc(60_000, 'ICC_PROFILE')]],
  ])('loses %s whole', async (_, part) => {
    expect(Buffer.from((await keptOf(aJpeg({ parts: [part, part, part] }))).bytes)).toEqual(
      aJpeg(),
    );
  });

  it('may be as large as the limits say, and no larger', async () => {
    const faultOf = async (file: Buffer) => {
      const read = await readFileFromAnybody(file);
      return 'fault' in read ? read.fault : 'kept';
    };
    const sized = (width: number, height: number) =>
      faultOf(aJpeg({ frame: jpegFrame(width, height) }));
    expect(await sized(8000, 5000)).toBe('kept');
    expect(await sized(8000, 5001)).toBe('too-many-dots');
    expect(await sized(20_000, 1)).toBe('kept');
    expect(await sized(1, 20_001)).toBe('too-many-dots');
    const long = (bytes: number) => aJpeg({ after: Buffer.alloc(bytes - aJpeg().length) });
    expect(await faultOf(long(7_000_000))).toBe('kept');
    expect(await faultOf(long(7_000_001))).toBe('too-large');
  });

  it('may be in the four colours of printers, each as fine as the others', async () => {
    const parts = [1, 2, 3, 4].flatMap((part) => [part, 0x11, 0]);
    const file = aJpeg({
      frame: [0xc0, Buffer.from([8, 0, 16, 0, 16, 4, ...parts])],
      parts: [[0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x02', 'latin1')]],
    });
    expect(Buffer.from((await keptOf(file)).bytes)).toEqual(file);
  });

  it('may build up in steps, start again midway and be filled up before its marks', async () => {
    const steps = aJpeg({ frame: jpegFrame(16, 16, 0xc2), scans: 10 });
    expect((await keptOf(steps)).bytes).toEqual(steps);
    const again = aJpeg({ parts: [[0xdd, Buffer.from([0, 1])]] });
    const scan = Buffer.concat([JPEG_SCAN, Buffer.from([0xff, 0xd0, 0xff, 0x00, 0x3f])]);
    const at = again.length - JPEG_SCAN.length - 2;
    const midway = Buffer.concat([again.subarray(0, at), scan, Buffer.from([0xff, 0xff, 0xd9])]);
    expect(Buffer.from((await keptOf(midway)).bytes).includes(scan)).toBe(true);
  });

  it.each<[string, PngPart, number, readonly PngPart[]]>([
    ['grey', pngHead(16, 16), 16 * 17, [['pHYs', Buffer.alloc(9)]]],
    ['of one bit', pngHead(17, 16, [1, 0, 0]), 16 * 4, []],
    [
      'of numbered colours',
      pngHead(16, 16, [4, 3, 0]),
      16 * 9,
      [
        ['PLTE', Buffer.alloc(6)],
        ['tRNS', Buffer.alloc(2)],
      ],
    ],
    ['of sixteen bits', pngHead(16, 16, [16, 2, 0]), 16 * 97, [['tRNS', Buffer.alloc(6)]]],
    ['of one dot in passes', pngHead(1, 1, [16, 6, 1]), 9, []],
    ['of colours that may be seen through', pngHead(16, 16, [8, 6, 0]), 16 * 65, []],
    [
      'in passes',
      pngHead(3, 5, [8, 2, 1]),
      4 + 0 + 4 + 8 + 7 + 12 + 20,
      [['gAMA', Buffer.alloc(4)]],
    ],
  ])('may be a PNG %s, and comes out as it went in', async (_, head, count, parts) => {
    const dots = [deflateSync(Buffer.alloc(count))];
    const file = aPng({ head, parts, dots });
    expect((await keptOf(file)).bytes).toEqual(file);
  });

  it('loses of a PNG what follows the dots and may only stand before them', async () => {
    const file = aPng({ between: [['gAMA', Buffer.alloc(4)]] });
    expect((await keptOf(file)).bytes).toEqual(aPng());
  });

  it('may be a PNG whose dots come in pieces', async () => {
    const dots = deflateSync(Buffer.alloc(16 * 17));
    const file = aPng({ dots: [dots.subarray(0, 4), dots.subarray(4)] });
    expect((await keptOf(file)).bytes).toEqual(aPng());
  });

  it('says how many dots it has before anything decodes it', () => {
    const size = { width: 4000, height: 3000 };
    expect(dotsOf(aPng({ head: pngHead(4000, 3000) }))).toEqual(size);
    expect(dotsOf(aJpeg({ frame: jpegFrame(4000, 3000), parts: [exif('here')] }))).toEqual(size);
    expect(dotsOf(aJpeg().subarray(0, 30))).toBeUndefined();
    expect(dotsOf(aPng().subarray(0, 20))).toBeUndefined();
    expect(dotsOf(Buffer.alloc(0))).toBeUndefined();
  });
});

/** A paper as this program draws its own. */
const drawnPdf = (pages: number): Promise<Buffer> =>
  new Promise((resolve) => {
    const paper = new PdfDocument({ size: 'A4', info: { Title: 'Claim form' } });
    const pieces: Buffer[] = [];
    paper.on('data', (piece: Buffer) => pieces.push(piece));
    paper.on('end', () => resolve(Buffer.concat(pieces)));
    for (let page = 1; page < pages; page += 1) paper.text('Bus fare £2.00').addPage();
    paper.image(aJpeg({ parts: [exif('CANARY')] }), 0, 0).end();
  });

describe('A PDF that is taken in', () => {
  it('is kept with the number of its pages', async () => {
    const kept = await keptOf(aPdf());
    expect(kept).toMatchObject({ mediaType: 'application/pdf', pages: 1, width: null });
    expect(kept.bytes).toEqual(aPdf());
  });

  it('may be one of our own papers, and loses only what a camera noted in its photographs', async () => {
    const drawn = await drawnPdf(3);
    const kept = await keptOf(drawn);
    expect(kept.pages).toBe(3);
    expect(drawn.includes('CANARY')).toBe(true);
    expect(Buffer.from(kept.bytes).includes('CANARY')).toBe(false);
    expect(kept.bytes.length).toBe(drawn.length);
  });

  it('may open on a certain page, link to a web page and be called as it likes', async () => {
    const catalog = PDF_CATALOG.replace('>>', '/OpenAction [3 0 R /Fit] >>');
    const more = [
      '<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>',
      '<< /Title (Brackets \\) and (more) of them) /Keys <48 65 6C> /Is true /At -.5 >>',
    ];
    expect(await keptOf(aPdf({ catalog, more }))).toMatchObject({ pages: 1 });
  });

  it('may keep its pages in a packed stream, written as figures or letters', async () => {
    const words = `4 0 << /Type /Page /Parent 2 0 R >>`;
    const flate = deflateSync(Buffer.from(words));
    const entries = '/Type /ObjStm /N 1 /First 4 /Filter';
    const figures = `${flate.toString('hex')}>`;
    for (const stream of [
      pdfStream(`${entries} /FlateDecode`, flate),
      pdfStream(`${entries} [/ASCIIHexDecode /FlateDecode]`, figures),
      pdfStream(`${entries} [/ASCII85Decode /FlateDecode]`, toAscii85(flate)),
    ])
      expect(await keptOf(aPdf({ more: [stream] }))).toMatchObject({ pages: 2 });
  });

  it('may have names that only begin as those of programs do, a hundred pages, and a photograph that is broken', async () => {
    const names = '<< /JSON 1 /Soundness 2 /Encrypted 3 /AAA 4 >>';
    const broken = pdfStream('/Subtype /Image /Filter /DCTDecode', 'x');
    const pages = Array.from({ length: 99 }, () => PDF_PAGE);
    expect(await keptOf(aPdf({ more: [names, broken, ...pages] }))).toMatchObject({ pages: 100 });
  });

  it('may hold a photograph that is packed once more, if nobody noted anything in it', async () => {
    const packed = deflateSync(aJpeg({ parts: [[0xe2, Buffer.from('ICC_PROFILE\0')]] }));
    const more = [pdfStream('/Subtype /Image /Filter [/FlateDecode /DCTDecode]', packed)];
    expect(Buffer.from((await keptOf(aPdf({ more }))).bytes)).toEqual(aPdf({ more }));
  });

  it('may have been saved again, each time with another end', async () => {
    const again = `3 0 obj\n<< /Type /Page /Parent 2 0 R /Rotate 90 >>\nendobj\nxref\n3 1\n0000000200 00000 n \ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n300\n%%EOF\n`;
    expect(await keptOf(aPdf({ after: again }))).toMatchObject({ pages: 1 });
  });
});
