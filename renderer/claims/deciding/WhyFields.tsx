import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Claim } from '#db/claims/claims.contract';
import type { KeptReason } from '#db/claims/deciding.contract';
import { useToast } from '../../app/toasts.tsx';
import { useKeepReason, useReasons } from './deciding.queries.ts';
import type { LineChoice } from './line-choices.ts';
import { placeOf } from './line-places.ts';
import type { ClaimDecision } from './use-claim-decision.ts';

type Props = {
  readonly line: Claim['lines'][number];
  readonly decision: ClaimDecision;
  readonly isCurrent: boolean;
  readonly onWritten: () => void;
};

const WHY_WORDS: Readonly<Record<LineChoice['decision'], string>> = {
  approved: 'Why is it right all the same? It stays with the claim.',
  other: 'Why? The claimant will read it.',
  rejected: 'Why? The claimant will read it.',
  asked: 'What do you ask? The claimant will read it.',
};

/** Enter by itself, which then does nothing else; with Ctrl it sends the whole claim. */
function isEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.ctrlKey) return false;
  event.preventDefault();
  return true;
}

/** The amount and the reason; reasons that were kept are offered word for word. Enter goes on. */
export function WhyFields({ line, decision, isCurrent, onWritten }: Props) {
  const [amountId, whyId, listId, hintId] = [useId(), useId(), useId(), useId()];
  const reasons = useReasons();
  const amount = useRef<HTMLInputElement>(null);
  const why = useRef<HTMLInputElement>(null);
  const choice = decision.choices.get(line.id);
  const { turns } = decision;
  // What was chosen by one key is explained with the next ones.
  useEffect(() => {
    if (isCurrent && turns > 0) (amount.current ?? why.current)?.focus();
  }, [isCurrent, turns]);
  if (choice === undefined) return null;
  const kept = (reasons.data ?? []).filter(
    (one) => one.isActive && one.decision === choice.decision,
  );
  const place = placeOf(decision.of.lines, line);
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
            inputRef={amount}
            value={choice.pounds}
            onChange={(event) => decision.write(line.id, { pounds: event.target.value })}
            onKeyDown={(event) => isEnter(event) && why.current?.focus()}
            inputProps={{
              inputMode: 'decimal',
              'aria-label': `Amount in pounds for cost ${place}`,
            }}
            sx={{ width: '8rem' }}
          />
        </Box>
      )}
      <Box sx={{ flex: '1 1 14rem', minWidth: 0 }}>
        <Typography component="label" htmlFor={whyId} sx={{ display: 'block' }}>
          {WHY_WORDS[choice.decision]}
        </Typography>
        <OutlinedInput
          id={whyId}
          size="small"
          fullWidth
          inputRef={why}
          value={choice.why}
          onChange={(event) => decision.write(line.id, { why: event.target.value })}
          onKeyDown={(event) => {
            if (!isEnter(event)) return;
            onWritten();
            decision.goOn();
          }}
          inputProps={{
            maxLength: 500,
            autoComplete: 'off',
            ...(kept.length > 0 ? { list: listId, 'aria-describedby': hintId } : {}),
          }}
        />
        <datalist id={listId}>
          {kept.map((one) => (
            <option key={one.id} value={one.words}>
              {one.words}
            </option>
          ))}
        </datalist>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {kept.length > 0 && (
            <Typography id={hintId} variant="body2" sx={{ color: 'text.secondary' }}>
              The down key offers reasons that were kept.
            </Typography>
          )}
          {choice.decision !== 'approved' && (
            <KeepReason
              reasons={reasons.data}
              decision={choice.decision}
              words={choice.why.trim()}
            />
          )}
        </Box>
      </Box>
    </Box>
  );
}

/** Keeps what was typed for next time, unless it is kept already. */
function KeepReason(props: {
  readonly reasons: readonly KeptReason[] | undefined;
  readonly decision: KeptReason['decision'];
  readonly words: string;
}) {
  const { reasons, decision, words } = props;
  const keep = useKeepReason();
  const { say } = useToast();
  const before = reasons?.find((one) => one.decision === decision && one.words === words);
  if (reasons === undefined || words === '' || before?.isActive === true) return null;
  return (
    <Button
      size="small"
      disabled={keep.isPending}
      onClick={() =>
        keep.mutate(
          {
            id: before?.id ?? null,
            decision,
            words,
            isActive: true,
            version: before?.version ?? 0,
          },
          {
            onSuccess: () => say({ words: 'The reason is kept and offered from now on.' }),
            onError: (error) => say({ words: error.message }),
          },
        )
      }
    >
      Keep this reason for next time
    </Button>
  );
}
