import { describe, expect, it } from 'vitest';
import { lettersOf, pixelsOf, textOf, wordsOf } from '../support/read-pdf.ts';
import { aPaper } from './pdf-sample.ts';

const NAMES = ['Siân Ó Néill-Żak', 'Łukasz', 'Nguyễn', 'Ọláṣubọ̀mí', 'Yılmaz', 'Đặng', 'Ørsted'];

describe('Words on paper', () => {
  it.each(NAMES)('prints the name %s whole', (name) => {
    const paper = aPaper((writer) => writer.paragraph(`Chair: ${name} (secretary)`));
    expect(paper.missingGlyphs).toEqual([]);
    expect(textOf(paper.bytes).normalize('NFC')).toContain(
      `Chair: ${name.normalize('NFC')} (secretary)`,
    );
  });

  it('keeps every letter readable however many papers were drawn before', () => {
    const text = 'ı ł ọ ạ ð þ ŋ Ω fi office waffle';
    aPaper((writer) => writer.paragraph('í ĺ ọ̀ ǡ fi ffi'));
    aPaper((writer) => writer.paragraph('ì î ï ộ ậ'));
    const paper = aPaper((writer) => writer.paragraph(text));
    expect(textOf(paper.bytes)).toContain(text);
  });

  it('sets a mark over the middle of its letter when the font has no joint form', () => {
    const plain = pixelsOf(aPaper((writer) => writer.paragraph('OmO')).bytes, 1);
    const marked = pixelsOf(aPaper((writer) => writer.paragraph('Om\u0300O')).bytes, 1);
    const columns = [...marked.grey].flatMap((grey, i) =>
      Math.abs(grey - (plain.grey[i] ?? 0)) > 60 ? [i % plain.width] : [],
    );
    const word = wordsOf(aPaper((writer) => writer.paragraph('OmO')).bytes).find(
      ({ text }) => text === 'OmO',
    );
    const middle = ((word?.left ?? 0) + (word?.right ?? 0)) / 2;
    expect(columns.length).toBeGreaterThan(0);
    for (const column of columns) expect(Math.abs(column + 0.5 - middle)).toBeLessThan(4);
  });

  it('prints a name typed with separate accents as one with accents', () => {
    const paper = aPaper((writer) => writer.paragraph('Siân Néill'.normalize('NFD')));
    expect(textOf(paper.bytes)).toContain('Siân Néill');
  });

  it.each([
    ['Arabic', 'محمد', ['ح', 'د', 'م']],
    ['Bengali', 'আহমেদ', ['আ', 'দ', 'ম', 'হ', 'ে']],
    ['a picture', '😀', ['😀']],
  ])('prints a box for each letter that no font has, and reports it: %s', (_, text, missing) => {
    const paper = aPaper((writer) => writer.paragraph(`Name: ${text}.`));
    expect(paper.missingGlyphs).toEqual(missing);
    expect(textOf(paper.bytes)).toContain(`Name: ${'□'.repeat(Array.from(text).length)}.`);
  });

  it('leaves out what can never be seen, such as marks of writing direction', () => {
    const paper = aPaper((writer) => writer.paragraph('Left\u202e to \u200bright\ufeff'));
    expect(paper.missingGlyphs).toEqual([]);
    expect(textOf(paper.bytes)).toContain('Left to right');
  });

  it('joins nothing and loses nothing when a text is broken into lines', () => {
    const sentence = 'The quick brown fox, 18 hens and a well-fed dog sit in the hall. ';
    const text = sentence.repeat(60).trim();
    const paper = aPaper((writer) => writer.paragraph(text));
    const start = textOf(paper.bytes).indexOf('The quick');
    const printed = textOf(paper.bytes).slice(start).replace(/\s+/g, ' ');
    expect(lettersOf(printed)).toContain(lettersOf(text));
    expect(printed).toContain('hens and a well-fed dog sit in the hall. The quick brown fox, 18');
  });

  it('breaks a word that is longer than a line', () => {
    const word = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3);
    const paper = aPaper((writer) => writer.paragraph(word));
    expect(lettersOf(textOf(paper.bytes))).toContain(word);
    expect(Math.max(...wordsOf(paper.bytes).map((placed) => placed.right))).toBeLessThan(555);
  });

  it('begins a new line where the text has one', () => {
    const paper = aPaper((writer) => writer.paragraph('alpha\nbeta\r\ngamma'));
    const tops = ['alpha', 'beta', 'gamma'].map(
      (text) => wordsOf(paper.bytes).find((word) => word.text === text)?.top ?? 0,
    );
    expect(new Set(tops).size).toBe(3);
  });

  it('shows ticked and empty boxes apart', () => {
    const paper = aPaper((writer) =>
      writer.checkBoxes([{ text: 'Keys back', ticked: true }, { text: 'Lights off' }]),
    );
    expect(lettersOf(textOf(paper.bytes))).toContain('☑Keysback');
    expect(lettersOf(textOf(paper.bytes))).toContain('☐Lightsoff');
  });
});
