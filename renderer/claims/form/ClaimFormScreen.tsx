import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useNavigate, useParams } from 'react-router';
import { type Claim, ClaimId } from '#db/claims/claims.contract';
import { pathTo } from '../../app/paths.ts';
import { HandOverButton } from '../../hand-over/HandOverButton.tsx';
import { PageHeader } from '../../shared/PageHeader.tsx';
import { Private } from '../../shared/Private.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { ClaimForm } from './ClaimForm.tsx';
import { useClaim } from './filing.queries.ts';
import { SignedActs } from './SignedActs.tsx';

/** The form of one claim at the desk, with what staff may do beside filling it in. */
export function ClaimFormScreen() {
  const id = ClaimId.parse(useParams()['id']);
  const navigate = useNavigate();
  const { data: claim } = useClaim(id);
  return (
    <>
      <PageHeader
        title="Expense claim"
        status={
          claim === undefined ? undefined : (
            <>
              <Typography sx={{ fontSize: '1.25rem', minWidth: 0, overflowWrap: 'anywhere' }}>
                of <Private>{claim.claimantName}</Private>
              </Typography>
              <StatusWord tone="info" words={claim.reference} />
            </>
          )
        }
      />
      <ClaimForm
        key={id}
        claimId={id}
        isHandedOver={false}
        onDone={(done, how) => {
          if (how === 'later') void navigate(placeAfter(done));
        }}
        besides={(draft, keep) => (
          <HandOverButton claimId={id} claimantName={draft.claimantName} onBefore={keep} />
        )}
        afterwards={(done) => <Afterwards claim={done} />}
      />
    </>
  );
}

/** A member's claim leads back to the sheet it stands on; any other to those that are to be finished. */
const placeAfter = (claim: Claim): string =>
  claim.batch === null ? pathTo.claimsToFinish() : pathTo.claimSheet(claim.batch.id);

function Afterwards({ claim }: { readonly claim: Claim }) {
  return (
    <>
      {claim.batch !== null && (
        <Button
          size="large"
          variant="outlined"
          component={RouterLink}
          to={pathTo.claimSheet(claim.batch.id)}
        >
          Back to the sheet {claim.batch.reference}
        </Button>
      )}
      <Button size="large" variant="outlined" component={RouterLink} to={pathTo.newClaim()}>
        Take another claim
      </Button>
      <SignedActs claim={claim} />
    </>
  );
}
