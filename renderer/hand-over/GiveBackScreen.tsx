import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import {
  HANDED_OVER_IDLE_MINUTES,
  type HandedOver,
  type HandOverEnd,
  type SignedIn,
} from '#db/session/session.contract';
import { countOf, formatDate } from '#db/shared/plain-words';
import { FrontPage } from '../session/FrontPage.tsx';
import { UnlockForm } from '../session/UnlockForm.tsx';
import { useCleanSlate } from '../session/use-clean-slate.ts';

const KEPT = 'Everything that was filled in is kept. It can be finished later.';

const WORDS: Readonly<Record<HandOverEnd, string>> = {
  signed: 'Thank you. Your claim is signed and handed in.',
  printed: 'Your claim is ready to be signed on paper. Staff print it for you.',
  'given-back': KEPT,
  idle: `Nobody used this screen for ${countOf(HANDED_OVER_IDLE_MINUTES, 'minute')}. ${KEPT}`,
  locked: `The screen was locked. ${KEPT}`,
};

/** The end of a lending: what the claimant takes away, and the lock for staff. */
export function GiveBackScreen(props: {
  readonly lent: HandedOver;
  readonly endedBy: HandOverEnd;
  readonly signedIn: SignedIn;
}) {
  const { lent, endedBy, signedIn } = props;
  const headingId = useId();
  useCleanSlate();
  return (
    <FrontPage title="Please give the screen back" takesFocus>
      <Typography sx={{ fontSize: '1.25rem' }}>{WORDS[endedBy]}</Typography>
      {lent.reference === '' ? null : (
        <>
          <Typography sx={{ marginTop: 3 }}>Your reference</Typography>
          <Box
            sx={{ fontSize: '2.75rem', fontWeight: 700, lineHeight: 1.2, overflowWrap: 'anywhere' }}
          >
            {lent.reference}
          </Box>
        </>
      )}
      {lent.promisedBy === null ? null : (
        <Typography sx={{ marginTop: 1, fontSize: '1.25rem' }}>
          You can expect a decision by {formatDate(lent.promisedBy)}.
        </Typography>
      )}
      <Box
        component="section"
        aria-labelledby={headingId}
        sx={(theme) => ({ marginTop: 5, paddingTop: 2, borderTop: `2px solid ${theme.trc.line}` })}
      >
        <Typography id={headingId} variant="h2">
          For staff
        </Typography>
        <Typography sx={{ marginBottom: 2 }}>
          This is the screen of {signedIn.displayName}.
        </Typography>
        <UnlockForm signedIn={signedIn} />
      </Box>
    </FrontPage>
  );
}
