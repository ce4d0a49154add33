import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { canBePlaced } from '#db/shared/pdf/pictures';
import { aPicture } from '../support/builders/claims.ts';
import {
  checkFile,
  dictionariesOf,
  pixelsOf,
  textOf,
  untaggedMarksOf,
} from '../support/read-pdf.ts';
import { aPaper, SIZES } from './pdf-sample.ts';

const STROKES = [
  [0, 0, 500, 300, 1000, 0],
  [200, 400],
];
const bytesOf = (shade: number) => Buffer.from(aPicture(shade).base64, 'base64');

/** A PNG whose head says so much and no more; only the head is looked at. */
function pngHead(colourType: number, interlaced: number, more = ''): Buffer {
  const head = Buffer.alloc(33);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0);
  head.write('IHDR', 12, 'latin1');
  head[24] = 8;
  head[25] = colourType;
  head[28] = interlaced;
  return Buffer.concat([head, Buffer.from(more, 'latin1'), deflateSync(Buffer.from([0]))]);
}

describe('The number of a paper', () => {
  it.each(SIZES)('stands in words and as a code that is told in words, in %s print', (size) => {
    const { bytes } = aPaper(
      (paper) => paper.referenceMark({ reference: 'CLM-2027-0031', words: 'Quote it.' }),
      { size },
    );
    checkFile(bytes);
    expect(textOf(bytes)).toContain('CLM-2027-0031');
    const figures = dictionariesOf(bytes).filter((one) => one['/S'] === '/Figure');
    expect(figures).toMatchObject([{ '/Alt': 'u:QR code of CLM-2027-0031' }]);
    expect(untaggedMarksOf(bytes)).toBe(0);
  });

  it('is another code for another number', () => {
    const draw = (reference: string) =>
      pixelsOf(aPaper((paper) => paper.referenceMark({ reference, words: '' })).bytes, 1).grey;
    const [one, same, other] = ['CLM-2027-0031', 'CLM-2027-0031', 'CLM-2027-0032'].map(draw);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });
});

describe('A signature on paper', () => {
  const signed = (strokes: number[][] | null) =>
    aPaper((paper) =>
      paper.signatureBlock([
        {
          role: 'Signed',
          name: 'Ann Baker',
          signed: { strokes, instead: 'On paper', on: '4 May 2027' },
        },
      ]),
    ).bytes;

  it('is drawn as the pen went, and told whose it is', () => {
    const [drawn, bare] = [signed(STROKES), signed(null)];
    const dark = (bytes: Uint8Array) => pixelsOf(bytes, 1).grey.filter((grey) => grey < 90).length;
    expect(dark(drawn)).toBeGreaterThan(dark(bare));
    const figures = dictionariesOf(drawn).filter((one) => one['/S'] === '/Figure');
    expect(figures).toMatchObject([{ '/Alt': 'u:Signature of Ann Baker' }]);
    expect(untaggedMarksOf(drawn)).toBe(0);
    expect(textOf(drawn)).toContain('4 May 2027');
  });

  it('says where it is when it stands on another sheet', () => {
    expect(textOf(signed(null))).toContain('On paper');
    expect(textOf(signed(STROKES))).not.toContain('On paper');
  });
});

describe('Pictures behind a paper', () => {
  const picture = (nth: number) => ({
    caption: `Receipt ${nth}`,
    bytes: bytesOf(nth),
    instead: '',
  });

  it.each([
    [4, 2],
    [5, 3],
  ])('stand four to a page: %i of them make %i pages with the paper', (count, pages) => {
    const drawn = aPaper((paper) => {
      paper.paragraph('The paper itself.');
      paper.pictures(
        'Receipts',
        Array.from({ length: count }, (_, i) => picture(i + 1)),
      );
    });
    checkFile(drawn.bytes);
    expect(drawn.pages).toBe(pages);
    expect(textOf(drawn.bytes, 2)).toContain('Receipt 4');
    expect(untaggedMarksOf(drawn.bytes)).toBe(0);
  });

  it('have their captions whole, however long', () => {
    const costs = Array.from({ length: 60 }, (_, i) => String(i + 1)).join(', ');
    const { bytes } = aPaper((paper) =>
      paper.pictures('Receipts', [{ ...picture(1), caption: `Receipt 1: for costs ${costs}` }]),
    );
    expect(textOf(bytes).replace(/\s+/g, ' ')).toContain(costs);
  });

  it('take no page when there are none', () => {
    expect(aPaper((paper) => paper.pictures('Receipts', [])).pages).toBe(1);
  });

  it('say in words why one is not printed', () => {
    const { bytes } = aPaper((paper) =>
      paper.pictures('Receipts', [{ caption: 'Receipt 1', bytes: null, instead: 'It is a PDF.' }]),
    );
    expect(textOf(bytes)).toContain('It is a PDF.');
  });

  it('are placed when they are JPEGs or plain PNGs, and not when PDFKit would finish them too late', () => {
    expect(canBePlaced(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe(true);
    expect(canBePlaced(bytesOf(7))).toBe(true);
    expect(canBePlaced(pngHead(2, 0))).toBe(true);
    expect(canBePlaced(pngHead(6, 0))).toBe(false);
    expect(canBePlaced(pngHead(4, 0))).toBe(false);
    expect(canBePlaced(pngHead(2, 1))).toBe(false);
    expect(canBePlaced(pngHead(3, 0))).toBe(true);
    expect(canBePlaced(pngHead(3, 0, 'tRNS'))).toBe(false);
    expect(canBePlaced(Buffer.from('%PDF-1.7'))).toBe(false);
  });
});
