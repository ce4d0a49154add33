import { Faulty, mustHold } from './faulty.ts';
import { blankJpegNotes, hasJpegNotes } from './jpeg-in.ts';
import {
  filtersOf,
  newStreamCheck,
  type PdfStream,
  unpackObjects,
  unpackPhotograph,
} from './pdf-streams.ts';
import { newPdfReader, type PdfDictionary, type PdfReader, plainName } from './pdf-tokens.ts';

const MOST_PAGES = 100;

/** What makes a PDF more than pages: programs, other files, forms that send themselves, sound and film. */
const ACTIVE = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'Filespec',
  'XFA',
  'RichMedia',
  'RichMediaContent',
  'RichMediaExecute',
  'Rendition',
  'Movie',
  'Sound',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
] as const;
/** The same, in names so short that packed dots spell them by chance; they are looked for outside of streams only. */
const ACTIVE_SHORT = ['JS', 'AA', 'AF', 'EF', '3D', 'Collection'] as const;

/** What ends a name. */
const END = '(?![^\\s\\0()<>[\\]{}/%])';
const namesOf = (names: readonly string[]): RegExp => new RegExp(`/(?:${names.join('|')})${END}`);
const ACTIVE_ANYWHERE = namesOf(ACTIVE);
const ACTIVE_OUTSIDE = namesOf([...ACTIVE, ...ACTIVE_SHORT]);
/** Opening on a certain page is harmless and common; doing something on opening is not. */
const DOES_ON_OPENING = /\/OpenAction[\s\0]*[^\s\0[]/;
const LOCKED = namesOf(['Encrypt']);
/** The head of an object where only packed dots or words should be; readers that mend a file would find it there. */
const HIDDEN_OBJECT = /[\s\0]obj[\s\0<[(/%+\-.\d]/;

const mustBe = (holds: boolean): void => mustHold(holds, 'pdf-unreadable');

/**
 * Looks at a PDF from front to back, every byte of it, and refuses one that does more than show pages or that readers
 * might understand in two ways. What cameras noted in its photographs is blanked out. Nothing is drawn.
 * @throws Faulty
 */
export async function checkPdf(
  file: Buffer,
): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  const whole = file.toString('latin1');
  mustBe(/^%PDF-(1\.[0-7]|2\.0)[\s%]/.test(whole.slice(0, 10)));
  mustBe(/%%EOF\s*$/.test(whole.slice(-1024)));
  const { objects, streams, outside } = readAll(file);
  mustHold(!LOCKED.test(outside), 'pdf-locked');
  checkWords(outside);
  mustHold(!ACTIVE_ANYWHERE.test(plainName(whole)), 'pdf-active');
  mustBe(/\/Root[\s\0]/.test(outside) && /startxref/.test(outside));

  const check = newStreamCheck();
  const packedObjects: PdfDictionary[] = [];
  for (const stream of streams) {
    await check(stream);
    if (!holdsObjects(stream)) continue;
    const words = await unpackObjects(stream);
    checkWords(plainName(words.toString('latin1')));
    packedObjects.push(...readPacked(words, stream.entries));
  }
  const all = [...objects, ...packedObjects];
  mustBe(all.some((entries) => isOf(entries, 'Catalog')));
  const pages = all.filter((entries) => isOf(entries, 'Page')).length;
  mustBe(pages > 0);
  mustHold(pages <= MOST_PAGES, 'pdf-too-long');
  return { bytes: await withoutNotes(file, streams), pages };
}

function checkWords(words: string): void {
  mustHold(!ACTIVE_OUTSIDE.test(words) && !DOES_ON_OPENING.test(words), 'pdf-active');
}

const isOf = (entries: PdfDictionary, type: string): boolean => {
  const value = entries.get('Type');
  return value?.is === 'name' && value.name === type;
};

/** Readers take a stream for one that holds objects by either of these. */
const holdsObjects = ({ entries }: PdfStream): boolean =>
  isOf(entries, 'ObjStm') || entries.has('First');

type Read = {
  readonly objects: readonly PdfDictionary[];
  readonly streams: readonly PdfStream[];
  /** Everything that is no stream, names spelt plainly. */
  readonly outside: string;
};

/** Objects, tables of places and end marks in the order of the file; anything else makes it unreadable. */
function readAll(file: Buffer): Read {
  const reader = newPdfReader(file, 0);
  const objects = new Map<number, PdfDictionary>();
  const streams: PdfStream[] = [];
  const outside: string[] = [];
  let from = 0;
  while (!reader.isAtEnd()) {
    if (reader.takes('startxref')) reader.takeInteger();
    else if (reader.takes('xref')) skipTable(reader);
    else if (reader.takes('trailer')) reader.takeValue();
    else {
      const number = reader.takeInteger();
      reader.takeInteger();
      mustBe(reader.takes('obj'));
      const value = reader.takeValue();
      const entries = value.is === 'dictionary' ? value.entries : undefined;
      if (entries !== undefined) objects.set(number, entries);
      if (entries !== undefined && reader.takes('stream')) {
        outside.push(file.toString('latin1', from, reader.placeNow()));
        const data = dataOfStream(file, reader.placeNow());
        from = data.byteOffset - file.byteOffset + data.length;
        reader.goTo(from);
        mustBe(reader.takes('endstream'));
        streams.push({ entries, data });
      }
      mustBe(reader.takes('endobj'));
    }
  }
  outside.push(file.toString('latin1', from));
  return {
    objects: [...objects.values()],
    streams,
    outside: plainName(outside.join('\n')),
  };
}

/** Sections of a first number and a count, then that many lines of place, generation and n or f. */
function skipTable(reader: PdfReader): void {
  while (!reader.takes('trailer')) {
    reader.takeInteger();
    const count = reader.takeInteger();
    for (let line = 0; line < count; line += 1) {
      reader.takeInteger();
      reader.takeInteger();
      mustBe(reader.takes('n') || reader.takes('f'));
    }
  }
  reader.takeValue();
}

/** What lies between the words `stream` and `endstream`: the first that follows, so that every reader sees the same. */
function dataOfStream(file: Buffer, after: number): Buffer {
  const start = after + (file[after] === 0x0d ? 2 : 1);
  mustBe(file[start - 1] === 0x0a);
  const end = file.indexOf('endstream', start, 'latin1');
  mustBe(end >= 0);
  const data = file.subarray(start, end);
  mustBe(!HIDDEN_OBJECT.test(` ${data.toString('latin1')}`));
  return data;
}

/** The objects of an unpacked stream: pairs of number and place, then the values. */
function readPacked(words: Buffer, entries: PdfDictionary): readonly PdfDictionary[] {
  const [count, first] = [entries.get('N'), entries.get('First')];
  if (count?.is !== 'number' || first?.is !== 'number') throw new Faulty('pdf-unreadable');
  const head = newPdfReader(words, 0);
  const places = Array.from({ length: Math.min(count.number, words.length) }, () => {
    head.takeInteger();
    return first.number + head.takeInteger();
  });
  return places.flatMap((place) => {
    mustBe(place < words.length);
    const value = newPdfReader(words, place).takeValue();
    return value.is === 'dictionary' ? [value.entries] : [];
  });
}

/**
 * The same file, of the same length, with place, time and owner of its photographs blanked out. One that is packed
 * once more cannot be blanked where it lies, and is refused where somebody noted something in it.
 */
async function withoutNotes(file: Buffer, streams: readonly PdfStream[]): Promise<Buffer> {
  const bytes = Buffer.from(file);
  for (const stream of streams) {
    const filters = filtersOf(stream);
    if (filters.at(-1) !== 'DCTDecode') continue;
    if (filters.length > 1) {
      mustBe(!hasJpegNotes(await unpackPhotograph(stream)));
      continue;
    }
    const from = stream.data.byteOffset - file.byteOffset;
    blankJpegNotes(bytes.subarray(from, from + stream.data.length));
  }
  return bytes;
}
