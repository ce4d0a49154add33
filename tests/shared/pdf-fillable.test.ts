import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import {
  checkFile,
  dictionariesOf,
  lettersOf,
  pixelsOf,
  textOf,
  untaggedMarksOf,
} from '../support/read-pdf.ts';
import { aFrame, fonts, SIZES } from './pdf-sample.ts';

/** The tool that changes a field as a program of somebody else would. */
const QPDF = 'qpdf';

/** A form with every piece that can be written on. */
function writeForm(paper: PaperWriter): void {
  paper.writingLines('Your name');
  paper.writingLines('Why', 3);
  paper.writingRow(['Date', 'Place']);
  paper.writingRow(['Date', 'Street, e.g. Mill St.']);
  paper.checkBoxes([{ text: 'I came' }, { text: 'I came by bus', ticked: true }]);
  paper.table({
    columns: [
      { heading: 'Cost', share: 3, leastEms: 6, namesRow: true },
      { heading: 'Miles', share: 2, leastEms: 4 },
      { heading: 'Receipt', share: 2, leastEms: 5, align: 'centre' },
    ],
    ruled: true,
    rowWritingLines: 1,
    rows: [
      ['Car', '', '☐'],
      ['', '', '☐'],
    ],
  });
  paper.signatureBlock([{ role: 'Person claiming' }]);
}

const form = (isFillable: boolean, size: 'normal' | 'large' = 'normal') =>
  drawPaper(
    fonts,
    {
      frame: aFrame({ size }),
      title: 'Sample form',
      template: 'Sample form, version 1',
      isFillable,
    },
    writeForm,
  ).bytes;

const fieldsOf = (bytes: Uint8Array) =>
  dictionariesOf(bytes).filter((one) => one['/Subtype'] === '/Widget');

/** What pdf readers do for somebody who types: puts a value into a field, and nothing else. */
function filled(bytes: Uint8Array, label: string, value: string, drawn: boolean): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'form-'));
  try {
    const [file, change, out] = ['form.pdf', 'change.json', 'out.pdf'].map((n) => join(folder, n));
    if (file === undefined || change === undefined || out === undefined) return bytes;
    writeFileSync(file, bytes);
    const json = JSON.parse(execFileSync(QPDF, ['--json=2', file]).toString()) as {
      qpdf: [object, Record<string, { value?: Record<string, unknown> }>];
    };
    const [head, objects] = json.qpdf;
    const found = Object.entries(objects).find(([, one]) => one.value?.['/TU'] === `u:${label}`);
    const [key, field] = found ?? [];
    if (key === undefined || field?.value === undefined) throw new Error(`No field ${label}`);
    const changed = { [key]: { value: { ...field.value, '/V': `u:${value}` } } };
    writeFileSync(change, JSON.stringify({ qpdf: [head, changed] }));
    const how = drawn ? ['--generate-appearances'] : [];
    execFileSync(QPDF, [file, `--update-from-json=${change}`, ...how, out]);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const darkDots = (bytes: Uint8Array): number =>
  pixelsOf(bytes, 1).grey.filter((grey) => grey < 128).length;

describe('A form that is filled in on a screen', () => {
  it('has a field for every line, row, box and cell, each with its label', () => {
    const labels = fieldsOf(form(true)).map((field) => field['/TU']);
    expect(labels).toEqual(
      expect.arrayContaining([
        'u:Your name',
        'u:Why',
        'u:Date',
        'u:Place',
        'u:Street, e.g. Mill St.',
        'u:I came',
        'u:I came by bus',
        'u:Miles, Car',
        'u:Receipt, Car',
        'u:Cost, row 2',
        'u:Miles, row 2',
        'u:Receipt, row 2',
        'u:Person claiming: Name',
        'u:Person claiming: Date',
      ]),
    );
    // Nobody types a signature, and what is printed already is no field.
    expect(labels).toHaveLength(15);
  });

  it('gives no two fields one name, and no name in parts', () => {
    const names = fieldsOf(form(true)).map((field) => String(field['/T']));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.includes('.'))).toEqual([]);
  });

  it('lets a long answer have several lines, and ticks what is ticked', () => {
    const fields = fieldsOf(form(true));
    const byLabel = (label: string) => fields.find((field) => field['/TU'] === `u:${label}`);
    expect(byLabel('Why')).toMatchObject({ '/FT': '/Tx', '/Ff': 4096 });
    expect(byLabel('Your name')).toMatchObject({ '/FT': '/Tx', '/Ff': 0 });
    expect(byLabel('I came')).toMatchObject({ '/FT': '/Btn', '/V': '/Off', '/AS': '/Off' });
    expect(byLabel('I came by bus')).toMatchObject({ '/V': '/Yes', '/AS': '/Yes' });
  });

  it('stands in the structure beside its label, and is known from there', () => {
    const bytes = form(true);
    const elements = dictionariesOf(bytes).filter((one) => one['/S'] === '/Form');
    const fields = fieldsOf(bytes);
    expect(elements).toHaveLength(fields.length);
    expect(fields.every((field) => typeof field['/StructParent'] === 'number')).toBe(true);
  });

  it.each([true, false])(
    'shows what is typed, whether the program that filled it in draws it (%s) or the viewer',
    (drawn) => {
      const bytes = form(true);
      const shown = filled(bytes, 'Your name', 'Siân Ó Néill, Birch Court', drawn);
      expect(darkDots(shown)).toBeGreaterThan(darkDots(bytes) + 100);
    },
  );

  it.each([
    ['Polish', 'ŁukaszŻółćĄŚŹęńł'],
    ['Romanian', 'ȘerbanȚuțuĂă'],
    ['Hungarian', 'ŐryFűzfaŰő'],
    ['Czech, Slovak and Croatian', 'ŽižekĐurđaŘehořĚĽĎťůŇ'],
    ['Turkish', 'IşıkİğdırĞş'],
    ['Latvian and Lithuanian', 'JānisĒĪŪŽemaitėĮųĀē'],
    ['Western', 'SiânNéillŒuvreÆðßŸ½€'],
  ])('shows names of %s as they are typed, in the font of the paper', (_, name) => {
    const shown = filled(form(true), 'Your name', name, false);
    expect(lettersOf(textOf(shown, 1))).toContain(name);
  });

  it('carries the font of what is typed with it', () => {
    const typed = dictionariesOf(form(true)).filter(
      (one) => one['/Type'] === '/Font' && one['/Subtype'] === '/TrueType',
    );
    expect(typed).toMatchObject([{ '/BaseFont': '/SourceSans3-Regular' }]);
    const [font] = typed;
    expect(Object.keys(font ?? {})).toEqual(
      expect.arrayContaining(['/FontDescriptor', '/ToUnicode', '/Widths']),
    );
    const printed = dictionariesOf(form(false)).filter((one) => one['/Subtype'] === '/TrueType');
    expect(printed).toEqual([]);
  });

  it('asks viewers to draw what a program filled in without drawing it', () => {
    const forms = dictionariesOf(form(true)).filter((one) => Array.isArray(one['/Fields']));
    expect(forms).toMatchObject([{ '/NeedAppearances': true }]);
  });

  it.each(SIZES)('is a sound, tagged file in %s print', (size) => {
    const bytes = form(true, size);
    expect(checkFile(bytes)).toContain('No syntax or stream encoding errors found');
    expect(untaggedMarksOf(bytes)).toBe(0);
  });

  it('has no field at all on a form that is printed', () => {
    expect(fieldsOf(form(false))).toEqual([]);
    expect(dictionariesOf(form(false)).some((one) => '/AcroForm' in one)).toBe(false);
  });
});
