import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useController } from 'react-hook-form';
import { ACCESS_WORDS, AccessFeature } from '#db/facilities/facilities.contract';

type Props = {
  readonly name: string;
  /** The question above the ticks: 'What does the room have?' */
  readonly label: string;
};

/** What makes a place usable for more people, or what somebody needs of it: one tick each (BOOK-20). */
export function AccessFeaturesField({ name, label }: Props) {
  const { field } = useController({ name });
  const ticked: readonly string[] = Array.isArray(field.value) ? field.value : [];
  const change = (feature: AccessFeature, isTicked: boolean): void =>
    field.onChange(
      AccessFeature.options.filter((each) => (each === feature ? isTicked : ticked.includes(each))),
    );
  return (
    <Box component="fieldset" sx={{ border: 0, margin: 0, padding: 0 }}>
      <Box component="legend" sx={{ fontWeight: 620, padding: 0, mb: 0.5 }}>
        {label}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {AccessFeature.options.map((feature) => (
          <FormControlLabel
            key={feature}
            label={ACCESS_WORDS[feature]}
            control={
              <Checkbox
                checked={ticked.includes(feature)}
                onChange={(_, isTicked) => change(feature, isTicked)}
              />
            }
          />
        ))}
      </Box>
    </Box>
  );
}
