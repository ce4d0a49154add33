import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import type { ClaimId, ClaimSummary } from '#db/claims/claims.contract';
import { DESK_ROLES } from '#db/shared/access';
import { countOf } from '#db/shared/plain-words';
import type { Role } from '#db/shared/roles';
import { pathTo } from '../../app/paths.ts';
import { useCan } from '../../app/session-context.tsx';
import { ROOM } from '../../app/theme.ts';
import { AddIcon } from '../../shared/icons.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHeader } from '../../shared/PageHeader.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { DecidePane } from './DecidePane.tsx';
import { type QueueShow, useClaimQueue, useReadAhead, useToDecide } from './deciding.queries.ts';
import { KeptReasonsDialog } from './KeptReasonsDialog.tsx';
import { MarkedClaims } from './MarkedClaims.tsx';
import { NoClaimHere } from './NoClaimHere.tsx';
import { OrderChoice } from './OrderChoice.tsx';
import { QueueList } from './QueueList.tsx';
import { useClaimDecision } from './use-claim-decision.ts';
import { useMarks } from './use-marks.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { DECISION_KEYS } from './line-choices.ts';

const SHOWS: readonly (readonly [QueueShow, string])[] = [
  ['mine', 'For me'],
  ['filed', 'Papers to check'],
  ['verified', 'To decide'],
  ['second', 'Second approval'],
  ['asked', 'Question asked'],
  ['to-pay', 'To be paid'],
  ['all-open', 'All open'],
];

const APPROVERS: readonly Role[] = ['finance', 'manager'];
/** Whoever checks, approves or pays; to anybody else no claim is ever theirs to do. */
const DECIDERS: readonly Role[] = [...DESK_ROLES, ...APPROVERS];
/** What is listed to whoever only reads: all of it first. */
const SHOWS_TO_READ = [...SHOWS.slice(-1), ...SHOWS.slice(1, -1)];

/** Every claim that waits: the list to the left, the claim to the right, and keys for going through many. */
export function ClaimsScreen() {
  const mayServe = useCan(DESK_ROLES);
  const [search, setSearch] = useSearchParams();
  const shows = useCan(DECIDERS) ? SHOWS : SHOWS_TO_READ;
  const show = (shows.find(([one]) => one === search.get('show')) ?? shows[0])?.[0] ?? 'all-open';
  const order =
    (['amount', 'warnings'] as const).find((one) => one === search.get('order')) ?? 'age';
  const queue = useClaimQueue(show, order);
  const [hasReasonsOpen, setHasReasonsOpen] = useState(false);
  const set = (part: Readonly<Record<string, string>>): void =>
    setSearch(new URLSearchParams({ show, order, ...part }), { replace: true });
  const counts = queue.data?.counts ?? {};

  return (
    <>
      <PageHeader
        title="Claims"
        actions={
          <>
            <Button component={RouterLink} to={pathTo.claimsToFinish()}>
              Claims to finish
            </Button>
            <Button onClick={() => setHasReasonsOpen(true)}>Kept reasons</Button>
            <Button component={RouterLink} to={pathTo.claimReports()}>
              Reports
            </Button>
            {mayServe && (
              <Button
                variant="contained"
                startIcon={<AddIcon />}
                component={RouterLink}
                to={pathTo.newClaim()}
              >
                Take a claim
              </Button>
            )}
          </>
        }
      />
      <Tabs
        value={show}
        onChange={(_, chosen: QueueShow) => set({ show: chosen })}
        variant="scrollable"
        // Without buttons of their own, which once shown take the room that would do without them.
        scrollButtons={false}
        visibleScrollbar
        aria-label="Which claims"
      >
        {shows.map(([value, words]) => (
          <Tab
            key={value}
            value={value}
            label={counts[value] === undefined ? words : `${words} (${counts[value]})`}
          />
        ))}
      </Tabs>
      {queue.isError ? (
        <ProblemPanel
          error={queue.error}
          what="The claims"
          onTryAgain={() => void queue.refetch()}
        />
      ) : queue.data === undefined ? (
        <LoadingShape lines={8} />
      ) : queue.data.claims.length === 0 ? (
        <Box sx={{ mt: 2 }}>
          <NoClaimHere
            counts={counts}
            isMine={show === 'mine'}
            onShowAll={() => set({ show: 'all-open' })}
          />
        </Box>
      ) : (
        <Queue
          // Another list begins at its first claim.
          key={`${show} ${order}`}
          claims={queue.data.claims}
          total={queue.data.total}
          late={queue.data.late}
          order={<OrderChoice order={order} onChoose={(chosen) => set({ order: chosen })} />}
        />
      )}
      {hasReasonsOpen && <KeptReasonsDialog onClose={() => setHasReasonsOpen(false)} />}
    </>
  );
}

