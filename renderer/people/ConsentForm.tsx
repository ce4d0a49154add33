import { useWatch } from 'react-hook-form';
import {
  CONSENT_HOW_WORDS,
  CONSENT_PURPOSE_WORDS,
  ConsentDetails,
  ConsentHow,
  ConsentPurpose,
  type PersonConsent,
} from '#db/people/consents.contract';
import type { PersonRecord } from '#db/people/person-record.contract';
import { useToday } from '../app/session-context.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useGiveConsent } from './people.queries.ts';

const PURPOSES = ConsentPurpose.options.map((value) => ({
  value,
  words: CONSENT_PURPOSE_WORDS[value],
}));

type Props = {
  readonly record: PersonRecord;
  readonly onSaved: (consent: PersonConsent) => void;
  readonly onClose: () => void;
};

/** What a person agrees to, with whom, for how long and how they said so. */
export function ConsentForm({ record, onSaved, onClose }: Props) {
  const give = useGiveConsent();
  const form = useContractForm(
    ConsentDetails,
    {
      // What they agree to and how they said so stay open: one key too early must not enter a consent nobody gave.
      personId: record.id,
      what: '',
      withWhom: '',
      givenOn: useToday(),
      until: null,
    },
    { onSubmit: async (details) => onSaved(await give.mutateAsync(details)) },
  );
  return (
    <FormDialog title="Add a consent" onClose={onClose}>
      <ContractFormBody form={form} label="Add a consent">
        <SelectField
          name="purpose"
          label="What do they agree to?"
          emptyWords="Choose what"
          options={PURPOSES}
        />
        <TextField
          name="what"
          label="What exactly"
          hint="For example: phone number; first name only"
          isOptional
        />
        <TextField
          name="withWhom"
          label="With whom"
          hint="For example: the committee of their group"
          isOptional
          isPersonal
        />
        <HowField />
        <FieldRow>
          <LocalDateField name="givenOn" label="Given on" />
          <LocalDateField
            name="until"
            label="Last day"
            hint="Left empty, it holds until it is taken back"
            isOptional
          />
        </FieldRow>
        <FormButtons
          saveWords="Add the consent"
          closeWords="Close without adding"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

/** Says beside the answer that a number goes out only on written word, before the program refuses it (PPL-10). */
function HowField() {
  const needsWriting = useWatch({ name: 'purpose' }) === 'share-contact';
  const options = ConsentHow.options.map((value) => ({ value, words: CONSENT_HOW_WORDS[value] }));
  return (
    <SelectField
      name="how"
      label="How did they say so?"
      emptyWords="Choose how"
      {...(needsWriting ? { hint: 'A phone number or address needs it in writing' } : {})}
      options={options}
    />
  );
}
