import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import { atTime, dateOf, LocalDate, LocalTime, timeOf } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday, formatDateTime } from '#db/shared/plain-words';
import { type CouncilAccess, type Venue, venuesContract } from '#db/venues/venues.contract';
import { useNow } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAccessLog, useRecordAccess } from './venues.queries.ts';

const REASON_WORDS: Readonly<Record<CouncilAccess['reason'], string>> = {
  maintenance: 'Maintenance',
  cleaning: 'Cleaning',
  'health-and-safety': 'Health and safety',
};
const REASONS = Object.entries(REASON_WORDS).map(([value, words]) => ({ value, words }));

const fields = venuesContract.recordAccess.input.shape;
const AccessFormSchema = z.object({
  date: LocalDate,
  time: LocalTime,
  officer: fields.officer,
  reason: fields.reason,
  notes: fields.notes,
  committeeToldOn: fields.committeeToldOn,
});

type Props = {
  readonly venue: Venue;
  readonly mayRecord: boolean;
  readonly onClose: () => void;
};

/** Every time the council went into a venue that a group manages, and a form for the next (BOOK-16). */
export function AccessLog({ venue, mayRecord, onClose }: Props) {
  const log = useAccessLog(venue.id);
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {mayRecord && <AccessForm venue={venue} onClose={onClose} />}
      {log.data === undefined ? (
        <LoadingShape lines={4} />
      ) : log.data.length === 0 ? (
        <Typography>Nobody of the council has been entered as going in.</Typography>
      ) : (
        <DataTable
          label={`Council access to ${venue.name}`}
          rows={log.data}
          keyOf={(entry) => entry.id}
          minWidth="36rem"
          countWords={countOf(log.data.length, 'entry', 'entries')}
          columns={[
            { heading: 'When', cell: (entry) => formatDateTime(entry.at) },
            { heading: 'Who', cell: (entry) => entry.officer, isPersonal: true },
            { heading: 'Why', cell: (entry) => REASON_WORDS[entry.reason] },
            { heading: 'Notes', cell: (entry) => entry.notes, isPersonal: true },
            {
              heading: 'Committee told',
              cell: (entry) =>
                entry.committeeToldOn === null
                  ? 'Not yet'
                  : formatDateNoWeekday(entry.committeeToldOn),
            },
          ]}
        />
      )}
    </Box>
  );
}

function AccessForm({ venue, onClose }: { readonly venue: Venue; readonly onClose: () => void }) {
  const record = useRecordAccess();
  const now = useNow();
  const { say } = useToast();
  const form = useContractForm(
    AccessFormSchema,
    {
      date: dateOf(now),
      time: timeOf(now),
      officer: '',
      reason: 'maintenance',
      notes: '',
      committeeToldOn: null,
    },
    {
      draftKey: `venue.access.${venue.id}`,
      onSubmit: async ({ date, time, ...entry }) => {
        await record.mutateAsync({ ...entry, venueId: venue.id, at: atTime(date, time) });
        say({ words: `Entered: council access to ${venue.name}.` });
        form.startAgain();
      },
    },
  );
  return (
    <ContractFormBody form={form} label="Council access">
      <FieldRow>
        <LocalDateField name="date" label="Which day?" />
        <TimeField name="time" label="When?" />
      </FieldRow>
      <TextField name="officer" label="Who went in?" isPersonal takesFocus />
      <SelectField name="reason" label="Why?" options={REASONS} />
      <TextField name="notes" label="Notes" isOptional isPersonal />
      <LocalDateField
        name="committeeToldOn"
        label="When was the committee told?"
        hint="Empty if it has not been told yet"
        isOptional
      />
      <FormButtons
        saveWords="Enter the access"
        closeWords="Close the log"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
