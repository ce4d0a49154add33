import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs one of the real PDF tools on a drawn paper and gives back what it prints. */
function runOn(bytes: Uint8Array, tool: string, args: readonly string[]): string {
  return bytesFrom(bytes, tool, args).toString('utf8');
}

function bytesFrom(bytes: Uint8Array, tool: string, args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const given = args.map((arg) => (arg === '{file}' ? file : arg));
    // A tool tells dates on the clock of its surroundings; the same everywhere is what a test can compare.
    const env = { ...process.env, TZ: 'UTC' };
    return execFileSync(tool, given, { env, maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of the whole paper in reading order, or those of one page. */
export function textOf(bytes: Uint8Array, page?: number): string {
  const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
  return runOn(bytes, 'pdftotext', [...pages, '{file}', '-']);
}

/** The words of a paper with nothing between them, for text that was broken into lines. */
export function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '');
}

/** What a viewer shows as the file's properties, by name. */
export function infoOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const lines = runOn(bytes, 'pdfinfo', ['{file}']).split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/:\s+(.*)/).slice(0, 2)));
}

export function metadataOf(bytes: Uint8Array): string {
  return runOn(bytes, 'pdfinfo', ['-meta', '{file}']);
}

/** The structure tree with its texts, as a reading program walks it. */
export function structureOf(bytes: Uint8Array): string {
  return runOn(bytes, 'pdfinfo', ['-struct-text', '{file}']);
}

export type FontRow = {
  readonly name: string;
  readonly embedded: string;
  readonly unicode: string;
};

export function fontsOf(bytes: Uint8Array): FontRow[] {
  const [, , ...rows] = runOn(bytes, 'pdffonts', ['{file}']).trim().split('\n');
  return rows.map((row) => {
    const found = /^(\S+)\s.*\s(yes|no) (yes|no) (yes|no)\s+\d+\s+\d+$/.exec(row);
    return { name: found?.[1] ?? row, embedded: found?.[2] ?? '?', unicode: found?.[4] ?? '?' };
  });
}

/** What qpdf says of the file; it throws when the file is damaged. */
export function checkFile(bytes: Uint8Array): string {
  return runOn(bytes, 'qpdf', ['--check', '{file}']);
}

type PdfObjects = Readonly<Record<string, { readonly value?: unknown }>>;

/** All dictionaries of the file, references and all, as qpdf reads them. */
export function dictionariesOf(bytes: Uint8Array): Readonly<Record<string, unknown>>[] {
  const json = JSON.parse(runOn(bytes, 'qpdf', ['--json=2', '{file}'])) as {
    readonly qpdf: readonly [unknown, PdfObjects];
  };
  return Object.values(json.qpdf[1]).flatMap(({ value }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? [value as Record<string, unknown>]
      : [],
  );
}

export type Bookmark = {
  readonly title: string;
  readonly destpageposfrom1: number;
  readonly kids: readonly Bookmark[];
};

export function bookmarksOf(bytes: Uint8Array): readonly Bookmark[] {
  const json = JSON.parse(runOn(bytes, 'qpdf', ['--json=2', '--json-key=outlines', '{file}'])) as {
    readonly outlines: readonly Bookmark[];
  };
  return json.outlines;
}

/** The drawing orders of all pages, one text. */
export function drawingOrdersOf(bytes: Uint8Array): string {
  const args = ['--qdf', '--object-streams=disable', '--coalesce-contents', '{file}', '-'];
  const plain = runOn(bytes, 'qpdf', args);
  const streams = plain.match(/stream\n[\s\S]*?endstream/g) ?? [];
  return streams.filter((stream) => / Tf | re |\bBDC\b/.test(stream)).join('\n');
}

/** Every type size used on the paper, smallest first. */
export function typeSizesOf(bytes: Uint8Array): number[] {
  const sizes = [...drawingOrdersOf(bytes).matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) =>
    Number(size),
  );
  return [...new Set(sizes)].sort((a, b) => a - b);
}

/** How many marks are drawn that are neither in the structure tree nor marked as decoration. */
export function untaggedMarksOf(bytes: Uint8Array): number {
  let depth = 0;
  let untagged = 0;
  for (const token of drawingOrdersOf(bytes)
    .replace(/<[0-9a-f]*>/gi, '')
    .split(/\s+/)) {
    if (token === 'BDC' || token === 'BMC') depth++;
    else if (token === 'EMC') depth--;
    else if (depth === 0 && /^(\]?TJ|Tj|S|f|re)$/.test(token)) untagged++;
  }
  return untagged;
}

export type PlacedWord = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Every word with the box it fills, in points from the top left corner of its page. */
export function wordsOf(bytes: Uint8Array): PlacedWord[] {
  const pages = runOn(bytes, 'pdftotext', ['-bbox', '{file}', '-']).split('<page ').slice(1);
  const pattern = /<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g;
  return pages.flatMap((page, i) =>
    [...page.matchAll(pattern)].map(([, left, top, right, bottom, text]) => ({
      page: i + 1,
      text: text ?? '',
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    })),
  );
}

/** One page as grey pixels, 72 to an inch unless told: 0 is black, 255 is white. */
export function pixelsOf(
  bytes: Uint8Array,
  page: number,
  dpi = 72,
): { width: number; grey: Uint8Array } {
  const at = String(page);
  const args = ['-gray', '-r', String(dpi), '-f', at, '-l', at, '{file}'];
  const image = bytesFrom(bytes, 'pdftoppm', args);
  const head = /^P5\n(\d+) (\d+)\n255\n/.exec(image.subarray(0, 40).toString('latin1'));
  return { width: Number(head?.[1]), grey: image.subarray(head?.[0].length ?? 0) };
}
