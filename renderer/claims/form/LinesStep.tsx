import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { ActivityId } from '#db/activities/activities.contract';
import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import type { claimsContract } from '#db/claims/claims-api.contract';
import {
  type Claim,
  ClaimLineId,
  type ClaimReceiptId,
  type ClaimWords,
  type LineWords,
} from '#db/claims/claims.contract';
import type { Forecast } from '#db/claims/filing.contract';
import type { OutputOf } from '#db/shared/contract';
import { useToday } from '../../app/session-context.tsx';
import { ROOM } from '../../app/theme.ts';
import { useToast } from '../../app/toasts.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ChosenKind } from './ChosenKind.tsx';
import {
  lineTitle,
  newLine,
  receiptWords,
  rekind,
  waitingReceipts,
  withLine,
  withoutLine,
} from './claim-words.ts';
import { KindChoice, type KindFocus } from './KindChoice.tsx';
import { likelyAsks } from './line-values.ts';
import { LineForm } from './LineForm.tsx';
import { LinesSoFar } from './LinesSoFar.tsx';
import { LineSums } from './LineSums.tsx';
import { Question } from './Question.tsx';
import { ReceiptBeside } from './ReceiptOnScreen.tsx';
import { StepButtons } from './StepFrame.tsx';
import { doubtsWhileTyping } from './doubts.ts';
import { WarningList } from './WarningList.tsx';

export type Choices = OutputOf<(typeof claimsContract)['choices']>;

/** What is on the screen: a line, or the question which kind the next one is, with the receipt it is for. */
type OnScreen =
  | { readonly what: 'line'; readonly id: ClaimLineId }
  | { readonly what: 'kind'; readonly receiptId: ClaimReceiptId | null }
  | { readonly what: 'list' };

type Props = {
  readonly claim: Claim;
  readonly words: ClaimWords;
  readonly choices: Choices | undefined;
  /** What they travelled last; undefined where they have not claimed before. */
  readonly last: Choices['lastJourneys'][number] | undefined;
  readonly forecast: Forecast | undefined;
  /** The meeting that was chosen before; each line can have another. */
  readonly activityId: ActivityId | null;
  /** The line that is to be changed, where the page was opened for one. */
  readonly startsWith: ClaimLineId | null;
  readonly isHandedOver: boolean;
  readonly onChange: (change: (words: ClaimWords) => ClaimWords) => void;
  readonly onAnswer: Parameters<typeof WarningList>[0]['onAnswer'];
  readonly onReceipts: () => void;
  readonly onContinue: () => void;
  /** Leads back to all the answers, where the page was opened for one line. */
  readonly onCheck: () => void;
  readonly onBack?: (() => void) | undefined;
};