function Queue(props: {
  readonly claims: readonly ClaimSummary[];
  readonly total: number;
  readonly late: number;
  readonly order: ReactNode;
}) {
  const { claims } = props;
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  // Where a claim leaves the list once it is decided, the one that follows takes its place.
  const [place, setPlace] = useState(0);
  const at = claims.findIndex(({ id }) => id === search.get('claim'));
  const index = at === -1 ? Math.min(place, claims.length - 1) : at;
  const chosen = claims[index];
  const choose = (id: ClaimId | undefined): void => {
    if (id === undefined) return;
    setPlace(claims.findIndex((claim) => claim.id === id));
    const next = new URLSearchParams(search);
    next.set('claim', id);
    setSearch(next, { replace: true });
  };
  const marks = useMarks(claims);
  const [isAsking, setIsAsking] = useState(false);
  const [asked, setAsked] = useState<readonly ClaimSummary[]>([]);
  const ask = (): void => {
    if (marks.marked.length === 0) return;
    setAsked(marks.marked);
    setIsAsking(true);
  };
  const mayApprove = useCan(APPROVERS);
  const late = props.late === 0 ? '' : `. Undecided past the day that was promised: ${props.late}`;

  const move = (by: number): void => {
    list.current?.focus();
    choose(claims[Math.max(0, Math.min(index + by, claims.length - 1))]?.id);
  };
  const after = claims[index + 1]?.id;
  useReadAhead(after);
  // Whoever comes to go through claims can begin at once; whoever is at the tabs stays there.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.contains(list.current) === true)
      list.current?.focus({ preventScroll: true });
  }, []);

  if (chosen === undefined) return null;
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 3,
          rowGap: 1,
          alignItems: 'center',
          my: 1.5,
        }}
      >
        {props.order}
        <Typography role="status">
          {countOf(props.total, 'claim')}
          {late}
        </Typography>
      </Box>
      {mayApprove && (
        <MarkedClaims
          claims={claims}
          chosen={chosen}
          marks={marks}
          asked={asked}
          isAsking={isAsking}
          onAsk={ask}
          onClose={() => {
            setIsAsking(false);
            list.current?.focus();
          }}
        />
      )}
      <Reading
        id={chosen.id}
        keys={
          mayApprove
            ? {
                x: () => marks.toggle(chosen),
                'shift+a': ask,
              }
            : {}
        }
        onNext={() => {
          list.current?.focus();
          choose(after ?? claims[index - 1]?.id);
        }}
        onMove={move}
        onWritten={() => list.current?.focus()}
      >
        <QueueList
          claims={claims}
          chosen={chosen.id}
          isMarked={marks.isMarked}
          onChoose={choose}
          onMove={move}
          onOpen={(id) => void navigate(pathTo.claim(id))}
          listRef={list}
        />
      </Reading>
    </>
  );
}

/** The list beside the claim that is read, with one set of keys for both. */
function Reading(props: {
  readonly id: ClaimId;
  /** Keys for several claims at once. */
  readonly keys: Readonly<Record<string, () => void>>;
  readonly onNext: () => void;
  readonly onMove: (by: number) => void;
  readonly onWritten: () => void;
  readonly children: ReactNode;
}) {
  const { id, onNext, onMove } = props;
  const found = useToDecide(id).data;
  const decision = useClaimDecision(found, onNext);
  const step = found?.next.may === true ? found.next.step : 'none';
  const onLine = (choice: (typeof DECISION_KEYS)[number][1]) => () => {
    // What was refused before goes from the screen with its focus; the keys stay at hand.
    props.onWritten();
    if (decision.current !== undefined) decision.choose(decision.current.id, choice);
  };
  const onKeyDown = useQueueKeys({
    j: () => onMove(1),
    k: () => onMove(-1),
    ...props.keys,
    ...(step === 'approve'
      ? {
          a: () => {
            props.onWritten();
            decision.approveAll();
          },
          ...Object.fromEntries(DECISION_KEYS.map(([key, choice]) => [key, onLine(choice)])),
          'ctrl+enter': () => void decision.decide(),
        }
      : {}),
    ...(step === 'verify' ? { 'ctrl+enter': () => void decision.verify(true, '') } : {}),
    ...(step === 'second' ? { 'ctrl+enter': () => void decision.approveSecond(true, '') } : {}),
  });
  return (
    // Keys of its own for whoever goes through many; each has a button beside it.
    <Box
      onKeyDown={onKeyDown}
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'minmax(0, 1fr)',
        [ROOM.wide]: { gridTemplateColumns: '20rem minmax(0, 1fr)' },
        alignItems: 'start',
      }}
    >
      {props.children}
      <DecidePane id={id} found={found} decision={decision} hasKeys onWritten={props.onWritten} />
    </Box>
  );
}
