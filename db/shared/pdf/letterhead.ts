import type { Element } from './document.ts';
import type { Piece } from './flow.ts';
import type { Letterhead } from './frame.ts';
import { drawText, type SetText, type Sheet, type Spot, setText } from './sheet.ts';
import { ACCENT, QUIET_INK } from './style.ts';

/** Wider than this many ems, the address has room beside the names. */
const LEAST_EMS_SIDE_BY_SIDE = 38;
const NAMES_SHARE = 0.6;

type Set = { readonly element: Element; readonly text: SetText };

/** Who the paper is from: names on the left, where to find them on the right. */
export function letterheadPieces(sheet: Sheet, parent: Element, letterhead: Letterhead): Piece[] {
  const { document, left, width, style } = sheet;
  const isWide = width >= LEAST_EMS_SIDE_BY_SIDE * style.body;
  const namesWidth = isWide ? width * NAMES_SHARE : width;
  const set = (line: string, columnWidth: number, isName: boolean): Set => ({
    element: document.element(parent, 'P'),
    text: setText(sheet, line, columnWidth, {
      size: isName ? style.heading : style.body,
      face: isName ? 'semibold' : 'regular',
      colour: isName ? ACCENT : QUIET_INK,
    }),
  });
  const names = [
    letterhead.centre,
    [letterhead.team, letterhead.council].filter(isGiven).join(', '),
  ]
    .filter(isGiven)
    .map((line, i) => set(line, namesWidth, i === 0));
  // One flowing address takes less of the page than a line for each part of it.
  const address = letterhead.address.filter(isGiven).join(', ');
  const phone = letterhead.phone === '' ? '' : `Phone ${letterhead.phone}`;
  const contacts = [address, phone]
    .filter(isGiven)
    .map((line) => set(line, isWide ? width - namesWidth : width, false));
  const namesHeight = heightOf(names);
  const height = isWide
    ? Math.max(namesHeight, heightOf(contacts))
    : namesHeight + heightOf(contacts);
  const ruleAt = height + style.gap;
  return [
    {
      height: ruleAt + 2,
      gap: 0,
      draw: (y) => {
        drawColumn(sheet, names, { x: left, y });
        if (isWide) {
          drawColumn(sheet, contacts, {
            x: left + namesWidth,
            y,
            width: width - namesWidth,
            align: 'right',
          });
        } else {
          drawColumn(sheet, contacts, { x: left, y: y + namesHeight });
        }
        document.artifact(() =>
          document.stroke(
            [
              [left, y + ruleAt],
              [left + width, y + ruleAt],
            ],
            1.5,
            ACCENT,
          ),
        );
      },
    },
  ];
}

function isGiven(text: string): boolean {
  return text !== '';
}

function heightOf(column: readonly Set[]): number {
  return column.reduce((sum, { text }) => sum + text.height, 0);
}

function drawColumn(sheet: Sheet, column: readonly Set[], spot: Spot): void {
  let y = spot.y;
  for (const { element, text } of column) {
    const top = y;
    sheet.document.content(element, () => drawText(sheet, text, { ...spot, y: top }));
    y += text.height;
  }
}

export type Title = {
  readonly text: string;
  readonly reference: string | undefined;
  /** Told where the title came to stand, for the bookmarks. */
  readonly onDraw: (y: number) => void;
};

/** The title, with the reference at the right edge when both have room on one line. */
export function titlePieces(sheet: Sheet, parent: Element, title: Title): Piece[] {
  const { document, left, width, style } = sheet;
  const look = { size: style.title, face: 'semibold', colour: ACCENT } as const;
  const number = setText(sheet, title.reference ?? '', width, {
    size: style.heading,
    face: 'semibold',
  });
  const text = setText(sheet, title.text, width, look);
  const isBeside = text.width + style.body * 2 + number.width <= width;
  const titleElement = document.element(parent, 'H1');
  const numberElement = title.reference === undefined ? undefined : document.element(parent, 'P');
  const numberTop = isBeside ? (style.title - style.heading) * 0.99 : text.height;
  const align = isBeside ? 'right' : 'left';
  return [
    {
      height: numberElement && !isBeside ? text.height + number.height : text.height,
      gap: style.sectionGap,
      draw: (y) => {
        title.onDraw(y);
        document.content(titleElement, () => drawText(sheet, text, { x: left, y }));
        if (numberElement) {
          document.content(numberElement, () =>
            drawText(sheet, number, { x: left, y: y + numberTop, align, width }),
          );
        }
      },
    },
  ];
}
