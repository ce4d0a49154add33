import { describe, expect, it } from 'vitest';
import {
  dictionariesOf,
  drawingOrdersOf,
  lettersOf,
  pixelsOf,
  structureOf,
  textOf,
  wordsOf,
} from '../support/read-pdf.ts';
import { aPaper, SIZES, writeEverything } from './pdf-sample.ts';

const LONG_TABLE = {
  columns: [
    { heading: 'Number', share: 1, leastEms: 4, namesRow: true },
    { heading: 'What was said', share: 3, leastEms: 8 },
  ],
  rows: Array.from({ length: 200 }, (_, i) => [`n${i}`, `first${i}\nsecond${i}\nthird${i}`]),
};

function pagesOf(paper: { bytes: Uint8Array; pages: number }): string[] {
  return Array.from({ length: paper.pages }, (_, i) => textOf(paper.bytes, i + 1));
}

function pageWith(pages: readonly string[], word: string): number {
  return pages.findIndex((page) => page.split(/\s+/).includes(word));
}

describe('Pages of a paper', () => {
  it('repeats the headings of a long table on each page and divides no row', () => {
    const paper = aPaper((writer) => writer.table(LONG_TABLE));
    const pages = pagesOf(paper);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page).toContain('What was said');
    for (let i = 0; i < 200; i++) {
      const page = pageWith(pages, `n${i}`);
      expect(page).not.toBe(-1);
      expect(pageWith(pages, `first${i}`)).toBe(page);
      expect(pageWith(pages, `third${i}`)).toBe(page);
    }
    // Reading programs hear the headings once; the repeated ones are decoration.
    expect(structureOf(paper.bytes).split('"What was said"')).toHaveLength(2);
  });

  it('divides a row that is longer than a page rather than lose any of it', () => {
    const lines = Array.from({ length: 120 }, (_, i) => `line${i}`);
    const paper = aPaper((writer) =>
      writer.table({ ...LONG_TABLE, rows: [['long', lines.join('\n')]] }),
    );
    const text = pagesOf(paper).join('\n');
    for (const line of lines) expect(text.split(/\s+/)).toContain(line);
  });

  it('turns rows into lists of labels when large print leaves no room for the columns', () => {
    const wide = {
      columns: Array.from({ length: 5 }, (_, i) => ({
        heading: `Head${i}`,
        share: 1,
        leastEms: 7,
      })),
      rows: [['a0', 'a1', 'a2', 'a3', 'a4']],
    };
    const normal = structureOf(aPaper((writer) => writer.table(wide)).bytes);
    const large = structureOf(aPaper((writer) => writer.table(wide), { size: 'large' }).bytes);
    expect(normal).toContain('/Scope /Column');
    expect(large).not.toContain('/Scope /Column');
    for (let i = 0; i < 5; i++) {
      expect(large).toMatch(new RegExp(`"Head${i}"\\s+TD\\s+"a${i}"`));
    }
  });

  it('moves a block that must not be divided to the next page as a whole', () => {
    const words = Array.from({ length: 12 }, (_, i) => `kept${i}`);
    const write = (isKept: boolean) =>
      aPaper((writer) => {
        for (let i = 0; i < 22; i++) writer.paragraph(`before${i}`);
        const block = () => {
          for (const word of words) writer.paragraph(word);
        };
        if (isKept) writer.neverSplit(block);
        else block();
      });
    const loose = pagesOf(write(false));
    expect([pageWith(loose, 'kept0'), pageWith(loose, 'kept11')]).toEqual([0, 1]);
    const kept = pagesOf(write(true));
    for (const word of words) expect(pageWith(kept, word)).toBe(1);
  });

  it('goes on to the next page with more writing lines than one page holds', () => {
    const paper = aPaper((writer) => writer.writingLines('Your story', 60));
    expect(paper.pages).toBe(3);
    const writingLine = /0\.75 w 0\.4 0\.44 0\.48 RG [\d.]+ ([\d.]+) m [\d. ]+ l S/g;
    const feet = [...drawingOrdersOf(paper.bytes).matchAll(writingLine)].map(([, y]) => Number(y));
    expect(feet).toHaveLength(60);
    expect(Math.max(...feet)).toBeLessThan(795);
    const pages = dictionariesOf(paper.bytes).filter((page) => page['/Type'] === '/Page');
    for (const page of pages) expect(page).toMatchObject({ '/StructParents': expect.any(Number) });
  });

  it('prints all words of a panel that no page could hold', () => {
    const words = Array.from({ length: 1200 }, (_, i) => `word${i}`).join(' ');
    const paper = aPaper((writer) => writer.panel(['CANCELLED', words], 'alert'));
    const heard = lettersOf(structureOf(paper.bytes).replaceAll('"', ''));
    expect(heard).toContain(lettersOf(words));
    for (const word of wordsOf(paper.bytes)) expect(word.bottom).toBeLessThan(841.89 - 18);
  });

  it('never leaves the first or the last line of a list alone on its page', () => {
    for (let count = 24; count < 36; count++) {
      const pages = pagesOf(
        aPaper((writer) => {
          for (let i = 0; i < count; i++) writer.paragraph(`before${i}`);
          writer.list(['one', 'two', 'three', 'four', 'five', 'six']);
        }),
      );
      expect(pageWith(pages, 'one')).toBe(pageWith(pages, 'two'));
      expect(pageWith(pages, 'five')).toBe(pageWith(pages, 'six'));
    }
  });

  it('leaves out empty rows that would begin a page, but keeps three to write in', () => {
    const empty = (rows: number, before: number) =>
      aPaper((writer) => {
        for (let i = 0; i < before; i++) writer.paragraph(`before${i}`);
        writer.table({
          ...LONG_TABLE,
          rows: Array.from({ length: rows }, () => ['', '']),
          rowWritingLines: 1,
          ruled: true,
        });
      });
    const rowsIn = (paper: { bytes: Uint8Array }) =>
      (structureOf(paper.bytes).match(/^ *TR\b/gm) ?? []).length - 1;
    const long = empty(60, 0);
    expect(long.pages).toBe(1);
    expect(rowsIn(long)).toBeGreaterThan(15);
    expect(rowsIn(long)).toBeLessThan(30);
    const late = empty(60, 29);
    expect(late.pages).toBe(2);
    expect(rowsIn(late)).toBeGreaterThanOrEqual(3);
    expect(rowsIn(empty(5, 0))).toBe(5);
  });

  it('breaks no reference at its hyphens', () => {
    for (let n = 1; n < 60; n++) {
      const text = textOf(
        aPaper((writer) => writer.paragraph(`${'a '.repeat(n)}BKG-2026-0105`)).bytes,
      );
      expect(text).toContain('BKG-2026-0105');
    }
  });

  it('draws thin lines dark enough to come through a photocopier, 3 to 1 at least', () => {
    const linear = (part: number) =>
      part <= 0.04 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const contrast = ([red, green, blue]: readonly number[]) =>
      1.05 /
      (0.2126 * linear(red ?? 1) + 0.7152 * linear(green ?? 1) + 0.0722 * linear(blue ?? 1) + 0.05);
    const orders = drawingOrdersOf(aPaper(writeEverything).bytes);
    const colours = [...orders.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) RG/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(colours.length).toBeGreaterThan(5);
    for (const colour of colours) expect(contrast(colour)).toBeGreaterThanOrEqual(3);
  });

  it('never leaves a heading alone at the foot of a page', () => {
    for (let count = 28; count < 40; count++) {
      const pages = pagesOf(
        aPaper((writer) => {
          for (let i = 0; i < count; i++) writer.paragraph(`before${i}`);
          writer.heading('Lonely');
          writer.paragraph('company');
        }),
      );
      expect(pageWith(pages, 'company')).toBe(pages.findIndex((page) => /^Lonely$/m.test(page)));
    }
  });

  it.each(SIZES)('numbers each page at its foot in %s print', (size) => {
    const paper = aPaper((writer) => writer.table(LONG_TABLE), { size });
    pagesOf(paper).forEach((page, i) => {
      const foot = `Page ${i + 1} of ${paper.pages} · SMP-2026-0007 · printed 22 November 2026 by Ann Baker · Sample, version 3`;
      expect(lettersOf(page)).toContain(lettersOf(foot));
    });
  });

  it.each(SIZES)('keeps every word within the margins in %s print', (size) => {
    const paper = aPaper(
      (writer) => {
        writeEverything(writer);
        writer.paragraph('Unbreakable'.repeat(30));
        writer.table({
          ...LONG_TABLE,
          rows: [['W'.repeat(60), 'https://example.org/'.repeat(20)]],
        });
      },
      { size },
    );
    for (const word of wordsOf(paper.bytes)) {
      expect(word.left).toBeGreaterThan(40);
      expect(word.right).toBeLessThan(595.28 - 40);
      expect(word.top).toBeGreaterThan(25);
      expect(word.bottom).toBeLessThan(841.89 - 18);
    }
    const text = lettersOf(pagesOf(paper).join(''));
    expect(text).toContain('W'.repeat(2));
    expect(text).toContain('Unbreakable'.repeat(4));
    expect(text.split('W').length - 1).toBeGreaterThanOrEqual(60);
  });

  it('says PRACTICE across every page and in words on the first', () => {
    const paper = aPaper((writer) => writer.table(LONG_TABLE), { practice: true });
    const plain = aPaper((writer) => writer.table(LONG_TABLE));
    const spoken = structureOf(paper.bytes);
    expect(spoken).toContain('Practice paper. The names are made up, and nothing on it counts.');
    expect(spoken).not.toContain('PRACTICE');
    for (let page = 1; page <= paper.pages; page++) {
      const grey = pixelsOf(paper.bytes, page).grey.filter((pixel) => pixel > 215 && pixel < 240);
      const greyOfPlain = pixelsOf(plain.bytes, page).grey.filter(
        (pixel) => pixel > 215 && pixel < 240,
      );
      expect(grey.length).toBeGreaterThan(greyOfPlain.length + 5_000);
    }
    const words = (bytes: Uint8Array) => wordsOf(bytes).map((word) => word.text);
    expect(words(paper.bytes)).toEqual(expect.arrayContaining(words(plain.bytes).slice(20, 200)));
  });
});
