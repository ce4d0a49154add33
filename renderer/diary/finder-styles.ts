import type { Theme } from '@mui/material/styles';
import { ROOM } from '../app/theme.ts';

export function finderStyles(theme: Theme) {
  const { trc, palette } = theme;
  return {
    padding: 2,
    border: `1px solid ${trc.line}`,
    borderRadius: 2,
    backgroundColor: palette.background.paper,
    '& .head': {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '0.5rem',
      justifyContent: 'space-between',
      alignItems: 'center',
    },
    '& label, & legend': { fontWeight: 600 },
    '& p': { margin: 0 },
    '& .echo': { marginBlock: '0.5rem 0.75rem', minHeight: '1.5em' },
    '& .both': {
      display: 'grid',
      gap: '1.5rem',
      [ROOM.wide]: { gridTemplateColumns: '17rem minmax(0, 1fr)' },
    },
    '& .fields': { display: 'grid', gap: '0.75rem', alignContent: 'start' },
    '& .needs': { margin: 0, padding: 0, border: 0, minWidth: 0 },
    '& .needs legend': { padding: 0 },
    '& .needs label': {
      display: 'flex',
      gap: '0.5rem',
      alignItems: 'center',
      minHeight: '2rem',
      fontWeight: 400,
    },
    '& .fields input[type="checkbox"]': {
      width: '1.25rem',
      height: '1.25rem',
      margin: 0,
      accentColor: palette.primary.main,
    },
    '& .fields small': { display: 'block', color: palette.text.secondary },
    '& .count': { fontWeight: 600, marginBlockEnd: '0.5rem' },
    '& ul': { listStyle: 'none', margin: 0, padding: 0 },
    '& ul.dim': { opacity: 0.6 },
    '& li > button': {
      display: 'grid',
      gridTemplateColumns: 'minmax(10.5rem, max-content) minmax(0, 1fr)',
      columnGap: '1rem',
      width: '100%',
      minHeight: '2.75rem',
      padding: '0.3125rem 0.625rem',
      font: 'inherit',
      lineHeight: 1.3,
      textAlign: 'start',
      color: 'inherit',
      background: 'none',
      border: 0,
      borderTop: `1px solid ${trc.line}`,
      cursor: 'pointer',
    },
    '& li > button.first': { borderTop: `2px solid ${trc.fieldLine}` },
    '& li > button:not(.first) strong': { fontWeight: 450, color: palette.text.secondary },
    '& li > button small': {
      gridColumn: 2,
      fontSize: '0.9375rem',
      color: palette.text.secondary,
    },
    '& li > button:hover': { backgroundColor: trc.sunk },
    '& li > button:focus-visible': { position: 'relative' },
    '& .keys': { marginBlockStart: '0.5rem', color: palette.text.secondary },
    '@container main (max-width: 30rem)': {
      '& li > button': { gridTemplateColumns: 'minmax(0, 1fr)' },
      '& li > button small': { gridColumn: 1 },
    },
  } as const;
}
