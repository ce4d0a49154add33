import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import { type Restriction, restrictionsContract } from '#db/restrictions/restrictions.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { restrictionLetter, useLiftRestriction } from './restrictions.queries.ts';

type Props = {
  readonly restrictions: readonly Restriction[];
  /** Leaves out whom they concern, on that group's or person's own page. */
  readonly isOfOne?: boolean;
  readonly onLifted?: () => void;
};

/** What was taken away from whom, with the letter and the way to lift it. */
export function RestrictionsTable({ restrictions, isOfOne = false, onLifted }: Props) {
  const today = useToday();
  const mayChange = useCan(MANAGER_ONLY);
  const [open, setOpen] = useState<{ what: 'letter' | 'lift'; of: Restriction } | null>(null);
  return (
    <>
      <DataTable
        label="Services removed"
        rows={restrictions}
        keyOf={(each) => each.id}
        minWidth="46rem"
        countWords={countOf(restrictions.length, 'entry', 'entries')}
        columns={[
          ...(isOfOne
            ? []
            : [
                {
                  heading: 'Who',
                  isPersonal: true,
                  cell: (each: Restriction) => (
                    <Link component={RouterLink} to={pathOf(each)}>
                      {each.subjectName}
                    </Link>
                  ),
                },
              ]),
          { heading: 'What', cell: (each) => each.scopeWords },
          { heading: 'From and to', cell: (each) => spanWords(each) },
          {
            heading: 'State',
            isShort: true,
            cell: (each) => {
              const { tone, words } = stateOf(each, today);
              return <StatusWord tone={tone} words={words} />;
            },
          },
          {
            heading: 'Why, and who decided',
            isPersonal: true,
            cell: (each) => (
              <>
                {each.reason}
                <Typography variant="body2" color="textSecondary">
                  {`${each.reference}, decided by ${each.decidedBy}`}
                </Typography>
              </>
            ),
          },
          {
            heading: 'Letter, lifting',
            cell: (each) => (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
                <Button
                  size="small"
                  aria-label={`Print the letter ${each.reference}`}
                  onClick={() => setOpen({ what: 'letter', of: each })}
                >
                  Print
                </Button>
                {mayChange && each.liftedOn === null && (
                  <Button
                    size="small"
                    aria-label={`Lift ${each.reference}`}
                    onClick={() => setOpen({ what: 'lift', of: each })}
                  >
                    Lift it
                  </Button>
                )}
              </Box>
            ),
          },
        ]}
      />
      {open?.what === 'letter' && (
        <PaperDialog
          isOpen
          title={`Letter ${open.of.reference}`}
          load={restrictionLetter(open.of.id)}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'lift' && (
        <FormDialog title={`Lift ${open.of.reference}`} onClose={() => setOpen(null)}>
          <LiftForm
            restriction={open.of}
            onLifted={() => {
              setOpen(null);
              onLifted?.();
            }}
            onClose={() => setOpen(null)}
          />
        </FormDialog>
      )}
    </>
  );
}

const fields = restrictionsContract.lift.input.shape;
const LiftSchema = z.object({ on: fields.on, reason: fields.reason });

function LiftForm(props: {
  readonly restriction: Restriction;
  readonly onLifted: () => void;
  readonly onClose: () => void;
}) {
  const { restriction, onClose } = props;
  const lift = useLiftRestriction();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    LiftSchema,
    { on: today, reason: '' },
    {
      draftKey: `restriction.lift.${restriction.id}`,
      onSubmit: async ({ on, reason }) => {
        await lift.mutateAsync({
          id: restriction.id,
          version: restriction.version,
          on,
          reason,
        });
        say({
          words:
            on > today
              ? `${restriction.reference} is lifted from ${formatDateNoWeekday(on)} on.`
              : `${restriction.reference} is lifted.`,
        });
        props.onLifted();
      },
    },
  );
  return (
    <ContractFormBody form={form} label="Lift the restriction">
      <LocalDateField name="on" label="From which day is it lifted?" />
      <TextField name="reason" label="Why?" takesFocus isPersonal />
      <FormButtons
        saveWords="Lift the restriction"
        closeWords="Close without lifting"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

const pathOf = ({ subject }: Restriction): string =>
  subject.kind === 'group' ? pathTo.group(subject.groupId) : pathTo.person(subject.personId);

function spanWords(each: Restriction): string {
  const from = formatDateNoWeekday(each.from);
  return each.until === null
    ? `${from}, no last day`
    : `${from} to ${formatDateNoWeekday(each.until)}`;
}

function stateOf(each: Restriction, today: LocalDate) {
  if (each.liftedOn !== null && each.liftedOn <= today)
    return { tone: 'quiet', words: `Lifted ${formatDateNoWeekday(each.liftedOn)}` } as const;
  if (each.until !== null && each.until < today) return { tone: 'quiet', words: 'Over' } as const;
  if (each.from > today) return { tone: 'info', words: 'Not yet' } as const;
  return each.effect === 'bars'
    ? ({ tone: 'bad', words: 'Refused' } as const)
    : ({ tone: 'warning', words: 'Warned' } as const);
}
