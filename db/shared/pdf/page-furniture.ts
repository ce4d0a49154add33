import { formatDateNoWeekday } from '../plain-words.ts';
import { dateOf } from '../local-date.ts';
import type { PageRoom } from './flow.ts';
import type { PaperFrame } from './frame.ts';
import type { Sheet } from './sheet.ts';
import { drawText, type SetText, setText } from './sheet.ts';
import { HAIRLINE, QUIET_INK, WATERMARK } from './style.ts';

/** What stands in the margins of every page; reading programs pass over all of it. */
export type Furniture = {
  readonly frame: PaperFrame;
  readonly title: string;
  readonly reference: string | undefined;
  /** Name and version of the paper's design: "Booking slip, version 1". */
  readonly template: string;
};

const PRACTICE_SIZE_PT = 120;
const PRACTICE_DEGREES = 52;

/** The room between header and footer: less on later pages, which repeat the title. */
export function roomOf(sheet: Sheet, furniture: Furniture, pageNumber: number): PageRoom {
  const { margin, gap } = sheet.style;
  const header = pageNumber === 1 ? 0 : headerText(sheet, furniture).height + gap * 2;
  // The page count is not known yet, so the footer keeps room for a long one.
  const footer = footerText(sheet, furniture, 888, 888).height + gap * 2;
  return { top: margin + header, bottom: sheet.document.height - footerMargin(sheet) - footer };
}

/** Printers need about 6 mm; the footer may stand lower than the body's margin. */
function footerMargin(sheet: Sheet): number {
  return sheet.style.margin * 0.65;
}

/** Draws what lies under a page's content, before the content. */
export function beginFurniture(sheet: Sheet, furniture: Furniture): void {
  const { document, left, width, style } = sheet;
  document.addPage();
  if (furniture.frame.practice) {
    document.artifact(() =>
      document.turnedWord('PRACTICE', PRACTICE_SIZE_PT, PRACTICE_DEGREES, WATERMARK),
    );
  }
  if (document.pageCount === 1) return;
  const header = headerText(sheet, furniture);
  document.artifact(() => {
    drawText(sheet, header, { x: left, y: style.margin - style.gap });
    const y = style.margin + header.height;
    document.stroke(
      [
        [left, y],
        [left + width, y],
      ],
      0.5,
      HAIRLINE,
    );
  }, 'Top');
}

/** Draws the footers, once it is known how many pages there are. */
export function drawFooters(sheet: Sheet, furniture: Furniture): void {
  const { document, left, width, style } = sheet;
  document.eachPage((pageNumber) => {
    const footer = footerText(sheet, furniture, pageNumber, document.pageCount);
    const top = document.height - footerMargin(sheet) - footer.height;
    document.artifact(() => {
      document.stroke(
        [
          [left, top - style.gap],
          [left + width, top - style.gap],
        ],
        0.5,
        HAIRLINE,
      );
      drawText(sheet, footer, { x: left, y: top });
    }, 'Bottom');
  });
}

function headerText(sheet: Sheet, furniture: Furniture): SetText {
  const words = [furniture.title, furniture.reference, furniture.frame.letterhead.centre];
  return setText(sheet, joined(words), sheet.width, { colour: QUIET_INK });
}

function footerText(sheet: Sheet, furniture: Furniture, page: number, pages: number): SetText {
  const { printedAt, printedBy } = furniture.frame;
  const by = printedBy === '' ? '' : ` by ${printedBy}`;
  const words = [
    `Page ${page} of ${pages}`,
    furniture.reference,
    `printed ${formatDateNoWeekday(dateOf(printedAt))}${by}`,
    furniture.template,
  ];
  return setText(sheet, joined(words), sheet.width, { colour: QUIET_INK });
}

function joined(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}

/** The reference also becomes the file's subject, so that a viewer's properties show it. */
export function subjectOf(furniture: Furniture): string {
  return joined([furniture.reference, furniture.template]);
}
