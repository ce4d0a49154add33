import Button from '@mui/material/Button';
import { useState } from 'react';
import { type Download, isInBase64 } from '#db/shared/download';
import type { ActId } from '#db/shared/long-act';
import { ApiError } from '../app/api-client.ts';
import { useToast } from '../app/toasts.tsx';
import { SaveCopyIcon } from './icons.tsx';
import { ProgressDialog } from './ProgressDialog.tsx';
import { useLongAct } from './use-long-act.ts';

type Props = {
  /** Verb and thing: 'Save as a spreadsheet'. */
  readonly words: string;
  readonly load: (act?: ActId) => Promise<Download>;
  /** Whether the program says how far it is with the file and lets it be stopped; `load` hands its act on then. */
  readonly isLong?: boolean;
};

const MAKING = {
  title: 'Making the file',
  stopWords: 'Stop making the file',
  stoppedWords: 'Stopped. No file was made.',
} as const;

/** Makes a file and hands it to the browser, or to the window's own dialog, to be saved. */
export function SaveFileButton({ words, load, isLong = false }: Props) {
  const { save, isMaking, dialog } = useSaveFile();
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<SaveCopyIcon />}
        aria-disabled={isMaking}
        onClick={() => {
          // Not switched off, so that the focus has somewhere to come back to.
          if (!isMaking) void save(load, isLong);
        }}
      >
        {isMaking ? 'Making the file' : words}
      </Button>
      {dialog}
    </>
  );
}

/** How a file is made and handed over; `dialog` is shown while it takes long. */
export function useSaveFile() {
  const { say } = useToast();
  const [isMaking, setIsMaking] = useState(false);
  const long = useLongAct();

  async function save(load: Props['load'], isLong: boolean): Promise<void> {
    setIsMaking(true);
    try {
      const file = isLong ? await long.run(MAKING, load) : await load();
      if (file === undefined) return;
      handOver(file);
      say({ words: `${file.title} is ready: ${file.fileName}.` });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say({ words: error.message });
    } finally {
      setIsMaking(false);
    }
  }

  return { save, isMaking, dialog: <ProgressDialog act={long.act} onStop={long.stop} /> };
}

/** The file handed over last; its address lives until the next one, because a window's own dialog reads it late. */
let lastAddress: string | undefined;

type FileToSave = Pick<Download, 'fileName' | 'text'> & { readonly mediaType: string };

/** A link that is clicked once is the only way in which a page may offer a file. */
export function handOver(file: FileToSave): void {
  if (lastAddress !== undefined) URL.revokeObjectURL(lastAddress);
  lastAddress = URL.createObjectURL(new Blob([contentOf(file)], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = lastAddress;
  link.download = file.fileName;
  link.click();
}

const contentOf = (file: FileToSave): string | Uint8Array<ArrayBuffer> =>
  isInBase64(file) ? Uint8Array.from(atob(file.text), (letter) => letter.charCodeAt(0)) : file.text;
