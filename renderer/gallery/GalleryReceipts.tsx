import Box from '@mui/material/Box';
import { useState } from 'react';
import { dotsOf } from '#db/receipts/file-head.rules';
import type { FileHash } from '#db/shared/incoming-file';
import type { GivenFile } from '#db/receipts/receipts.contract';
import { ReceiptCapture } from '../receipts/ReceiptCapture.tsx';
import { ReceiptThumb } from '../receipts/ReceiptThumb.tsx';
import { ReceiptView } from '../receipts/ReceiptView.tsx';
import type { ShownFile } from '../receipts/shown-file.ts';
import { fromBase64 } from '../shared/base64.ts';

const TICKET: ShownFile = {
  hash: '0'.repeat(64) as FileHash,
  name: 'ticket.pdf',
  mediaType: 'application/pdf',
  byteCount: 124_000,
  width: null,
  height: null,
  pages: 2,
  base64: '',
};

/** A paper as the core would answer it; here nothing is kept. */
function asKept({ name, base64 }: GivenFile, at: number): ShownFile {
  const bytes = fromBase64(base64);
  const dots = dotsOf(bytes);
  const hash = String(at).padStart(64, '0') as FileHash;
  return dots === undefined
    ? { ...TICKET, hash, name, base64, byteCount: bytes.length }
    : {
        ...TICKET,
        ...dots,
        hash,
        name,
        base64,
        byteCount: bytes.length,
        mediaType: 'image/jpeg',
        pages: null,
      };
}

/** How papers are taken in, in small and at readable size. */
export function GalleryReceipts() {
  const [files, setFiles] = useState<readonly ShownFile[]>([TICKET]);
  const [shown, setShown] = useState(0);
  const file = files[shown] ?? TICKET;

  function take(given: GivenFile): void {
    setFiles((before) => [...before, asKept(given, before.length)]);
    setShown((before) => before + 1);
  }

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <ReceiptCapture onTaken={take} isBusy={false} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {files.map((one, at) => (
          <ReceiptThumb
            key={one.hash}
            file={one}
            label={`paper ${at + 1}`}
            onOpen={() => setShown(at)}
          />
        ))}
      </Box>
      <ReceiptView file={file} label={`Paper ${shown + 1}`} />
    </Box>
  );
}
