import Typography from '@mui/material/Typography';
import { useWatch } from 'react-hook-form';
import {
  AGREEMENT_KIND_WORDS,
  type Agreement,
  type AgreementKind,
} from '#db/agreements/agreements.contract';
import { isCompact } from '#db/agreements/agreements.rules';
import { AreasField } from '../groups/AreasField.tsx';
import { WhoField } from '../people/WhoField.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { ActionRows, PartyRows, ResponsibilityRows } from './AgreementRows.tsx';
import {
  AgreementFormSchema,
  type AgreementFormValues,
  type AgreementStart,
  newAgreementValues,
  valuesOf,
} from './agreement-form-values.ts';
import { useAddAgreement, useChangeAgreement, useSignatureBlocks } from './agreements.queries.ts';

type Closing = {
  readonly onSaved: (saved: Agreement) => void;
  readonly onClose: () => void;
};

/** Enters an agreement of a kind, with the lines to sign on that such agreements have here. */
export function NewAgreementDialog({
  start,
  ...closing
}: Closing & { readonly start: AgreementStart }) {
  const blocks = useSignatureBlocks(start.kind);
  return (
    <FormDialog title={`New: ${AGREEMENT_KIND_WORDS[start.kind]}`} onClose={closing.onClose}>
      {blocks.data === undefined ? (
        <LoadingShape lines={6} />
      ) : (
        <AgreementForm values={newAgreementValues(start, blocks.data)} {...closing} />
      )}
    </FormDialog>
  );
}

/** Changes an agreement; while it is signed, only what goes on beside its words. */
export function ChangeAgreementDialog({
  agreement,
  ...closing
}: Closing & { readonly agreement: Agreement }) {
  return (
    <FormDialog title={`Change ${agreement.reference}`} onClose={closing.onClose}>
      <AgreementForm agreement={agreement} values={valuesOf(agreement)} {...closing} />
    </FormDialog>
  );
}

function AgreementForm(
  props: Closing & { readonly values: AgreementFormValues; readonly agreement?: Agreement },
) {
  const { agreement, values, onSaved, onClose } = props;
  const add = useAddAgreement();
  const change = useChangeAgreement();
  const isSigned = agreement?.state === 'signed';
  const form = useContractForm(AgreementFormSchema, values, {
    draftKey:
      agreement === undefined
        ? `agreement.new.${values.kind}`
        : `agreement.${agreement.id}.${agreement.version}`,
    onSubmit: async (details) =>
      onSaved(
        agreement === undefined
          ? await add.mutateAsync(details)
          : await change.mutateAsync({
              ...details,
              id: agreement.id,
              version: agreement.version,
            }),
      ),
  });
  return (
    <ContractFormBody form={form} label={AGREEMENT_KIND_WORDS[values.kind]}>
      {isSigned ? (
        <Typography>
          It is signed, so its words stand as they are. Begin a review to change them.
        </Typography>
      ) : (
        <WordsAgreed kind={values.kind} />
      )}
      <Typography variant="h3">Who signs</Typography>
      <PartyRows />
      {isCompact(values.kind) && (
        <>
          <Typography variant="h3">Action list</Typography>
          <ActionRows />
          <TextField
            name="whoWasConsulted"
            label="Who was consulted?"
            lines={2}
            isPersonal
            isOptional
          />
          <TextField
            name="qualityNote"
            label="How good is it?"
            hint="For the board that watches Local Compacts"
            lines={2}
            isOptional
          />
        </>
      )}
      <LocalDateField
        name="reviewOn"
        label="Next review on"
        hint="It comes on the list of what waits from eight weeks before; empty for none"
        isOptional
      />
      <FormButtons
        saveWords={agreement === undefined ? 'Save as a draft' : 'Save the changes'}
        closeWords="Close without saving"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

function WordsAgreed({ kind }: { readonly kind: AgreementKind }) {
  const clauses: unknown = useWatch({ name: 'addedClauses' });
  return (
    <>
      {kind === 'confidentiality' && (
        <WhoField
          name="person"
          label="Who promises?"
          hint="Type two letters of the name"
          from="people"
          takesFocus
        />
      )}
      {kind !== 'compact' && (
        <WhoField
          name="group"
          label={kind === 'confidentiality' ? 'Of which body are the papers?' : 'Which group?'}
          hint="Type two letters of the group’s name"
          from="groups"
          isOptional={kind !== 'code-adoption'}
          takesFocus={kind !== 'confidentiality'}
        />
      )}
      <TextField name="title" label="What is it called?" />
      {kind === 'local-compact' && <AreasField name="areaIds" label="Areas it covers" />}
      <TextField
        name="scope"
        label={kind === 'confidentiality' ? 'What is confidential?' : 'What is it about?'}
        lines={2}
        isOptional
      />
      {isCompact(kind) && (
        <>
          <TextField name="aims" label="Aims" lines={2} isOptional />
          <Typography variant="h3">Who does what, and to what standard</Typography>
          <ResponsibilityRows />
        </>
      )}
      {kind === 'code-adoption' && (
        <>
          <TextField
            name="codeVersion"
            label="Which version of the code?"
            hint="As it stands on the code"
            width="12rem"
          />
          <TextField
            name="addedClauses"
            label="What does the group add?"
            hint="A group may add to the code and not go below it"
            lines={3}
            isOptional
          />
          {typeof clauses === 'string' && clauses !== '' && (
            <CheckField
              name="clausesOnlyAdd"
              label="I have read these clauses against the code: they only add"
            />
          )}
        </>
      )}
    </>
  );
}
