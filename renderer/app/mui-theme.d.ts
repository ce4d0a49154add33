import type { TrcColours } from './theme-palettes.ts';

declare module '@mui/material/styles' {
  interface Theme {
    readonly trc: TrcColours;
  }
  interface ThemeOptions {
    readonly trc?: TrcColours;
  }
}
