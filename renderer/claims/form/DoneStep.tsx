import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Claim, CLAIM_STATE_WORDS } from '#db/claims/claims.contract';
import { formatPence } from '#db/shared/money';
import { formatDate } from '#db/shared/plain-words';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { PrintIcon, TickCircleIcon } from '../../shared/icons.tsx';
import { waitsForTreasurer } from './claim-state.ts';
import { lineTitle } from './claim-words.ts';
import { filledForm } from './filing.queries.ts';

/** What the visitor takes away: the reference in huge type, the day to expect, and the paper. */
export function DoneStep(props: {
  readonly claim: Claim;
  readonly isHandedOver: boolean;
  /** What can be done next at the desk. */
  readonly children?: ReactNode;
}) {
  const { claim } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const isOnSheet = waitsForTreasurer(claim);
  const isToSign = claim.state === 'to-sign' && !isOnSheet;
  const isAsked = claim.state === 'asked';
  const isSettled = !isToSign && !isAsked;
  return (
    <Box component="section" aria-label="Done" sx={{ fontSize: '1.25rem' }}>
      <Typography
        ref={heading}
        tabIndex={-1}
        component="h2"
        variant="h1"
        sx={{ display: 'flex', gap: 1, alignItems: 'center' }}
      >
        {isSettled && <TickCircleIcon color="success" sx={{ fontSize: '2.25rem' }} />}
        {titleOf(claim)}
      </Typography>
      <Box
        component="p"
        sx={{
          fontSize: 'clamp(2rem, 9cqi, 4.5rem)',
          fontWeight: 700,
          lineHeight: 1.15,
          marginBlock: 2,
          letterSpacing: '0.01em',
          overflowWrap: 'anywhere',
        }}
      >
        {claim.reference}
      </Box>
      {claim.payablePence === null ? (
        <p>A rate is not entered yet; the claim is priced as soon as it is.</p>
      ) : (
        <p>
          Payable: <strong>{formatPence(claim.payablePence)}</strong>
          {claim.claimedPence !== null && claim.claimedPence !== claim.payablePence
            ? ` of ${formatPence(claim.claimedPence)} claimed`
            : ''}
        </p>
      )}
      {isOnSheet ? (
        <p>It is handed in with sheet {claim.batch?.reference}, once the treasurer signs that.</p>
      ) : isToSign ? (
        <p>
          Sign the paper and bring it back. It is found again by its reference or the code on it.
        </p>
      ) : isAsked ? (
        <Asked claim={claim} />
      ) : (
        claim.promisedBy !== null && (
          <p>
            You can expect a decision by <strong>{formatDate(claim.promisedBy)}</strong>.
          </p>
        )
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2 }}>
        {!props.isHandedOver && (
          <Button
            variant={isAsked ? 'outlined' : 'contained'}
            size="large"
            startIcon={<PrintIcon />}
            onClick={() => setIsPrinting(true)}
          >
            {isToSign ? 'Print the claim again' : 'Print a copy to take away'}
          </Button>
        )}
        {props.children}
      </Box>
      <PaperDialog
        isOpen={isPrinting}
        title={`Claim ${claim.reference}`}
        load={filledForm(claim.id)}
        onClose={() => setIsPrinting(false)}
      />
    </Box>
  );
}

/** What staff want to know, in their words, before anybody opens the claim to answer. */
function Asked({ claim }: { readonly claim: Claim }) {
  return (
    <Box component="ul" aria-label="What staff ask" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
      {claim.lines
        .filter(({ state }) => state === 'asked')
        .map((line) => (
          <li key={line.id} data-personal="">
            {lineTitle(line)}: <strong>{line.decisionWhy}</strong>
          </li>
        ))}
    </Box>
  );
}

function titleOf(claim: Claim): string {
  if (waitsForTreasurer(claim)) return 'The claim is signed';
  if (claim.state === 'to-sign') return 'The claim waits for the signed paper';
  if (claim.state === 'withdrawn') return 'The claim is withdrawn';
  return claim.state === 'filed' ? 'The claim is handed in' : CLAIM_STATE_WORDS[claim.state];
}
