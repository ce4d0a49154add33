import type { Element } from './document.ts';
import { valueIndent } from './fields.ts';
import { textField } from './fillable.ts';
import type { Piece } from './flow.ts';
import { fieldHeight, writingLinePieces } from './forms.ts';
import { drawStrokes, type Strokes } from './strokes.ts';
import { drawText, type Sheet, setText, writingRule } from './sheet.ts';
import { lineHeight, QUIET_INK } from './style.ts';

export type Signatory = {
  /** As whom the person signs: "Booked by". */
  readonly role: string;
  /** Printed where the name would be written, when it is known. */
  readonly name?: string;
  /** How and when it was signed; left out while somebody still has to sign. */
  readonly signed?: {
    /** Null where there is none to show; `instead` says why, such as 'On paper'. */
    readonly strokes: Strokes | null;
    readonly instead: string;
    readonly on: string;
  };
};

/** A signature's line stands this many writing lines below its role: less to sign on, more to show a signature. */
const EMPTY_LINES = 1.25;
const SIGNED_LINES = 1.75;

/** For each signatory a line to sign, the name and the date. */
export function signaturePieces(
  sheet: Sheet,
  parent: Element,
  signatories: readonly Signatory[],
): Piece[] {
  return signatories.flatMap((signatory) => signatoryPieces(sheet, parent, signatory));
}

function signatoryPieces(sheet: Sheet, parent: Element, signatory: Signatory): Piece[] {
  const { document, left, style } = sheet;
  const role = setText(sheet, signatory.role, sheet.width, { face: 'semibold' });
  const element = document.element(parent, 'P');
  const rolePiece: Piece = {
    height: role.height,
    gap: style.gap * 1.5,
    withNext: 'always',
    draw: (y) => document.content(element, () => drawText(sheet, role, { x: left, y: y })),
  };
  const captions = ['Signature', 'Name', 'Date'] as const;
  const shares = valueIndent(sheet) === undefined ? undefined : ([0.44, 0.34, 0.22] as const);
  const known = knownOf(signatory);
  if (!shares) {
    const lines = captions.flatMap((caption) => {
      const value = known[caption];
      return writingLinePieces(sheet, parent, value === '' ? caption : `${caption}: ${value}`, 1);
    });
    return [rolePiece, ...lines.map((piece, i) => keepUnlessLast(piece, i, lines.length))];
  }
  let x = left;
  const parts = captions.map((caption, i) => {
    const width = sheet.width * (shares[i] ?? 0);
    const part = {
      x,
      label: caption,
      width: width - (i < 2 ? style.body : 0),
      caption: setText(sheet, caption, width - style.body, { colour: QUIET_INK }),
      written: setText(sheet, known[caption], width - style.body),
      element: document.element(parent, 'P'),
      writtenElement: known[caption] === '' ? undefined : document.element(parent, 'P'),
    };
    x += width;
    return part;
  });
  const strokes = signatory.signed?.strokes ?? null;
  const picture =
    strokes === null
      ? undefined
      : document.element(parent, 'Figure', { alt: `Signature of ${signatory.name ?? ''}`.trim() });
  const writtenHeight = Math.max(...parts.map((part) => part.written.height));
  const least = style.writingLine * (strokes === null ? EMPTY_LINES : SIGNED_LINES);
  const lineAt = Math.max(least, writtenHeight + style.padding);
  return [
    rolePiece,
    {
      height: lineAt + lineHeight(style.body) + style.padding,
      gap: 0,
      draw: (y) => {
        for (const part of parts) {
          document.artifact(() => writingRule(sheet, part.x, part.x + part.width, y + lineAt));
          const captionTop = y + lineAt + style.padding / 2;
          document.content(part.element, () =>
            drawText(sheet, part.caption, { x: part.x, y: captionTop }),
          );
          const top = y + lineAt - style.padding / 2 - part.written.height;
          if (part.writtenElement) {
            document.content(part.writtenElement, () =>
              drawText(sheet, part.written, { x: part.x, y: top }),
            );
          } else if (part.label !== 'Signature') {
            // Nobody signs on the keyboard; the signature's line stays a line.
            const height = fieldHeight(sheet);
            const box = { x: part.x, y: y + lineAt - height, width: part.width, height };
            textField(sheet, part.element, box, { label: `${signatory.role}: ${part.label}` });
          }
        }
        const [pad] = parts;
        if (picture === undefined || strokes === null || pad === undefined) return;
        const box = { x: pad.x, y: y + 2, width: pad.width, height: lineAt - 4 };
        document.content(picture, () => drawStrokes(sheet, strokes, box));
      },
    },
  ];
}

/** What stands on the lines of a signatory already. */
function knownOf({
  name,
  signed,
}: Signatory): Readonly<Record<'Signature' | 'Name' | 'Date', string>> {
  return {
    Signature: signed?.strokes === null ? signed.instead : '',
    Name: name ?? '',
    Date: signed?.on ?? '',
  };
}

function keepUnlessLast(piece: Piece, i: number, count: number): Piece {
  return i < count - 1 ? { ...piece, withNext: 'always' } : piece;
}
