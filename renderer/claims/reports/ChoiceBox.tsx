import FormControl from '@mui/material/FormControl';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';

/** One of a few choices that changes what the page shows at once. */
export function ChoiceBox<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <FormControl>
      <NativeSelect
        value={props.value}
        input={<OutlinedInput size="small" />}
        inputProps={{ 'aria-label': props.label }}
        onChange={(event) => {
          const chosen = props.choices.find(([value]) => value === event.target.value);
          if (chosen !== undefined) props.onChoose(chosen[0]);
        }}
      >
        {props.choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </NativeSelect>
    </FormControl>
  );
}
