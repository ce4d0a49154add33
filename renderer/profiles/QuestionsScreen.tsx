import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { sourceWords } from '#db/profiles/count-words.rules';
import type { GapGroup, Question } from '#db/profiles/profiles.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon, EditIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { ComparatorForm, type ComparedLine } from './ComparatorForm.tsx';
import { GapGroupForm } from './GapGroupForm.tsx';
import {
  blankForm,
  useAddGapGroup,
  useComparators,
  useCounts,
  useGapGroups,
  useQuestions,
  useRemoveGapGroup,
} from './profiles.queries.ts';
import { QuestionForm } from './QuestionForm.tsx';

/** What the equality form asks, whom the council wants to reach, and how many of all tenants they are. */
export function QuestionsScreen() {
  const questions = useQuestions();
  const mayChange = useCan(MANAGER_ONLY);
  const [isPrinting, setIsPrinting] = useState(false);
  return (
    <>
      <PageHeader
        title="Equality form: questions and comparisons"
        actions={
          <Button component={RouterLink} to={pathTo.profiles()}>
            Who takes part
          </Button>
        }
        printAction={{ words: 'Print the blank form', run: () => setIsPrinting(true) }}
      />
      {questions.isError ? (
        <ProblemPanel
          error={questions.error}
          what="The questions"
          onTryAgain={() => void questions.refetch()}
        />
      ) : questions.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <GapGroups questions={questions.data} mayChange={mayChange} />
          {questions.data.map((question) => (
            <QuestionCard key={question.id} question={question} mayChange={mayChange} />
          ))}
        </Box>
      )}
      <PaperDialog
        isOpen={isPrinting}
        title="Equality form"
        load={blankForm}
        onClose={() => setIsPrinting(false)}
      />
    </>
  );
}

function GapGroups(props: {
  readonly questions: readonly Question[];
  readonly mayChange: boolean;
}) {
  const { questions, mayChange } = props;
  const groups = useGapGroups().data ?? [];
  const named = useCounts(null).data?.notCounted ?? [];
  const [open, setOpen] = useState<{ readonly group?: GapGroup; readonly name?: string } | null>(
    null,
  );
  const remove = useRemoveGapGroup();
  const add = useAddGapGroup();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const takeOut = (group: GapGroup) =>
    saying(async () => {
      const { id, version } = group;
      const { name, questionId, choiceIds, comparator } = await remove.mutateAsync({ id, version });
      say({
        words: `${name} is taken out.`,
        undo: {
          label: 'Undo',
          run: () => add.mutateAsync({ name, questionId, choiceIds, comparator }),
        },
      });
    });
  const wordsOf = (group: GapGroup): string => {
    const question = questions.find(({ id }) => id === group.questionId);
    const answers = question?.choices.filter(({ id }) => group.choiceIds.includes(id)) ?? [];
    return `${question?.words ?? ''}: ${answers.map(({ words }) => words).join(', ')}`;
  };
  return (
    <Card
      component="section"
      title="Groups the council wants to reach"
      actions={
        mayChange && (
          <Button variant="outlined" startIcon={<AddIcon />} onClick={() => setOpen({})}>
            Add a group
          </Button>
        )
      }
    >
      {groups.length === 0 ? (
        <EmptyState words="No group is counted yet. Add one, such as young people, and the answers that make it up." />
      ) : (
        <DataTable
          label="Groups the council wants to reach"
          rows={groups}
          keyOf={({ id }) => id}
          minWidth="50rem"
          columns={[
            { heading: 'Group', cell: ({ name }) => name },
            { heading: 'Made up of', cell: wordsOf },
            {
              heading: 'All tenants',
              cell: ({ comparator }) =>
                comparator === null
                  ? 'Not entered'
                  : `${comparator.percent}%, ${sourceWords(comparator)}`,
            },
            ...(mayChange
              ? [
                  {
                    heading: 'Change',
                    cell: (group: GapGroup) => (
                      <Box sx={{ display: 'flex', gap: 2 }}>
                        <Button
                          aria-label={`Change ${group.name}`}
                          onClick={() => setOpen({ group })}
                        >
                          Change it
                        </Button>
                        <Button
                          aria-label={`Take ${group.name} out`}
                          onClick={() => void takeOut(group)}
                        >
                          Take it out
                        </Button>
                      </Box>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayChange && named.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1.5 }}>
          <Typography>The council’s paper also names:</Typography>
          {named.map((name) => (
            <Button key={name} variant="outlined" onClick={() => setOpen({ name })}>
              {`Add ${name}`}
            </Button>
          ))}
        </Box>
      )}
      {open !== null && (
        <GapGroupForm
          {...open}
          questions={questions}
          onSaved={({ name }) => {
            setOpen(null);
            say({ words: `${name} is counted.` });
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function QuestionCard(props: { readonly question: Question; readonly mayChange: boolean }) {
  const { question, mayChange } = props;
  const [isChanging, setIsChanging] = useState(false);
  const [compared, setCompared] = useState<ComparedLine | null>(null);
  const entered = useComparators().data ?? [];
  const { say } = useToast();
  const lines = question.choices
    .filter(({ isOffered }) => isOffered)
    .map(
      ({ id, words }): ComparedLine => ({
        choiceId: id,
        words,
        comparator:
          entered.find((one) => one.questionId === question.id && one.choiceId === id)
            ?.comparator ?? null,
      }),
    );
  return (
    <Card
      component="section"
      title={question.words}
      marks={question.isAsked ? null : <Typography color="textSecondary">Not asked</Typography>}
      actions={
        mayChange && (
          <Button
            variant="outlined"
            startIcon={<EditIcon />}
            aria-label={`Change the question: ${question.words}`}
            onClick={() => setIsChanging(true)}
          >
            Change the question
          </Button>
        )
      }
    >
      <DataTable
        label={question.words}
        rows={lines}
        keyOf={({ choiceId }) => choiceId}
        minWidth="32rem"
        columns={[
          { heading: 'Answer', cell: ({ words }) => words, width: '40%' },
          {
            heading: 'All tenants',
            cell: ({ comparator }) =>
              comparator === null
                ? 'Not entered'
                : `${comparator.percent}%, ${sourceWords(comparator)}`,
          },
          ...(mayChange
            ? [
                {
                  heading: 'Change',
                  cell: (line: ComparedLine) => (
                    <Button
                      aria-label={`Enter the share: ${line.words}`}
                      onClick={() => setCompared(line)}
                    >
                      Enter the share
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {isChanging && (
        <QuestionForm
          question={question}
          onSaved={(saved) => {
            setIsChanging(false);
            say({ words: `Changed: ${saved.words}` });
          }}
          onClose={() => setIsChanging(false)}
        />
      )}
      {compared !== null && (
        <ComparatorForm
          questionId={question.id}
          line={compared}
          onClose={() => setCompared(null)}
        />
      )}
    </Card>
  );
}
