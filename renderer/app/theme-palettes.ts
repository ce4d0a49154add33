import type { PaletteOptions } from '@mui/material/styles';
import type { ThemeName } from '#db/setup/setup.contract';

/** Ground, ink and line of something that must stand out together. */
export type Tint = { readonly ground: string; readonly ink: string; readonly line: string };

/** Colours of the centre's own, beside MUI's palette: `theme.trc`. */
export type TrcColours = {
  readonly name: ThemeName;
  /** The left rail and what is chosen in it. */
  readonly rail: Tint & {
    readonly chosenGround: string;
    readonly chosenInk: string;
    readonly mark: string;
  };
  /** Lines between parts, and the stronger ones around fields. */
  readonly line: string;
  readonly fieldLine: string;
  /** Slightly set off from the page: table heads, side columns. */
  readonly sunk: string;
  /** Two-colour focus ring: one of the two shows on any ground. */
  readonly focusInner: string;
  readonly focusOuter: string;
  readonly status: Readonly<Record<'good' | 'warning' | 'bad' | 'info' | 'quiet', Tint>>;
  readonly toast: Tint;
  readonly practice: Tint & { readonly stripe: string };
  /** Calendar: bookings, closed times and the line that says now. */
  readonly booking: Tint;
  readonly bookingOwn: Tint;
  readonly closed: { readonly ground: string; readonly stripe: string };
  readonly nowLine: string;
  readonly shadow: string;
};

const LIGHT: TrcColours = {
  name: 'light',
  rail: {
    ground: '#17403b',
    ink: '#e6efec',
    line: '#2c5a54',
    chosenGround: '#f5f2ea',
    chosenInk: '#12332f',
    mark: '#e8a33d',
  },
  line: '#d9d3c5',
  fieldLine: '#6d746f',
  sunk: '#ede9df',
  focusInner: '#ffffff',
  focusOuter: '#9a3d00',
  status: {
    good: { ground: '#e0efe3', ink: '#14532b', line: '#2f7a47' },
    warning: { ground: '#fbeccb', ink: '#5c3c00', line: '#a86a00' },
    bad: { ground: '#fae3df', ink: '#8c1d18', line: '#b3362e' },
    info: { ground: '#dcedf0', ink: '#0e4a57', line: '#2b7686' },
    quiet: { ground: '#ebe7dd', ink: '#454b47', line: '#757b75' },
  },
  toast: { ground: '#1c2c2a', ink: '#ffffff', line: '#1c2c2a' },
  practice: { ground: '#ffd479', ink: '#332200', line: '#8a5a00', stripe: '#f5bd4a' },
  booking: { ground: '#d7eae5', ink: '#0d3d37', line: '#1d6b60' },
  bookingOwn: { ground: '#e9e3f0', ink: '#3b2a55', line: '#6b538f' },
  closed: { ground: '#efebe2', stripe: '#dcd6c8' },
  nowLine: '#b3362e',
  shadow: '0 0.25rem 1.25rem rgba(23, 41, 38, 0.22)',
};

const DARK: TrcColours = {
  name: 'dark',
  rail: {
    ground: '#0f1f1d',
    ink: '#d5e2de',
    line: '#2b403c',
    chosenGround: '#29524b',
    chosenInk: '#ffffff',
    mark: '#f0b454',
  },
  line: '#394743',
  fieldLine: '#8d9c97',
  sunk: '#202b29',
  focusInner: '#10201d',
  focusOuter: '#ffc66b',
  status: {
    good: { ground: '#1d3a28', ink: '#b5e4c2', line: '#5eae7a' },
    warning: { ground: '#43340f', ink: '#ffdf9c', line: '#c4933a' },
    bad: { ground: '#4a211e', ink: '#ffc9c2', line: '#e07b70' },
    info: { ground: '#17393f', ink: '#b6e2ea', line: '#569dab' },
    quiet: { ground: '#2c3735', ink: '#cfd8d5', line: '#84928e' },
  },
  toast: { ground: '#e9efed', ink: '#14211f', line: '#e9efed' },
  practice: { ground: '#6b4a0a', ink: '#fff3d6', line: '#e0a83f', stripe: '#7d580f' },
  booking: { ground: '#1f4a43', ink: '#d6f1ea', line: '#63b5a5' },
  bookingOwn: { ground: '#3b2f50', ink: '#e7dcf7', line: '#a58bcf' },
  closed: { ground: '#1a2422', stripe: '#27332f' },
  nowLine: '#ff8f82',
  shadow: '0 0.25rem 1.25rem rgba(0, 0, 0, 0.6)',
};

