import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type {
  Claim,
  ClaimReceiptId,
  Decision,
  HandPayment,
  Signature,
} from '#db/claims/claims.contract';
import { METHOD_WORDS } from '#db/payees/payees.contract';
import { formatPence } from '#db/shared/money';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan } from '../../app/session-context.tsx';
import { ReceiptDialog } from '../form/ReceiptOnScreen.tsx';
import { placeOf } from './line-places.ts';

const STEP_WORDS: Readonly<Record<Decision['step'], string>> = {
  verify: 'Papers',
  approve: 'Decision',
  second: 'Second approval',
  'top-up': 'Added',
};

const DECIDED_WORDS: Readonly<Record<Decision['decision'], string>> = {
  approved: 'in order',
  other: 'another amount',
  asked: 'a question',
  rejected: 'refused',
  'sent-back': 'sent back',
};

/** One thing that happened, and the paper that shows it where one was taken in. */
type Entry = {
  readonly id: string;
  readonly words: string;
  readonly paper: ClaimReceiptId | null;
};

/** Who signed, who decided what and when, and how it was paid: one line each, the oldest first. */
export function ClaimRecord({ claim }: { readonly claim: Claim }) {
  // Papers that were signed carry names, and are not shown to who reads none.
  const mayOpen = !useCan(['auditor']);
  const entries = entriesOf(claim);
  if (entries.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="claim-record" sx={{ mt: 3 }}>
      <Typography variant="h3" id="claim-record">
        What happened
      </Typography>
      <Box component="ul" sx={{ margin: 0, mt: 1, paddingInlineStart: 2.5 }}>
        {entries.map(({ id, words, paper }) => (
          <li key={id} data-personal="">
            {words}
            {paper !== null && mayOpen && <SignedPaper receipt={{ id: paper }} of={words} />}
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** Opens the scan of what was signed, over the page. */
function SignedPaper(props: {
  readonly receipt: { readonly id: ClaimReceiptId };
  readonly of: string;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {' '}
      <Button
        size="small"
        variant="outlined"
        aria-label={`Show the signed paper: ${props.of}`}
        onClick={() => setIsOpen(true)}
      >
        Show the signed paper
      </Button>
      {isOpen && (
        <ReceiptDialog
          receipt={props.receipt}
          label="The signed paper"
          closeWords="Close the paper"
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

/** What was signed for a payment stands with the payment; the other signatures come first. */
function entriesOf(claim: Claim): readonly Entry[] {
  const ofPayments = new Set(claim.payments.map(({ signatureId }) => signatureId));
  const { signatures, decisions, payments } = claim;
  return [
    ...signatures
      .filter(({ id }) => !ofPayments.has(id))
      .map((one) => ({ id: one.id, words: signedWords(one), paper: one.receiptId })),
    ...decisions.map((one) => ({ id: one.id, words: decisionWords(claim, one), paper: null })),
    ...payments.map((one) => {
      const signature = signatures.find(({ id }) => id === one.signatureId);
      return {
        id: one.id,
        words: paidWords(one, signature),
        paper: signature?.receiptId ?? null,
      };
    }),
  ];
}

const wayWords = ({ way, name }: Pick<Signature, 'way' | 'name'>): string =>
  `${way === 'screen' ? 'on the screen' : 'on paper'} by ${name}`;

const signedWords = (one: Signature): string =>
  `${formatDateNoWeekday(one.signedOn)}: signed ${wayWords(one)}${one.isSuperseded ? ', changed and signed anew since' : ''}`;

function paidWords(one: HandPayment, signature: Signature | undefined): string {
  const how = [METHOD_WORDS[one.method].toLowerCase(), one.maskedAccount]
    .filter((part) => part !== '')
    .join(' ');
  const signed = signature === undefined ? '' : `, signed for ${wayWords(signature)}`;
  const note = one.note === '' ? '' : `. ${one.note}`;
  return `${formatDateNoWeekday(one.paidOn)}: ${formatPence(one.pence)} paid, ${how}${signed}, recorded by ${one.by}${note}`;
}

function decisionWords(claim: Claim, one: Decision): string {
  const line = claim.lines.find(({ id }) => id === one.lineId);
  const of = line === undefined ? '' : ` of cost ${placeOf(claim.lines, line)}`;
  const amount = one.pence === null ? '' : `, ${formatPence(one.pence)}`;
  const said =
    one.decision === 'approved' && one.step !== 'verify' ? 'approved' : DECIDED_WORDS[one.decision];
  return `${formatDateNoWeekday(one.on)}: ${STEP_WORDS[one.step].toLowerCase()}${of}, ${said}${amount}, by ${one.by}${one.why === '' ? '' : `: “${one.why}”`}`;
}
