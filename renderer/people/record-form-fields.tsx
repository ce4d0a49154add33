import { useWatch } from 'react-hook-form';
import {
  Channel,
  CHANNEL_WORDS,
  FORMAT_NEED_WORDS,
  FormatNeed,
  type PersonRecord,
  SERVICE_AREAS,
} from '#db/people/person-record.contract';
import { methodsOffered } from '#db/people/register.rules';
import { areaOptions } from '../areas/area-options.ts';
import { useAreas } from '../areas/areas.queries.ts';
import { useParameters } from '../settings/settings.queries.ts';
import { CheckField } from '../shared/CheckField.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { methodsOf } from './record-forms.ts';
import { TicksField } from './TicksField.tsx';

type Fields = { readonly record: PersonRecord };

const CHANNELS = Channel.options.map((value) => ({ value, words: CHANNEL_WORDS[value] }));
const FORMATS = FormatNeed.options.map((value) => ({ value, words: FORMAT_NEED_WORDS[value] }));

export function ReachFields({ record }: Fields) {
  const areas = useAreas().data ?? [];
  return (
    <>
      <FieldRow fieldRem={9}>
        <SelectField
          name="first"
          label="Likes to hear by"
          options={CHANNELS}
          emptyWords="Not said"
        />
        <SelectField name="second" label="Or by" options={CHANNELS} emptyWords="Nothing else" />
        <SelectField name="third" label="Or else by" options={CHANNELS} emptyWords="Nothing else" />
      </FieldRow>
      <TextField name="email" label="E-mail" isOptional isPersonal spellCheck={false} />
      <TextField
        name="textPhone"
        label="Number for texts"
        hint="Where it is not their phone number"
        isOptional
        isPersonal
        inputMode="tel"
        width="16rem"
      />
      <TextField
        name="address"
        label="Address without the postcode"
        lines={3}
        isOptional
        isPersonal
      />
      <TextField name="postcode" label="Postcode" isOptional isPersonal width="9rem" />
      <SelectField
        name="areaId"
        label="Area"
        options={areaOptions(areas, record.areaId)}
        emptyWords="Not entered"
      />
      <SelectField
        name="schemeId"
        label="Sheltered scheme"
        options={areaOptions(areas, record.schemeId, 'scheme')}
        emptyWords="None"
      />
    </>
  );
}

export function NeedsFields() {
  return (
    <>
      <SelectField
        name="formatNeed"
        label="How do they read what we give them?"
        options={FORMATS}
      />
      <TextField
        name="languageNeed"
        label="Language"
        hint="Leave it empty for English"
        isOptional
        isPersonal
        width="16rem"
      />
      <CheckField name="needsInterpreter" label="Needs an interpreter" />
      <CheckField name="needsTransport" label="Needs transport to come" />
      <TextField
        name="accessNeeds"
        label="What helps them take part"
        lines={3}
        isOptional
        isPersonal
      />
    </>
  );
}

/** A wish not to be involved has its own button; this form never takes it off. */
export function InvolvementFields({ record }: Fields) {
  const isOnRegister = useWatch({ name: 'isOnRegister' }) === true;
  const menu = useParameters().data?.find(({ name }) => name === 'involvement.methods')?.value;
  const areas = record.interests.map(({ serviceArea }) => serviceArea);
  return (
    <>
      <CheckField name="isOnRegister" label="Is on the Sounding Board" />
      {isOnRegister && (
        <LocalDateField
          name="joinedOn"
          label="Joined on"
          hint="Left empty, it is today"
          isOptional
        />
      )}
      <TicksField
        name="serviceAreas"
        label="Interested in"
        options={[...new Set([...SERVICE_AREAS, ...areas])]}
      />
      <TextField name="otherArea" label="Something else" isOptional width="20rem" />
      <TicksField
        name="methods"
        label="Would take part by"
        options={[...new Set([...methodsOffered(menu), ...methodsOf(record)])]}
      />
      <FieldRow>
        <NumberField name="hoursPerMonth" label="Hours a month" isOptional />
        <LocalDateField name="lastContactedOn" label="Last contact" isOptional />
      </FieldRow>
      <CheckField name="noMeetings" label="No meetings, please" />
      <TextField name="heardHow" label="How they heard of us" isOptional />
      <CheckField name="isCouncilStaff" label="Works for the council" />
    </>
  );
}

export function GuardianFields() {
  const isUnder18 = useWatch({ name: 'isUnder18' }) === true;
  return (
    <>
      <CheckField name="isUnder18" label="Is under 18" />
      {isUnder18 && (
        <>
          <TextField name="guardianName" label="Parent or guardian" isPersonal />
          <TextField
            name="guardianPhone"
            label="Phone of the parent or guardian"
            isPersonal
            inputMode="tel"
            width="16rem"
          />
          <LocalDateField
            name="guardianConsentOn"
            label="The day on which they agreed"
            hint="Without it nobody under 18 takes part"
            isOptional
          />
        </>
      )}
    </>
  );
}
