import { deflateSync } from 'node:zlib';
import type { FileFault } from '#db/shared/incoming-file';
import {
  aJpeg,
  aPdf,
  aPng,
  chunk,
  exif,
  JPEG_END,
  JPEG_SCAN,
  type JpegPart,
  jpegFrame,
  PDF_PAGE,
  pdfStream,
  PNG_START,
  pngHead,
  type PngPart,
  segment,
  toAscii85,
} from '../support/receipt-files.ts';

/** A file that one guard alone refuses, or makes safe: were that guard gone, it would be kept as it came. */
type OneGuard = readonly [what: string, bytes: () => Buffer, outcome: FileFault | 'made safe'];

const nothing = (bytes: number): Buffer => Buffer.alloc(bytes);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A JPEG that is right but for its frame: how many colours, how fine, how sampled, and what follows. */
const frame = (bytes: readonly number[]): JpegPart => [0xc0, Buffer.from(bytes)];
const framed = (bytes: readonly number[]) => (): Buffer => aJpeg({ frame: frame(bytes) });
const withPart = (mark: number, content: Buffer) => (): Buffer =>
  aJpeg({ parts: [[mark, content]] });

/** Pictures as a camera stores them, each wrong in one place. */
export const jpegsFor = (canary: string): readonly OneGuard[] => [
  [
    'its size behind the dots',
    () => Buffer.concat([latin('\xff\xd8'), JPEG_SCAN, segment(jpegFrame(16, 16)), JPEG_END]),
    'picture-damaged',
  ],
  ['no dots at all', () => aJpeg({ scans: 0 }), 'picture-damaged'],
  [
    'words in the head of its dots',
    () =>
      Buffer.concat([
        aJpeg({ scans: 0, hasEnd: false }),
        segment([0xda, Buffer.concat([Buffer.from([1, 1, 0, 0, 63, 0]), latin(canary)])]),
        latin('\0\x3f'),
        JPEG_END,
      ]),
    'picture-damaged',
  ],
  [
    'notes that do not begin as a piece does',
    () =>
      Buffer.concat([
        aJpeg({ scans: 0, hasEnd: false }),
        segment(exif(canary)).subarray(1),
        JPEG_SCAN,
        JPEG_END,
      ]),
    'picture-damaged',
  ],
  ['half of a length', () => latin('\xff\xd8\xff\xe1\0'), 'picture-damaged'],
  ['a size cut short', framed([8, 0, 16]), 'picture-damaged'],
  ['two colours', framed([8, 0, 16, 0, 16, 2, 1, 0x11, 0, 2, 0x11, 0]), 'picture-damaged'],
  [
    'words behind its size',
    framed([8, 0, 16, 0, 16, 1, 1, 0x11, 0, ...latin(canary)]),
    'picture-damaged',
  ],
  ['dots of twelve bits', framed([12, 0, 16, 0, 16, 1, 1, 0x11, 0]), 'picture-damaged'],
  ['colours five times as fine', framed([8, 0, 16, 0, 16, 1, 1, 0x51, 0]), 'picture-damaged'],
  ['colours of no fineness', framed([8, 0, 16, 0, 16, 1, 1, 0x01, 0]), 'picture-damaged'],
  ['a piece of a kind that nobody knows', withPart(0xf0, nothing(0)), 'picture-damaged'],
  [
    'another height behind its dots',
    () =>
      Buffer.concat([
        aJpeg({ hasEnd: false }),
        segment([0xdc, Buffer.from([0xff, 0xff])]),
        JPEG_END,
      ]),
    'picture-damaged',
  ],
  [
    'words where it starts again',
    withPart(0xdd, Buffer.concat([nothing(2), latin(canary)])),
    'picture-damaged',
  ],
  [
    'words behind a table of letters',
    withPart(0xc4, Buffer.concat([nothing(17), latin(canary)])),
    'picture-damaged',
  ],
];

