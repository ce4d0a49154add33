import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import { atTime, dateOf, timeOf } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday, formatDateTime } from '#db/shared/plain-words';
import type { CouncilAccess, Venue } from '#db/venues/venues.contract';
import { useNow } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { AccessFields, REASON_WORDS, VISIT_FIELDS } from './AccessFields.tsx';
import { CorrectAccessDialog } from './CorrectAccessDialog.tsx';
import { useAccessLog, useRecordAccess } from './venues.queries.ts';

const AccessFormSchema = z.object(VISIT_FIELDS);

type Props = {
  readonly venue: Venue;
  readonly mayRecord: boolean;
  readonly onClose: () => void;
};

/** Every time the council went into a venue that a group manages, and a form for the next (BOOK-16). */
export function AccessLog({ venue, mayRecord, onClose }: Props) {
  const log = useAccessLog(venue.id);
  const [wrong, setWrong] = useState<CouncilAccess | null>(null);
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
            ...(mayRecord
              ? [
                  {
                    heading: 'Mistyped?',
                    cell: (entry: CouncilAccess) => (
                      <Button
                        size="small"
                        aria-label={`Put right: ${formatDateTime(entry.at)}`}
                        onClick={() => setWrong(entry)}
                      >
                        Put right
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {wrong !== null && (
        <CorrectAccessDialog venue={venue} access={wrong} onClose={() => setWrong(null)} />
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
      <AccessFields />
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
