import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { ConfirmDialog } from './ConfirmDialog.tsx';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
};

/** A form over another page; mounted only while it is open. */
export function FormDialog({ title, onClose, width = 'sm', children }: Props) {
  const titleId = useId();
  const content = useRef<HTMLDivElement>(null);
  const isTyped = useRef(false);
  const [isAsking, setIsAsking] = useState(false);

  function leave(): void {
    const isKept = content.current?.querySelector('form[data-keeps-typed]') !== null;
    if (isTyped.current && !isKept) setIsAsking(true);
    else onClose();
  }

  return (
    <Dialog
      open
      // A click beside the form is too easily made to throw anything away.
      onClose={(_, reason) => reason === 'escapeKeyDown' && leave()}
      aria-labelledby={titleId}
      maxWidth={width}
      fullWidth
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent
        ref={content}
        onInput={() => {
          isTyped.current = true;
        }}
      >
        {children}
        <FocusOnFirstField within={content} />
      </DialogContent>
      <ConfirmDialog
        isOpen={isAsking}
        title="Throw away what you typed?"
        confirmWords="Throw it away"
        keepWords="Go on typing"
        isDanger
        onClose={() => setIsAsking(false)}
        onConfirm={async () => onClose()}
      >
        Nothing of it is saved yet.
      </ConfirmDialog>
    </Dialog>
  );
}

/** Puts the focus on the first field, so that typing can begin; a form that chooses its own keeps it. */
function FocusOnFirstField({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const form = within.current;
    if (form === null || form.contains(document.activeElement)) return;
    const first = form.querySelector<HTMLElement>(
      'input:enabled, select:enabled, textarea:enabled',
    );
    first?.focus();
    // As Tab does: what is typed takes the place of what stood there.
    if (first instanceof HTMLInputElement) first.select();
  }, [within]);
  return null;
}