const pngWith = (part: PngPart) => (): Buffer => aPng({ parts: [part] });
/** The head of a small grey picture with one byte otherwise. */
const headWith = (at: number, value: number) => (): Buffer => {
  const [type, content] = pngHead(16, 16);
  const changed = Buffer.from(content);
  changed[at] = value;
  return aPng({ head: [type, changed] });
};
const dotsOf = (bytes: number): readonly Buffer[] => [deflateSync(nothing(bytes))];
const numbered =
  (...parts: readonly PngPart[]) =>
  (): Buffer =>
    aPng({ head: pngHead(16, 16, [8, 3, 0]), parts, dots: dotsOf(272) });
const THREE: PngPart = ['PLTE', nothing(9)];

/** Pictures as screens store them, each wrong in one place. */
export const pngsFor = (canary: string): readonly OneGuard[] => [
  [
    'two finenesses',
    () =>
      aPng({
        parts: [
          ['gAMA', nothing(4)],
          ['gAMA', nothing(4)],
        ],
      }),
    'picture-damaged',
  ],
  ['words as its brightness', pngWith(['gAMA', latin(canary)]), 'picture-damaged'],
  ['words as its fineness', pngWith(['pHYs', latin(canary)]), 'picture-damaged'],
  [
    'a place cut off in the head of a part',
    () => Buffer.concat([PNG_START, chunk(pngHead(16, 16)), nothing(6)]),
    'picture-damaged',
  ],
  ['a part without a name', pngWith(['\0\0\0\0', latin(canary)]), 'picture-damaged'],
  ['another head', () => aPng({ head: ['JHDR', pngHead(16, 16)[1]] }), 'picture-damaged'],
  [
    'a longer head',
    () => aPng({ head: ['IHDR', Buffer.concat([pngHead(16, 16)[1], latin(canary)])] }),
    'picture-damaged',
  ],
  [
    'dots of three bits',
    () => aPng({ head: pngHead(16, 16, [3, 0, 0]), dots: dotsOf(112) }),
    'picture-damaged',
  ],
  ['another way of packing', headWith(10, 1), 'picture-damaged'],
  ['another way of writing rows', headWith(11, 1), 'picture-damaged'],
  ['another way of building up', headWith(12, 2), 'picture-damaged'],
  ['colours and a half', numbered(['PLTE', nothing(7)]), 'picture-damaged'],
  ['no colour among its colours', numbered(['PLTE', nothing(0)]), 'picture-damaged'],
  ['more colours than it can number', numbered(['PLTE', nothing(771)]), 'picture-damaged'],
  [
    'more seen through than it has colours',
    numbered(THREE, ['tRNS', nothing(257)]),
    'picture-damaged',
  ],
  ['words as what is seen through', pngWith(['tRNS', latin(canary)]), 'picture-damaged'],
  [
    'two ways of being seen through',
    () =>
      aPng({
        head: pngHead(16, 16, [8, 6, 0]),
        parts: [['tRNS', nothing(6)]],
        dots: dotsOf(16 * 65),
      }),
    'picture-damaged',
  ],
  [
    'megabytes of packed words',
    pngWith(['zTXt', Buffer.concat([latin(`${canary}\0\0`), Buffer.alloc(5_000_000, canary)])]),
    'made safe',
  ],
];

const withObject =
  (...more: readonly (string | Buffer)[]) =>
  (): Buffer =>
    aPdf({ more });
/** A PDF of which some words are written otherwise. */
const rewritten =
  (from: string | RegExp, to: string, more: readonly string[] = []) =>
  (): Buffer =>
    latin(aPdf({ more }).toString('latin1').replace(from, to));

/** Objects packed into a stream by these ways, written with this; `entries` stand beside. */
const packedAs = (filters: string, entries: string, data: Buffer | string): Buffer =>
  pdfStream(`/Type /ObjStm ${entries} /Filter ${filters}`, data);
