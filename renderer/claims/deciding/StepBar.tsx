import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { ToDecide } from '#db/claims/deciding.contract';
import { Instant } from '#db/shared/instant';
import { localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { Lines } from '#db/shared/text';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { ErrorSummary } from '../../shared/ErrorSummary.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { NoticeBox } from '../../shared/NoticeBox.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { decideWords } from './line-choices.ts';
import type { ClaimDecision } from './use-claim-decision.ts';

type Props = {
  readonly found: ToDecide;
  readonly decision: ClaimDecision;
  /** The keys of the queue are heard here, and said. */
  readonly hasKeys: boolean;
};

/** A bar that stays in sight needs a wide and tall screen: on others it would cover the costs. */
const BAR_FITS = '@media (min-width: 56rem) and (min-height: 36rem)';

/** What is done with the claim, in one place below its costs; or why this account must leave it to others. */
export function StepBar({ found, decision, hasKeys }: Props) {
  const { next, openedBy } = found;
  if (next.step === 'none' || next.step === 'pay' || next.step === 'top-up') return null;
  const holder = openedBy?.name ?? decision.otherHand;
  return (
    <Box
      component="section"
      aria-label="The next step"
      data-foot-bar=""
      sx={(theme) => ({
        mt: 2,
        paddingBlock: 1.5,
        borderBlockStart: `2px solid ${theme.trc.line}`,
        backgroundColor: theme.palette.background.default,
        // At the foot of the page while there is something to press, below the page's own edge.
        ...(next.may ? { [BAR_FITS]: { position: 'sticky', bottom: '-1.5rem', zIndex: 1 } } : {}),
      })}
    >
      <ErrorSummary
        errors={decision.refusal === '' ? [] : [{ field: null, message: decision.refusal }]}
        attempt={decision.refusals}
      />
      {holder !== '' && next.may && (
        <NoticeBox label="Somebody else has it open">
          {holder} has this claim open
          {openedBy === null ? '' : ` until ${hourOf(openedBy.until)}`}. Go on with another, or wait
          until it is let go.
        </NoticeBox>
      )}
      {next.may ? (
        <Buttons found={found} decision={decision} hasKeys={hasKeys} isHeld={holder !== ''} />
      ) : (
        <NoticeBox label="Why you cannot take the next step">{next.why}</NoticeBox>
      )}
    </Box>
  );
}

/** '10:25am' at the centre. */
const hourOf = (until: string): string => formatTime(timeOf(localDateTimeOf(Instant.parse(until))));

function Buttons(props: Props & { readonly isHeld: boolean }) {
  const { found, decision } = props;
  const isOff = decision.isSending || props.isHeld;
  const [isSendingBack, setIsSendingBack] = useState(false);
  const { claim, next } = found;
  const back =
    next.step === 'verify'
      ? { words: 'Send it back to the desk', title: `Send ${claim.reference} back to the desk` }
      : { words: 'Send it back', title: `Send ${claim.reference} back to the first approver` };
  const sendBack = next.step === 'verify' ? decision.verify : decision.approveSecond;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      {next.step === 'approve' ? (
        <>
          <Button variant="contained" disabled={isOff} onClick={() => void decision.decide()}>
            {decideWords(decision.choices, claim.lines)}
          </Button>
          <Button variant="outlined" disabled={isOff} onClick={decision.approveAll}>
            Approve every cost
          </Button>
        </>
      ) : (
        <>
          <Button
            variant="contained"
            disabled={isOff}
            onClick={() =>
              void (next.step === 'verify'
                ? decision.verify(true, '')
                : decision.approveSecond(true, ''))
            }
          >
            {next.step === 'verify' ? 'Papers are in order' : 'Approve as the second'}
          </Button>
          <Button variant="outlined" disabled={isOff} onClick={() => setIsSendingBack(true)}>
            {back.words}
          </Button>
        </>
      )}
      {props.hasKeys && (
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 16rem' }}>
          {KEY_WORDS[next.step] ?? ''}
        </Typography>
      )}
      {isSendingBack && (
        <SendBack
          title={back.title}
          onClose={() => setIsSendingBack(false)}
          onWhy={async (why) => sendBack(false, why)}
        />
      )}
    </Box>
  );
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  verify: 'Ctrl+Enter: the papers are in order. J, K: next, previous.',
  approve:
    'A: every cost. 1 to 4: one cost. Ctrl+Enter: send it. J, K: next, previous. X: mark it. Shift+A: approve the marked.',
  second: 'Ctrl+Enter: approve it and go on. J, K: next, previous.',
};

const Why = z.object({
  why: Lines.min(1, 'Say why.').max(500, 'Use 500 characters or fewer.'),
});

function SendBack(props: {
  readonly title: string;
  readonly onWhy: (why: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const form = useContractForm(
    Why,
    { why: '' },
    {
      onSubmit: async ({ why }) => {
        await props.onWhy(why);
        props.onClose();
      },
    },
  );
  return (
    <FormDialog title={props.title} onClose={props.onClose}>
      <ContractFormBody form={form} label={props.title}>
        <TextField name="why" label="What is wrong or missing?" lines={2} takesFocus />
        <FormButtons
          saveWords="Send it back"
          closeWords="Close and leave it"
          isSending={form.isSending}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
