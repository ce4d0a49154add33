import { kindOf } from '#db/receipts/file-head.rules';
import { LARGEST_FILE_BYTES } from '#db/receipts/limits.rules';
import type { GivenFile } from '#db/receipts/receipts.contract';
import { refusalOf } from '#db/receipts/receipts.rules';
import { toBase64 } from '../shared/base64.ts';
import { normaliseImage } from './normalise-image.ts';

/** Pictures get smaller before they are sent; one of more bytes than this no phone takes. */
const LARGEST_PICTURE_BYTES = 50_000_000;
const HEAD_BYTES = 32;

/**
 * A chosen, dropped or pasted file as it is sent: pictures made smaller and freed of what cameras note, PDFs as they
 * are. The core looks at it again, whatever was done here.
 * @throws DomainError receipt.* with what to do instead
 */
export async function readGivenFile(file: File): Promise<GivenFile> {
  const found = kindOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if ('fault' in found) throw refusalOf(found.fault);
  const isPdf = found.kind === 'application/pdf';
  if (file.size > (isPdf ? LARGEST_FILE_BYTES : LARGEST_PICTURE_BYTES))
    throw refusalOf('too-large');
  const sent = isPdf ? file : await normaliseImage(file);
  return { name: file.name, base64: await toBase64(sent) };
}
