import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { z } from 'zod';
import {
  BANK_DETAILS,
  type FieldChoice,
  type HeldCount,
  holdingsContract,
  type MergePreview,
} from '#db/holdings/holdings.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useJoinRecords, useUndoJoin } from './holdings.queries.ts';
import { pageOf, undoneWords } from './merge-words.ts';

type Props = { readonly preview: MergePreview; readonly onSwap: () => void };

/** Both records side by side: which value stands, what moves, and the one button that does it. */
export function MergeForm({ preview, onSwap }: Props) {
  const { kind, kept, lost } = preview;
  const [fromLost, setFromLost] = useState<readonly string[]>([]);
  const join = useJoinRecords();
  const undo = useUndoJoin();
  const navigate = useNavigate();
  const { say } = useToast();
  const form = useContractForm(
    z.object({ reason: holdingsContract.joinRecords.input.shape.reason }),
    { reason: '' },
    {
      onSubmit: async ({ reason }) => {
        const merge = await join.mutateAsync({
          kind,
          keptId: kept.id,
          lostId: lost.id,
          keptVersion: kept.version,
          lostVersion: lost.version,
          fromLost: [...fromLost],
          reason,
        });
        say({
          words: `${merge.lostName} is put together with ${merge.keptName}.`,
          undo: { label: 'Undo', run: async () => undoneWords(await undo.mutateAsync(merge.id)) },
        });
        await navigate(pageOf(kind, kept.id));
      },
    },
  );
  const choose = (field: string, wins: string): void =>
    setFromLost((before) => [
      ...before.filter((one) => one !== field),
      ...(wins === 'lost' ? [field] : []),
    ]);

  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 2 }}>
        <Typography>
          Kept: <PageLink kind={kind} record={kept} />. Goes into it:{' '}
          <PageLink kind={kind} record={lost} />.
        </Typography>
        <Button variant="outlined" onClick={onSwap}>
          Keep the other record instead
        </Button>
      </Box>
      <FieldsTable preview={preview} fromLost={fromLost} onChoose={choose} />
      {preview.fields.some(({ field }) => field === BANK_DETAILS) && (
        <Typography sx={{ mt: 2, maxWidth: '44rem' }}>
          Bank details that do not stand afterwards are closed. They stay, masked, in the history of
          how the kept record is paid.
        </Typography>
      )}
      <Counts
        title="What moves"
        counts={preview.moves}
        none="Nothing but the record itself: nothing else names it."
      />
      {preview.setAside.length > 0 && (
        <Counts
          title="What the kept record has already"
          counts={preview.setAside}
          none=""
          hint="These stay with the merge and come back with an undo."
        />
      )}
      <Box sx={{ mt: 2, maxWidth: '44rem' }}>
        <ContractFormBody form={form} label="Put them together">
          <TextField name="reason" label="How do you know?" hint="May stay empty" />
          <Typography>
            It can be taken back until {formatDateNoWeekday(preview.undoUntil)}, here and on the
            page of the kept record.
          </Typography>
          <Box>
            <Button type="submit" variant="contained" disabled={form.isSending}>
              Put the two records together
            </Button>
          </Box>
        </ContractFormBody>
      </Box>
    </>
  );
}

function PageLink(props: {
  readonly kind: MergePreview['kind'];
  readonly record: MergePreview['kept'];
}) {
  return (
    <Link
      component={RouterLink}
      to={pageOf(props.kind, props.record.id)}
      data-personal={props.kind === 'person' ? '' : undefined}
    >
      {props.record.name}
    </Link>
  );
}

function FieldsTable(props: {
  readonly preview: MergePreview;
  readonly fromLost: readonly string[];
  readonly onChoose: (field: string, wins: string) => void;
}) {
  const { preview, fromLost } = props;
  const isTaken = (one: FieldChoice): boolean =>
    one.isChoice ? fromLost.includes(one.field) : one.wins === 'lost';
  return (
    <DataTable
      label="Which value stands"
      rows={preview.fields}
      keyOf={({ field }) => field}
      minWidth="44rem"
      columns={[
        { heading: 'What', cell: ({ words }) => words, width: '12rem' },
        { heading: 'Kept record', cell: ({ kept }) => kept || 'Not entered', isPersonal: true },
        { heading: 'Other record', cell: ({ lost }) => lost || 'Not entered', isPersonal: true },
        {
          heading: 'Stands afterwards',
          cell: (one) =>
            one.isChoice ? (
              <RadioGroup
                row
                aria-label={`${one.words}: which stands?`}
                value={isTaken(one) ? 'lost' : 'kept'}
                onChange={(_, wins) => props.onChoose(one.field, wins)}
              >
                <FormControlLabel value="kept" label="Kept record" control={<Radio />} />
                <FormControlLabel value="lost" label="Other record" control={<Radio />} />
              </RadioGroup>
            ) : one.kept === one.lost ? (
              'Both the same'
            ) : isTaken(one) ? (
              'Other record'
            ) : (
              'Kept record'
            ),
        },
      ]}
    />
  );
}

function Counts(props: {
  readonly title: string;
  readonly counts: readonly HeldCount[];
  readonly none: string;
  readonly hint?: string;
}) {
  return (
    <Box component="section" aria-label={props.title} sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {props.title}
      </Typography>
      {props.hint !== undefined && <Typography sx={{ mb: 1 }}>{props.hint}</Typography>}
      {props.counts.length === 0 ? (
        <Typography>{props.none}</Typography>
      ) : (
        <DataTable
          label={props.title}
          rows={props.counts}
          keyOf={({ words }) => words}
          columns={[
            {
              heading: 'What',
              cell: ({ words }) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`,
            },
            { heading: 'How many', cell: ({ count }) => count, isFigure: true, width: '8rem' },
          ]}
        />
      )}
    </Box>
  );
}
