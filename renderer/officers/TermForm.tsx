import { z } from 'zod';
import type { Group } from '#db/groups/groups.contract';
import { type Term, TermDetails } from '#db/officers/officers.contract';
import { postWords } from '#db/officers/officers.rules';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { chosenPerson } from '../people/who.ts';
import { WhoField } from '../people/WhoField.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddTerm, useChangeTerm, useWithdrawTerm } from './officers.queries.ts';

const { post, from, until, isVoting, meetingThatDecided } = TermDetails.shape;

const days = { from, until, isVoting, meetingThatDecided };
const inOrder = (typed: { from: string; until: string | null }) =>
  typed.until === null || typed.until >= typed.from;
const NOT_IN_ORDER = {
  path: ['until'],
  message: 'The last day is before the first. Enter a later last day, or leave it empty.',
};

const NewSchema = z
  .object({ post, person: chosenPerson('Choose who holds the post.'), ...days })
  .refine(inOrder, NOT_IN_ORDER);

/** Enters one term: of somebody who joins, or from an old minute book. */
export function NewTermForm({
  group,
  onClose,
}: {
  readonly group: Group;
  readonly onClose: () => void;
}) {
  const add = useAddTerm();
  const withdraw = useWithdrawTerm();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    NewSchema,
    { post: '', person: null, from: today, until: null, isVoting: true, meetingThatDecided: '' },
    {
      draftKey: `officers.new.${group.id}`,
      onSubmit: async ({ person, ...typed }) => {
        const { term, warnings } = await add.mutateAsync({
          ...typed,
          personId: person,
          groupId: group.id,
        });
        onClose();
        say({
          words: [`Entered: ${postWords(term.post)} ${term.personName}.`, ...warnings].join(' '),
          undo: {
            label: 'Undo',
            run: () => withdraw.mutateAsync({ id: term.id, version: term.version }),
          },
        });
      },
    },
  );
  return (
    <FormDialog title={`Add an officer of ${group.name}`} onClose={onClose}>
      <ContractFormBody form={form} label="New officer">
        <TextField
          name="post"
          label="Post"
          hint="Chair, vice-chair, secretary, treasurer, media contact, committee member, or the group’s own name for it"
          takesFocus
        />
        <WhoField name="person" label="Who?" from="people" />
        <DayFields />
        <FormButtons
          saveWords="Add the officer"
          closeWords="Close without adding"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

const ChangeSchema = z.object(days).refine(inOrder, NOT_IN_ORDER);

/** Ends a term, or puts its days, vote or meeting right. */
export function ChangeTermForm({
  term,
  onClose,
}: {
  readonly term: Term;
  readonly onClose: () => void;
}) {
  const change = useChangeTerm();
  const { say } = useToast();
  const before = {
    from: term.from,
    until: term.until,
    isVoting: term.isVoting,
    meetingThatDecided: term.meetingThatDecided,
  };
  const form = useContractForm(ChangeSchema, before, {
    draftKey: `officers.change.${term.id}`,
    onSubmit: async (typed) => {
      const saved = await change.mutateAsync({ ...typed, id: term.id, version: term.version });
      onClose();
      say({
        words: [`Changed: ${postWords(term.post)} ${term.personName}.`, ...saved.warnings].join(
          ' ',
        ),
        undo: {
          label: 'Undo',
          run: () => change.mutateAsync({ ...before, id: term.id, version: saved.term.version }),
        },
      });
    },
  });
  return (
    <FormDialog
      title={`Change or end: ${postWords(term.post)} ${term.personName}`}
      onClose={onClose}
    >
      <ContractFormBody form={form} label="Term">
        <DayFields />
        <FormButtons
          saveWords="Save the term"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

function DayFields() {
  return (
    <>
      <FieldRow>
        <LocalDateField name="from" label="First day" />
        <LocalDateField name="until" label="Last day" hint="Empty while it goes on" isOptional />
      </FieldRow>
      <CheckField name="isVoting" label="Has a vote" />
      <TextField name="meetingThatDecided" label="Which meeting decided it?" isOptional />
    </>
  );
}
