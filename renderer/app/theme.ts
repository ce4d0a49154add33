import { createTheme, type Theme } from '@mui/material/styles';
import type { ThemeName } from '#db/setup/setup.contract';
import type { Density } from './look.ts';
import { controlStyles } from './theme-controls.ts';
import { PALETTES } from './theme-palettes.ts';

const FONTS = '"Source Sans 3 Variable", "Source Sans 3", "Segoe UI", system-ui, sans-serif';

/**
 * Layouts ask how much room there is in `rem`, measured on the shell (`app`) or the page (`main`), so
 * that large text, a narrow window and zoom all lead to the same narrow layout.
 * Use as a style key: `[ROOM.wide]: { … }`.
 */
export const ROOM = {
  /** The left rail fits beside the page. */
  rail: '@container app (min-width: 56rem)',
  /** The whole top bar fits on one line. */
  topBar: '@container app (min-width: 79rem)',
  /** The practice bar's whole sentence fits on one line. */
  barWords: '@container app (min-width: 38rem)',
  /** Two columns fit in the page. */
  wide: '@container main (min-width: 46rem)',
  /** Three columns, or a table with many columns, fit in the page. */
  broad: '@container main (min-width: 64rem)',
} as const;

/** The look of the whole program; every size is in rem so that the text size moves all of it. */
export function newTheme(name: ThemeName, density: Density): Theme {
  const { palette, trc } = PALETTES[name];
  const tight = density === 'compact';
  return createTheme({
    palette,
    trc,
    shape: { borderRadius: 6 },
    spacing: (factor: number) => `${factor * 0.5}rem`,
    typography: {
      fontFamily: FONTS,
      fontSize: 17,
      htmlFontSize: 16,
      fontWeightMedium: 600,
      fontWeightBold: 700,
      h1: { fontSize: '1.875rem', lineHeight: 1.2, fontWeight: 680, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.375rem', lineHeight: 1.3, fontWeight: 660 },
      h3: { fontSize: '1.125rem', lineHeight: 1.35, fontWeight: 660 },
      body1: { fontSize: tight ? '1rem' : '1.0625rem', lineHeight: 1.5 },
      body2: { fontSize: tight ? '0.9375rem' : '1rem', lineHeight: 1.45 },
      caption: { fontSize: '0.9375rem', lineHeight: 1.4 },
      button: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.3, textTransform: 'none' },
    },
    transitions: { create: () => 'none' },
    components: controlStyles(trc, tight),
  });
}
