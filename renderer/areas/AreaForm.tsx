import { z } from 'zod';
import { type Area, AREA_KIND_WORDS, AreaDetails, AreaKind } from '#db/areas/areas.contract';
import { areaAndBelow } from '#db/areas/areas.rules';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { areaIdOf, areaOptions } from './area-options.ts';
import { useAddArea, useAreas, useChangeArea } from './areas.queries.ts';

type Props = {
  /** The area to change; without it a new one is entered. */
  readonly area?: Area;
  /** The place inside which a new one is entered. */
  readonly inside?: Area;
  readonly onSaved: (saved: Area) => void;
  readonly onClose: () => void;
};

const KINDS = AreaKind.options.map((value) => ({ value, words: AREA_KIND_WORDS[value] }));

const AreaFormSchema = z
  .object({
    name: AreaDetails.shape.name,
    kind: AreaDetails.shape.kind,
    parentId: z.string().transform(areaIdOf),
  })
  .strict();

/** Name, kind and the place around an area. */
export function AreaForm({ area, inside, onSaved, onClose }: Props) {
  const add = useAddArea();
  const change = useChangeArea();
  const areas = useAreas().data ?? [];
  const isNew = area === undefined;
  const form = useContractForm(
    AreaFormSchema,
    {
      name: area?.name ?? '',
      kind: area?.kind ?? (inside === undefined ? 'area' : 'estate'),
      parentId: area?.parentId ?? inside?.id ?? '',
    },
    {
      onSubmit: async (details) =>
        onSaved(
          area === undefined
            ? await add.mutateAsync(details)
            : await change.mutateAsync({ ...details, id: area.id, version: area.version }),
        ),
    },
  );
  // Nothing lies inside itself, so neither the area nor what lies in it is offered.
  const own: readonly string[] = area === undefined ? [] : areaAndBelow(areas, area.id);
  const places = areaOptions(areas, area?.parentId ?? null).filter(
    ({ value }) => !own.includes(value),
  );
  return (
    <FormDialog title={isNew ? 'Add an area' : 'Change the area'} onClose={onClose}>
      <ContractFormBody form={form} label={isNew ? 'New area' : 'Change the area'}>
        <TextField name="name" label="Name, as people say it" takesFocus />
        <SelectField name="kind" label="What is it?" options={KINDS} />
        <SelectField
          name="parentId"
          label="Inside which place?"
          options={places}
          emptyWords="None: it is one of the widest"
        />
        <FormButtons
          saveWords={isNew ? 'Add the area' : 'Save the changes'}
          closeWords={isNew ? 'Close without adding' : 'Close without saving'}
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
