import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Activity } from '#db/activities/activities.contract';
import { COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import type { OutputOf } from '#db/shared/contract';
import type { claimsContract } from '#db/claims/claims-api.contract';
import { formatDate } from '#db/shared/plain-words';
import { useLook } from '../../app/look.ts';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { RightIcon, TickCircleIcon } from '../../shared/icons.tsx';
import type { useChoices } from './filing.queries.ts';
import { StepButtons } from './StepFrame.tsx';
import { milesWords } from './typed-figures.ts';

type Choices = OutputOf<(typeof claimsContract)['choices']>;

type Props = {
  readonly choices: ReturnType<typeof useChoices>;
  /** What they travelled last; undefined where they have not claimed before. */
  readonly last: Choices['lastJourneys'][number] | undefined;
  readonly chosenId: string | null;
  /** Whoever reads it is the claimant: 'you', not 'they'. */
  readonly isHandedOver: boolean;
  readonly onChoose: (activity: Activity | null) => void;
  /** The same costs as in the last claim, for this activity. */
  readonly onRepeat: (activity: Activity | null) => void;
  readonly onBack?: (() => void) | undefined;
};

const OTHERS_AT_FIRST = 5;

/** Which meeting or event: those the claimant came to first, each taken by one key or one touch. */
export function ActivityStep(props: Props) {
  const { choices, last, chosenId, isHandedOver, onChoose, onRepeat, onBack } = props;
  const [withAll, setWithAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { shortcutsOn } = useLook();
  const found = choices.data;
  const isThere = found !== undefined;
  useEffect(() => {
    if (!isThere) return;
    const rows = list.current?.querySelectorAll<HTMLElement>('button[data-activity]');
    const chosen = [...(rows ?? [])].find((row) => row.dataset['activity'] === chosenId);
    (chosen ?? rows?.[0])?.focus();
  }, [isThere, chosenId]);

  if (choices.isError)
    return (
      <ProblemPanel
        error={choices.error}
        what="The list of meetings"
        onTryAgain={() => void choices.refetch()}
      />
    );
  if (found === undefined) return <LoadingShape lines={6} />;
  const others = withAll ? found.others : found.others.slice(0, OTHERS_AT_FIRST);
  const rows = [...found.attended, ...others];
  const they = isHandedOver ? 'You are' : 'They are';

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const here = document.activeElement;
    const row = rows.find(
      ({ id }) => here instanceof HTMLElement && here.dataset['activity'] === id,
    );
    if (row === undefined) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const buttons = [
        ...event.currentTarget.querySelectorAll<HTMLElement>('button[data-activity]'),
      ];
      const place = buttons.findIndex((button) => button === here);
      buttons[place + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
    if (!shortcutsOn) return;
    const numbered = /^[1-9]$/.test(event.key) ? rows[Number(event.key) - 1] : undefined;
    if (numbered !== undefined) onChoose(numbered);
    else if (event.key.toLowerCase() === 's' && last !== undefined) onRepeat(row);
  }

  return (
    <>
      {last !== undefined && (
        <LastTime
          last={last}
          activity={found.attended.find(({ id }) => !found.claimedFor.includes(id))}
          isKeyShown={shortcutsOn}
          onRepeat={onRepeat}
        />
      )}
      <Box ref={list} onKeyDown={onKeyDown} role="presentation">
        {found.attended.length > 0 && (
          <ActivityList
            label={isHandedOver ? 'You came to these' : 'They came to these'}
            activities={found.attended}
            firstNumber={1}
            {...{ chosenId, onChoose, claimedFor: found.claimedFor }}
            isAttended
          />
        )}
        {others.length > 0 && (
          <ActivityList
            label={
              found.attended.length > 0
                ? `Other meetings and events. ${they} not on the sheet of these.`
                : `${they} on the sheet of no meeting. Staff will ask why.`
            }
            activities={others}
            firstNumber={found.attended.length + 1}
            {...{ chosenId, onChoose, claimedFor: found.claimedFor }}
          />
        )}
      </Box>
      {rows.length === 0 && (
        <Typography sx={{ mb: 2 }}>
          No meeting or event of the last months is entered under Activities. Go on without one, and
          say what it was with each cost.
        </Typography>
      )}
      <StepButtons
        continueWords={rows.length === 0 ? 'Go on without one' : 'None of these. Go on'}
        onContinue={() => onChoose(null)}
        onBack={onBack}
      >
        {found.others.length > others.length && (
          <Button size="large" onClick={() => setWithAll(true)}>
            Show all {found.others.length} others
          </Button>
        )}
      </StepButtons>
    </>
  );
}

function ActivityList(props: {
  readonly label: string;
  readonly activities: readonly Activity[];
  readonly firstNumber: number;
  readonly chosenId: string | null;
  readonly claimedFor: Choices['claimedFor'];
  readonly isAttended?: boolean;
  readonly onChoose: (activity: Activity) => void;
}) {
  return (
    <Box component="section" aria-label={props.label} sx={{ mb: 2.5 }}>
      <Typography sx={{ fontWeight: 620, mb: 1, fontSize: '1.125rem' }}>{props.label}</Typography>
      <Box
        component="ol"
        sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}
      >
        {props.activities.map((activity, place) => (
          <li key={activity.id}>
            <Button
              fullWidth
              variant={activity.id === props.chosenId ? 'contained' : 'outlined'}
              data-activity={activity.id}
              onClick={() => props.onChoose(activity)}
              startIcon={props.isAttended === true ? <TickCircleIcon /> : undefined}
              endIcon={<RightIcon />}
              sx={{
                justifyContent: 'flex-start',
                minHeight: '3.5rem',
                fontSize: '1.125rem',
                '& .MuiButton-endIcon': { marginInlineStart: 'auto' },
              }}
            >
              <span>
                <NumberKey number={props.firstNumber + place} />
                {activity.title}{' '}
                <Box component="span" sx={{ display: 'block', fontWeight: 400 }}>
                  {formatDate(activity.on)}
                  {activity.venueWords === '' ? '' : `, ${activity.venueWords}`}
                </Box>
                {props.claimedFor.includes(activity.id) && (
                  <Box component="span" sx={{ display: 'block', fontWeight: 400 }}>
                    A claim for this was handed in already.
                  </Box>
                )}
              </span>
            </Button>
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** The figure that takes a line; only nine of them are on the keys. */
function NumberKey({ number }: { readonly number: number }) {
  const { shortcutsOn } = useLook();
  if (!shortcutsOn || number > 9) return null;
  return (
    <Box component="kbd" aria-hidden sx={{ font: 'inherit', marginInlineEnd: 1 }}>
      {number}.
    </Box>
  );
}

function LastTime(props: {
  readonly last: Choices['lastJourneys'][number];
  readonly activity: Activity | undefined;
  readonly isKeyShown: boolean;
  readonly onRepeat: Props['onRepeat'];
}) {
  const { last, activity } = props;
  const miles = last.milesTenths === null ? '' : `, ${milesWords(last.milesTenths)}`;
  return (
    <Box
      component="section"
      aria-label="Same as last time"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        mb: 2.5,
        padding: 2,
        borderRadius: 1.5,
        border: `1px solid ${theme.trc.status.info.line}`,
        backgroundColor: theme.trc.status.info.ground,
        color: theme.trc.status.info.ink,
      })}
    >
      <Typography sx={{ fontSize: '1.125rem', flex: '1 1 18rem' }}>
        Last time: {COST_KIND_WORDS[last.kind].toLowerCase()}, {last.fromPlace} to {last.toPlace}
        {miles}.{props.isKeyShown && ' Press S on a meeting for the same journey again.'}
      </Typography>
      <Button
        variant="outlined"
        color="inherit"
        onClick={() => props.onRepeat(activity ?? null)}
        sx={{ maxWidth: '100%' }}
      >
        {activity === undefined ? 'Same as last time' : `Same as last time, for ${activity.title}`}
      </Button>
    </Box>
  );
}
