import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Group } from '#db/groups/groups.contract';
import type { Vacancy } from '#db/officers/officers.contract';
import { officersContract } from '#db/officers/officers-api.contract';
import { postWords } from '#db/officers/officers.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { z } from 'zod';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSetVacancyDeadline } from './officers.queries.ts';

type Props = {
  readonly group: Group;
  readonly vacancies: readonly Vacancy[];
  readonly mayChange: boolean;
};

/** The posts that nobody holds, and by when each should be filled. */
export function VacantPosts({ group, vacancies, mayChange }: Props) {
  const [open, setOpen] = useState<Vacancy | null>(null);
  if (vacancies.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label="Vacant posts"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
    >
      {vacancies.map((vacancy) => (
        <Box
          component="li"
          key={vacancy.post}
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
        >
          <StatusWord tone="warning" words={vacancyWords(vacancy)} />
          {mayChange && (
            <Button
              size="small"
              variant="outlined"
              aria-label={`Set by when the post is filled: ${postWords(vacancy.post)}`}
              onClick={() => setOpen(vacancy)}
            >
              Fill it by
            </Button>
          )}
        </Box>
      ))}
      {open !== null && <DeadlineForm group={group} vacancy={open} onClose={() => setOpen(null)} />}
    </Box>
  );
}

const vacancyWords = ({ post, since, fillBy }: Vacancy): string =>
  [
    `${postWords(post)}: vacant${since === null ? '' : ` since ${formatDateNoWeekday(since)}`}`,
    ...(fillBy === null ? [] : [`to be filled by ${formatDateNoWeekday(fillBy)}`]),
  ].join(', ');

const Schema = z.object({ fillBy: officersContract.setVacancyDeadline.input.shape.fillBy });

function DeadlineForm(props: {
  readonly group: Group;
  readonly vacancy: Vacancy;
  readonly onClose: () => void;
}) {
  const { group, vacancy, onClose } = props;
  const set = useSetVacancyDeadline();
  const { say } = useToast();
  const key = { groupId: group.id, post: vacancy.post };
  const form = useContractForm(
    Schema,
    { fillBy: vacancy.fillBy },
    {
      onSubmit: async ({ fillBy }) => {
        await set.mutateAsync({ ...key, fillBy });
        onClose();
        say({
          words:
            fillBy === null
              ? `No day is set for the post of ${postWords(vacancy.post).toLowerCase()}.`
              : `On the list: ${postWords(vacancy.post).toLowerCase()} to be found by ${formatDateNoWeekday(fillBy)}.`,
          undo: { label: 'Undo', run: () => set.mutateAsync({ ...key, fillBy: vacancy.fillBy }) },
        });
      },
    },
  );
  return (
    <FormDialog title={`Vacant: ${postWords(vacancy.post)}`} onClose={onClose}>
      <ContractFormBody form={form} label="Vacant post">
        <LocalDateField name="fillBy" label="By which day should it be filled?" isOptional />
        <FormButtons
          saveWords="Set the day"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
