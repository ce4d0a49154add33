import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { Group } from '#db/groups/groups.contract';
import type { Officer } from '#db/officers/officers.contract';
import { postWords } from '#db/officers/officers.rules';
import { DESK_ROLES } from '#db/shared/access';
import { LocalDate } from '#db/shared/local-date';
import { formatDate, formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { PaperMenu, type ShownPaper } from '../shared/PaperMenu.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { CommitteeDialog } from './CommitteeDialog.tsx';
import { HandOvers } from './HandOvers.tsx';
import {
  officerPaper,
  useConfirmInduction,
  useOfficers,
  useTermsOfGroup,
} from './officers.queries.ts';
import { OfficersTable } from './OfficersTable.tsx';
import { ChangeTermForm, NewTermForm } from './TermForm.tsx';
import { TermsTable } from './TermsTable.tsx';
import { VacantPosts } from './VacantPosts.tsx';

type Open =
  | { readonly what: 'committee' | 'new' }
  | { readonly what: 'change'; readonly officer: Officer }
  | ({ readonly what: 'paper' } & ShownPaper);

/** The officers of a group: today, or as it was on a day; what is vacant, and what is to be handed over. */
export function OfficersSection({ group }: { readonly group: Group }) {
  const [on, setOn] = useState<LocalDate | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const mayChange = useCan(DESK_ROLES) && group.isActive;
  const today = useToday();
  const shown = useOfficers(group.id, on);
  const now = useOfficers(group.id, null).data;
  const inducted = useInducted();
  const close = () => setOpen(null);
  if (shown.data === undefined)
    return shown.isError ? (
      <ProblemPanel
        error={shown.error}
        what="The officers"
        onTryAgain={() => void shown.refetch()}
      />
    ) : (
      <LoadingShape lines={3} />
    );
  const { officers, vacancies, warnings, hasTerms } = shown.data;
  return (
    <Box component="section" aria-label="Officers" sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">Officers</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginInlineStart: 'auto' }}>
          {mayChange && now !== undefined && (
            <>
              <Button variant="outlined" onClick={() => setOpen({ what: 'committee' })}>
                Enter a new committee
              </Button>
              <Button variant="outlined" onClick={() => setOpen({ what: 'new' })}>
                Add an officer
              </Button>
            </>
          )}
          <OfficerPapers group={group} on={on} />
        </Box>
      </Box>
      {!hasTerms ? (
        <Typography>Nobody is entered as an officer.</Typography>
      ) : (
        <>
          <DaySwitch today={today} on={on} onSwitch={setOn} />
          <Box sx={{ display: 'grid', gap: 1, marginBlock: 1.5 }}>
            {warnings.map((words) => (
              <Box key={words}>
                <StatusWord tone="warning" words={words} />
              </Box>
            ))}
            <VacantPosts group={group} vacancies={vacancies} mayChange={mayChange && on === null} />
          </Box>
          {officers.length === 0 ? (
            <Typography>{`Nobody held a post on ${formatDateNoWeekday(shown.data.on)}.`}</Typography>
          ) : (
            <OfficersTable
              officers={officers}
              mayChange={mayChange}
              onChange={(officer) => setOpen({ what: 'change', officer })}
              onNotify={(officer) =>
                setOpen({
                  what: 'paper',
                  title: `Notification, ${postWords(officer.post).toLowerCase()}`,
                  load: officerPaper.notification(group.id, officer.id),
                })
              }
              onInducted={inducted}
            />
          )}
          <EveryTerm group={group} />
          <HandOvers groupId={group.id} mayChange={mayChange} />
        </>
      )}
      {open?.what === 'committee' && now !== undefined && (
        <CommitteeDialog group={group} officers={now.officers} onClose={close} />
      )}
      {open?.what === 'new' && <NewTermForm group={group} onClose={close} />}
      {open?.what === 'change' && <ChangeTermForm term={open.officer} onClose={close} />}
      {open?.what === 'paper' && (
        <PaperDialog isOpen title={open.title} load={open.load} onClose={close} />
      )}
    </Box>
  );
}

function OfficerPapers({ group, on }: { readonly group: Group; readonly on: LocalDate | null }) {
  const papers = [
    { title: 'Contact sheet', load: officerPaper.contactSheet(group.id, on) },
    { title: 'Blank notification', load: officerPaper.notification(group.id, null) },
  ];
  return <PaperMenu words="Print about officers" papers={papers} of={group.name} />;
}

const DaySchema = z.object({ on: LocalDate });

/** Shows the officers as they were, or will be, on another day. */
function DaySwitch(props: {
  readonly today: LocalDate;
  readonly on: LocalDate | null;
  readonly onSwitch: (on: LocalDate | null) => void;
}) {
  const { today, on, onSwitch } = props;
  const form = useContractForm(
    DaySchema,
    { on: on ?? today },
    {
      onSubmit: (typed) => {
        onSwitch(typed.on === today ? null : typed.on);
        return Promise.resolve();
      },
    },
  );
  return (
    <ContractFormBody form={form} label="As it was on another day">
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.5,
          alignItems: 'end',
          // Beside the box, not beside the echo below it.
          '& > .MuiButton-root, & > span': { marginBlockEnd: '1.625rem' },
        }}
      >
        <LocalDateField name="on" label="As it was on" hint="Any day, past or to come" />
        <Button type="submit" variant="outlined">
          Show that day
        </Button>
        {on !== null && (
          <>
            <Button
              onClick={() => {
                form.form.reset({ on: today });
                onSwitch(null);
              }}
            >
              Back to today
            </Button>
            <StatusWord tone="info" words={`As it was on ${formatDate(on)}`} />
          </>
        )}
      </Box>
    </ContractFormBody>
  );
}

/** Every term that was ever entered, behind a button. */
function EveryTerm({ group }: { readonly group: Group }) {
  const [isOpen, setIsOpen] = useState(false);
  const terms = useTermsOfGroup(group.id, isOpen).data;
  return (
    <Box sx={{ mt: 1 }}>
      <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen((before) => !before)}>
        {isOpen ? 'Hide every term' : 'Show every term'}
      </Button>
      {isOpen && terms !== undefined && <TermsTable label="Every term" terms={terms} of="group" />}
    </Box>
  );
}

function useInducted(): (officer: Officer) => void {
  const confirm = useConfirmInduction();
  const today = useToday();
  const { say } = useToast();
  const saying = useSayingRefusal();
  async function confirmToday({ id, version, personName }: Officer): Promise<void> {
    await saying(async () => {
      const saved = await confirm.mutateAsync({ id, version, on: today });
      say({
        words: `The induction of ${personName} is done.`,
        undo: {
          label: 'Undo',
          run: () => confirm.mutateAsync({ id, version: saved.version, on: null }),
        },
      });
    });
  }
  return (officer) => void confirmToday(officer);
}
