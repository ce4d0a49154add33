import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Claim, ClaimId, ClaimReceiptId, Warning } from '#db/claims/claims.contract';
import { formatPence } from '#db/shared/money';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../../app/paths.ts';
import { useSession } from '../../app/session-context.tsx';
import type { Fact } from '../../shared/FactList.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { lineTitle } from './claim-words.ts';
import { useClaim } from './filing.queries.ts';
import { ReceiptBeside } from './ReceiptOnScreen.tsx';

/** One of two receipts that are alike: in which claim, and which of its receipts. */
type Side = { readonly claimId: ClaimId; readonly receiptId: ClaimReceiptId };

/**
 * Opens two receipts that are alike side by side. Only staff who may see both get it: not the auditor, who reads no
 * names, and never a screen that is handed over.
 */
export function CompareReceipts(props: { readonly claimId: ClaimId; readonly warning: Warning }) {
  const { claimId, warning } = props;
  const { signedIn, handedOver } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { other } = warning;
  const isForStaff = signedIn !== null && signedIn.role !== 'auditor' && handedOver === null;
  if (!isForStaff || other === null || other.receiptId === null) return null;
  return (
    <>
      <Button
        variant="outlined"
        size="small"
        sx={{ mt: 1, marginInlineEnd: 1 }}
        aria-label={`Compare the receipts: this one and that of ${other.reference}`}
        onClick={() => setIsOpen(true)}
      >
        Compare the receipts
      </Button>
      {isOpen && (
        <SideBySide
          here={{ claimId, receiptId: other.receiptId }}
          // Another receipt, whose id the finding carries as of whatever it found.
          there={{ claimId: other.claimId, receiptId: other.otherId as ClaimReceiptId }}
          words={warning.words}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

function SideBySide(props: {
  readonly here: Side;
  readonly there: Side;
  readonly words: string;
  readonly onClose: () => void;
}) {
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={titleId}
      maxWidth="xl"
      fullWidth
      // The keys of the page below stay below.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <DialogTitle id={titleId}>Two receipts side by side</DialogTitle>
      <DialogContent>
        <Typography data-personal="" sx={{ mb: 2 }}>
          {props.words}
        </Typography>
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            alignItems: 'start',
            // Below each other where there is no room for both at readable size.
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
          }}
        >
          <OneSide {...props.here} which="This claim" />
          <OneSide {...props.there} which="The other claim" />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={props.onClose}>
          Close the receipts
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function OneSide({ claimId, receiptId, which }: Side & { readonly which: string }) {
  const claim = useClaim(claimId);
  const headingId = useId();
  return (
    <Box component="section" aria-labelledby={headingId} sx={{ minWidth: 0 }}>
      <Typography variant="h3" component="h3" id={headingId}>
        {which}
        {claim.data !== undefined && (
          <>
            {', '}
            <Link component={RouterLink} to={pathTo.claim(claimId)}>
              {claim.data.reference}
            </Link>
          </>
        )}
      </Typography>
      {claim.isError && (
        <ProblemPanel
          error={claim.error}
          what="The claim"
          onTryAgain={() => void claim.refetch()}
        />
      )}
      {claim.data === undefined ? (
        !claim.isError && <LoadingShape lines={4} />
      ) : (
        <Facts facts={factsOf(claim.data, receiptId)} />
      )}
      <Box sx={{ mt: 1.5 }}>
        <ReceiptBeside
          receipt={{ id: receiptId }}
          label={
            claim.data === undefined
              ? `Receipt of ${which.toLowerCase()}`
              : `Receipt of ${claim.data.reference}`
          }
        />
      </Box>
    </Box>
  );
}

/** In as little room as they take, so that the receipts themselves are in sight. */
function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 0.75,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 11rem), 1fr))',
        margin: 0,
        mt: 0.5,
        '& dt': { color: 'text.secondary' },
        '& dd': { margin: 0, overflowWrap: 'anywhere', fontWeight: 550 },
      }}
    >
      {facts.map(({ label, value, isPersonal }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd {...(isPersonal === true ? { 'data-personal': '' } : {})}>{value}</dd>
        </div>
      ))}
    </Box>
  );
}

function factsOf(claim: Claim, receiptId: ClaimReceiptId): readonly Fact[] {
  const receipt = claim.receipts.find(({ id }) => id === receiptId);
  const costs = claim.lines.filter(({ receiptIds }) => receiptIds.includes(receiptId));
  const printed = [
    receipt?.printedOn == null ? '' : formatDateNoWeekday(receipt.printedOn),
    receipt?.printedPence == null ? '' : formatPence(receipt.printedPence),
    receipt === undefined || receipt.printedNumber === '' ? '' : `number ${receipt.printedNumber}`,
  ].filter((part) => part !== '');
  return [
    { label: 'Who claims', value: claim.claimantName, isPersonal: true },
    { label: 'Came in', value: formatDateNoWeekday(claim.receivedOn) },
    {
      label: 'Printed on it',
      value: printed.length === 0 ? 'Nothing was typed off' : printed.join(', '),
    },
    {
      label: 'For the cost',
      value:
        costs.length === 0 ? (
          'None yet'
        ) : (
          <>
            {costs.map((line) => (
              <Box key={line.id}>
                {`${lineTitle(line)}, ${formatDateNoWeekday(line.day)}, ${line.askedPence === null ? 'no rate yet' : formatPence(line.askedPence)}`}
              </Box>
            ))}
          </>
        ),
      isPersonal: true,
    },
  ];
}
