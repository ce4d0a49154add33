import { crc32, deflateSync } from 'node:zlib';

/** Five columns by seven rows, a bit for each dot: what stands on made-up tickets, and no more. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  '.': [0, 0, 0, 0, 0, 12, 12],
  '-': [0, 0, 0, 31, 0, 0, 0],
  '£': [6, 9, 8, 28, 8, 8, 31],
  A: [14, 17, 17, 17, 31, 17, 17],
  D: [28, 18, 17, 17, 17, 18, 28],
  E: [31, 16, 16, 30, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  P: [30, 17, 17, 30, 16, 16, 16],
  U: [17, 17, 17, 17, 17, 17, 14],
};

const DOT = 6;
const WIDTH = 420;
const LINE = 9 * DOT;
const PAPER = 250;
const INK = 40;

/** A ticket of nobody's bus as a small grey PNG in base64: it says that it is made up, a day and an amount. */
export function practiceTicket(lines: readonly string[]): string {
  const height = (lines.length + 1) * LINE;
  const dots = Buffer.alloc((WIDTH + 1) * height, PAPER);
  for (let y = 0; y < height; y += 1) dots[y * (WIDTH + 1)] = 0;
  for (const [row, text] of lines.entries())
    for (const [place, letter] of text.split('').entries())
      drawLetter(dots, letter, { x: 30 + place * 6 * DOT, y: row * LINE + LINE / 2 });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}

function drawLetter(
  dots: Buffer,
  letter: string,
  at: { readonly x: number; readonly y: number },
): void {
  for (const [row, bits] of (LETTERS[letter] ?? []).entries())
    for (let column = 0; column < 5; column += 1) {
      if (((bits >> (4 - column)) & 1) === 0) continue;
      for (let y = 0; y < DOT; y += 1) {
        const start = (at.y + row * DOT + y) * (WIDTH + 1) + 1 + at.x + column * DOT;
        dots.fill(INK, start, start + DOT);
      }
    }
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
