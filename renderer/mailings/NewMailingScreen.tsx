import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Link as RouterLink, useNavigate } from 'react-router';
import { FIELD_WORDS } from '#db/mailings/letter-words.rules';
import type { Chosen, LeftOutByHand, Mailing } from '#db/mailings/mailings.contract';
import { countOf, joinWords } from '#db/shared/plain-words';
import { ApiError } from '../app/api-client.ts';
import { pathTo } from '../app/paths.ts';
import { useSession, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { ProgressDialog } from '../shared/ProgressDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useLongAct } from '../shared/use-long-act.ts';
import { AddParts } from './AddParts.tsx';
import { ChoiceLists } from './ChoiceLists.tsx';
import { LeaveOutDialog } from './LeaveOutDialog.tsx';
import { useChoice, useMakeMailing, useUndoMailing, useWish } from './mailings.queries.ts';
import { NewMailingSchema, newMailingValues, subjectFor, withPart } from './new-mailing-values.ts';

const SHOWN_AT_FIRST = 100;
const MOST_SHOWN = 20_000;

const MAKING = {
  title: 'Making the mailing',
  stopWords: 'Stop making it',
  stoppedWords: 'Stopped. Nobody was entered as asked.',
} as const;

/** A new mailing: whom to ask, typed as a sentence, who gets it how and who does not, and the words (PPL-02, PPL-13). */
export function NewMailingScreen() {
  const today = useToday();
  const askedBy = useSession().signedIn?.displayName ?? '';
  const navigate = useNavigate();
  const { say } = useToast();
  const make = useMakeMailing();
  const undo = useUndoMailing();
  const long = useLongAct();
  const [byHand, setByHand] = useState<readonly LeftOutByHand[]>([]);
  const [leaving, setLeaving] = useState<Chosen | null>(null);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);

  const form = useContractForm(NewMailingSchema, newMailingValues({ letterOn: today, askedBy }), {
    draftKey: 'mailing.new',
    onSubmit: async ({ who, ...words }) => {
      const shown = seenFor(who);
      const mailing = await long.run(MAKING, (act) =>
        make.mutateAsync({ ...words, ...shown, byHand: [...byHand], act }),
      );
      if (mailing !== undefined) await tell(mailing);
    },
  });
  const who = useWatch({ control: form.form.control, name: 'who' }) ?? '';
  const text = useDeferredValue(who.trim());
  const wish = useWish(text);
  const choice = useChoice(
    wish.data === undefined ? undefined : { selection: wish.data.selection, byHand },
    limit,
  );

  const isCurrent =
    text === who.trim() &&
    choice.data !== undefined &&
    !wish.isPlaceholderData &&
    !choice.isPlaceholderData;

  // Follows what is asked for until somebody types a subject of their own.
  const suggested = subjectFor(wish.data?.selection);
  const lastSuggested = useRef('');
  useEffect(() => {
    if (form.form.getValues('subject') === lastSuggested.current)
      form.form.setValue('subject', suggested);
    lastSuggested.current = suggested;
  }, [suggested, form.form]);

  /** What is on screen for this sentence; a mailing is made to nobody else. */
  function seenFor(typed: string) {
    if (!isCurrent || text !== typed || wish.data === undefined || choice.data === undefined)
      throw notSeenYet();
    if (wish.data.unknown.length > 0) throw notUnderstood(wish.data.unknown);
    return { selection: wish.data.selection, mark: choice.data.mark };
  }

  async function tell(mailing: Mailing): Promise<void> {
    setByHand([]);
    await navigate(
      pathTo.mailing(mailing.id, mailing.byChannel.letter > 0 ? 'letters' : undefined),
    );
    say({
      words: `${mailing.reference} is made for ${countOf(mailing.people, 'person', 'people')}.`,
      undo: {
        label: 'Undo',
        run: async () => {
          await undo.mutateAsync({ id: mailing.id, version: mailing.version });
          return `${mailing.reference} is taken back. Nobody counts as asked.`;
        },
      },
    });
  }

  return (
    <>
      <PageHeader
        title="New mailing"
        actions={
          <Button component={RouterLink} to={pathTo.mailings()}>
            All mailings
          </Button>
        }
      />
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 27rem), 1fr))',
          alignItems: 'start',
        }}
      >
        <ContractFormBody form={form} label="New mailing">
          <Box onKeyDown={keepEnter}>
            <TextField
              name="who"
              label="Whom do you want to ask?"
              hint="For example: repairs, Thornhill, not asked since June, 40 people. Empty means everybody on the Sounding Board."
              takesFocus
            />
            <Understood wish={wish.data} />
          </Box>
          <TextField name="subject" label="What is it about?" />
          <TextField
            name="body"
            label="What do you want to say?"
            hint={`These are filled in for each: ${FIELD_WORDS}. A letter begins with “Dear …” and ends with who asks by itself.`}
            lines={8}
          />
          <FieldRow>
            <TextField name="askedBy" label="Who asks?" />
            <LocalDateField name="letterOn" label="Date of the letter" />
          </FieldRow>
          <Box>
            <Button type="submit" variant="contained" disabled={form.isSending}>
              Make the mailing
            </Button>
          </Box>
        </ContractFormBody>
        <Box component="section" aria-label="People" aria-busy={!isCurrent} sx={{ minWidth: 0 }}>
          <AddParts
            onAdd={(part) =>
              form.form.setValue('who', withPart(form.form.getValues('who'), part), {
                shouldDirty: true,
              })
            }
          />
          {choice.isError || wish.isError ? (
            <ProblemPanel
              error={choice.error ?? wish.error}
              what="The list of people"
              onTryAgain={() => void (wish.isError ? wish.refetch() : choice.refetch())}
            />
          ) : choice.data === undefined ? (
            <LoadingShape lines={6} />
          ) : (
            <ChoiceLists
              choice={choice.data}
              onLeaveOut={setLeaving}
              onTakeBack={(id) => setByHand(byHand.filter(({ personId }) => personId !== id))}
              onShowAll={() => setLimit(MOST_SHOWN)}
            />
          )}
        </Box>
      </Box>
      <ProgressDialog act={long.act} onStop={long.stop} />
      {leaving !== null && (
        <LeaveOutDialog
          person={leaving}
          onLeaveOut={(leftOut) => {
            setByHand([...byHand, leftOut]);
            setLeaving(null);
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

/** Enter after the sentence looks at the list; a mailing is made only by its button or Ctrl+Enter. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault();
}

function Understood({ wish }: { readonly wish: ReturnType<typeof useWish>['data'] }) {
  if (wish === undefined) return null;
  return (
    <Box role="status" sx={{ mt: 1 }}>
      <Typography>{wish.words}.</Typography>
      {wish.unknown.length > 0 && (
        <Typography color="error" sx={{ fontWeight: 620 }}>
          {unknownWords(wish.unknown)}
        </Typography>
      )}
    </Box>
  );
}

const unknownWords = (unknown: readonly string[]): string =>
  `Not understood: ${joinWords(unknown.map((part) => `“${part}”`))}. Put it in other words, or take it out.`;

const notSeenYet = (): ApiError =>
  new ApiError({
    code: 'mailing.not-seen-yet',
    message: 'The list of people is not there yet. Look at it, then make the mailing.',
    details: {},
  });

const notUnderstood = (unknown: readonly string[]): ApiError =>
  new ApiError({
    code: 'mailing.not-understood',
    message: unknownWords(unknown),
    details: {},
    field: 'who',
  });
