// Draws every icon of the desktop program from the one the page shows: npx node resources/icons/make-icons.mjs
// It needs rsvg-convert (Debian: librsvg2-bin). The results are kept beside it, so nobody else does.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const drawing = join(here, '..', '..', 'renderer', 'app', 'desk-icon.svg');

const pngOf = (size) =>
  execFileSync('rsvg-convert', ['--width', String(size), '--height', String(size), drawing], {
    maxBuffer: 16 * 1024 * 1024,
  });

/** Windows: a directory of 16 bytes for each picture, then the pictures. 256 is written as 0. */
function icoOf(sizes) {
  const pictures = sizes.map((size) => ({ size, png: pngOf(size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** macOS: blocks of a name of four letters, their length, and the picture. */
function icnsOf(kinds) {
  const block = (name, content) => {
    const head = Buffer.from(`${name}0000`, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(kinds.map(([name, size]) => block(name, pngOf(size)))));
}

writeFileSync(join(here, 'icon.png'), pngOf(512));
writeFileSync(join(here, 'icon.ico'), icoOf([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(
  join(here, 'icon.icns'),
  icnsOf([
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
    ['ic10', 1024],
    ['ic11', 32],
    ['ic12', 64],
    ['ic13', 256],
    ['ic14', 512],
  ]),
);
