import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef } from 'react';
import { type Claim, type ClaimReceipt, LINE_STATE_WORDS } from '#db/claims/claims.contract';
import type { KeptReason } from '#db/claims/deciding.contract';
import { formatPence, type Pence } from '#db/shared/money';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { lineTitle } from '../form/claim-words.ts';
import { Cuts } from '../form/LineSums.tsx';
import { ReceiptBeside, ReceiptOnScreen } from '../form/ReceiptOnScreen.tsx';
import { WarningList } from '../form/WarningList.tsx';
import {
  canApprove,
  DECISION_KEYS,
  DECISION_WORDS,
  doubtsOf,
  isWaiting,
  type LineChoice,
  needsWhy,
} from './line-choices.ts';

type Line = Claim['lines'][number];

type Props = {
  readonly claim: Claim;
  readonly line: Line;
  readonly choice: LineChoice | undefined;
  readonly reasons: readonly KeptReason[];
  /** Decisions can be chosen; otherwise the line is only read. */
  readonly isDeciding: boolean;
  /** The keys 1 to 4 mean this line; its receipt is shown at readable size. */
  readonly isCurrent: boolean;
  readonly onChoose: (part: Partial<LineChoice> & Pick<LineChoice, 'decision'>) => void;
};

const ATTENDANCE = {
  came: { tone: 'good', words: 'On the sheet' },
  apologies: { tone: 'warning', words: 'Sent apologies' },
  'not-on-sheet': { tone: 'warning', words: 'Not on the sheet' },
} as const;

