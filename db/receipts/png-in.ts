import { crc32, createInflate } from 'node:zlib';
import { Faulty, mustHold } from './faulty.ts';
import { faultOfSize } from './file-head.rules.ts';
import type { StrippedPicture } from './jpeg-in.ts';

/** Programs cut a picture into pieces of eight thousand bytes or more; seven million bytes have no more than this. */
const MOST_CHUNKS = 20_000;

/** Dots of every kind of colour, by how many numbers each has; and how fine each number may be. */
const COLOURS: ReadonlyMap<number, { readonly numbers: number; readonly bits: readonly number[] }> =
  new Map([
    [0, { numbers: 1, bits: [1, 2, 4, 8, 16] }],
    [2, { numbers: 3, bits: [8, 16] }],
    [3, { numbers: 1, bits: [1, 2, 4, 8] }],
    [4, { numbers: 2, bits: [8, 16] }],
    [6, { numbers: 4, bits: [8, 16] }],
  ]);
/** What else than the dots decides how a picture looks. */
const KEPT = new Set(['PLTE', 'tRNS', 'gAMA', 'pHYs']);
/** The seven passes of a picture that builds up: first column and row, and steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const mustBe = (holds: boolean): void => mustHold(holds, 'picture-damaged');

type Chunk = { readonly type: string; readonly data: Buffer };

type Head = {
  readonly width: number;
  readonly height: number;
  readonly bitsOfDot: number;
  readonly colour: number;
  readonly isInterlaced: boolean;
};

/**
 * Rebuilds a PNG from its head, colours and dots, with everything that programs and people add left out. The dots are
 * unpacked once, piece by piece, to see that they are exactly as many as the head says: a small file may be made to
 * unpack to gigabytes, or carry something behind its last dot.
 * @throws Faulty
 */
export async function stripPng(file: Buffer): Promise<StrippedPicture> {
  const chunks = listChunks(file);
  const head = readHead(chunks[0]);
  const dots: Buffer[] = [];
  const before = new Map<string, Chunk>();
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.type === 'IDAT') {
      mustBe(dots.length === 0 || chunks[at - 1]?.type === 'IDAT');
      dots.push(chunk.data);
    } else if (KEPT.has(chunk.type)) {
      mustBe(!before.has(chunk.type) && hasRightLength(chunk, head));
      if (dots.length === 0) before.set(chunk.type, chunk);
    } else mustBe(!isNeeded(chunk.type) || at === 0 || chunk.type === 'IEND');
  }
  mustBe(head.colour !== 3 || before.has('PLTE'));
  const packed = Buffer.concat(dots);
  const used = await unpackedExactly(packed, bytesOfDots(head));
  return {
    width: head.width,
    height: head.height,
    bytes: Buffer.concat([
      file.subarray(0, 8),
      ...chunks.slice(0, 1).map(written),
      ...[...before.values()].map(written),
      written({ type: 'IDAT', data: packed.subarray(0, used) }),
      written({ type: 'IEND', data: Buffer.alloc(0) }),
    ]),
  };
}

/** The chunks from the first to the end mark, each with its check sum; what follows is not looked at. */
function listChunks(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = 8;
  while (chunks.at(-1)?.type !== 'IEND') {
    mustBe(chunks.length < MOST_CHUNKS && at + 12 <= file.length);
    const end = at + 8 + file.readUInt32BE(at);
    mustBe(end + 4 <= file.length);
    mustBe(crc32(file.subarray(at + 4, end)) === file.readUInt32BE(end));
    const type = file.toString('latin1', at + 4, at + 8);
    mustBe(/^[A-Za-z]{4}$/.test(type));
    chunks.push({ type, data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function readHead(chunk: Chunk | undefined): Head {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) throw new Faulty('picture-damaged');
  const { data } = chunk;
  const [bits, colour, packing, filter, interlace] = [...data.subarray(8)];
  const kind = COLOURS.get(colour ?? -1);
  if (bits === undefined || colour === undefined || kind?.bits.includes(bits) !== true)
    throw new Faulty('picture-damaged');
  mustBe(packing === 0 && filter === 0 && (interlace === 0 || interlace === 1));
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const fault = faultOfSize(width, height);
  if (fault !== undefined) throw new Faulty(fault);
  return { width, height, bitsOfDot: bits * kind.numbers, colour, isInterlaced: interlace === 1 };
}

/** A capital first letter says that the picture cannot be shown without it. */
const isNeeded = (type: string): boolean => /^[A-Z]/.test(type);

function hasRightLength({ type, data }: Chunk, head: Head): boolean {
  if (type === 'gAMA') return data.length === 4;
  if (type === 'pHYs') return data.length === 9;
  if (type === 'PLTE') return data.length % 3 === 0 && data.length >= 3 && data.length <= 768;
  if (head.colour === 3) return data.length >= 1 && data.length <= 256;
  return data.length === (head.colour === 0 ? 2 : 6) && head.colour < 3;
}

/** How many bytes the dots are once unpacked: each row with one byte that says how it is written. */
function bytesOfDots(head: Head): number {
  const rows = (width: number, height: number): number =>
    width === 0 ? 0 : height * (1 + Math.ceil((width * head.bitsOfDot) / 8));
  if (!head.isInterlaced) return rows(head.width, head.height);
  return PASSES.map(([x, y, stepX, stepY]) =>
    rows(
      Math.max(0, Math.ceil((head.width - x) / stepX)),
      Math.max(0, Math.ceil((head.height - y) / stepY)),
    ),
  ).reduce((sum, bytes) => sum + bytes, 0);
}

/** How many of the packed bytes were used up; they must give exactly as many as expected. */
async function unpackedExactly(packed: Buffer, expected: number): Promise<number> {
  const inflate = createInflate();
  inflate.end(packed);
  let bytes = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      bytes += piece.length;
      mustBe(bytes <= expected);
    }
  } catch {
    throw new Faulty('picture-damaged');
  }
  mustBe(bytes === expected);
  return inflate.bytesWritten;
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(8 + body.length);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 4 + body.length);
  return chunk;
}
