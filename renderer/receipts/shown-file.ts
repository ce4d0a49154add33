import { useCallback } from 'react';
import type { FileContent } from '#db/receipts/receipts.contract';
import { countOf } from '#db/shared/plain-words';
import { fromBase64 } from '../shared/base64.ts';
import { handOver } from '../shared/SaveFileButton.tsx';

/** A kept file with the name that whoever uses it knows it by. */
export type ShownFile = Pick<
  FileContent,
  'hash' | 'mediaType' | 'byteCount' | 'width' | 'height' | 'pages' | 'base64'
> & { readonly name: string };

/**
 * Puts the bytes of a file into the picture or frame that this is the `ref` of, and lets go of them with it. `part`
 * says which part of it a frame shows.
 */
export function useAddressIn<Place extends HTMLImageElement | HTMLIFrameElement>(
  file: ShownFile,
  part = '',
): (place: Place | null) => () => void {
  const { base64, mediaType } = file;
  return useCallback(
    (place) => {
      const address = URL.createObjectURL(new Blob([fromBase64(base64)], { type: mediaType }));
      if (place !== null) place.src = part === '' ? address : `${address}#${part}`;
      return () => URL.revokeObjectURL(address);
    },
    [base64, mediaType, part],
  );
}

/** What a file is, in words: 'Picture, 180 KB', 'PDF of 2 pages, 1.2 MB'. */
export function fileWords(file: Pick<ShownFile, 'pages' | 'byteCount'>): string {
  const kind = file.pages === null ? 'Picture' : `PDF of ${countOf(file.pages, 'page')}`;
  const kilobytes = Math.max(1, Math.round(file.byteCount / 1000));
  const size = kilobytes < 1000 ? `${kilobytes} KB` : `${Math.round(kilobytes / 100) / 10} MB`;
  return `${kind}, ${size}`;
}

/** Hands the file over to be saved, under its name. */
export const saveFile = ({ name, mediaType, base64 }: ShownFile): void =>
  handOver({ fileName: name, mediaType, text: base64 });