/** One cost as its decider sees it: what for, what is asked, what the rule pays, and the receipt beside it. */
export function DecideLine(props: Props) {
  const { claim, line, choice, isCurrent } = props;
  const receipts = claim.receipts.filter(({ id }) => line.receiptIds.includes(id));
  const warnings = claim.warnings.filter(({ lineId }) => lineId === line.id);
  return (
    <Box
      component="li"
      id={`line-${line.id}`}
      aria-label={`Cost ${line.position}: ${lineTitle(line)}`}
      sx={(theme) => ({
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { lg: receipts.length > 0 ? 'minmax(0, 3fr) minmax(0, 2fr)' : '1fr' },
        padding: 1.5,
        border: `1px solid ${theme.trc.line}`,
        borderInlineStart: `6px solid ${isCurrent && props.isDeciding ? theme.palette.primary.main : theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Box sx={{ minWidth: 0 }}>
        <LineFacts line={line} />
        <Sums line={line} />
        <Cuts line={{ cuts: line.cuts, ruleWords: '' }} />
        <WarningList warnings={warnings} isHandedOver={false} />
        {props.isDeciding && isWaiting(line) ? <Choices {...props} /> : <Settled line={line} />}
        {choice !== undefined && props.isDeciding && needsWhy(choice, doubtsOf(line, claim)) && (
          <WhyFields {...props} choice={choice} />
        )}
      </Box>
      {receipts.length > 0 && (
        <Receipts receipts={receipts} isLarge={isCurrent && props.isDeciding} />
      )}
    </Box>
  );
}

function LineFacts({ line }: { readonly line: Line }) {
  const words = [
    line.activityTitle,
    line.minutes === null ? '' : `${line.minutes / 60} hours`,
    line.carer,
    line.reason,
    line.noReceiptWhy === '' ? '' : `No receipt: ${line.noReceiptWhy}`,
  ].filter((part) => part !== '');
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="h3" data-personal="" sx={{ fontWeight: 650, fontSize: '1.0625rem' }}>
          {line.position}. {lineTitle(line)}
        </Typography>
        {line.attendance !== 'no-activity' && <StatusWord {...ATTENDANCE[line.attendance]} />}
      </Box>
      <Typography data-personal="">
        {[formatDateNoWeekday(line.day), ...words].join(', ')}
      </Typography>
    </>
  );
}

const amount = (pence: Pence | null): string =>
  pence === null ? 'no rate yet' : formatPence(pence);

function Sums({ line }: { readonly line: Line }) {
  return (
    <Typography sx={{ mt: 0.5, fontVariantNumeric: 'tabular-nums' }}>
      Claimed {amount(line.askedPence)}, <strong>payable {amount(line.payablePence)}</strong>
    </Typography>
  );
}

const SETTLED_TONES = {
  open: 'quiet',
  waiting: 'info',
  approved: 'good',
  other: 'good',
  asked: 'warning',
  rejected: 'bad',
  withdrawn: 'quiet',
} as const;

function Settled({ line }: { readonly line: Line }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1 }}>
      <StatusWord tone={SETTLED_TONES[line.state]} words={LINE_STATE_WORDS[line.state]} />
      {line.decidedPence !== null && <strong>{formatPence(line.decidedPence)}</strong>}
      {line.paidPence > 0 && <span>of which {formatPence(line.paidPence)} is paid</span>}
      {line.decisionWhy !== '' && <span data-personal="">“{line.decisionWhy}”</span>}
    </Box>
  );
}

function Choices({ line, choice, onChoose }: Props) {
  return (
    <ButtonGroup
      variant="outlined"
      aria-label={`Decision on cost ${line.position}`}
      sx={{ mt: 1, flexWrap: 'wrap' }}
    >
      {DECISION_KEYS.map(([key, decision]) => (
        <Button
          key={decision}
          variant={choice?.decision === decision ? 'contained' : 'outlined'}
          aria-pressed={choice?.decision === decision}
          disabled={decision === 'approved' && !canApprove(line)}
          onClick={() => onChoose({ decision })}
        >
          {DECISION_WORDS[decision]}
          <Box component="kbd" aria-hidden sx={{ ml: 1, opacity: 0.8, fontFamily: 'inherit' }}>
            {key}
          </Box>
        </Button>
      ))}
    </ButtonGroup>
  );
}

const WHY_WORDS: Readonly<Record<LineChoice['decision'], string>> = {
  approved: 'Why is it right all the same?',
  other: 'Why? The claimant will read it.',
  rejected: 'Why? The claimant will read it.',
  asked: 'What do you ask? The claimant will read it.',
};

/** The amount and the reason, which the claimant will read; reasons that were kept are offered word for word. */
function WhyFields({ choice, reasons, onChoose }: Props & { readonly choice: LineChoice }) {
  const [amountId, whyId, listId] = [useId(), useId(), useId()];
  const kept = reasons.filter((one) => one.isActive && one.decision === choice.decision);
  const first = useRef<HTMLInputElement>(null);
  // What was chosen by one key is explained with the next ones.
  useEffect(() => first.current?.focus(), [choice.decision]);
  const change = (part: Partial<LineChoice>) => onChoose({ ...part, decision: choice.decision });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1.5 }}>
      {choice.decision === 'other' && (
        <Box>
          <Typography component="label" htmlFor={amountId} sx={{ display: 'block' }}>
            Amount in pounds
          </Typography>
          <OutlinedInput
            id={amountId}
            size="small"
            inputRef={first}
            inputMode="decimal"
            value={choice.pounds}
            onChange={(event) => change({ pounds: event.target.value })}
            sx={{ width: '8rem' }}
          />
        </Box>
      )}
      <Box sx={{ flex: '1 1 16rem' }}>
        <Typography component="label" htmlFor={whyId} sx={{ display: 'block' }}>
          {WHY_WORDS[choice.decision]}
        </Typography>
        <OutlinedInput
          id={whyId}
          size="small"
          fullWidth
          {...(choice.decision === 'other' ? {} : { inputRef: first })}
          value={choice.why}
          onChange={(event) => change({ why: event.target.value })}
          inputProps={{ list: listId, maxLength: 500 }}
        />
        <datalist id={listId}>
          {kept.map((one) => (
            <option key={one.id} value={one.words}>
              {one.words}
            </option>
          ))}
        </datalist>
      </Box>
    </Box>
  );
}

function Receipts(props: {
  readonly receipts: readonly ClaimReceipt[];
  readonly isLarge: boolean;
}) {
  const [first, ...rest] = props.receipts;
  if (first === undefined) return null;
  const small = props.isLarge ? rest : props.receipts;
  const labelOf = (receipt: ClaimReceipt) =>
    `Receipt ${props.receipts.indexOf(receipt) + 1} of this cost`;
  return (
    <Box sx={{ minWidth: 0, display: 'grid', gap: 1, alignContent: 'start' }}>
      {props.isLarge && <ReceiptBeside receipt={first} label={labelOf(first)} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {small.map((receipt) => (
          <ReceiptOnScreen key={receipt.id} receipt={receipt} label={labelOf(receipt)} />
        ))}
      </Box>
    </Box>
  );
}
