import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  type Claim,
  type ClaimReceipt,
  LINE_STATE_WORDS,
  type Warning,
} from '#db/claims/claims.contract';
import { formatPence, type Pence } from '#db/shared/money';
import { formatDateNoWeekday, formatMinutes } from '#db/shared/plain-words';
import { ROOM } from '../../app/theme.ts';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { Cuts } from '../form/LineSums.tsx';
import { ReceiptBeside, ReceiptOnScreen } from '../form/ReceiptOnScreen.tsx';
import { WarningList } from '../form/WarningList.tsx';
import type { ClaimDecision } from './use-claim-decision.ts';
import { DECISION_KEYS, DECISION_WORDS, needsWhy, whyNot } from './line-choices.ts';
import { isWaiting, numberedTitle, placeOf } from './line-places.ts';
import { WhyFields } from './WhyFields.tsx';

type Line = Claim['lines'][number];

type Props = {
  readonly claim: Claim;
  readonly line: Line;
  readonly decision: ClaimDecision;
  /** Decisions can be chosen; otherwise the line is only read. */
  readonly isDeciding: boolean;
  /** The figures 1 to 4 are heard, and stand on the buttons. */
  readonly hasKeys: boolean;
  /** Goes on past a doubt; missing for whoever may not. */
  readonly onAnswer?: ((warning: Warning, why: string) => Promise<unknown>) | undefined;
  /** The reason is written: the keys are heard again. */
  readonly onWritten: () => void;
};

const ATTENDANCE = {
  came: { tone: 'good', words: 'On the sheet' },
  apologies: { tone: 'warning', words: 'Sent apologies' },
  'not-on-sheet': { tone: 'warning', words: 'Not on the sheet' },
} as const;

/** One cost as its decider sees it: what for, what is asked, what the rule pays, and the receipt beside it. */
export function DecideLine(props: Props) {
  const { claim, line, decision, isDeciding, onAnswer } = props;
  const receipts = claim.receipts.filter(({ id }) => line.receiptIds.includes(id));
  const warnings = claim.warnings.filter(({ lineId }) => lineId === line.id);
  // The keys 1 to 4 mean this line; its receipt is shown at readable size.
  const isCurrent = isDeciding && decision.current?.id === line.id;
  return (
    <Box
      component="li"
      id={`line-${line.id}`}
      aria-label={`Cost ${numberedTitle(claim.lines, line)}`}
      aria-current={isCurrent ? 'step' : undefined}
      sx={(theme) => ({
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr)',
        ...(receipts.length > 0
          ? { [ROOM.broad]: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' } }
          : {}),
        padding: 1.5,
        border: `1px solid ${theme.trc.line}`,
        borderInlineStart: `6px solid ${isCurrent ? theme.palette.primary.main : theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Box sx={{ minWidth: 0 }}>
        <LineFacts claim={claim} line={line} />
        <Sums line={line} />
        <Cuts line={{ cuts: line.cuts, ruleWords: '' }} />
        <WarningList
          claimId={claim.id}
          warnings={warnings}
          isHandedOver={false}
          {...(onAnswer === undefined ? {} : { onAnswer })}
        />
        {isDeciding && isWaiting(line) ? <Choices {...props} /> : <Settled line={line} />}
        {isDeciding && needsWhy(decision.of, decision.choices, line) && (
          <WhyFields
            line={line}
            decision={decision}
            isCurrent={isCurrent}
            onWritten={props.onWritten}
          />
        )}
      </Box>
      {receipts.length > 0 && <Receipts receipts={receipts} isLarge={isCurrent} />}
    </Box>
  );
}

function LineFacts({ claim, line }: Pick<Props, 'claim' | 'line'>) {
  const words = [
    line.activityTitle,
    line.minutes === null ? '' : formatMinutes(line.minutes),
    line.carer,
    line.reason,
    line.noReceiptWhy === '' ? '' : `No receipt: ${line.noReceiptWhy}`,
  ].filter((part) => part !== '');
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="h3" data-personal="" sx={{ fontWeight: 650, fontSize: '1.0625rem' }}>
          {numberedTitle(claim.lines, line)}
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

function Choices({ claim, line, decision, hasKeys }: Props) {
  const chosen = decision.choices.get(line.id)?.decision;
  return (
    <Box
      role="group"
      aria-label={`Decision on cost ${placeOf(claim.lines, line)}`}
      sx={{ mt: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {DECISION_KEYS.map(([key, one]) => (
        <Button
          key={one}
          variant={chosen === one ? 'contained' : 'outlined'}
          aria-pressed={chosen === one}
          disabled={whyNot(decision.of, line, one) !== ''}
          onClick={() => decision.choose(line.id, one)}
        >
          {DECISION_WORDS[one]}
          {hasKeys && (
            <Box component="kbd" aria-hidden sx={{ ml: 1, opacity: 0.8, fontFamily: 'inherit' }}>
              {key}
            </Box>
          )}
        </Button>
      ))}
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
