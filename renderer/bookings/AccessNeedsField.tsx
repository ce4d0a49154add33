import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useController } from 'react-hook-form';
import { ACCESS_WORDS, AccessFeature } from '#db/facilities/facilities.contract';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';

type AccessNeedsFieldProps = {
  /** What the chosen room has; a need that it lacks is said beside the tick. */
  readonly roomHas: readonly AccessFeature[] | undefined;
};

/** What somebody who comes needs of the place (BOOK-20). */
export function AccessNeedsField({ roomHas }: AccessNeedsFieldProps) {
  const { field } = useController({ name: 'accessNeeds' });
  const { id, error } = useFieldState('accessNeeds');
  const ticked = field.value as readonly AccessFeature[];
  return (
    <FieldFrame id={id} label="What must the place have?" isGroup error={error}>
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 14rem), 1fr))',
        }}
      >
        {AccessFeature.options.map((feature) => {
          const isTicked = ticked.includes(feature);
          const isLacking = isTicked && roomHas !== undefined && !roomHas.includes(feature);
          return (
            <FormControlLabel
              key={feature}
              label={`${ACCESS_WORDS[feature]}${isLacking ? ' (not known of this room)' : ''}`}
              control={
                <Checkbox
                  checked={isTicked}
                  onChange={(_, isOn) =>
                    field.onChange(
                      isOn ? [...ticked, feature] : ticked.filter((each) => each !== feature),
                    )
                  }
                />
              }
            />
          );
        })}
      </Box>
    </FieldFrame>
  );
}
