import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type RefObject, useEffect } from 'react';
import type { ClaimId, ClaimSummary } from '#db/claims/claims.contract';
import { MASKED } from '#db/people/people.rules';
import { formatPence } from '#db/shared/money';
import { countOf, formatDayNear } from '#db/shared/plain-words';
import { useToday } from '../../app/session-context.tsx';
import { ROOM } from '../../app/theme.ts';
import { WarningIcon } from '../../shared/icons.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { stateWord } from '../form/claim-state.ts';
import { UNDECIDED } from './ClaimHead.tsx';

type Props = {
  readonly claims: readonly ClaimSummary[];
  readonly chosen: ClaimId | undefined;
  /** Marked to be approved together with others. */
  readonly isMarked: (id: ClaimId) => boolean;
  readonly onChoose: (id: ClaimId) => void;
  /** The arrow keys of any list: so many claims on, also for whoever has no other keys. */
  readonly onMove: (by: number) => void;
  /** Opens the claim on a page of its own. */
  readonly onOpen: (id: ClaimId) => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
};

/** Claims that wait, one below the other; the chosen one is read beside it. */
export function QueueList({ claims, chosen, isMarked, onChoose, onMove, onOpen, listRef }: Props) {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    Home: -claims.length,
    End: claims.length,
  };
  useEffect(() => {
    const list = listRef.current;
    const option = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list == null || option == null) return;
    // Only the list moves: the page stays where it is read.
    const [frame, line] = [list.getBoundingClientRect(), option.getBoundingClientRect()];
    if (line.top < frame.top) list.scrollTop -= frame.top - line.top;
    else if (line.bottom > frame.bottom) list.scrollTop += line.bottom - frame.bottom;
  }, [chosen, listRef]);
  return (
    <Box
      ref={listRef}
      role="listbox"
      aria-label="Claims that wait"
      tabIndex={0}
      {...(chosen === undefined ? {} : { 'aria-activedescendant': `claim-${chosen}` })}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const by = moves[event.key];
        if (by !== undefined) {
          event.preventDefault();
          onMove(by);
        } else if (event.key === 'Enter' && chosen !== undefined) onOpen(chosen);
      }}
      sx={(theme) => ({
        border: `1px solid ${theme.trc.line}`,
        borderRadius: 1.5,
        overflowY: 'auto',
        maxHeight: '14rem',
        // Beside a long claim the list stays in sight.
        [ROOM.wide]: {
          maxHeight: 'max(14rem, calc(100vh - 22rem))',
          position: 'sticky',
          top: 0,
        },
        backgroundColor: theme.palette.background.paper,
      })}
    >
      {claims.map((claim) => (
        <OneClaim
          key={claim.id}
          claim={claim}
          isChosen={claim.id === chosen}
          isMarked={isMarked(claim.id)}
          onChoose={() => onChoose(claim.id)}
          onOpen={() => onOpen(claim.id)}
        />
      ))}
    </Box>
  );
}

function OneClaim(props: {
  readonly claim: ClaimSummary;
  readonly isChosen: boolean;
  readonly isMarked: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}) {
  const { claim, isChosen } = props;
  const today = useToday();
  // Where names are masked every line would begin alike: its number tells it apart.
  const isMasked = claim.claimantName === MASKED;
  const isLate =
    claim.promisedBy !== null && claim.promisedBy < today && UNDECIDED.includes(claim.state);
  const amount = claim.decidedPence ?? claim.payablePence;
  return (
    <Box
      id={`claim-${claim.id}`}
      role="option"
      aria-selected={isChosen}
      onClick={props.onChoose}
      onDoubleClick={props.onOpen}
      sx={(theme) => ({
        padding: 1.25,
        cursor: 'pointer',
        borderBlockEnd: `1px solid ${theme.trc.line}`,
        borderInlineStart: `6px solid ${isChosen ? theme.palette.primary.main : 'transparent'}`,
        backgroundColor: isChosen ? theme.trc.sunk : 'transparent',
      })}
    >
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
        {isMasked ? (
          <Typography sx={{ fontWeight: 650 }}>{claim.reference}</Typography>
        ) : (
          <Typography data-personal="" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
            {claim.claimantName}
          </Typography>
        )}
        <Typography sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
          {amount === null ? 'no rate' : formatPence(amount)}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {isMasked ? 'Came in' : `${claim.reference},`} {formatDayNear(claim.receivedOn, today)}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 0.5 }}>
        {props.isMarked && <StatusWord tone="good" words="Marked" />}
        <StatusWord {...stateWord(claim.state)} />
        {isLate && <StatusWord tone="bad" words="Late" />}
        {claim.openWarnings > 0 && (
          <StatusWord
            tone="warning"
            icon={<WarningIcon />}
            words={countOf(claim.openWarnings, 'doubt')}
          />
        )}
      </Box>
    </Box>
  );
}
