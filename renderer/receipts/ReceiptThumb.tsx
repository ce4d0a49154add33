import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { ListIcon } from '../shared/icons.tsx';
import { fileWords, type ShownFile, useAddressIn } from './shown-file.ts';

type Props = {
  /** Undefined while it is being fetched. */
  readonly file: ShownFile | undefined;
  /** What it is of: 'Receipt 2, bus fare'. Read out instead of the picture. */
  readonly label: string;
  readonly onOpen: () => void;
};

/** A receipt in small; opening it shows it at readable size. A PDF shows as a sheet with its pages in words. */
export function ReceiptThumb({ file, label, onOpen }: Props) {
  return (
    <ButtonBase
      onClick={onOpen}
      aria-label={`Show ${label}`}
      aria-busy={file === undefined}
      data-personal=""
      sx={(theme) => ({
        width: '7rem',
        height: '8rem',
        padding: 0.5,
        fontFamily: 'inherit',
        border: `1px solid ${theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.trc.sunk,
        overflow: 'hidden',
        '&:hover': { borderColor: theme.palette.primary.main },
      })}
    >
      {file === undefined ? null : file.mediaType === 'application/pdf' ? (
        <PdfSheet file={file} />
      ) : (
        <SmallPicture file={file} />
      )}
    </ButtonBase>
  );
}

function SmallPicture({ file }: { readonly file: ShownFile }) {
  return (
    <Box
      component="img"
      ref={useAddressIn<HTMLImageElement>(file)}
      alt=""
      sx={{ width: '100%', height: '100%', objectFit: 'contain' }}
    />
  );
}

function PdfSheet({ file }: { readonly file: ShownFile }) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 0.5 }}>
      <ListIcon sx={{ fontSize: '2.5rem' }} />
      <Box component="span" sx={{ fontSize: '0.9375rem', lineHeight: 1.3 }}>
        {fileWords(file)}
      </Box>
    </Box>
  );
}
