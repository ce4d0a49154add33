import FormControl from '@mui/material/FormControl';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { Facility, FacilityId } from '#db/facilities/facilities.contract';

type Props = {
  /** What is asked, for those who hear it. */
  readonly label: string;
  /** The line that stands for no choice: 'All rooms'. */
  readonly allWords: string;
  readonly facilities: readonly Facility[];
  readonly value: FacilityId | null;
  readonly onChange: (value: FacilityId | null) => void;
};

/** Narrows a page to one room or service, or to none in particular. */
export function FacilitySelect({ label, allWords, facilities, value, onChange }: Props) {
  return (
    <FormControl>
      <NativeSelect
        value={value ?? ''}
        onChange={(event) => {
          const chosen = facilities.find((each) => each.id === event.target.value);
          onChange(chosen?.id ?? null);
        }}
        input={<OutlinedInput />}
        inputProps={{ 'aria-label': label }}
      >
        <option value="">{allWords}</option>
        {facilities.map((facility) => (
          <option key={facility.id} value={facility.id}>
            {facility.name}
          </option>
        ))}
      </NativeSelect>
    </FormControl>
  );
}