const CONTRAST_TINT: Tint = { ground: '#000000', ink: '#ffffff', line: '#ffffff' };

const CONTRAST: TrcColours = {
  name: 'contrast',
  rail: {
    ground: '#000000',
    ink: '#ffffff',
    line: '#ffffff',
    chosenGround: '#ffe600',
    chosenInk: '#000000',
    mark: '#000000',
  },
  line: '#ffffff',
  fieldLine: '#ffffff',
  sunk: '#000000',
  focusInner: '#000000',
  focusOuter: '#ff9ff3',
  status: {
    good: { ground: '#000000', ink: '#7dff9a', line: '#7dff9a' },
    warning: { ground: '#000000', ink: '#ffe600', line: '#ffe600' },
    bad: { ground: '#000000', ink: '#ff9d94', line: '#ff9d94' },
    info: { ground: '#000000', ink: '#8fe8ff', line: '#8fe8ff' },
    quiet: CONTRAST_TINT,
  },
  toast: { ground: '#ffffff', ink: '#000000', line: '#000000' },
  practice: { ground: '#000000', ink: '#ffe600', line: '#ffe600', stripe: '#3d3700' },
  booking: { ground: '#000000', ink: '#ffffff', line: '#7dff9a' },
  bookingOwn: { ground: '#000000', ink: '#ffffff', line: '#8fe8ff' },
  closed: { ground: '#000000', stripe: '#6b6b6b' },
  nowLine: '#ffe600',
  shadow: '0 0 0 2px #ffffff',
};

/** MUI's palette and our own colours for each theme. */
export const PALETTES: Readonly<
  Record<ThemeName, { readonly palette: PaletteOptions; readonly trc: TrcColours }>
> = {
  light: {
    trc: LIGHT,
    palette: {
      mode: 'light',
      primary: { main: '#1a5d54', dark: '#10433c', light: '#3c8378', contrastText: '#ffffff' },
      secondary: { main: '#7a4a00', contrastText: '#ffffff' },
      error: { main: '#a3231c', contrastText: '#ffffff' },
      warning: { main: '#8a5a00', contrastText: '#ffffff' },
      success: { main: '#1f6a3a', contrastText: '#ffffff' },
      info: { main: '#1a6373', contrastText: '#ffffff' },
      background: { default: '#f5f2ea', paper: '#fffdf9' },
      text: { primary: '#1b2725', secondary: '#4a5552', disabled: '#676f6c' },
      divider: LIGHT.line,
    },
  },
  dark: {
    trc: DARK,
    palette: {
      mode: 'dark',
      primary: { main: '#7fcfbf', dark: '#a4e2d5', light: '#4f9d8e', contrastText: '#06201c' },
      secondary: { main: '#f0b454', contrastText: '#241700' },
      error: { main: '#ff9c91', contrastText: '#2b0704' },
      warning: { main: '#f2c063', contrastText: '#241700' },
      success: { main: '#84cf9c', contrastText: '#04210f' },
      info: { main: '#7dc4d2', contrastText: '#03222a' },
      background: { default: '#151e1c', paper: '#1c2725' },
      text: { primary: '#eef3f1', secondary: '#b9c6c2', disabled: '#93a09c' },
      divider: DARK.line,
    },
  },
  contrast: {
    trc: CONTRAST,
    palette: {
      mode: 'dark',
      primary: { main: '#ffe600', dark: '#fff27a', light: '#ffe600', contrastText: '#000000' },
      secondary: { main: '#8fe8ff', contrastText: '#000000' },
      error: { main: '#ff9d94', contrastText: '#000000' },
      warning: { main: '#ffe600', contrastText: '#000000' },
      success: { main: '#7dff9a', contrastText: '#000000' },
      info: { main: '#8fe8ff', contrastText: '#000000' },
      background: { default: '#000000', paper: '#000000' },
      text: { primary: '#ffffff', secondary: '#ffffff', disabled: '#d0d0d0' },
      divider: CONTRAST.line,
      action: { disabled: '#d0d0d0', disabledBackground: '#333333' },
    },
  },
};
