import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';

/** The share of all tenants, the day it speaks of and where it stands. */
export function ComparatorInputs() {
  return (
    <>
      <NumberField name="percent" label="Percent of all tenants" unit="percent" isOptional />
      <LocalDateField name="asAt" label="Counted on" isOptional />
      <TextField name="source" label="Where it stands" hint="Such as Census 2021" isOptional />
    </>
  );
}
