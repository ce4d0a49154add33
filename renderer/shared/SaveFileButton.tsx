import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Download } from '#db/shared/download';
import { ApiError } from '../app/api-client.ts';
import { useToast } from '../app/toasts.tsx';
import { SaveCopyIcon } from './icons.tsx';

type Props = {
  /** Verb and thing: 'Save as a spreadsheet'. */
  readonly words: string;
  readonly load: () => Promise<Download>;
};

/** Makes a file and hands it to the browser, or to the window's own dialog, to be saved. */
export function SaveFileButton({ words, load }: Props) {
  const { say } = useToast();
  const [isMaking, setIsMaking] = useState(false);

  async function save(): Promise<void> {
    setIsMaking(true);
    try {
      const file = await load();
      handOver(file);
      say({ words: `${file.title} is ready: ${file.fileName}.` });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say({ words: error.message });
    } finally {
      setIsMaking(false);
    }
  }

  return (
    <Button
      variant="outlined"
      startIcon={<SaveCopyIcon />}
      disabled={isMaking}
      onClick={() => void save()}
    >
      {isMaking ? 'Making the file' : words}
    </Button>
  );
}

/** The file handed over last; its address lives until the next one, because a window's own dialog reads it late. */
let lastAddress: string | undefined;

/** A link that is clicked once is the only way in which a page may offer a file. */
export function handOver(file: Download): void {
  if (lastAddress !== undefined) URL.revokeObjectURL(lastAddress);
  lastAddress = URL.createObjectURL(new Blob([file.text], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = lastAddress;
  link.download = file.fileName;
  link.click();
}
