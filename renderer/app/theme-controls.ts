import type { ThemeOptions } from '@mui/material/styles';
import type { TrcColours } from './theme-palettes.ts';

/** How MUI's controls look here: quiet, square-ish, no ripple, at least 2.5rem (40 px) high. */
export function controlStyles(
  trc: TrcColours,
  tight: boolean,
): NonNullable<ThemeOptions['components']> {
  const controlHeight = tight ? '2.25rem' : '2.625rem';
  const ring = {
    outline: `3px solid ${trc.focusOuter}`,
    outlineOffset: '2px',
    boxShadow: `0 0 0 2px ${trc.focusInner}`,
  };
  return {
    MuiCssBaseline: {
      styleOverrides: {
        html: {
          scrollPaddingTop: '1rem',
          scrollPaddingBottom: 'calc(1rem + var(--toast-room, 0px))',
        },
        body: { fontFeatureSettings: '"tnum" 0' },
        'a, button, input, select, textarea, summary, [tabindex]': {
          '&:focus-visible': ring,
        },
        '[tabindex="-1"]:focus-visible, iframe:focus-visible': {
          outline: `3px solid ${trc.focusOuter}`,
          outlineOffset: '2px',
        },
        table: { fontVariantNumeric: 'tabular-nums' },
        // Blanked for a visitor's eyes only: the words stay for the person who works with them.
        '[data-privacy="on"] [data-personal]': {
          color: 'transparent !important',
          backgroundColor: `${trc.status.quiet.line} !important`,
          backgroundImage: 'none !important',
          borderRadius: '0.25rem',
          userSelect: 'none',
          '& *': { color: 'transparent !important', fill: 'transparent !important' },
          '& input, & textarea, & select': {
            backgroundColor: `${trc.status.quiet.line} !important`,
          },
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.001ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.001ms !important',
            scrollBehavior: 'auto !important',
          },
        },
        '@media (forced-colors: active)': {
          'a, button, input, select, textarea, summary, [tabindex]': {
            '&:focus-visible': { outline: '3px solid Highlight', outlineOffset: '2px' },
          },
          '[data-privacy="on"] [data-personal], [data-privacy="on"] [data-personal] *': {
            forcedColorAdjust: 'none',
            color: 'transparent !important',
            backgroundColor: 'GrayText !important',
          },
        },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: {
          minHeight: controlHeight,
          paddingInline: '1rem',
          borderRadius: '0.375rem',
          textAlign: 'start',
          '&.Mui-focusVisible': ring,
        },
        text: { paddingInline: '0.625rem' },
        // The usual sizes are in pixels and would stay small beside large text.
        startIcon: { '& > *:nth-of-type(1)': { fontSize: '1.25rem' } },
        endIcon: { '& > *:nth-of-type(1)': { fontSize: '1.25rem' } },
        outlined: {
          borderWidth: '2px',
          // The usual line is half see-through, which is too faint where contrast was asked for.
          ...(trc.name === 'contrast' ? { borderColor: 'currentColor' } : {}),
          '&:hover': { borderWidth: '2px' },
        },
        sizeLarge: { minHeight: '3.25rem', fontSize: '1.1875rem', paddingInline: '1.375rem' },
        sizeSmall: { minHeight: '2rem', fontSize: '1rem', paddingInline: '0.625rem' },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          minWidth: '2.5rem',
          minHeight: '2.5rem',
          borderRadius: '0.375rem',
          '&.Mui-focusVisible': ring,
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiDialog: {
      styleOverrides: {
        paper: {
          border: `1px solid ${trc.line}`,
          borderRadius: '0.625rem',
          boxShadow: trc.shadow,
          margin: '1rem',
          maxHeight: 'calc(100% - 2rem)',
          width: 'calc(100% - 2rem)',
        },
        // In rem, so that large text gets a wider dialog instead of a narrow column.
        paperWidthSm: { maxWidth: 'min(38rem, calc(100% - 2rem))' },
        paperWidthMd: { maxWidth: 'min(56rem, calc(100% - 2rem))' },
        paperWidthLg: { maxWidth: 'min(75rem, calc(100% - 2rem))' },
      },
    },
    MuiDialogTitle: {
      defaultProps: { variant: 'h2' },
      styleOverrides: { root: { padding: '1.25rem 1.5rem 0.5rem' } },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: '0.75rem 1.5rem 1rem' } } },
    MuiDialogActions: {
      styleOverrides: {
        root: { padding: '0.75rem 1.5rem 1.25rem', flexWrap: 'wrap', gap: '0.5rem' },
      },
      defaultProps: { disableSpacing: true },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          minHeight: controlHeight,
          fontSize: '1.0625rem',
          borderRadius: '0.375rem',
          backgroundColor: trc.name === 'light' ? '#ffffff' : 'transparent',
          '& .MuiOutlinedInput-notchedOutline': { borderColor: trc.fieldLine },
          '&.Mui-focused': {
            outline: `3px solid ${trc.focusOuter}`,
            outlineOffset: '1px',
          },
          '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderWidth: '2px' },
        },
        input: {
          padding: tight ? '0.3125rem 0.625rem' : '0.5rem 0.75rem',
          height: '1.5rem',
          '&:focus-visible': { outline: 'none', boxShadow: 'none' },
        },
        multiline: {
          padding: '0.25rem 0',
          '& textarea': { padding: '0.25rem 0.75rem' },
        },
      },
    },
    MuiNativeSelect: {
      styleOverrides: {
        select: { minHeight: '1.5rem' },
      },
    },
    MuiCheckbox: {
      styleOverrides: { root: { padding: '0.4375rem', '&.Mui-focusVisible': ring } },
    },
    MuiRadio: { styleOverrides: { root: { padding: '0.4375rem', '&.Mui-focusVisible': ring } } },
    MuiFormControlLabel: {
      styleOverrides: {
        root: { marginInlineStart: '-0.4375rem' },
        label: { fontSize: '1.0625rem' },
      },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: '2.5rem',
          fontSize: '1.0625rem',
          whiteSpace: 'normal',
          '&.Mui-focusVisible': { ...ring, outlineOffset: '-3px', boxShadow: 'none' },
        },
      },
    },
    // A list over a form must not be taken for the form, and Enter must be seen to choose a line.
    MuiAutocomplete: {
      styleOverrides: {
        paper: { border: `2px solid ${trc.line}`, boxShadow: trc.shadow, marginBlock: '0.25rem' },
        option: {
          '&.Mui-focused': {
            backgroundColor: `${trc.status.info.ground} !important`,
            boxShadow: `inset 0.25rem 0 0 ${trc.status.info.line}`,
          },
        },
      },
    },
    MuiMenu: {
      styleOverrides: { paper: { border: `1px solid ${trc.line}`, boxShadow: trc.shadow } },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          fontSize: '1rem',
          lineHeight: 1.4,
          paddingBlock: tight ? '0.3125rem' : '0.625rem',
          // Columns stand closer on a narrow page.
          paddingInline: 'clamp(0.375rem, 1.5cqi, 0.75rem)',
          borderBottomColor: trc.line,
        },
        head: { fontWeight: 650, backgroundColor: trc.sunk, verticalAlign: 'bottom' },
      },
    },
    MuiLink: {
      defaultProps: { underline: 'always' },
      styleOverrides: { root: { textUnderlineOffset: '0.15em', fontWeight: 550 } },
    },
    MuiTooltip: {
      styleOverrides: { tooltip: { fontSize: '0.9375rem', lineHeight: 1.35 } },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          minHeight: controlHeight,
          paddingBlock: '0.25rem',
          paddingInline: '1rem',
          textTransform: 'none',
          fontSize: '1.0625rem',
          fontWeight: 600,
          color: 'inherit',
          borderColor: trc.fieldLine,
          '&.Mui-focusVisible': ring,
          '&.Mui-selected, &.Mui-selected:hover': {
            color: trc.rail.chosenInk,
            backgroundColor: trc.booking.ground,
            ...(trc.name === 'light' ? {} : { color: trc.booking.ink }),
            boxShadow: `inset 0 -0.25rem 0 ${trc.booking.line}`,
          },
        },
      },
    },
    MuiTab: { styleOverrides: { root: { textTransform: 'none', fontSize: '1.0625rem' } } },
    MuiBackdrop: {
      styleOverrides: {
        root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(10, 20, 18, 0.55)' } },
      },
    },
  };
}
