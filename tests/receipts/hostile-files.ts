import { deflateRawSync, deflateSync } from 'node:zlib';
import type { FileFault } from '#db/shared/incoming-file';
import {
  aJpeg,
  aPdf,
  aPng,
  chunk,
  exif,
  JPEG_END,
  JPEG_SCAN,
  jpegFrame,
  PDF_CATALOG,
  PDF_PAGE,
  pdfStream,
  PNG_START,
  pngHead,
  segment,
} from '../support/receipt-files.ts';
import { zipByHand } from '../support/zip-by-hand.ts';
import { jpegsFor, pdfsFor, pngsFor } from './one-guard-each.ts';

/** Words that must be in nothing that is kept. */
export const CANARY = 'CANARY 51.5074N 0.1278W';
const canary = Buffer.from(CANARY);

/** A file that does harm where it is believed, and what becomes of it: it is refused, or kept without the harm. */
export type HostileFile = readonly [
  what: string,
  bytes: () => Buffer,
  outcome: FileFault | 'made safe',
];

const text =
  (words: string): (() => Buffer) =>
  () =>
    Buffer.from(words, 'latin1');
const head =
  (bytes: readonly number[]): (() => Buffer) =>
  () =>
    Buffer.concat([Buffer.from(bytes), canary]);
const nothing = (bytes: number): Buffer => Buffer.alloc(bytes);
const aZip = (): Buffer => zipByHand([{ name: `${CANARY}.js`, content: 'run()' }]);

