import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ToDecide } from '#db/claims/deciding.contract';
import { formatPence, pence } from '#db/shared/money';
import { useCan } from '../../app/session-context.tsx';
import { NoticeBox } from '../../shared/NoticeBox.tsx';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { cashReceipt, decisionLetter } from './deciding.queries.ts';
import { PayByHandForm } from './PayByHandForm.tsx';
import { TopUpForm } from './TopUpForm.tsx';

const DECIDED: readonly string[] = ['asked', 'decided', 'paid'];

/** What comes after a decision: the letter, the payment by hand, more for a cost that was decided too low. */
export function PayPart({ found }: { readonly found: ToDecide }) {
  const { claim, next } = found;
  const mayPay = useCan(['finance', 'manager']);
  const [open, setOpen] = useState<'pay' | 'letter' | 'cash' | 'top-up' | null>(null);
  if (!DECIDED.includes(claim.state)) return null;
  const left = pence((claim.decidedPence ?? 0) - claim.paidPence);
  const isCash = claim.method === 'cash' || claim.payments.some(({ method }) => method === 'cash');
  const close = (): void => setOpen(null);
  return (
    <Box component="section" aria-label="After the decision" sx={{ mt: 2 }}>
      {next.step === 'pay' && !next.may && (
        <NoticeBox label="Why you cannot pay it">{next.why}</NoticeBox>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {next.step === 'pay' && next.may && (
          <Button variant="contained" onClick={() => setOpen('pay')}>
            Record that {formatPence(left)} is paid
          </Button>
        )}
        <Button variant="outlined" onClick={() => setOpen('letter')}>
          Print the decision letter
        </Button>
        {isCash && (claim.decidedPence ?? 0) > 0 && (
          <Button variant="outlined" onClick={() => setOpen('cash')}>
            Print the cash receipt
          </Button>
        )}
        {mayPay && claim.lines.some(({ decidedPence }) => decidedPence !== null) && (
          <Button onClick={() => setOpen('top-up')}>Add to a cost</Button>
        )}
      </Box>
      <PaperDialog
        isOpen={open === 'letter'}
        title={`Decision letter for ${claim.reference}`}
        load={decisionLetter(claim.id)}
        onClose={close}
      />
      <PaperDialog
        isOpen={open === 'cash'}
        title={`Cash receipt for ${claim.reference}`}
        load={cashReceipt(claim.id)}
        onClose={close}
      />
      {open === 'pay' && <PayByHandForm claim={claim} left={left} onClose={close} />}
      {open === 'top-up' && <TopUpForm claim={claim} onClose={close} />}
    </Box>
  );
}
