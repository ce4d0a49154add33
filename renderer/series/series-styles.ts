import type { Theme } from '@mui/material/styles';

/** The list of a series' dates: rows far enough apart to tick, what is kept as wanted set off by a dashed line. */
export const seriesTableStyles = (theme: Theme) =>
  ({
    overflowX: 'auto',
    border: `1px solid ${theme.trc.line}`,
    borderRadius: 1.5,
    '& table': { width: '100%', borderCollapse: 'collapse', minWidth: '36rem' },
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '0.5rem 0.75rem',
      borderTop: `1px solid ${theme.trc.line}`,
      fontWeight: 400,
    },
    '& thead th': { borderTop: 0, fontWeight: 620, color: theme.palette.text.secondary },
    // A date and its time each stay on one line; between them the line may break.
    '& tbody strong': { fontWeight: 620, display: 'inline-block', whiteSpace: 'nowrap' },
    '& .detail': {
      display: 'inline-block',
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
    },
    '& td > span': { display: 'block' },
    '@media (max-width: 40rem)': {
      '& table': { minWidth: '26rem' },
      '& tbody strong, & .detail': { whiteSpace: 'normal' },
    },
    '& .state': { display: 'flex', gap: '0.375rem', alignItems: 'center', fontWeight: 620 },
    '& .tick': {
      display: 'inline-grid',
      placeItems: 'center',
      width: '2.25rem',
      height: '2.25rem',
      cursor: 'pointer',
    },
    '& input[type=checkbox]': {
      width: '1.375rem',
      height: '1.375rem',
      margin: 0,
      accentColor: theme.palette.primary.main,
    },
    // In view also where the table is wider than the page and scrolls.
    '& .move': { position: 'sticky', insetInlineStart: '0.75rem', maxWidth: 'calc(100vw - 9rem)' },
    '& tr.want': { backgroundColor: theme.trc.status.warning.ground },
    '& tr.want th, & tr.want td': { color: theme.trc.status.warning.ink },
    '& tr.want .detail': { color: 'inherit' },
    '& tr.drop': { color: theme.palette.text.secondary },
    '& tr.drop strong': { textDecoration: 'line-through' },
    '& .actions > *': { marginInlineEnd: '0.5rem' },
    '& tr.stays': { color: theme.palette.text.secondary },
  }) as const;