/** Each cost: its kind by a key, its figure, and beside it the rule, the sum and the receipt. */
export function LinesStep(props: Props) {
  const { claim, words, choices, forecast, onChange } = props;
  const today = useToday();
  const { say } = useToast();
  const waiting = waitingReceipts(claim, words);
  const [onScreen, setOnScreen] = useState<OnScreen>(() => start(props, waiting[0]?.id));
  const [isRekinding, setIsRekinding] = useState(false);
  const kinds = useRef<KindFocus>(null);
  const form = useRef<HTMLDivElement>(null);
  const line =
    onScreen.what === 'line' ? words.lines.find(({ id }) => id === onScreen.id) : undefined;
  const hasChoices = choices !== undefined;
  const place = onScreen.what === 'kind' ? `kind ${onScreen.receiptId}` : onScreen.what;
  const lineKey = line === undefined ? undefined : `${line.id} ${line.kind}`;
  const priced = forecast?.lines.find(({ lineId }) => lineId === line?.id);
  const asks = line === undefined ? undefined : (priced?.asks ?? likelyAsks(line.kind));

  useEffect(() => {
    if (hasChoices && (place !== 'line' || isRekinding)) kinds.current?.focus();
  }, [hasChoices, place, isRekinding]);
  useEffect(() => {
    if (lineKey !== undefined)
      form.current?.querySelector<HTMLInputElement>('form input:enabled')?.focus();
  }, [lineKey]);
  const basis = asks?.basis;
  useEffect(() => {
    // Miles and an amount are two fields: where the policy's answer put one in place of the other, the focus went with it.
    if (basis !== undefined && document.activeElement === document.body)
      form.current?.querySelector<HTMLInputElement>('form input:enabled')?.focus();
  }, [basis]);

  if (choices === undefined) return <LoadingShape lines={6} />;
  const activities = [...choices.attended, ...choices.others];
  const activity = activities.find(({ id }) => id === props.activityId);
  const isOneChange = props.startsWith !== null && props.startsWith === line?.id;
  const shownReceipt =
    onScreen.what === 'kind' ? onScreen.receiptId : (line?.receiptIds[0] ?? null);

  function add(kind: CostKind, part: Partial<LineWords> = {}): void {
    const receiptId = onScreen.what === 'kind' ? onScreen.receiptId : null;
    const id = ClaimLineId.parse(crypto.randomUUID());
    const fresh = newLine({
      id,
      kind,
      activity,
      today,
      receiptIds: receiptId === null ? [] : [receiptId],
    });
    onChange((before) => withLine(before, { ...fresh, ...part }));
    setOnScreen({ what: 'line', id });
  }

  function choose(kind: CostKind): void {
    setIsRekinding(false);
    if (line === undefined) add(kind);
    else if (line.kind !== kind)
      onChange((before) => withLine(before, rekind(line, kind, activity)));
  }

  /** The next receipt that waits, else everything so far; from a change of one line back to the answers. */
  function goOn(): void {
    const [next] = waitingReceipts(claim, words);
    if (next === undefined && isOneChange) props.onCheck();
    else setOnScreen(next === undefined ? { what: 'list' } : { what: 'kind', receiptId: next.id });
  }

  function remove(gone: LineWords): void {
    onChange((before) => withoutLine(before, gone.id));
    setOnScreen({ what: 'list' });
    say({
      words: `${lineTitle(gone)} is taken out.`,
      undo: {
        label: 'Undo',
        run: async () => {
          onChange((before) => withLine(before, gone));
          return `${lineTitle(gone)} is back.`;
        },
      },
    });
  }

  const { last } = props;
  const again =
    last === undefined
      ? undefined
      : {
          words: lineTitle(last),
          run: () =>
            add(last.kind, {
              fromPlace: last.fromPlace,
              toPlace: last.toPlace,
              milesTenths: last.milesTenths,
            }),
        };
  const nextWords =
    waiting.length > 0 ? 'Next receipt' : isOneChange ? 'Back to the answers' : 'Keep this cost';

  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: 'minmax(0, 1fr)',
          [ROOM.broad]: {
            gridTemplateColumns:
              onScreen.what === 'list' ? 'minmax(0, 1fr)' : 'minmax(0, 3fr) minmax(0, 2fr)',
          },
        }}
      >
        <Box ref={form} sx={{ minWidth: 0, display: 'flex', flexDirection: 'column', gap: 2.5 }}>
          {onScreen.what === 'list' && words.lines.length > 0 && (
            <LinesSoFar
              claim={claim}
              words={words}
              forecast={forecast}
              onChange={(id) => setOnScreen({ what: 'line', id })}
            />
          )}
          {line !== undefined && <Question claim={claim} lineId={line.id} />}
          {line !== undefined && !isRekinding ? (
            <ChosenKind kind={line.kind} onOther={() => setIsRekinding(true)} />
          ) : (
            <KindChoice
              ref={kinds}
              label={questionOf(onScreen, words.lines.length)}
              kinds={choices.kinds}
              chosen={line?.kind ?? null}
              onChoose={choose}
              again={line === undefined ? again : undefined}
              {...(onScreen.what === 'list' ? { onEnter: props.onContinue } : {})}
            />
          )}
          {line !== undefined && asks !== undefined && (
            <LineForm
              key={`${line.id} ${line.kind}`}
              claim={claim}
              line={line}
              asks={asks}
              mayOverride={
                !props.isHandedOver && priced !== undefined && priced.payablePence === null
              }
              isHandedOver={props.isHandedOver}
              activities={activities}
              nextWords={nextWords}
              onChange={(changed) => onChange((before) => withLine(before, changed))}
              onNext={goOn}
              onRemove={() => remove(line)}
              onReceipts={props.onReceipts}
            />
          )}
        </Box>
        {onScreen.what !== 'list' && (
          <Box sx={{ minWidth: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
            {line !== undefined && <LineSums line={priced} />}
            {line !== undefined && (
              <WarningList
                claimId={claim.id}
                warnings={doubtsWhileTyping(forecast, line.id)}
                isHandedOver={props.isHandedOver}
                {...(props.onAnswer === undefined ? {} : { onAnswer: props.onAnswer })}
              />
            )}
            {shownReceipt !== null && (
              <Box>
                <Typography sx={{ fontWeight: 620 }}>
                  {receiptWords(claim, shownReceipt)}
                </Typography>
                <ReceiptBeside
                  receipt={{ id: shownReceipt }}
                  label={receiptWords(claim, shownReceipt)}
                />
              </Box>
            )}
          </Box>
        )}
      </Box>
      {onScreen.what !== 'line' && (
        <StepButtons
          continueWords={
            words.lines.length === 0 ? 'Go on without costs' : 'No more costs. Continue'
          }
          onContinue={props.onContinue}
          onBack={props.onBack}
        />
      )}
    </>
  );
}

function start(props: Props, waitingId: ClaimReceiptId | undefined): OnScreen {
  if (props.startsWith !== null) return { what: 'line', id: props.startsWith };
  if (waitingId !== undefined) return { what: 'kind', receiptId: waitingId };
  return props.words.lines.length === 0 ? { what: 'kind', receiptId: null } : { what: 'list' };
}

function questionOf(onScreen: OnScreen, lines: number): string {
  if (onScreen.what === 'line') return 'What kind of cost is it?';
  if (onScreen.what === 'list') return 'Another cost?';
  if (onScreen.receiptId !== null) return 'What is this receipt for?';
  return lines === 0 ? 'What was the first cost?' : 'What was the next cost?';
}