const PROGRAM = '/S /JavaScript /JS (app.alert(1))';
const HARMLESS = deflateSync(latin('9 0 null'));
/** The same in letters, without their end. */
const LETTERS = toAscii85(Buffer.concat([HARMLESS, nothing(4 - (HARMLESS.length % 4))])).slice(
  0,
  -2,
);
const ONE = '/N 1 /First 4';
/** Figures that read as harmless objects, and are a program once they are read as letters. */
const twoFaced = (): string =>
  `${latin(`9 0 << ${PROGRAM} >>`).toString('hex').replaceAll(/../g, '$& ')}>`;

const ACTIVE_NAMES =
  'JavaScript Launch EmbeddedFile EmbeddedFiles FileAttachment Filespec XFA RichMedia RichMediaContent RichMediaExecute Rendition Movie Sound SubmitForm ImportData GoToE GoToR JS AA AF EF 3D Collection'.split(
    ' ',
  );

/** Papers each of which one guard alone refuses. */
export const pdfsFor = (canary: string): readonly OneGuard[] => [
  ...ACTIVE_NAMES.map(
    (name): OneGuard => [`the name ${name}`, withObject(`<< /Is /${name} >>`), 'pdf-active'],
  ),
  ['a version that there is none of', rewritten('%PDF-1.7', '%PDF-1.9'), 'pdf-unreadable'],
  ['no mark at its end', rewritten('%%EOF', ''), 'pdf-unreadable'],
  ['no first object', rewritten('/Root 1 0 R', ''), 'pdf-unreadable'],
  ['no place of its table', rewritten(/startxref\n\d+/, ''), 'pdf-unreadable'],
  [
    'no list of its pages',
    () => aPdf({ catalog: '<< /Type /Other /Pages 2 0 R >>' }),
    'pdf-unreadable',
  ],
  ['an object that does not begin', rewritten('2 0 obj', '2 0'), 'pdf-unreadable'],
  ['an object that does not end', rewritten('endobj', ''), 'pdf-unreadable'],
  ['a beginning that runs on', rewritten('4 0 obj\n5', '4 0 obj5', ['5']), 'pdf-unreadable'],
  ['places that are neither free nor used', rewritten(/ [nf] \n/g, '   \n'), 'pdf-unreadable'],
  ['words that are no value', withObject('<< /A foo >>'), 'pdf-unreadable'],
  ['a word in the place of a name', withObject('<< xA 1 >>'), 'pdf-unreadable'],
  ['figures that are none', withObject('<< /K <4Z> >>'), 'pdf-unreadable'],
  [
    'a stream whose line readers end in two ways',
    withObject('<< /Length 1 >>\nstream\rx\nendstream'),
    'pdf-unreadable',
  ],
  [
    'an object hidden at the start of a stream',
    withObject(pdfStream('', 'obj [1]')),
    'pdf-unreadable',
  ],
  ['an object hidden without a space', withObject(pdfStream('', '9 0 obj[1]')), 'pdf-unreadable'],
  [
    'a program as words in a stream, spelt in figures',
    withObject(pdfStream('', '<< /S /J#61vaScript >>')),
    'pdf-active',
  ],
  [
    'a program in a packed object, spelt in figures',
    withObject(packedAs('/FlateDecode', ONE, deflateSync(latin('9 0 << /#4a#53 5 0 R >>')))),
    'pdf-active',
  ],
  [
    'a program in packed objects that do not say where they begin',
    withObject(packedAs('/FlateDecode', '/N 1', HARMLESS)),
    'pdf-unreadable',
  ],
  [
    'packed objects that do not say how many they are',
    withObject(packedAs('/FlateDecode', '/N 5 0 R /First 4', HARMLESS)),
    'pdf-unreadable',
  ],
  [
    'more packed objects than can be counted',
    withObject(packedAs('/FlateDecode', '/N 9999999999 /First 4', HARMLESS)),
    'pdf-unreadable',
  ],
  [
    'packed objects that read in two ways: figures behind the packing',
    withObject(packedAs('[/FlateDecode /ASCIIHexDecode]', ONE, deflateSync(latin(twoFaced())))),
    'pdf-unreadable',
  ],
  [
    'packed objects that read in two ways: dots before the packing',
    withObject(packedAs('[/CCITTFaxDecode /FlateDecode]', ONE, HARMLESS)),
    'pdf-unreadable',
  ],
  ...['DecodeParms', 'DP'].map(
    (name): OneGuard => [
      `packed objects written more tightly, by ${name}`,
      withObject(packedAs('/FlateDecode', `${ONE} /${name} << /Predictor 12 >>`, HARMLESS)),
      'pdf-unreadable',
    ],
  ),
  [
    'packed objects that unpack to megabytes',
    withObject(
      packedAs('/FlateDecode', ONE, deflateSync(latin(`9 0 null${' '.repeat(20_000_000)}`))),
    ),
    'took-too-much',
  ],
  [
    'two streams that unpack to gigabytes together',
    () => {
      const half = pdfStream('/Filter /FlateDecode', deflateSync(nothing(110_000_000)));
      return aPdf({ more: [half, half] });
    },
    'took-too-much',
  ],
  ['a packing that lies elsewhere', withObject(pdfStream('/Filter 7 0 R', 'x')), 'pdf-unreadable'],
  [
    'dots packed three times',
    withObject(pdfStream('/Filter [/ASCIIHexDecode /ASCIIHexDecode /DCTDecode]', '20>')),
    'pdf-unreadable',
  ],
  [
    'dots that do not unpack',
    withObject(pdfStream('/Filter /FlateDecode', canary)),
    'pdf-unreadable',
  ],
  [
    'figures behind the figures',
    withObject(packedAs('[/ASCIIHexDecode /FlateDecode]', ONE, `${HARMLESS.toString('hex')}zz`)),
    'pdf-unreadable',
  ],
  ...['uuuuu', '!!!!v'].map(
    (letters): OneGuard => [
      `letters that are no bytes, ${letters}`,
      withObject(packedAs('[/ASCII85Decode /FlateDecode]', ONE, `${LETTERS}${letters}~>`)),
      'pdf-unreadable',
    ],
  ),
  [
    'words behind the end of its photograph',
    withObject(pdfStream('/Filter /DCTDecode', aJpeg({ after: latin(canary) }))),
    'made safe',
  ],
  [
    'words behind the dots of its photograph',
    withObject(
      pdfStream(
        '/Filter /DCTDecode',
        Buffer.concat([aJpeg({ hasEnd: false }), segment([0xfe, latin(canary)]), JPEG_END]),
      ),
    ),
    'made safe',
  ],
  ...[
    ['/FlateDecode', (photograph: Buffer) => deflateSync(photograph)] as const,
    ['/ASCIIHexDecode', (photograph: Buffer) => latin(`${photograph.toString('hex')}>`)] as const,
  ].map(
    ([outer, pack]): OneGuard => [
      `a photograph with its place, packed once more by ${outer}`,
      withObject(
        pdfStream(`/Filter [${outer} /DCTDecode]`, pack(aJpeg({ parts: [exif(canary)] }))),
      ),
      'pdf-unreadable',
    ],
  ),
  [
    'a photograph packed by what packs pictures of faxes',
    withObject(pdfStream('/Filter [/CCITTFaxDecode /DCTDecode]', aJpeg())),
    'pdf-unreadable',
  ],
  [
    'a hundred and one pages, one of them packed',
    withObject(
      ...Array.from({ length: 99 }, () => PDF_PAGE),
      packedAs('/FlateDecode', ONE, deflateSync(latin(`9 0 ${PDF_PAGE}`))),
    ),
    'pdf-too-long',
  ],
];
