import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CHECKING_ROLES, REJECTING_ROLES } from '#db/payees/payees-api.contract';
import type { Details, Payee } from '#db/payees/payees.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan } from '../app/session-context.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { Private } from '../shared/Private.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { maskedWords, stateOf } from './details-words.ts';

type Props = {
  readonly payee: Payee;
  readonly staged: Details;
  readonly onCallBack: () => void;
  readonly onReject: () => void;
};

/** Details that wait for a second person, and what that person can do. Nothing is paid meanwhile. */
export function StagedNotice({ payee, staged, onCallBack, onReject }: Props) {
  const mayCheck = useCan(CHECKING_ROLES);
  const mayReject = useCan(REJECTING_ROLES);
  return (
    <NoticeBox label="Details that wait">
      <Box sx={{ display: 'grid', gap: 1 }}>
        <StatusWord {...stateOf(staged)} />
        <Typography>
          <Private>
            {maskedWords(staged)}
            {staged.name === '' ? '' : `, ${staged.name}`}
          </Private>
        </Typography>
        <Typography>
          {`Entered by ${staged.enteredBy} on ${formatDateNoWeekday(staged.enteredOn)}. Nothing is paid until somebody else has rung a number we had before.`}
        </Typography>
        {mayCheck && staged.isEnteredByMe && (
          <Typography>You entered them, so a second person must check them.</Typography>
        )}
        {mayReject && payee.knownNumbers.length === 0 && (
          <Typography>
            No number was on record before. Turn them down, have somebody else enter a number from
            an older paper, then enter them again.
          </Typography>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {mayCheck && !staged.isEnteredByMe && payee.knownNumbers.length > 0 && (
            <Button variant="contained" onClick={onCallBack}>
              Record the call-back
            </Button>
          )}
          {mayReject && (
            <Button variant="outlined" onClick={onReject}>
              Turn these details down
            </Button>
          )}
        </Box>
      </Box>
    </NoticeBox>
  );
}
