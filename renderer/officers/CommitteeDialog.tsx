import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { Group } from '#db/groups/groups.contract';
import { type Committee, KnownPost, type Officer } from '#db/officers/officers.contract';
import { postWords } from '#db/officers/officers.rules';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon, PrintIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import {
  committeeDraftKey,
  CommitteeFormSchema,
  type CommitteeFormValues,
  emptyRow,
  newCommitteeValues,
} from './committee-form-values.ts';
import { officerPaper, useEnterCommittee, useUndoCommittee } from './officers.queries.ts';

type Props = {
  readonly group: Group;
  /** Who holds a post today. */
  readonly officers: readonly Officer[];
  readonly onClose: () => void;
};

const SCOPES = [
  { value: 'whole', words: 'The whole committee, as an annual meeting does' },
  { value: 'some', words: 'Only the posts that change here' },
];

/** What a meeting decided about the posts, entered once: old terms end, new ones begin, hand-over lists and letters are made. */
export function CommitteeDialog({ group, officers, onClose }: Props) {
  const [entered, setEntered] = useState<Committee | null>(null);
  return (
    <FormDialog
      title={
        entered === null
          ? `Enter a new committee of ${group.name}`
          : `The new committee of ${group.name} is entered`
      }
      width="md"
      onClose={onClose}
    >
      {entered === null ? (
        <CommitteeForm group={group} officers={officers} onEntered={setEntered} onClose={onClose} />
      ) : (
        <Entered committee={entered} groupName={group.name} onClose={onClose} />
      )}
    </FormDialog>
  );
}

function CommitteeForm(props: Props & { readonly onEntered: (committee: Committee) => void }) {
  const { group, officers, onClose } = props;
  const enter = useEnterCommittee();
  const undo = useUndoCommittee();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(CommitteeFormSchema, newCommitteeValues(officers, today), {
    draftKey: committeeDraftKey(group.id),
    onSubmit: async (typed) => {
      const committee = await enter.mutateAsync({ ...typed, groupId: group.id });
      props.onEntered(committee);
      say({
        words: `The new committee of ${group.name} is entered.`,
        undo: { label: 'Undo', run: () => undo.mutateAsync(committee.id) },
      });
    },
  });
  return (
    <ContractFormBody form={form} label="New committee">
      <SelectField name="scope" label="What did the meeting decide?" options={SCOPES} />
      <TextField name="decidedAt" label="Which meeting?" width="28rem" />
      <FieldRow>
        <LocalDateField name="meetingOn" label="When was it?" />
        <LocalDateField
          name="from"
          label="The new terms begin"
          hint="Empty: on the day of the meeting"
          isOptional
        />
      </FieldRow>
      <Typography color="textSecondary">
        Each line shows who holds the post now. Type over a name where somebody else takes it; empty
        a line to leave the post vacant. Old terms end the day before.
      </Typography>
      <Rows />
      <FormButtons
        saveWords="Enter the committee"
        closeWords="Close without saving"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

function Rows() {
  const { control } = useFormContext<CommitteeFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'rows' });
  const rows = useWatch({ control, name: 'rows' });
  return (
    <>
      {fields.map((field, place) => {
        const row = rows[place];
        if (row === undefined) return null;
        const isNamed = row.termId !== '' || KnownPost.safeParse(row.post).success;
        const label = isNamed ? postWords(row.post) : 'Who takes it?';
        return (
          <Box
            key={field.id}
            role="group"
            aria-label={isNamed ? label : `Line ${place + 1}`}
            // A name is typed over: what stands there is taken as a whole, also where the form begins.
            onFocus={({ target }) => {
              if (target instanceof HTMLInputElement && target.type === 'text') target.select();
            }}
            sx={{ display: 'grid', gap: 1 }}
          >
            {!isNamed && (
              <TextField
                name={`rows.${place}.post`}
                label="Post"
                hint="Committee member, or the group’s own name for the post"
                width="20rem"
              />
            )}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'end' }}>
              <Box sx={{ flex: '1 1 20rem', maxWidth: '30rem' }}>
                <WhoField
                  name={`rows.${place}.who`}
                  label={label}
                  {...(row.heldByName === '' ? {} : { hint: `Now: ${row.heldByName}` })}
                  from="people"
                  isOptional
                  takesFocus={place === 0}
                />
              </Box>
              <CheckField name={`rows.${place}.isVoting`} label="Has a vote" />
              {!isNamed && (
                <Button
                  variant="outlined"
                  aria-label={`Take line ${place + 1} off`}
                  onClick={() => remove(place)}
                >
                  Take it off
                </Button>
              )}
            </Box>
          </Box>
        );
      })}
      <Box>
        <Button variant="outlined" startIcon={<AddIcon />} onClick={() => append(emptyRow(''))}>
          Add a member or another post
        </Button>
      </Box>
    </>
  );
}

/** The form is gone and its focus with it; the next step of whoever works by keyboard takes it. */
const TAKES_FOCUS = { autoFocus: true } as const;

function Entered(props: {
  readonly committee: Committee;
  readonly groupName: string;
  readonly onClose: () => void;
}) {
  const { committee, groupName, onClose } = props;
  const [isPrinting, setIsPrinting] = useState(false);
  const { started, ended, handOvers, warnings } = committee;
  const stay = started.filter((term) =>
    ended.some((before) => before.post === term.post && before.personId === term.personId),
  ).length;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>
        {`${countOf(started.length, 'term')} from ${formatDateNoWeekday(committee.from)}${
          stay === 0 ? '' : `, ${stay} of them by the same people as before`
        }; ${countOf(ended.length, 'old term')} ended the day before.`}
      </Typography>
      {warnings.map((words) => (
        <Box key={words}>
          <StatusWord tone="warning" words={words} />
        </Box>
      ))}
      <Typography>
        {handOvers.length === 0
          ? 'Nothing has to be handed over.'
          : `${countOf(handOvers.length, 'hand-over list')}: ${handOvers
              .map((one) => postWords(one.post).toLowerCase())
              .join(', ')}. The letters say what each has to pass on or see to.`}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {handOvers.length > 0 && (
          <Button
            variant="contained"
            startIcon={<PrintIcon />}
            {...TAKES_FOCUS}
            onClick={() => setIsPrinting(true)}
          >
            Print the letters
          </Button>
        )}
        <Button
          variant="outlined"
          {...(handOvers.length === 0 ? TAKES_FOCUS : {})}
          onClick={onClose}
        >
          Close
        </Button>
      </Box>
      {isPrinting && (
        <PaperDialog
          isOpen
          title={`Hand-over letters, ${groupName}`}
          load={officerPaper.letters(committee.id)}
          onClose={() => setIsPrinting(false)}
        />
      )}
    </Box>
  );
}
