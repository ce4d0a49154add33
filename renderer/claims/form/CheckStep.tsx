import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import {
  AGE_BAND_WORDS,
  type Claim,
  type ClaimWords,
  type LineWords,
} from '#db/claims/claims.contract';
import type { Forecast } from '#db/claims/filing.contract';
import { METHOD_WORDS } from '#db/payees/payees.contract';
import { formatPence } from '#db/shared/money';
import { formatDate, formatMinutes, joinWords } from '#db/shared/plain-words';
import { Private } from '../../shared/Private.tsx';
import { lineTitle, receiptWords, waitingReceipts } from './claim-words.ts';
import type { Step } from './form-steps.ts';
import { isChangeable } from './LinesSoFar.tsx';
import { Cuts } from './LineSums.tsx';
import { Missing } from './Missing.tsx';
import { Question, questionOf } from './Question.tsx';
import { ReceiptOnScreen } from './ReceiptOnScreen.tsx';
import { StepButtons } from './StepFrame.tsx';
import { doubtsOf } from './doubts.ts';
import { WarningList } from './WarningList.tsx';

export type GoTo = (step: Step, lineId?: LineWords['id']) => void;

type Props = {
  readonly claim: Claim;
  readonly words: ClaimWords;
  readonly forecast: Forecast | undefined;
  readonly isHandedOver: boolean;
  /** Rises with each try to go on while something is missing. */
  readonly attempt: number;
  readonly onGoTo: GoTo;
  readonly onAnswer: NonNullable<Parameters<typeof WarningList>[0]['onAnswer']>;
  readonly onContinue: () => void;
  readonly onBack?: (() => void) | undefined;
};

/** Everything that will be signed, each answer with its way back. */
export function CheckStep(props: Props) {
  const { claim, words, forecast, isHandedOver, onGoTo } = props;
  const waiting = waitingReceipts(claim, words);
  const ofClaim = doubtsOf(forecast, null);
  return (
    <>
      {props.attempt > 0 && (
        <Missing missing={forecast?.missing ?? []} attempt={props.attempt} onGoTo={onGoTo} />
      )}
      <Box component="dl" sx={{ margin: 0 }}>
        <Answer question="Who claims" {...(isHandedOver ? {} : { onChange: () => onGoTo('who') })}>
          <Private>{claim.claimantName}</Private>
        </Answer>
        {claim.filerWords !== '' && claim.filerWords !== claim.claimantName && (
          <Answer
            question="Who brings it"
            {...(isHandedOver ? {} : { onChange: () => onGoTo('who') })}
          >
            <Private>{claim.filerWords}</Private>
          </Answer>
        )}
        {words.lines.map((line) => (
          <LineAnswer key={line.id} {...props} line={line} />
        ))}
        {words.lines.length === 0 && (
          <Answer question="Costs" onChange={() => onGoTo('lines')}>
            None yet
          </Answer>
        )}
        <Answer question="How it is paid" onChange={() => onGoTo('paid')}>
          {METHOD_WORDS[words.method]} to <Private>{claim.payeeName}</Private>
        </Answer>
        {words.accessNeedMet !== '' && (
          <Answer question="Access need" onChange={() => onGoTo('paid')}>
            {words.accessNeedMet}
          </Answer>
        )}
        {words.notes !== '' && (
          <Answer question="Notes" onChange={() => onGoTo('paid')}>
            {words.notes}
          </Answer>
        )}
      </Box>
      {waiting.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Typography sx={{ fontWeight: 620 }}>
            {joinWords(waiting.map(({ id }) => receiptWords(claim, id)))} belong to no cost yet.
          </Typography>
          <Button variant="outlined" onClick={() => onGoTo('lines')}>
            Lay them to a cost
          </Button>
        </Box>
      )}
      <WarningList
        claimId={claim.id}
        warnings={ofClaim}
        isHandedOver={isHandedOver}
        onAnswer={props.onAnswer}
      />
      <StepButtons
        continueWords="These answers are right. Go on to sign"
        onContinue={props.onContinue}
        onBack={props.onBack}
      />
    </>
  );
}

function LineAnswer(props: Props & { readonly line: LineWords }) {
  const { claim, line, forecast, isHandedOver } = props;
  const priced = forecast?.lines.find(({ lineId }) => lineId === line.id);
  const changeLabel = questionOf(claim, line.id) === '' ? 'Change' : 'Answer or change';
  return (
    <Answer
      question={lineTitle(line)}
      changeWords={`${changeLabel} ${lineTitle(line)}`}
      changeLabel={changeLabel}
      {...(isChangeable(claim, line.id) ? { onChange: () => props.onGoTo('lines', line.id) } : {})}
      below={
        <WarningList
          claimId={claim.id}
          warnings={doubtsOf(forecast, line.id)}
          isHandedOver={isHandedOver}
          onAnswer={props.onAnswer}
        />
      }
    >
      <Question claim={claim} lineId={line.id} />
      <Typography sx={{ fontSize: '1.125rem' }}>{detailsOf(line)}</Typography>
      {priced !== undefined && (
        <Typography sx={{ fontSize: '1.125rem', fontVariantNumeric: 'tabular-nums' }}>
          {priced.payablePence === null ? (
            'Rate not set, will be priced'
          ) : (
            <>
              {priced.askedPence !== null && `Claimed ${formatPence(priced.askedPence)}, `}
              <strong>payable {formatPence(priced.payablePence)}</strong>
            </>
          )}
        </Typography>
      )}
      {priced !== undefined && <Cuts line={{ ...priced, ruleWords: '' }} />}
      {line.receiptIds.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {line.receiptIds.map((id) => (
            <ReceiptOnScreen key={id} receipt={{ id }} label={receiptWords(claim, id)} />
          ))}
        </Box>
      )}
    </Answer>
  );
}

function Answer(props: {
  readonly question: string;
  readonly changeWords?: string;
  readonly changeLabel?: string;
  readonly onChange?: () => void;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Box
      sx={(theme) => ({
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        columnGap: 2,
        paddingBlock: 1.5,
        borderBottom: `1px solid ${theme.trc.line}`,
      })}
    >
      <Box component="dt" sx={{ fontWeight: 620, minWidth: 0, overflowWrap: 'anywhere' }}>
        {props.question}
      </Box>
      {props.onChange !== undefined && (
        <Box component="dd" sx={{ margin: 0, gridColumn: 2, gridRow: '1 / span 2' }}>
          <Button
            onClick={props.onChange}
            aria-label={props.changeWords ?? `Change ${props.question.toLowerCase()}`}
          >
            {props.changeLabel ?? 'Change'}
          </Button>
        </Box>
      )}
      <Box
        component="dd"
        sx={{ margin: 0, minWidth: 0, gridColumn: 1, gridRow: 2, overflowWrap: 'anywhere' }}
      >
        {props.children}
      </Box>
      {props.below !== undefined && (
        <Box component="dd" sx={{ margin: 0, minWidth: 0, gridColumn: '1 / -1', gridRow: 3 }}>
          {props.below}
        </Box>
      )}
    </Box>
  );
}

/** The day, the hours, the children and the reasons of a line, in one sentence each. */
function detailsOf(line: LineWords): string {
  const parts = [
    formatDate(line.day),
    line.minutes === null ? '' : formatMinutes(line.minutes),
    line.children.length === 0
      ? ''
      : `children: ${joinWords(line.children.map((band) => AGE_BAND_WORDS[band].toLowerCase()))}`,
    line.carer,
    line.preventedAttendance ? 'could not have come without this help' : '',
    line.reason,
    line.noReceiptWhy === '' ? '' : `no receipt: ${line.noReceiptWhy}`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
