import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { ApiError } from '../app/api-client.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import type { Problem } from './use-contract-form.ts';

type Props = {
  readonly isOpen: boolean;
  /** The question: 'Cancel this booking?' */
  readonly title: string;
  readonly children?: ReactNode;
  /** Verb and thing: 'Cancel the booking'. */
  readonly confirmWords: string;
  /** What the other button keeps: 'Keep the booking'. */
  readonly keepWords: string;
  readonly isDanger?: boolean;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
};

/** Asks once before something that is not easily taken back; a refusal is shown inside. */
export function ConfirmDialog(props: Props) {
  const titleId = useId();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setIsSending] = useState(false);

  const close = (): void => {
    setProblems([]);
    props.onClose();
  };
  const confirm = async (): Promise<void> => {
    setIsSending(true);
    try {
      await props.onConfirm();
      close();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblems([{ field: null, message: error.message }]);
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Dialog open={props.isOpen} onClose={close} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <ErrorSummary errors={problems} />
        {props.children}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={close}>
          {props.keepWords}
        </Button>
        <Button
          variant="contained"
          color={props.isDanger ? 'error' : 'primary'}
          disabled={isSending}
          onClick={() => void confirm()}
        >
          {props.confirmWords}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
