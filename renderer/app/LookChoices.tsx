import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Switch from '@mui/material/Switch';
import { useId } from 'react';
import { TextSize, ThemeName } from '#db/setup/setup.contract';
import { changeLook, Density, useLook } from './look.ts';

export const THEME_WORDS: Readonly<Record<ThemeName, string>> = {
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

const DENSITY_WORDS: Readonly<Record<Density, string>> = {
  comfortable: 'Roomy',
  compact: 'Close together',
};

/** Text size, colours, spacing and the switch for shortcut keys; each takes effect at once. */
export function LookChoices() {
  const look = useLook();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Choices
        legend="Text size"
        value={look.textSize}
        options={TextSize.options.map((size) => [size, `${size}%`])}
        onChoose={(textSize) => changeLook({ textSize: TextSize.parse(textSize) })}
      />
      <Choices
        legend="Colours"
        value={look.theme}
        options={ThemeName.options.map((theme) => [theme, THEME_WORDS[theme]])}
        onChoose={(theme) => changeLook({ theme: ThemeName.parse(theme) })}
      />
      <Choices
        legend="Spacing"
        value={look.density}
        options={Density.options.map((density) => [density, DENSITY_WORDS[density]])}
        onChoose={(density) => changeLook({ density: Density.parse(density) })}
      />
      <FormControlLabel
        label="Shortcut keys"
        control={
          <Switch
            checked={look.shortcutsOn}
            onChange={(_, shortcutsOn) => changeLook({ shortcutsOn })}
          />
        }
        sx={{ marginInlineStart: 0 }}
      />
    </Box>
  );
}

function Choices(props: {
  readonly legend: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}) {
  const legendId = useId();
  return (
    <Box role="group" aria-labelledby={legendId}>
      <Box id={legendId} sx={{ fontWeight: 650 }}>
        {props.legend}
      </Box>
      <RadioGroup
        row
        aria-labelledby={legendId}
        value={props.value}
        onChange={(_, value) => props.onChoose(value)}
        sx={{ columnGap: 1.5 }}
      >
        {props.options.map(([value, words]) => (
          <FormControlLabel key={value} value={value} label={words} control={<Radio />} />
        ))}
      </RadioGroup>
    </Box>
  );
}
