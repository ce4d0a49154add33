import Box from '@mui/material/Box';
import { fileWords, type ShownFile, usePictureOf } from './shown-file.ts';

type Props = {
  readonly file: ShownFile;
  /** What it is of: 'Receipt 2, bus fare'. */
  readonly label: string;
};

/** A receipt at readable size. */
export function ReceiptView({ file, label }: Props) {
  const picture = usePictureOf(file);
  if (file.mediaType === 'application/pdf') return <Box>{fileWords(file)}</Box>;
  return <Box component="img" ref={picture} alt={label} sx={{ maxWidth: '100%' }} />;
}
