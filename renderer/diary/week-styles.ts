import type { Theme } from '@mui/material/styles';
import { bookingLook, closedHatch } from '../bookings/booking-look.ts';

/** One rule set for the whole week: cells and bookings carry class names and nothing else. */
export function weekStyles(theme: Theme) {
  const { trc, palette } = theme;
  return {
    ...bookingLook(theme),
    overflow: 'auto',
    maxHeight: 'max(26rem, calc(100dvh - var(--above, 16.25rem)))',
    border: `1px solid ${trc.line}`,
    borderRadius: 2,
    backgroundColor: palette.background.paper,
    '& .sheet': { minWidth: '46rem' },
    '& .row': {
      display: 'grid',
      gridTemplateColumns: '7rem repeat(7, minmax(0, 1fr))',
    },
    '& .row:not(.heads)': {
      // Rooms below the window cost nothing until they are scrolled to.
      contentVisibility: 'auto',
      containIntrinsicSize: 'auto 1px auto 9rem',
      borderBottom: `1px solid ${trc.line}`,
    },
    '& .row:last-of-type': { borderBottom: 0 },
    '& .heads': { position: 'sticky', top: 0, zIndex: 3 },
    '& .corner, & .head, & .room': {
      backgroundColor: trc.sunk,
      borderInlineEnd: `1px solid ${trc.line}`,
    },
    '& .corner, & .head': { borderBottom: `1px solid ${trc.line}`, lineHeight: 1.2 },
    '& .corner, & .room': { position: 'sticky', insetInlineStart: 0, zIndex: 2 },
    '& .corner': { padding: '0.4375rem 0.5rem', color: palette.text.secondary },
    '& .room': { padding: '0.375rem 0.5rem', lineHeight: 1.25, overflowWrap: 'anywhere' },
    '& .room span': { display: 'block', fontSize: '0.875rem', color: palette.text.secondary },
    '& .head button': {
      width: '100%',
      minHeight: '2rem',
      padding: '0.1875rem 0.25rem 0.1875rem 0.375rem',
      font: 'inherit',
      fontSize: '0.9375rem',
      fontWeight: 650,
      textAlign: 'start',
      color: 'inherit',
      background: 'none',
      border: 0,
      cursor: 'pointer',
    },
    '& .head button:hover': { textDecoration: 'underline' },
    '& .head button:focus-visible': { outlineOffset: '-3px', boxShadow: 'none' },
    '& .head.today': { boxShadow: `inset 0 0.25rem 0 ${trc.nowLine}` },
    '& .cell': {
      display: 'flex',
      flexDirection: 'column',
      gap: '0.125rem',
      minHeight: '3.25rem',
      // The foot stays free, so that a full day can still be pressed to book.
      padding: '0.1875rem 0.1875rem 1.625rem',
      position: 'relative',
      cursor: 'cell',
      borderInlineEnd: `1px solid ${trc.line}`,
      scrollMarginTop: '3rem',
      scrollMarginInlineStart: '7.5rem',
    },
    '& .cell.today': {
      boxShadow: `inset 2px 0 0 ${trc.nowLine}, inset -2px 0 0 ${trc.nowLine}`,
    },
    '& .cell.closed': { background: closedHatch(theme) },
    '& .cell:hover': { outline: `1px dashed ${trc.fieldLine}`, outlineOffset: '-2px' },
    '& .cell:hover::after, & .cell:focus::after': {
      content: '"+" / ""',
      position: 'absolute',
      insetInlineStart: '0.5rem',
      bottom: '0.125rem',
      fontWeight: 650,
      color: palette.text.secondary,
    },
    '& .cell:focus-visible, & .cell:focus': {
      outline: `3px solid ${trc.focusOuter}`,
      outlineOffset: '-3px',
      boxShadow: `inset 0 0 0 5px ${trc.focusInner}`,
    },
    '& .why': {
      alignSelf: 'start',
      paddingInline: '0.25rem',
      fontSize: '0.875rem',
      lineHeight: 1.25,
      color: palette.text.secondary,
      backgroundColor: trc.closed.ground,
      borderRadius: '0.25rem',
    },
    '& .cell > .booking': {
      minHeight: '1.5rem',
      padding: '0.0625rem 0.3125rem',
      fontSize: '0.875rem',
      fontWeight: 450,
      overflowWrap: 'anywhere',
      scrollMarginTop: '3rem',
    },
    '& .cell > .booking span': { fontWeight: 620 },
  } as const;
}
