import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type {
  ActivityPage,
  RegisterLine,
  RegisterStanding,
} from '#db/activities/activities.contract';
import { totalsWords } from '#db/activities/register.rules';
import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { mustExist } from '#db/shared/domain-error';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ReasonDialog } from '../bookings/ReasonDialog.tsx';
import { Card } from '../shared/Card.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { type Fact, FactList } from '../shared/FactList.tsx';
import { TickIcon } from '../shared/icons.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import {
  useChangeLine,
  useConfirmRegister,
  useRemoveLine,
  useRestoreLine,
  useUnlockRegister,
} from './activities.queries.ts';
import { detailsOfLine } from './register-form-values.ts';
import { ChangeLineDialog, RegisterEntry } from './RegisterEntry.tsx';
import { RegisterTable } from './RegisterTable.tsx';

type Props = { readonly activity: ActivityPage; readonly mayChange: boolean };

/** The register of an activity: entered at the door, counted, and said to be complete. */
export function RegisterSection({ activity, mayChange }: Props) {
  const [changing, setChanging] = useState<RegisterLine | null>(null);
  const [isUnlocking, setIsUnlocking] = useState(false);
  const acts = useRegisterActs(activity);
  const hasBegun = activity.on <= useToday();
  const isOpen = mayChange && !activity.isSheetClosed && !activity.isCancelled;
  return (
    <Box component="section" aria-label="Register" sx={{ mt: 4, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography variant="h2">Register</Typography>
        <Box sx={{ marginInlineStart: 'auto' }}>
          {isOpen && hasBegun && (
            <Button variant="outlined" startIcon={<TickIcon />} onClick={() => void acts.confirm()}>
              The register is complete
            </Button>
          )}
          {mayChange && activity.isSheetClosed && (
            <Button variant="outlined" onClick={() => setIsUnlocking(true)}>
              Open the register again
            </Button>
          )}
        </Box>
      </Box>
      {activity.isSheetClosed && <Typography>{closedWords(activity)}</Typography>}
      {isOpen && (
        <Card component="section" title="Put somebody on the register">
          <Box sx={{ mt: 1.5 }}>
            <RegisterEntry activity={activity} onEntered={acts.tellEntered} />
          </Box>
        </Card>
      )}
      <Typography role="status">{totalsWords(activity.totals)}.</Typography>
      {activity.lines.length === 0 ? (
        <EmptyState words="Nobody is on the register yet." />
      ) : (
        <RegisterTable
          lines={activity.lines}
          {...(isOpen
            ? {
                acts: {
                  hasBegun,
                  onMark: (line, standing) => void acts.mark(line, standing),
                  onChange: setChanging,
                  onRemove: (line) => void acts.remove(line),
                },
              }
            : {})}
        />
      )}
      {activity.totals.came > 0 && <FactList facts={countFacts(activity)} />}
      {changing !== null && (
        <ChangeLineDialog
          activity={activity}
          line={changing}
          onSaved={(after) => {
            setChanging(null);
            acts.tellChanged(changing, after);
          }}
          onClose={() => setChanging(null)}
        />
      )}
      {isUnlocking && (
        <ReasonDialog
          title="Open the register again"
          words={`The register of ${activity.reference} was said to be complete. Claims are held against it.`}
          label="Why is it opened again?"
          usual={['Somebody was left out', 'Somebody was entered by mistake']}
          saveWords="Open the register"
          closeWords="Leave it complete"
          onSave={async (reason) => {
            await acts.unlock(reason);
            setIsUnlocking(false);
          }}
          onClose={() => setIsUnlocking(false)}
        />
      )}
    </Box>
  );
}

function closedWords({ closedAt, closedBy }: ActivityPage): string {
  const on =
    closedAt === null ? '' : ` on ${formatDateNoWeekday(dateOf(localDateTimeOf(closedAt)))}`;
  return `It was said to be complete${on}${closedBy === '' ? '' : ` by ${closedBy}`}.`;
}

/** Those who came, by how they hold their home and for whom they came. */
function countFacts({ totals }: ActivityPage): readonly Fact[] {
  const people = (count: number): string => countOf(count, 'person', 'people');
  const tenures = totals.tenures.map(
    ({ tenure, count }) => `${count} ${PERSON_KIND_WORDS[tenure ?? 'not-said'].toLowerCase()}`,
  );
  return [
    { label: 'Came', value: `${people(totals.came)}: ${tenures.join(', ')}` },
    ...totals.groups.map(({ groupName, count }) => ({
      label: `For ${groupName}`,
      value: people(count),
    })),
    { label: 'For themselves', value: people(totals.forThemself) },
    { label: 'Want to claim', value: people(totals.wantToClaim) },
  ];
}

const SAID: Readonly<Record<RegisterStanding, string>> = {
  came: 'came',
  expected: 'is expected',
  apologies: 'sent apologies',
};

/** What is done on a register, with the words that tell of it, and how each is taken back. */
function useRegisterActs(before: ActivityPage) {
  const change = useChangeLine();
  const takeOff = useRemoveLine();
  const putBack = useRestoreLine();
  const confirmRegister = useConfirmRegister();
  const unlockRegister = useUnlockRegister();
  const { say } = useToast();
  const saying = useSayingRefusal();

  /** The way back of a line as it was before. */
  const changeBack = (was: RegisterLine, after: ActivityPage) => () => {
    const now = mustExist(
      after.lines.find(({ id }) => id === was.id),
      'it was changed a moment ago',
    );
    return change.mutateAsync({ ...detailsOfLine(was), id: now.id, version: now.version });
  };
  const tellChanged = (was: RegisterLine, after: ActivityPage): void => {
    const now = after.lines.find(({ id }) => id === was.id) ?? was;
    say({
      words: `Changed: ${now.name} ${SAID[now.standing]}.`,
      undo: { label: 'Undo', run: changeBack(was, after) },
    });
  };
  const { id, reference } = before;

  return {
    tellChanged,
    tellEntered: (after: ActivityPage, standing: RegisterStanding): void => {
      const known = new Map(before.lines.map((line) => [line.id, line]));
      const entered = after.lines.findLast((line) => known.get(line.id)?.version !== line.version);
      if (entered === undefined) return;
      const was = known.get(entered.id);
      say({
        words: `${entered.name} ${SAID[standing]}.`,
        undo: {
          label: 'Undo',
          run:
            was === undefined
              ? () => takeOff.mutateAsync({ id: entered.id, version: entered.version })
              : changeBack(was, after),
        },
      });
    },
    mark: (line: RegisterLine, standing: RegisterStanding) =>
      saying(async () =>
        tellChanged(
          line,
          await change.mutateAsync({
            ...detailsOfLine(line),
            standing,
            id: line.id,
            version: line.version,
          }),
        ),
      ),
    remove: (line: RegisterLine) =>
      saying(async () => {
        await takeOff.mutateAsync({ id: line.id, version: line.version });
        const back = { id: line.id, version: line.version + 1 };
        say({
          words: `${line.name} is taken off the register.`,
          undo: { label: 'Undo', run: () => putBack.mutateAsync(back) },
        });
      }),
    confirm: () =>
      saying(async () => {
        const after = await confirmRegister.mutateAsync({ id, version: before.version });
        say({
          words: `The register of ${reference} is complete.`,
          undo: {
            label: 'Undo',
            run: () =>
              unlockRegister.mutateAsync({
                id,
                version: after.version,
                reason: 'Undone at the desk',
              }),
          },
        });
      }),
    unlock: async (reason: string): Promise<void> => {
      await unlockRegister.mutateAsync({ id, version: before.version, reason });
      say({ words: `The register of ${reference} is open again.` });
    },
  };
}
