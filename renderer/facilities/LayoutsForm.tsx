import Typography from '@mui/material/Typography';
import { z } from 'zod';
import { type Facility, Layout, LayoutId } from '#db/facilities/facilities.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { ListedFields } from '../shared/ListedFields.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSetLayouts } from './facilities.queries.ts';

// `id` is the name the list of fields keeps for itself, so the layout's own stands under another.
const LayoutsSchema = z
  .object({
    layouts: z.array(
      Layout.omit({ id: true }).extend({
        layoutId: z.string().nullable(),
        setupMinutes: Layout.shape.setupMinutes.nullable(),
        cleardownMinutes: Layout.shape.cleardownMinutes.nullable(),
      }),
    ),
  })
  .transform(({ layouts }) =>
    layouts.map(({ layoutId, ...layout }) => ({
      ...layout,
      id: layoutId === null ? null : LayoutId.parse(layoutId),
      setupMinutes: layout.setupMinutes ?? 0,
      cleardownMinutes: layout.cleardownMinutes ?? 0,
    })),
  );

type Props = {
  readonly facility: Facility;
  readonly onSaved: (facility: Facility) => void;
  readonly onClose: () => void;
};

/** The ways a room can be set out, with whom it then holds and the minutes that takes before and after. */
export function LayoutsForm({ facility, onSaved, onClose }: Props) {
  const set = useSetLayouts();
  const form = useContractForm(
    LayoutsSchema,
    { layouts: facility.layouts.map(({ id, ...layout }) => ({ ...layout, layoutId: id })) },
    {
      draftKey: `facility.layouts.${facility.id}.${facility.version}`,
      onSubmit: async (layouts) =>
        onSaved(await set.mutateAsync({ id: facility.id, layouts, version: facility.version })),
    },
  );
  return (
    <ContractFormBody form={form} label={`Layouts of ${facility.name}`}>
      <Typography>
        The time to set out and to clear down is held for a booking beside its own time, so that
        nobody comes in too early. Leave a figure empty where there is none.
      </Typography>
      <LayoutRows />
      <FormButtons
        saveWords="Save the layouts"
        closeWords="Close without saving"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

const EMPTY_LAYOUT = {
  layoutId: null,
  name: '',
  capacity: null,
  setupMinutes: 0,
  cleardownMinutes: 0,
};

function LayoutRows() {
  return (
    <ListedFields name="layouts" word="Layout" addWords="Add a layout" empty={EMPTY_LAYOUT}>
      {(path) => (
        <>
          <TextField name={`${path}.name`} label="What is it called?" />
          <NumberField name={`${path}.capacity`} label="It holds" unit="people" />
          <NumberField name={`${path}.setupMinutes`} label="Setting out" unit="minutes" />
          <NumberField name={`${path}.cleardownMinutes`} label="Clearing down" unit="minutes" />
        </>
      )}
    </ListedFields>
  );
}
