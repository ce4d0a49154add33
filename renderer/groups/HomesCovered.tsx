import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { GroupRecord, Homes } from '#db/groups/group-record.contract';
import { groupsContract } from '#db/groups/groups-api.contract';
import { countInForce, homesInForce } from '#db/groups/homes.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { useAddHomes, useChangeLandlord, useWithdrawHomes } from './group-record.queries.ts';
import type { PartProps } from './part-props.ts';

/** How many homes the group covers, landlord by landlord, as they are counted today. */
export function HomesCovered({ record, mayChange }: PartProps) {
  const today = useToday();
  const [open, setOpen] = useState<'count' | 'landlord' | null>(null);
  const withdraw = useWithdrawHomes();
  const add = useAddHomes();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const rows = homesInForce(record.homes, today);
  const total = countInForce(record.homes, today);

  async function takeOff({ id, ...row }: Homes): Promise<void> {
    await saying(async () => {
      await withdraw.mutateAsync({ groupId: record.id, homesId: id });
      say({
        words: `Taken off: the count of ${row.landlord}.`,
        undo: { label: 'Undo', run: () => add.mutateAsync({ ...row, groupId: record.id }) },
      });
    });
  }

  return (
    <Card
      component="section"
      title="Homes it covers"
      isWide={rows.length > 0}
      actions={
        mayChange && (
          <>
            <Button startIcon={<AddIcon />} onClick={() => setOpen('count')}>
              Enter a count
            </Button>
            {rows.length > 0 && (
              <Button onClick={() => setOpen('landlord')}>Change of landlord</Button>
            )}
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <Typography>No homes are counted yet.</Typography>
      ) : (
        <>
          <DataTable
            label="Homes it covers"
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                heading: 'Landlord',
                cell: (row) => (row.isCouncil ? `${row.landlord} (council)` : row.landlord),
              },
              { heading: 'Properties', cell: (row) => row.properties ?? '', isFigure: true },
              { heading: 'Tenancies', cell: (row) => row.tenancies ?? '', isFigure: true },
              { heading: 'As at', cell: (row) => formatDateNoWeekday(row.asAt) },
              { heading: 'Source', cell: (row) => row.source },
              ...(mayChange
                ? [
                    {
                      heading: 'Mistake?',
                      cell: (row: Homes) => (
                        <Button
                          size="small"
                          aria-label={`Take off the count of ${row.landlord}`}
                          onClick={() => void takeOff(row)}
                        >
                          Take off
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          <Typography sx={{ mt: 1 }}>
            Together {total.properties} properties and {total.tenancies} tenancies, of these{' '}
            {total.councilTenancies} of the council’s.
          </Typography>
        </>
      )}
      {open === 'count' && <HomesForm record={record} onClose={() => setOpen(null)} />}
      {open === 'landlord' && <LandlordForm record={record} onClose={() => setOpen(null)} />}
    </Card>
  );
}

type FormProps = { readonly record: GroupRecord; readonly onClose: () => void };

const { groupId: _, ...homesFields } = groupsContract.addHomes.input.shape;
const HomesSchema = z.object(homesFields);

function HomesForm({ record, onClose }: FormProps) {
  const add = useAddHomes();
  const withdraw = useWithdrawHomes();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    HomesSchema,
    {
      landlord: '',
      isCouncil: record.homes.length === 0,
      properties: null,
      tenancies: null,
      asAt: today,
      source: '',
    },
    {
      onSubmit: async (typed) => {
        const saved = await add.mutateAsync({ ...typed, groupId: record.id });
        const known = new Set(record.homes.map((row) => row.id));
        const made = saved.homes.find((row) => !known.has(row.id));
        onClose();
        say({
          words: `Counted: homes of ${typed.landlord}.`,
          ...(made === undefined
            ? {}
            : {
                undo: {
                  label: 'Undo',
                  run: () => withdraw.mutateAsync({ groupId: record.id, homesId: made.id }),
                },
              }),
        });
      },
    },
  );
  return (
    <FormDialog title="Enter a count of homes" onClose={onClose}>
      <ContractFormBody form={form} label="Count of homes">
        <TextField name="landlord" label="Whose homes are they?" takesFocus />
        <CheckField name="isCouncil" label="They are the council’s own homes" />
        <FieldRow>
          <NumberField name="properties" label="Properties" isOptional />
          <NumberField name="tenancies" label="Tenancies" isOptional />
        </FieldRow>
        <LocalDateField name="asAt" label="Counted on which day?" />
        <TextField name="source" label="Where are the figures from?" hint="Such as rent system" />
        <FormButtons
          saveWords="Enter the count"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

const { groupId: __, ...landlordFields } = groupsContract.changeLandlord.input.shape;
const LandlordSchema = z.object(landlordFields);

/** Homes pass to another landlord; nothing else of the group changes (GRP-25). */
function LandlordForm({ record, onClose }: FormProps) {
  const change = useChangeLandlord();
  const today = useToday();
  const { say } = useToast();
  const rows = homesInForce(record.homes, today);
  const form = useContractForm(
    LandlordSchema,
    {
      fromLandlord: rows[0]?.landlord ?? '',
      toLandlord: '',
      isCouncil: false,
      on: today,
      source: '',
    },
    {
      onSubmit: async (typed) => {
        await change.mutateAsync({ ...typed, groupId: record.id });
        onClose();
        say({ words: `The homes are with ${typed.toLandlord} now. The group goes on as it is.` });
      },
    },
  );
  return (
    <FormDialog title="Change of landlord" onClose={onClose}>
      <ContractFormBody form={form} label="Change of landlord">
        <Typography>The group, its agreements and its plans go on as they are.</Typography>
        <SelectField
          name="fromLandlord"
          label="Whose homes were they?"
          options={rows.map(({ landlord }) => ({ value: landlord, words: landlord }))}
        />
        <TextField name="toLandlord" label="Whose are they now?" takesFocus />
        <CheckField name="isCouncil" label="The new landlord is the council" />
        <LocalDateField name="on" label="From which day?" />
        <TextField name="source" label="Where is this from?" hint="Such as letter of transfer" />
        <FormButtons
          saveWords="Enter the change of landlord"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
