import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { ClaimReceipt } from '#db/claims/claims.contract';
import { FileHash } from '#db/shared/incoming-file';
import { ReceiptThumb } from '../../receipts/ReceiptThumb.tsx';
import { ReceiptView } from '../../receipts/ReceiptView.tsx';
import type { ShownFile } from '../../receipts/shown-file.ts';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { useReceipt } from './filing.queries.ts';

type Props = {
  readonly receipt: Pick<ClaimReceipt, 'id'>;
  /** 'Receipt 2'. */
  readonly label: string;
};

/** The file of a receipt as its components show it; undefined while it is on its way. */
function useShownFile(receipt: Props['receipt']): {
  readonly file: ShownFile | undefined;
  readonly query: ReturnType<typeof useReceipt>;
} {
  const query = useReceipt(receipt);
  const found = query.data;
  const file =
    found === undefined
      ? undefined
      : {
          hash: FileHash.parse(found.hash),
          mediaType: found.mediaType,
          byteCount: found.byteCount,
          width: found.width,
          height: found.height,
          pages: found.pages,
          base64: found.base64,
          name: found.name,
        };
  return { file, query };
}

/** A receipt in small, which opens over the page at readable size. */
export function ReceiptOnScreen({ receipt, label }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const { file } = useShownFile(receipt);
  return (
    <>
      <ReceiptThumb file={file} label={label} onOpen={() => setIsOpen(true)} />
      {isOpen && <ReceiptDialog receipt={receipt} label={label} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** A receipt at readable size within the page, beside what is typed off it. */
export function ReceiptBeside({ receipt, label }: Props) {
  const { file, query } = useShownFile(receipt);
  if (query.isError)
    return (
      <ProblemPanel error={query.error} what={label} onTryAgain={() => void query.refetch()} />
    );
  return file === undefined ? (
    <LoadingShape lines={5} />
  ) : (
    <ReceiptView file={file} label={label} />
  );
}

/** A receipt, or a paper that was signed, over the page. */
export function ReceiptDialog(
  props: Props & { readonly closeWords?: string; readonly onClose: () => void },
) {
  const titleId = useId();
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={titleId} maxWidth="lg" fullWidth>
      <DialogTitle id={titleId}>{props.label}</DialogTitle>
      <DialogContent>
        <ReceiptBeside receipt={props.receipt} label={props.label} />
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={props.onClose}>
          {props.closeWords ?? 'Close the receipt'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
