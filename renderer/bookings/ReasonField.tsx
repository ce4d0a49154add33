import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFormContext } from 'react-hook-form';
import { TextField } from '../shared/TextField.tsx';

type ReasonFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** The reasons given most often; one press writes one into the field. */
  readonly usual: readonly string[];
  readonly takesFocus?: boolean;
  readonly isPersonal?: boolean;
};

/** A reason in a few words, from a short list or in one's own. */
export function ReasonField({ usual, ...field }: ReasonFieldProps) {
  const { setValue } = useFormContext();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField {...field} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {usual.map((words) => (
          <Button
            key={words}
            size="small"
            variant="outlined"
            onClick={() => setValue(field.name, words, { shouldDirty: true, shouldValidate: true })}
          >
            {words}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
