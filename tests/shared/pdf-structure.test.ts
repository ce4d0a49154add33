import { describe, expect, it } from 'vitest';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import {
  bookmarksOf,
  checkFile,
  dictionariesOf,
  fontsOf,
  infoOf,
  metadataOf,
  structureOf,
  textOf,
  typeSizesOf,
  untaggedMarksOf,
} from '../support/read-pdf.ts';
import { aPaper, FONT_FOLDER, SIZES, writeEverything } from './pdf-sample.ts';

const everything = aPaper(writeEverything);

describe('The structure of every paper', () => {
  it('is a sound file for strangers’ tools', () => {
    expect(checkFile(everything.bytes)).toContain('No syntax or stream encoding errors found');
  });

  it('says that it is tagged, what it is called and who made it', () => {
    const info = infoOf(everything.bytes);
    expect(info).toMatchObject({
      Title: 'Sample paper SMP-2026-0007',
      Author: 'Millbrook Tenant Resource Centre',
      Tagged: 'yes',
      'PDF version': '1.7',
      'Page size': '595.28 x 841.89 pts (A4)',
      CreationDate: 'Sun Nov 22 09:15:00 2026 UTC',
    });
  });

  it('is in British English, shows its title, and has its tab order by structure', () => {
    const dictionaries = dictionariesOf(everything.bytes);
    const catalog = dictionaries.find((dictionary) => dictionary['/Type'] === '/Catalog');
    expect(catalog).toMatchObject({ '/Lang': 'u:en-GB' });
    expect(dictionaries).toContainEqual({ '/DisplayDocTitle': true });
    expect(dictionaries).toContainEqual({ '/Marked': true });
    const pages = dictionaries.filter((dictionary) => dictionary['/Type'] === '/Page');
    expect(pages).toHaveLength(everything.pages);
    for (const page of pages) {
      expect(page).toMatchObject({ '/Tabs': '/S', '/StructParents': expect.any(Number) });
    }
  });

  it('does not claim a conformance that nobody has proved', () => {
    expect(metadataOf(everything.bytes)).not.toMatch(/pdfuaid|pdfaid/);
  });

  it('keeps its metadata readable when the title has signs of markup', () => {
    const { bytes } = aPaper(writeEverything, { title: 'Repairs & <rents>' });
    expect(infoOf(bytes)['Title']).toBe('Repairs & <rents> SMP-2026-0007');
    expect(metadataOf(bytes)).toContain('Repairs &amp; &lt;rents&gt; SMP-2026-0007');
  });

  it('tells reading programs every part in order', () => {
    const lines = structureOf(everything.bytes)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const structure = lines.slice(lines.indexOf('H1 (block)')).join(' ');
    expect(structure).toMatchInlineSnapshot(
      `"H1 (block) "Sample paper" P (block) "SMP-2026-0007" H2 (block) "First part" P (block) "A paragraph comes first." L (block) LI (block) Lbl (block) "• " LBody (block) "First item" LI (block) Lbl (block) "• " LBody (block) "Second item" L (block) LI (block) Lbl (block) "1. " LBody (block) "Step one" LI (block) Lbl (block) "2. " LBody (block) "Step two" H2 (block) "Second part" H3 (block) "A smaller heading" P (block) "Croeso i bawb" Table (block) TR TH: /Scope /Row "Room" TD "Hall" TR TH: /Scope /Row "Day" TD "Tuesday" Table (block) THead TR TH: /Scope /Column "Name" TH: /Scope /Column "Count" TBody TR TH: /Scope /Row "Oak" TD "3" TR TH: /Scope /Row "Elm" TD "4" P (block) "Mind this" P (block) "It matters" P (block) "Your answer" P (block) "Date" P (block) "Start" L (block) LI (block) Lbl (block) "☐" LBody (block) "Not done" LI (block) Lbl (block) "☑" LBody (block) "Done" Figure "" P (block) "Signed for the centre" P (block) "Signature" P (block) "Name" P (block) "Ann Baker" P (block) "Date""`,
    );
  });

  it('gives every table heading its direction', () => {
    const headings = dictionariesOf(everything.bytes).filter(({ '/S': kind }) => kind === '/TH');
    expect(headings.length).toBeGreaterThan(5);
    for (const heading of headings) {
      expect(heading['/A']).toMatchObject({
        '/O': '/Table',
        '/Scope': expect.stringMatching(/Row|Column/),
      });
    }
  });

  it('describes figures in words and marks other languages', () => {
    const elements = dictionariesOf(everything.bytes);
    const figures = elements.filter(({ '/S': kind }) => kind === '/Figure');
    expect(figures).toMatchObject([{ '/Alt': 'u:A bar three high' }]);
    expect(elements).toContainEqual(expect.objectContaining({ '/S': '/P', '/Lang': 'u:cy' }));
  });

  it.each(SIZES)('leaves no mark untagged in %s print', (size) => {
    expect(untaggedMarksOf(aPaper(writeEverything, { size, practice: true }).bytes)).toBe(0);
  });

  it('embeds every font with its letters', () => {
    const fonts = fontsOf(everything.bytes);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(font).toMatchObject({ embedded: 'yes', unicode: 'yes' });
      expect(font.name).toMatch(/^[A-Z]{6}\+SourceSans3-/);
    }
  });

  it.each([
    ['normal', 12],
    ['large', 18],
  ] as const)('has no letter in %s print smaller than %i points', (size, least) => {
    expect(typeSizesOf(aPaper(writeEverything, { size }).bytes)[0]).toBe(least);
  });

  it('has bookmarks from its headings when it is longer than three pages', () => {
    const { bytes, pages } = aPaper((paper) => {
      for (const part of ['One', 'Two', 'Three']) {
        paper.heading(`Part ${part}`);
        for (let i = 0; i < 40; i++) paper.paragraph(`Sentence ${i} of ${part}.`);
        paper.heading(`Rest of ${part}`, 3);
        paper.paragraph('The end of it.');
      }
    });
    expect(pages).toBeGreaterThan(3);
    const [title] = bookmarksOf(bytes);
    expect(title).toMatchObject({ title: 'Sample paper', destpageposfrom1: 1 });
    expect(title?.kids.map((kid) => kid.title)).toEqual(['Part One', 'Part Two', 'Part Three']);
    const last = title?.kids[2];
    expect(last?.kids.map((kid) => kid.title)).toEqual(['Rest of Three']);
    expect(textOf(bytes, last?.destpageposfrom1)).toContain('Part Three');
    expect(bookmarksOf(everything.bytes)).toEqual([]);
  });

  it('gives the same bytes every time, whatever was drawn before', () => {
    const other = aPaper((paper) => paper.paragraph('Łódź, Ωmega, ŵŷ, ½ and → elsewhere'));
    expect(other.missingGlyphs).toEqual([]);
    const again = aPaper(writeEverything);
    const withFreshFonts = aPaper(writeEverything, { fonts: openPaperFonts(FONT_FOLDER) });
    expect(Buffer.compare(again.bytes, everything.bytes)).toBe(0);
    expect(Buffer.compare(withFreshFonts.bytes, everything.bytes)).toBe(0);
    const otherAgain = aPaper((paper) => paper.paragraph('Łódź, Ωmega, ŵŷ, ½ and → elsewhere'), {
      fonts: openPaperFonts(FONT_FOLDER),
    });
    expect(Buffer.compare(otherAgain.bytes, other.bytes)).toBe(0);
  });

  it('shows rare letters as what they are, whichever came first on an earlier paper', () => {
    const own = openPaperFonts(FONT_FOLDER);
    const words = (text: string) =>
      textOf(aPaper((paper) => paper.paragraph(text), { fonts: own }).bytes);
    expect(words('Łódź, Ωmega and more')).toContain('Łódź, Ωmega and more');
    expect(words('Ωmega Łódź, and more')).toContain('Ωmega Łódź, and more');
  });

  it('draws blocks in the order they were written', () => {
    const text = textOf(everything.bytes);
    const order = [
      'Sample paper',
      'First part',
      'First item',
      'Second part',
      'Room',
      'Elm',
      'Mind this',
      'Your answer',
      'Signature',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
