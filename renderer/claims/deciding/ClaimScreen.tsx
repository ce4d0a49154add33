import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useParams } from 'react-router';
import { ClaimId } from '#db/claims/claims.contract';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../../app/paths.ts';
import { useCan } from '../../app/session-context.tsx';
import { PrintIcon } from '../../shared/icons.tsx';
import { PageHeader } from '../../shared/PageHeader.tsx';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { filledForm } from '../form/filing.queries.ts';
import { SignedActs } from '../form/SignedActs.tsx';
import { DecidePane } from './DecidePane.tsx';
import { useToDecide } from './deciding.queries.ts';
import { useClaimDecision } from './use-claim-decision.ts';

const UNFINISHED: readonly string[] = ['draft', 'to-sign', 'asked'];

/** One claim on a page of its own: what was asked, decided and paid, and what can be done with it now. */
export function ClaimScreen() {
  const id = ClaimId.parse(useParams()['id']);
  const mayServe = useCan(DESK_ROLES);
  const navigate = useNavigate();
  const found = useToDecide(id).data;
  const [isPrinting, setIsPrinting] = useState(false);
  const decision = useClaimDecision(found, () => void navigate(pathTo.claims()));
  return (
    <>
      <PageHeader
        title={found === undefined ? 'Claim' : `Claim ${found.claim.reference}`}
        actions={
          found !== undefined && (
            <>
              {mayServe && UNFINISHED.includes(found.claim.state) && (
                <Button
                  size="large"
                  variant={found.claim.state === 'draft' ? 'contained' : 'outlined'}
                  component={RouterLink}
                  to={pathTo.claimForm(id)}
                >
                  {found.claim.state === 'to-sign' ? 'See the form' : 'Go on with the form'}
                </Button>
              )}
              {found.claim.state !== 'draft' && (
                <Button size="large" startIcon={<PrintIcon />} onClick={() => setIsPrinting(true)}>
                  Print the form
                </Button>
              )}
              <SignedActs claim={found.claim} />
            </>
          )
        }
      />
      <PaperDialog
        isOpen={isPrinting}
        title={`Claim ${found?.claim.reference ?? ''}`}
        load={filledForm(id)}
        onClose={() => setIsPrinting(false)}
      />
      <DecidePane id={id} found={found} decision={decision} />
    </>
  );
}
