import { crc32, deflateSync } from 'node:zlib';

/** A piece of a JPEG: its mark and what is in it, without the length. */
export type JpegPart = readonly [mark: number, content: Buffer];

export const segment = ([mark, content]: JpegPart): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 + mark, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** Size and colours of a grey picture. */
export const jpegFrame = (width: number, height: number, mark = 0xc0): JpegPart => {
  const content = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  content.writeUInt16BE(height, 1);
  content.writeUInt16BE(width, 3);
  return [mark, content];
};

export const JPEG_JFIF: JpegPart = [
  0xe0,
  Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
];
const FINENESS: JpegPart = [0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 1)])];
/** Tables in which one bit says 'as before' and one says 'nothing more in this block'. */
const table = (which: number): JpegPart => [
  0xc4,
  Buffer.from([which, 1, ...Array.from({ length: 15 }, () => 0), 0]),
];
/** One pass over the picture: every block an even grey. */
export const JPEG_SCAN = Buffer.concat([
  segment([0xda, Buffer.from([1, 1, 0, 0, 63, 0])]),
  Buffer.from([0x00, 0x3f]),
]);
export const JPEG_END = Buffer.from([0xff, 0xd9]);

/** A grey JPEG of 16 by 16 dots unless told, made by hand. Parts go between its head and its tables. */
export function aJpeg(
  given: {
    readonly frame?: JpegPart;
    readonly parts?: readonly JpegPart[];
    readonly scans?: number;
    readonly after?: Buffer;
    readonly hasEnd?: boolean;
  } = {},
): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(JPEG_JFIF),
    ...(given.parts ?? []).map(segment),
    segment(FINENESS),
    segment(given.frame ?? jpegFrame(16, 16)),
    segment(table(0x00)),
    segment(table(0x10)),
    ...Array.from({ length: given.scans ?? 1 }, () => JPEG_SCAN),
    given.hasEnd === false ? Buffer.alloc(0) : JPEG_END,
    given.after ?? Buffer.alloc(0),
  ]);
}

/** What a camera notes: which way up the picture is (1 to 8, as cameras count), and words such as a place. */
export function exif(words: string, turned = 1): JpegPart {
  const text = Buffer.from(`${words}\0`, 'latin1');
  const head = Buffer.alloc(8 + 2 + 24 + 4);
  head.write('MM\0*', 0, 'latin1');
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(2, 8);
  const entry = (at: number, tag: number, type: number, count: number): number => {
    head.writeUInt16BE(tag, at);
    head.writeUInt16BE(type, at + 2);
    head.writeUInt32BE(count, at + 4);
    return at + 8;
  };
  head.writeUInt16BE(turned, entry(10, 0x0112, 3, 1));
  head.writeUInt32BE(head.length, entry(22, 0x010e, 2, text.length));
  return [0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, text])];
}

export type PngPart = readonly [type: string, content: Buffer];

export const chunk = ([type, content]: PngPart, sum?: number): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(sum ?? crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};

export const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const pngHead = (
  width: number,
  height: number,
  kind: readonly [bits: number, colour: number, interlace: number] = [8, 0, 0],
): PngPart => {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  content.set([kind[0], kind[1], 0, 0, kind[2]], 8);
  return ['IHDR', content];
};

/** A grey PNG of 16 by 16 dots unless told, made by hand. */
export function aPng(
  given: {
    readonly head?: PngPart;
    readonly parts?: readonly PngPart[];
    readonly dots?: readonly Buffer[];
    readonly between?: readonly PngPart[];
    readonly after?: Buffer;
  } = {},
): Buffer {
  const [first = Buffer.alloc(0), ...rest] = given.dots ?? [deflateSync(Buffer.alloc(16 * 17))];
  return Buffer.concat([
    PNG_START,
    chunk(given.head ?? pngHead(16, 16)),
    ...(given.parts ?? []).map((part) => chunk(part)),
    chunk(['IDAT', first]),
    ...(given.between ?? []).map((part) => chunk(part)),
    ...rest.map((dots) => chunk(['IDAT', dots])),
    chunk(['IEND', Buffer.alloc(0)]),
    given.after ?? Buffer.alloc(0),
  ]);
}

/** A stream of a PDF: its dictionary without the length, and what it holds. */
export const pdfStream = (entries: string, data: Buffer | string): Buffer => {
  const bytes = Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
};

export const PDF_CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
export const PDF_PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>';
export const PDF_PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

/** A PDF of one empty page unless told, with a table of places that is right. Objects after the third are `more`. */
export function aPdf(
  given: {
    readonly catalog?: string;
    readonly page?: string;
    readonly more?: readonly (string | Buffer)[];
    readonly trailer?: string;
    readonly after?: Buffer | string;
  } = {},
): Buffer {
  const objects = [
    given.catalog ?? PDF_CATALOG,
    PDF_PAGES,
    given.page ?? PDF_PAGE,
    ...(given.more ?? []),
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  const length = (): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
  for (const [index, object] of objects.entries()) {
    places.push(length());
    pieces.push(
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    );
  }
  const table = length();
  const line = (place: number): string => `${String(place).padStart(10, '0')} 00000 n \n`;
  pieces.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map(line).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} ${given.trailer ?? ''} >>\nstartxref\n${table}\n%%EOF\n`,
    ),
    Buffer.from(given.after ?? ''),
  );
  return Buffer.concat(pieces);
}

/** Bytes as a PDF writes them in letters: four bytes as five of them. */
export function toAscii85(bytes: Buffer): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(4)]).subarray(0, 4);
    const used = Math.min(4, bytes.length - at);
    const value = group.readUInt32BE(0);
    const five = [4, 3, 2, 1, 0].map((n) => 33 + (Math.floor(value / 85 ** n) % 85));
    letters += value === 0 && used === 4 ? 'z' : String.fromCharCode(...five.slice(0, used + 1));
  }
  return `${letters}~>`;
}
