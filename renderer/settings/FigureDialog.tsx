import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import type { Parameter } from '#db/settings/settings.contract';
import { LocalDate } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { FigureHistory } from './FigureHistory.tsx';
import {
  formatFigure,
  inputOf,
  readFigure,
  titleOf,
  typedOf,
  UNREADABLE_FIGURE,
  unitOf,
} from './figure-values.ts';
import { useSetParameter } from './settings.queries.ts';

/** Enters a figure from a day on; earlier days keep theirs. */
export function FigureDialog(props: { readonly figure: Parameter; readonly onClose: () => void }) {
  const { figure } = props;
  const titleId = useId();
  const today = useToday();
  const setParameter = useSetParameter();
  const { say } = useToast();
  const input = inputOf(figure);
  const form = useContractForm(
    z.object({
      value: z
        .string()
        .refine((typed) => readFigure(figure, typed) !== undefined, UNREADABLE_FIGURE[input]),
      from: LocalDate,
    }),
    { value: typedOf(figure), from: today },
    {
      onSubmit: async ({ value, from }) => {
        const saved = await setParameter.mutateAsync({
          name: figure.name,
          value: readFigure(figure, value) ?? null,
          from,
        });
        say({ words: `${titleOf(figure)}: ${formatFigure(saved)}, from ${formatDate(from)}.` });
        props.onClose();
      },
    },
  );

  return (
    <Dialog open onClose={props.onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{titleOf(figure)}</DialogTitle>
      <DialogContent>
        <ContractFormBody form={form}>
          <Typography color="textSecondary">
            Today: {formatFigure(figure)}.{' '}
            {figure.value === null ? '' : `Origin: ${figure.origin}.`}
          </Typography>
          {input === 'yes-no' ? (
            <SelectField
              name="value"
              label="New answer"
              emptyWords="Not said"
              options={[
                { value: 'yes', words: 'Yes' },
                { value: 'no', words: 'No' },
              ]}
            />
          ) : (
            <TextField
              name="value"
              label={`New ${input === 'number' ? 'number' : input === 'pounds' ? 'amount in pounds' : 'wording'}${unitOf(figure) === undefined ? '' : ` (${unitOf(figure)})`}`}
              hint={
                input === 'lines'
                  ? 'One on each line. Empty means: not said.'
                  : 'Empty means: not said.'
              }
              {...(input === 'lines' || input === 'words' ? { lines: 3 } : { width: '12rem' })}
              takesFocus
            />
          )}
          <LocalDateField name="from" label="From which day does it hold?" />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <Button type="submit" variant="contained" disabled={form.isSending}>
              Save the figure
            </Button>
            <Button variant="outlined" onClick={props.onClose}>
              Keep the present figure
            </Button>
          </Box>
        </ContractFormBody>
        <FigureHistory name={figure.name} />
      </DialogContent>
    </Dialog>
  );
}