const OTHER_KINDS: readonly HostileFile[] = [
  ['nothing', () => nothing(0), 'empty'],
  ['eleven megabytes', () => aJpeg({ after: nothing(11_000_000) }), 'too-large'],
  [
    'a drawing with a program in it, called a PNG',
    text(`<svg xmlns="http://www.w3.org/2000/svg"><script>/*${CANARY}*/</script></svg>`),
    'other-kind',
  ],
  ['a page with a program in it', text('<html><script>alert(1)</script></html>'), 'other-kind'],
  [
    'a text that unpacks to gigabytes',
    () => zipByHand([{ name: 'word/document.xml', content: nothing(50_000_000), claims: 10 }]),
    'other-kind',
  ],
  [
    'the mark by which virus scanners are tried',
    () =>
      Buffer.concat([
        Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR'),
        Buffer.from('-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
      ]),
    'other-kind',
  ],
  ['a program for Windows', head([0x4d, 0x5a, 0x90, 0]), 'other-kind'],
  ['a program for Linux', head([0x7f, 0x45, 0x4c, 0x46]), 'other-kind'],
  ['a moving picture', text(`GIF89a${CANARY}`), 'other-kind'],
  ['a picture of Windows', text(`BM${CANARY}`), 'other-kind'],
  ['a picture of a fax', text(`II*\0${CANARY}`), 'other-kind'],
  ['a picture of the web', text(`RIFF\0\0\0\0WEBPVP8 ${CANARY}`), 'other-kind'],
  ['a letter with a program in it', head([0xd0, 0xcf, 0x11, 0xe0]), 'other-kind'],
  ['a picture of a newer phone', text(`\0\0\0\x18ftypheic\0\0\0\0${CANARY}`), 'heic'],
  ['another of a newer phone', text(`\0\0\0\x18ftypavif\0\0\0\0${CANARY}`), 'heic'],
  ['a picture behind an archive', () => Buffer.concat([aZip(), aJpeg()]), 'other-kind'],
  ['a PDF behind a page', () => Buffer.concat([Buffer.from('<html>\n'), aPdf()]), 'other-kind'],
];

const JPEGS: readonly HostileFile[] = [
  ['the place where it was taken', () => aJpeg({ parts: [exif(CANARY)] }), 'made safe'],
  [
    'what a program noted',
    () => aJpeg({ parts: [[0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${CANARY}`)]] }),
    'made safe',
  ],
  [
    'what an agency noted',
    () => aJpeg({ parts: [[0xed, Buffer.from(`Photoshop 3.0\0${CANARY}`)]] }),
    'made safe',
  ],
  [
    'a profile of colours',
    () => aJpeg({ parts: [[0xe2, Buffer.from(`ICC_PROFILE\0${CANARY}`)]] }),
    'made safe',
  ],
  [
    'a page in its comment',
    () => aJpeg({ parts: [[0xfe, Buffer.from(`*/=1;/*<script>${CANARY}</script>`)]] }),
    'made safe',
  ],
  [
    'a small copy of itself',
    () => aJpeg({ parts: [[0xe0, Buffer.from(`JFXX\0\x10${CANARY}`)]] }),
    'made safe',
  ],
  [
    'a small copy in its head',
    () =>
      Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        segment([0xe0, Buffer.from(`JFIF\0\x01\x01\0\0\x01\0\x01\x08\x01${CANARY}`, 'latin1')]),
        aJpeg().subarray(20),
      ]),
    'made safe',
  ],
  ['an archive behind its end', () => aJpeg({ after: aZip() }), 'made safe'],
  [
    'a second picture behind its end',
    () => aJpeg({ after: aJpeg({ parts: [exif(CANARY)] }) }),
    'made safe',
  ],
  [
    'fifty thousand dots each way',
    () => aJpeg({ frame: jpegFrame(50_000, 50_000) }),
    'too-many-dots',
  ],
  ['eight thousand dots each way', () => aJpeg({ frame: jpegFrame(8000, 8000) }), 'too-many-dots'],
  ['one row of sixty thousand', () => aJpeg({ frame: jpegFrame(60_000, 1) }), 'too-many-dots'],
  ['no dots', () => aJpeg({ frame: jpegFrame(0, 16) }), 'picture-damaged'],
  ['no end', () => aJpeg({ hasEnd: false }), 'picture-damaged'],
  ['two sizes', () => aJpeg({ parts: [jpegFrame(8, 8)] }), 'picture-damaged'],
  [
    'a way of packing that few know',
    () => aJpeg({ frame: jpegFrame(16, 16, 0xc9) }),
    'picture-damaged',
  ],
  ['hundreds of passes', () => aJpeg({ scans: 101 }), 'picture-damaged'],
  [
    'a piece that runs beyond the end',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]), canary]),
    'picture-damaged',
  ],
  [
    'words in its tables',
    () => aJpeg({ parts: [[0xdb, Buffer.concat([nothing(65), canary])]] }),
    'picture-damaged',
  ],
  [
    'dots before their size',
    () => Buffer.concat([Buffer.from([0xff, 0xd8]), JPEG_SCAN, JPEG_END]),
    'picture-damaged',
  ],
];

const row = (count: number): Buffer => deflateSync(nothing(count));

const PNGS: readonly HostileFile[] = [
  [
    'words, notes of a camera and a page',
    () =>
      aPng({
        parts: [
          ['tEXt', Buffer.from(`Comment\0<script>${CANARY}</script>`)],
          ['eXIf', canary],
          ['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${CANARY}`)],
        ],
      }),
    'made safe',
  ],
  ['an archive behind its end', () => aPng({ after: aZip() }), 'made safe'],
  [
    'words behind its last dot',
    () => aPng({ dots: [Buffer.concat([row(272), canary])] }),
    'made safe',
  ],
  [
    'other pictures, shown one after the other',
    () =>
      aPng({
        parts: [['acTL', nothing(8)]],
        dots: [row(272)],
        between: [['fdAT', Buffer.concat([nothing(4), canary])]],
      }),
    'made safe',
  ],
  [
    'a profile of colours that unpacks to gigabytes',
    () =>
      aPng({ parts: [['iCCP', Buffer.concat([Buffer.from(`${CANARY}\0\0`), row(50_000_000)])]] }),
    'made safe',
  ],
  ['fifty thousand dots each way', () => aPng({ head: pngHead(50_000, 50_000) }), 'too-many-dots'],
  [
    'more dots than there are numbers',
    () => aPng({ head: pngHead(0xffffffff, 0xffffffff) }),
    'too-many-dots',
  ],
  ['dots that unpack to gigabytes', () => aPng({ dots: [row(200_000_000)] }), 'picture-damaged'],
  ['fewer dots than it says', () => aPng({ dots: [row(100)] }), 'picture-damaged'],
  [
    'dots that are none',
    () => aPng({ dots: [Buffer.concat([Buffer.from([0x78, 0x9c, 0xff]), canary])] }),
    'picture-damaged',
  ],
  [
    'a wrong check sum',
    () => Buffer.concat([PNG_START, chunk(pngHead(16, 16), 1), aPng().subarray(33)]),
    'picture-damaged',
  ],
  ['a needed part that nobody knows', () => aPng({ parts: [['EVIL', canary]] }), 'picture-damaged'],
  ['a second head', () => aPng({ parts: [pngHead(60_000, 60_000)] }), 'picture-damaged'],
  [
    'dots in two places',
    () => {
      const dots = row(272);
      return aPng({
        dots: [dots.subarray(0, 5), dots.subarray(5)],
        between: [['tEXt', canary]],
      });
    },
    'picture-damaged',
  ],
  [
    'a part of four gigabytes',
    () => Buffer.concat([PNG_START, Buffer.from([0xff, 0xff, 0xff, 0xff]), canary]),
    'picture-damaged',
  ],
  [
    'colours by number, without the colours',
    () => aPng({ head: pngHead(16, 16, [8, 3, 0]) }),
    'picture-damaged',
  ],
  [
    'tens of thousands of parts',
    () => aPng({ parts: Array.from({ length: 20_001 }, () => ['tEXt', nothing(0)] as const) }),
    'picture-damaged',
  ],
];

const action =
  (words: string): (() => Buffer) =>
  () =>
    aPdf({ catalog: PDF_CATALOG.replace('>>', `/OpenAction << ${words} >> >>`) });
const withObject =
  (...more: readonly (string | Buffer)[]): (() => Buffer) =>
  () =>
    aPdf({ more });
const PROGRAM = '/S /JavaScript /JS (app.alert(1))';
/** Objects packed into a stream, where a look at the open words does not find them. */
const packed = (entries: string, words: string): Buffer =>
  pdfStream(`${entries} /Filter /FlateDecode`, deflateSync(Buffer.from(words, 'latin1')));

const PDFS: readonly HostileFile[] = [
  ['a program that starts by itself', action(PROGRAM), 'pdf-active'],
  ['the same, spelt in figures', action('/S /J#61va#53cript /#4a#53 (x)'), 'pdf-active'],
  [
    'the same, in a packed object',
    withObject(packed('/Type /ObjStm /N 1 /First 4', `9 0 << ${PROGRAM} >>`)),
    'pdf-active',
  ],
  [
    'the same, in a packed object that says it is none',
    withObject(packed('/Type /Other /N 1 /First 4', `9 0 << ${PROGRAM} >>`)),
    'pdf-active',
  ],
  [
    'the same, behind words that look like a stream',
    withObject(`<< /Title (>>stream\n) ${PROGRAM} /X (endstream) >>`),
    'pdf-active',
  ],
  [
    'the same, as words in a stream that readers mend into an object',
    withObject(pdfStream('', `9 0 obj << /Type /Page >> endobj`)),
    'pdf-unreadable',
  ],
  ['the same, under a name of two letters', withObject('<< /JS 5 0 R >>'), 'pdf-active'],
  ['the same two letters, spelt in figures', withObject('<< /#4a#53 5 0 R >>'), 'pdf-active'],
  [
    'the same, as words in a stream',
    withObject(pdfStream('', '<< /S /JavaScript >>')),
    'pdf-active',
  ],
  [
    'something on every page that opens',
    () => aPdf({ page: PDF_PAGE.replace('>>', '/AA << /O 9 0 R >> >>') }),
    'pdf-active',
  ],
  ['a program that it starts', action('/S /Launch /F (cmd.exe)'), 'pdf-active'],
  [
    'an action that lies elsewhere',
    () => aPdf({ catalog: PDF_CATALOG.replace('>>', '/OpenAction 9 0 R >>') }),
    'pdf-active',
  ],
  ['another file', withObject(pdfStream('/Type /EmbeddedFile', 'MZ')), 'pdf-active'],
  ['a list of other files', withObject('<< /Names << /EmbeddedFiles 9 0 R >> >>'), 'pdf-active'],
  ['a file pinned to the page', withObject('<< /Subtype /FileAttachment >>'), 'pdf-active'],
  ['a file that belongs to it', withObject('<< /AF [9 0 R] >>'), 'pdf-active'],
  ['a form of another kind', withObject('<< /AcroForm << /XFA 9 0 R >> >>'), 'pdf-active'],
  ['a film with buttons', withObject('<< /Subtype /RichMedia >>'), 'pdf-active'],
  [
    'a form that sends itself',
    withObject('<< /S /SubmitForm /F (http://example.org) >>'),
    'pdf-active',
  ],
  ['a way into another file', withObject('<< /S /GoToR /F (//server/share) >>'), 'pdf-active'],
  ['a page that lies elsewhere', withObject(pdfStream('/F (//server/share)', 'x')), 'pdf-active'],
  ['a lock', () => aPdf({ trailer: '/Encrypt << /Filter /Standard >>' }), 'pdf-locked'],
  ['an archive behind its end', () => aPdf({ after: aZip() }), 'pdf-unreadable'],
  ['a page behind its end', () => aPdf({ after: `<script>${CANARY}</script>` }), 'pdf-unreadable'],
  ['half of it', () => aPdf().subarray(0, 150), 'pdf-unreadable'],
  [
    'words between its objects',
    () => Buffer.from(aPdf().toString('latin1').replace('2 0 obj', '<script>\n2 0 obj'), 'latin1'),
    'pdf-unreadable',
  ],
  ['the same name twice', withObject('<< /A 1 /#41 2 >>'), 'pdf-unreadable'],
  ['a million brackets', withObject('['.repeat(1_000_000)), 'pdf-unreadable'],
  [
    'a stream that unpacks to gigabytes',
    withObject(packed('', ' '.repeat(210_000_000))),
    'took-too-much',
  ],
  [
    'a stream packed twice',
    withObject(
      pdfStream('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(nothing(1000)))),
    ),
    'pdf-unreadable',
  ],
  [
    'a way of packing that nobody looks into',
    withObject(pdfStream('/Filter /LZWDecode', 'x')),
    'pdf-unreadable',
  ],
  [
    'a billion objects in nothing',
    withObject(packed('/Type /ObjStm /N 1000000000 /First 4', '9 0 null')),
    'pdf-unreadable',
  ],
  [
    'a picture of a square kilometre',
    withObject(pdfStream('/Subtype /Image /Width 90000 /Height 90000', 'x')),
    'too-many-dots',
  ],
  ['no page', () => aPdf({ page: '<< /Type /Other >>' }), 'pdf-unreadable'],
  [
    'a hundred and one pages',
    withObject(...Array.from({ length: 100 }, () => PDF_PAGE)),
    'pdf-too-long',
  ],
  [
    'a photograph with the place where it was taken',
    withObject(pdfStream('/Subtype /Image /Filter /DCTDecode', aJpeg({ parts: [exif(CANARY)] }))),
    'made safe',
  ],
  [
    'a stream that never ends, of figures',
    () => Buffer.concat([aPdf(), Buffer.from('1 '.repeat(3_000_000)), deflateRawSync(nothing(10))]),
    'pdf-unreadable',
  ],
];

const called = (kind: string, files: readonly HostileFile[]): readonly HostileFile[] =>
  files.map(([what, bytes, outcome]) => [`${kind} with ${what}`, bytes, outcome]);

/** What outsiders, phones and claimants may bring, knowingly or not. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...OTHER_KINDS,
  ...called('a JPEG', [...JPEGS, ...jpegsFor(CANARY)]),
  ...called('a PNG', [...PNGS, ...pngsFor(CANARY)]),
  ...called('a PDF', [...PDFS, ...pdfsFor(CANARY)]),
];
