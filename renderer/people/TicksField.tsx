import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useController } from 'react-hook-form';

type Props = {
  readonly name: string;
  /** The question above the ticks. */
  readonly label: string;
  readonly options: readonly string[];
};

/** Any number of a few answers, one tick each, kept in the order in which they are offered. */
export function TicksField({ name, label, options }: Props) {
  const { field } = useController({ name });
  const ticked: readonly string[] = Array.isArray(field.value) ? field.value : [];
  const change = (option: string, isTicked: boolean): void =>
    field.onChange(options.filter((each) => (each === option ? isTicked : ticked.includes(each))));
  return (
    <Box component="fieldset" sx={{ border: 0, margin: 0, padding: 0 }}>
      <Box component="legend" sx={{ fontWeight: 620, padding: 0, mb: 0.5 }}>
        {label}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {options.map((option) => (
          <FormControlLabel
            key={option}
            label={option}
            control={
              <Checkbox
                checked={ticked.includes(option)}
                onChange={(_, isTicked) => change(option, isTicked)}
              />
            }
          />
        ))}
      </Box>
    </Box>
  );
}
