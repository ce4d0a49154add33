import { deflateSync } from 'node:zlib';

/** What was packed once, by what it was packed from: a face's subsets and its tables of letters are the same in paper after paper. */
export type PackedStreams = {
  readonly subsets: WeakMap<Uint8Array, Uint8Array>;
  readonly tables: Map<string, Uint8Array>;
};

/** Names never repeat themselves for ever, so the tables begin again at this size. */
const MOST_TABLES = 50;

export const newPackedStreams = (): PackedStreams => ({
  subsets: new WeakMap(),
  tables: new Map(),
});

/**
 * Has a font embedded with streams that are packed already wherever another paper needed the same ones; packing them
 * again would take as long as drawing the whole paper.
 */
export function packOnce(
  document: PDFKit.PDFDocument,
  font: PDFKit.EmbeddedFont,
  packed: PackedStreams,
): void {
  const embed = font.embed.bind(font);
  font.embed = () => {
    const newRef = document.ref.bind(document);
    // A font makes its two streams without a dictionary and everything else with one.
    document.ref = (data?: object) => {
      const made = newRef(data ?? {});
      if (data === undefined) endPacked(made, packed);
      return made;
    };
    try {
      embed();
    } finally {
      document.ref = newRef;
    }
  };
}

function endPacked(ref: PDFKit.PDFKitReference, packed: PackedStreams): void {
  const end = ref.end.bind(ref);
  ref.end = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
      Object.assign(ref.data, { Filter: 'FlateDecode' });
      ref.compress = false;
      end(typeof chunk === 'string' ? packedTable(chunk, packed) : packedSubset(chunk, packed));
    } else end(chunk);
  };
}

function packedSubset(bytes: Uint8Array, { subsets }: PackedStreams): Uint8Array {
  const known = subsets.get(bytes);
  if (known !== undefined) return known;
  const made = deflateSync(bytes);
  subsets.set(bytes, made);
  return made;
}

function packedTable(text: string, { tables }: PackedStreams): Uint8Array {
  const known = tables.get(text);
  if (known !== undefined) return known;
  if (tables.size >= MOST_TABLES) tables.clear();
  const made = deflateSync(Buffer.from(`${text}\n`, 'latin1'));
  tables.set(text, made);
  return made;
}
