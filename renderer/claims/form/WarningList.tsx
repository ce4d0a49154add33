import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import { canAnswer, isOpenWarning } from '#db/claims/checks/warnings.rules';
import type { ClaimId, Warning } from '#db/claims/claims.contract';
import { Lines } from '#db/shared/text';
import { pathTo } from '../../app/paths.ts';
import { useSession } from '../../app/session-context.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { CompareReceipts } from './ReceiptsBeside.tsx';

/** Marks the button of a doubt that can still be answered, to find the next one by. */
const SAY_WHY = 'data-say-why';

type Answer = (warning: Warning, why: string) => Promise<unknown>;

const WEIGHTS = {
  stops: { tone: 'bad', words: 'Stops this' },
  warns: { tone: 'warning', words: 'Look at this' },
  says: { tone: 'info', words: 'Good to know' },
} as const;

/** Doubts and refusals, each with its way on; a doubt can be passed with a reason where `onAnswer` takes one. */
export function WarningList(props: {
  /** The claim they are of; missing for what is about no claim. */
  readonly claimId?: ClaimId;
  readonly warnings: readonly Warning[];
  readonly isHandedOver: boolean;
  readonly onAnswer?: Answer;
}) {
  if (props.warnings.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label="Things to look at"
      sx={{ listStyle: 'none', margin: 0, padding: 0, mt: 2, display: 'grid', gap: 1.5 }}
    >
      {props.warnings.map((warning) => (
        <OneWarning
          key={`${warning.code} ${warning.lineId} ${warning.other?.otherId ?? ''}`}
          warning={warning}
          isHandedOver={props.isHandedOver}
          {...(props.claimId === undefined ? {} : { claimId: props.claimId })}
          {...(props.onAnswer === undefined ? {} : { onAnswer: props.onAnswer })}
        />
      ))}
    </Box>
  );
}

function OneWarning(props: {
  readonly claimId?: ClaimId;
  readonly warning: Warning;
  readonly isHandedOver: boolean;
  readonly onAnswer?: Answer;
}) {
  const { warning, onAnswer } = props;
  const [isAnswering, setIsAnswering] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const [left, setLeft] = useState<{ readonly how: 'answered' | 'closed' } | null>(null);
  useEffect(() => {
    if (left === null) return;
    // The field that had the focus is gone: on to the next doubt, else back to this one.
    const here = item.current;
    const others = [...(here?.parentElement?.children ?? [])].filter((each) => each !== here);
    const where = left.how === 'closed' ? [here] : others;
    const buttons = where.map((each) => each?.querySelector<HTMLElement>(`[${SAY_WHY}]`));
    (buttons.find((button) => button != null) ?? here)?.focus();
  }, [left]);
  function leave(how: 'answered' | 'closed'): void {
    setIsAnswering(false);
    setLeft({ how });
  }
  const role = useSession().signedIn?.role;
  const mayAnswer =
    !props.isHandedOver &&
    warning.answer === null &&
    isOpenWarning(warning) &&
    role !== undefined &&
    canAnswer(warning, role);
  const mark =
    warning.answer === null
      ? WEIGHTS[warning.weight]
      : ({ tone: 'good', words: 'Explained' } as const);
  return (
    <Box
      component="li"
      ref={item}
      tabIndex={-1}
      sx={(theme) => ({
        padding: 1.5,
        border: `1px solid ${theme.trc.line}`,
        borderInlineStart: `6px solid ${theme.trc.status[mark.tone].line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <StatusWord {...mark} />
      <Typography sx={{ mt: 0.5, fontWeight: 600 }}>{warning.words}</Typography>
      {warning.wayOn !== '' && warning.answer === null && <Typography>{warning.wayOn}</Typography>}
      {warning.other !== null && !props.isHandedOver && (
        <Typography>
          <Link component={RouterLink} to={pathTo.claim(warning.other.claimId)}>
            See {warning.other.reference}
          </Link>
        </Typography>
      )}
      {props.claimId !== undefined && !props.isHandedOver && (
        <CompareReceipts claimId={props.claimId} warning={warning} />
      )}
      {warning.answer !== null && (
        <Typography>
          “{warning.answer.why}” {props.isHandedOver ? '' : `(${warning.answer.by})`}
        </Typography>
      )}
      {mayAnswer && onAnswer !== undefined && !isAnswering && (
        <Button
          variant="outlined"
          size="small"
          sx={{ mt: 1 }}
          {...{ [SAY_WHY]: '' }}
          aria-label={`Say why it is right: ${warning.words}`}
          onClick={() => setIsAnswering(true)}
        >
          Say why it is right
        </Button>
      )}
      {isAnswering && onAnswer !== undefined && (
        <AnswerForm
          onAnswer={async (why) => {
            await onAnswer(warning, why);
            leave('answered');
          }}
          onClose={() => leave('closed')}
        />
      )}
    </Box>
  );
}

const Why = z.object({
  why: Lines.min(1, 'Say why it is right all the same.').max(500, 'Use 500 characters or fewer.'),
});

function AnswerForm(props: {
  readonly onAnswer: (why: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const form = useContractForm(
    Why,
    { why: '' },
    {
      onSubmit: async ({ why }) => {
        await props.onAnswer(why);
      },
    },
  );
  return (
    <ContractFormBody form={form} label="Why it is right">
      <TextField
        name="why"
        label="Why is it right all the same?"
        hint="It stays with the claim; who decides will read it."
        takesFocus
      />
      <FormButtons
        saveWords="Note the reason"
        closeWords="Close without a reason"
        isSending={form.isSending}
        onClose={props.onClose}
      />
    </ContractFormBody>
  );
}
