import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { z } from 'zod';
import type { RecordKind } from '#db/holdings/holdings.contract';
import { chosenWho } from '../people/who.ts';
import { WhoField } from '../people/WhoField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';

type Props = {
  readonly kind: RecordKind;
  /** The record from whose page somebody comes; empty where both are chosen here. */
  readonly keptId: string;
  readonly onChosen: (keep: string, other: string) => void;
};

/** Asks which other record is the same person or group. */
export function ChooseOther({ kind, keptId, onChosen }: Props) {
  const sentence = 'Choose the other record from the list.';
  const form = useContractForm(
    z.object({
      keep: keptId === '' ? chosenWho(sentence) : z.null(),
      other: chosenWho(sentence),
    }),
    { keep: null, other: null },
    {
      onSubmit: async ({ keep, other }) =>
        onChosen(keep === null ? keptId : idOf(keep), idOf(other)),
    },
  );
  const from = kind === 'person' ? 'people' : 'groups';
  return (
    <ContractFormBody form={form} label="The two records">
      {keptId === '' && (
        <WhoField name="keep" label="Which record is kept?" from={from} takesFocus />
      )}
      <WhoField
        name="other"
        label="Which other record is the same?"
        from={from}
        takesFocus={keptId !== ''}
      />
      <Box>
        <Button type="submit" variant="contained" disabled={form.isSending}>
          Show both records
        </Button>
      </Box>
    </ContractFormBody>
  );
}

const idOf = (who: z.output<ReturnType<typeof chosenWho>>): string =>
  who.kind === 'group' ? who.groupId : who.personId;
