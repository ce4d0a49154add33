import type { LocalDateTime } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import type { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';

export const FONT_FOLDER = 'resources/fonts';
export const fonts = openPaperFonts(FONT_FOLDER);

/** What a made-up centre prints on every paper. */
export function aFrame(more: Partial<PaperFrame> = {}): PaperFrame {
  return {
    letterhead: {
      centre: 'Millbrook Tenant Resource Centre',
      council: 'Marlow City Council',
      team: 'Tenant Participation Unit',
      address: ['14 Harbour Road', 'Marlow', 'MA1 4QX'],
      phone: '01632 960 114',
    },
    size: 'normal',
    practice: false,
    printedAt: '2026-11-22T09:15' as LocalDateTime,
    printedBy: 'Ann Baker',
    ...more,
  };
}

export function aPaper(
  write: (paper: PaperWriter) => void,
  more: Partial<PaperFrame> & { readonly title?: string; readonly fonts?: typeof fonts } = {},
) {
  const { title = 'Sample paper', fonts: ownFonts = fonts, ...frame } = more;
  const options = {
    frame: aFrame(frame),
    title,
    reference: 'SMP-2026-0007',
    template: 'Sample, version 3',
  };
  return drawPaper(ownFonts, options, write);
}

/** A paper with one of everything. */
export function writeEverything(paper: PaperWriter): void {
  paper.heading('First part');
  paper.paragraph('A paragraph comes first.');
  paper.list(['First item', 'Second item']);
  paper.list(['Step one', 'Step two'], { numbered: true });
  paper.heading('Second part');
  paper.heading('A smaller heading', 3);
  paper.paragraph('Croeso i bawb', { lang: 'cy' });
  paper.fieldGrid([
    { label: 'Room', value: 'Hall' },
    { label: 'Day', value: 'Tuesday' },
  ]);
  paper.table({
    columns: [
      { heading: 'Name', share: 2, leastEms: 6, namesRow: true },
      { heading: 'Count', share: 1, leastEms: 4, align: 'right' },
    ],
    rows: [
      ['Oak', '3'],
      ['Elm', '4'],
    ],
  });
  paper.panel(['Mind this', 'It matters'], 'alert');
  paper.writingLines('Your answer', 2);
  paper.writingRow(['Date', 'Start']);
  paper.checkBoxes([{ text: 'Not done' }, { text: 'Done', ticked: true }]);
  paper.figure({
    alt: 'A bar three high',
    parts: [
      {
        height: 30,
        draw: (sheet, x, y) => sheet.document.fillBox({ x, y, width: 10, height: 30 }, [0, 0, 0]),
      },
    ],
  });
  paper.signatureBlock([{ role: 'Signed for the centre', name: 'Ann Baker' }]);
}

export const SIZES: readonly PaperSize[] = ['normal', 'large'];
