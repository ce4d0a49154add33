import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { COUNT_READERS, type SheetKey } from '#db/profiles/profiles.contract';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { blankForm, useQuestions, useWaiting, useWithdrawSheet } from './profiles.queries.ts';
import { SheetForm } from './SheetForm.tsx';
import { type Kept, monthOptions } from './sheet-form-values.ts';

/** Enters a bundle of filled equality forms, one after the other, without leaving the keyboard. */
export function SheetsScreen() {
  const questions = useQuestions();
  const waiting = useWaiting();
  const maySeeCounts = useCan(COUNT_READERS);
  const today = useToday();
  const withdraw = useWithdrawSheet();
  const { say } = useToast();
  const [isPrinting, setIsPrinting] = useState(false);
  const [entered, setEntered] = useState(0);
  const [formNumber, setFormNumber] = useState(0);
  const [kept, setKept] = useState<Kept>({
    areaId: '',
    tenure: 'tenant',
    isInvolved: '',
    month: monthOptions(today)[0]?.value ?? '',
  });

  const tell = (key: SheetKey, next: Kept): void => {
    setKept(next);
    setEntered((before) => before + 1);
    setFormNumber((before) => before + 1);
    say({
      words: 'The form is entered.',
      undo: {
        label: 'Undo',
        run: async () => {
          await withdraw.mutateAsync(key);
          setEntered((before) => before - 1);
        },
      },
    });
  };

  return (
    <>
      <PageHeader
        title="Enter equality forms"
        actions={
          maySeeCounts && (
            <Button component={RouterLink} to={pathTo.profiles()}>
              Who takes part
            </Button>
          )
        }
        printAction={{ words: 'Print the blank form', run: () => setIsPrinting(true) }}
      />
      <Typography sx={{ maxWidth: '44rem', mb: 1 }}>
        Nothing here leads to a person: there is no name, no day and no order. In a list, type the
        figure before the answer, then Tab. Ctrl and Enter enters the form and begins the next one.
        Destroy the paper once it is entered.
      </Typography>
      <Typography role="status" sx={{ mb: 2, fontWeight: 620 }}>
        {statusWords(entered, waiting.data)}
      </Typography>
      {questions.isError ? (
        <ProblemPanel
          error={questions.error}
          what="The form"
          onTryAgain={() => void questions.refetch()}
        />
      ) : questions.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <Box sx={{ maxWidth: '64rem' }}>
          <SheetForm
            // A new form for each sheet, so that no answer stays from the one before. Taking one back leaves it alone.
            key={formNumber}
            isFirst={formNumber === 0}
            questions={questions.data.filter(({ isAsked }) => isAsked)}
            kept={kept}
            onEntered={tell}
          />
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

function statusWords(
  entered: number,
  waiting: { readonly sheets: number; readonly threshold: number } | undefined,
): string {
  const here = entered > 0 ? `${countOf(entered, 'form')} entered here. ` : '';
  if (waiting === undefined || waiting.sheets === 0) return here;
  return `${here}${countOf(waiting.sheets, 'form')} ${waiting.sheets === 1 ? 'waits' : 'wait'} to be counted, ${waiting.threshold} of a kind or more at a time.`;
}
