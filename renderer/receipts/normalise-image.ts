import { dotsOf, faultOfSize } from '#db/receipts/file-head.rules';
import { SENT_SIDE_DOTS } from '#db/receipts/limits.rules';
import { refusalOf } from '#db/receipts/receipts.rules';

const QUALITY = 0.85;

/**
 * A picture as it is sent: the right way up, its longest side 2,000 dots, a JPEG without the place, time and owner
 * that cameras note. Its head is read before anything decodes it.
 * @throws DomainError receipt.* where it is no picture or has too many dots
 */
export async function normaliseImage(file: Blob): Promise<Blob> {
  const dots = dotsOf(new Uint8Array(await file.arrayBuffer()));
  const fault = dots === undefined ? 'picture-damaged' : faultOfSize(dots.width, dots.height);
  if (fault !== undefined) throw refusalOf(fault);
  const picture = await decode(file);
  try {
    return await toJpeg(picture, picture);
  } finally {
    picture.close();
  }
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw refusalOf('picture-damaged');
  }
}

/** Draws a picture, or what a camera shows at this moment, in the size in which it is sent. */
export function toJpeg(
  picture: CanvasImageSource,
  size: { readonly width: number; readonly height: number },
): Promise<Blob> {
  const scale = Math.min(1, SENT_SIDE_DOTS / Math.max(size.width, size.height));
  const [width, height] = [size.width, size.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  ) as [number, number];
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('The page gave no canvas to draw the picture on');
  pen.imageSmoothingQuality = 'high';
  // What is see-through would come out black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
