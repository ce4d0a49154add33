import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ClaimId } from '#db/claims/claims.contract';
import { HANDED_OVER_IDLE_MINUTES } from '#db/session/session.contract';
import { DESK_ROLES } from '#db/shared/access';
import { countOf } from '#db/shared/plain-words';
import { useCan, useSession } from '../app/session-context.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { useHandOver } from './hand-over.queries.ts';

/** Lends this screen to whoever claims, for this claim and nothing else. */
export function HandOverButton(props: {
  readonly claimId: ClaimId;
  readonly claimantName: string;
  /** Saves what is on the screen first; a refusal keeps the screen. */
  readonly onBefore?: () => Promise<void>;
}) {
  const { claimId, claimantName, onBefore } = props;
  const { signedIn } = useSession();
  const mayHandOver = useCan(DESK_ROLES);
  const handOver = useHandOver();
  const [isAsking, setIsAsking] = useState(false);
  if (!mayHandOver) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setIsAsking(true)}>
        Hand the screen over
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Hand the screen over to ${claimantName}?`}
        confirmWords="Hand the screen over"
        keepWords="Keep the screen"
        onConfirm={async () => {
          await onBefore?.();
          await handOver.mutateAsync(claimId);
        }}
        onClose={() => setIsAsking(false)}
      >
        <Typography>
          They fill in and sign this claim themself. Nothing else can be seen or opened until you
          unlock the screen with your{' '}
          {signedIn?.hasPin === true ? 'PIN or passphrase' : 'passphrase'}.
        </Typography>
        <Typography>
          It comes back by itself once the claim is signed or printed, and after{' '}
          {countOf(HANDED_OVER_IDLE_MINUTES, 'minute')} without a key or touch. Other screens of the
          program on this computer are locked meanwhile.
        </Typography>
      </ConfirmDialog>
    </>
  );
}
