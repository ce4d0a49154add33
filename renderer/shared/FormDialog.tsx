import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
};

/** A form over another page; mounted only while it is open. */
export function FormDialog({ title, onClose, width = 'sm', children }: Props) {
  const titleId = useId();
  return (
    <Dialog
      open
      // A click beside the form is too easily made to throw anything away.
      onClose={(_, reason) => reason === 'escapeKeyDown' && onClose()}
      aria-labelledby={titleId}
      maxWidth={width}
      fullWidth
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
    </Dialog>
  );
}
