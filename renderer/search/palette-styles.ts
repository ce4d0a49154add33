import type { CSSObject, Theme } from '@mui/material/styles';

/** How the palette's list looks; the list marks its parts with attributes of its own. */
export function paletteStyles(theme: Theme): CSSObject {
  return {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    '& [cmdk-root]': { display: 'flex', flexDirection: 'column', minHeight: 0 },
    '& [cmdk-input]': {
      width: '100%',
      font: 'inherit',
      fontSize: '1.25rem',
      padding: '1rem 1.25rem',
      border: 0,
      borderBottom: `2px solid ${theme.palette.primary.main}`,
      color: theme.palette.text.primary,
      backgroundColor: 'transparent',
      '&:focus-visible': { outlineOffset: '-3px', boxShadow: 'none' },
      '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
    },
    '& [cmdk-list]': {
      overflowY: 'auto',
      maxHeight: 'min(26rem, 60vh)',
      padding: '0.5rem',
    },
    '& [cmdk-group-heading]': {
      padding: '0.5rem 0.75rem 0.25rem',
      fontSize: '0.9375rem',
      fontWeight: 650,
      color: theme.palette.text.secondary,
    },
    '& [cmdk-item]': {
      display: 'flex',
      gap: '0.75rem',
      alignItems: 'center',
      minHeight: '2.5rem',
      padding: '0.375rem 0.75rem',
      borderRadius: '0.375rem',
      cursor: 'pointer',
      '& svg': { fontSize: '1.25rem', flexShrink: 0 },
      '&[data-selected="true"]': {
        outline: `2px solid ${theme.palette.primary.main}`,
        backgroundColor: theme.palette.action.hover,
      },
    },
  };
}
