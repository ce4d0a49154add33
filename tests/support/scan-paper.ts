import jsqr from 'jsqr';
import { pixelsOf } from './read-pdf.ts';

/** Grey dots, row by row; 0 is black. */
export type Scan = { readonly width: number; readonly height: number; readonly dots: Uint8Array };

/** How badly a page was laid on the glass. */
export type Laid = {
  readonly dpi: number;
  /** Degrees clockwise. */
  readonly turned?: number;
  /** Not quite on the glass, under a weak lamp: edges run, black is grey and so is the paper. */
  readonly isFaint?: boolean;
};

/** A page of a paper as it comes out of a scanner: drawn by poppler, which knows nothing of how we draw. */
export function scanOf(paper: Uint8Array, page: number, laid: Laid): Scan {
  const { width, grey: dots } = pixelsOf(paper, page, laid.dpi);
  const turned = turnedBy({ width, height: dots.length / width, dots }, laid.turned ?? 0);
  return laid.isFaint === true ? faint(turned) : turned;
}

/** What a scanner's own reader finds in a code anywhere on the page; undefined where it finds none. */
export function codeOn({ width, height, dots }: Scan): string | undefined {
  const pixels = new Uint8ClampedArray(width * height * 4);
  // One number for the four parts of a dot is ten times as quick.
  new Uint32Array(pixels.buffer).set(
    Uint32Array.from(dots, (grey) => 0xff000000 + grey * 0x010101),
  );
  return jsqr.default(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data;
}

/** The page on a glass that is large enough for it at any angle; what lies beside it is white. */
function turnedBy(scan: Scan, degrees: number): Scan {
  if (degrees === 0) return scan;
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const width = Math.ceil(Math.abs(scan.width * cos) + Math.abs(scan.height * sin));
  const height = Math.ceil(Math.abs(scan.width * sin) + Math.abs(scan.height * cos));
  const dots = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = [x + 0.5 - width / 2, y + 0.5 - height / 2];
      const atX = Math.floor(fromX * cos + fromY * sin + scan.width / 2);
      const atY = Math.floor(fromY * cos - fromX * sin + scan.height / 2);
      if (atX < 0 || atY < 0 || atX >= scan.width || atY >= scan.height) continue;
      dots[y * width + x] = scan.dots[atY * scan.width + atX] ?? 255;
    }
  return { width, height, dots };
}

function faint({ width, height, dots }: Scan): Scan {
  const blurred = dots.map((own, at) => {
    const around = [at - width, at - 1, at + 1, at + width].map((near) => dots[near] ?? own);
    const mean = around.reduce((sum, grey) => sum + grey, own) / 5;
    return Math.round(90 + mean * 0.45);
  });
  return { width, height, dots: blurred };
}
