import type { Theme } from '@mui/material/styles';
import { closedHatch } from '../bookings/booking-look.ts';

/** Free time as a bar from the left: its length says how much, its end says that it is not full. */
const freeBar = (theme: Theme) =>
  ({
    display: 'block',
    height: '0.5rem',
    border: `1px solid ${theme.trc.booking.line}`,
    borderRadius: '0.25rem',
    backgroundImage: `linear-gradient(${theme.trc.booking.line}, ${theme.trc.booking.line})`,
    backgroundRepeat: 'no-repeat',
    backgroundSize: 'var(--free, 0%) 100%',
  }) as const;

export function monthStyles(theme: Theme) {
  const { trc, palette } = theme;
  return {
    overflow: 'auto',
    '& .month': {
      minWidth: '36rem',
      border: `1px solid ${trc.line}`,
      borderRadius: '0.75rem',
      overflow: 'hidden',
      backgroundColor: palette.background.paper,
    },
    '& .month.dim': { opacity: 0.6 },
    '& .week': { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))' },
    '& .heads > div': {
      padding: '0.3125rem 0.5rem',
      fontWeight: 650,
      backgroundColor: trc.sunk,
    },
    '& .day': {
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      gap: '0.0625rem',
      minHeight: 'max(5.25rem, calc((100dvh - var(--above, 17.1875rem) - 2.5rem) / 6))',
      padding: '0.25rem 0.5rem 0.4375rem',
      lineHeight: 1.25,
      fontSize: '0.9375rem',
      cursor: 'pointer',
      borderTop: `1px solid ${trc.line}`,
      borderInlineEnd: `1px solid ${trc.line}`,
    },
    '& .day:last-of-type': { borderInlineEnd: 0 },
    '& .day strong': { fontSize: '1.0625rem' },
    '& .day .free': { color: palette.text.secondary, marginBlockEnd: 'auto' },
    '& .day.none': { cursor: 'default', backgroundColor: trc.sunk },
    '& .day.closed': { background: closedHatch(theme) },
    '& .day.closed strong, & .day.closed span:not(.bar)': {
      alignSelf: 'start',
      paddingInline: '0.25rem',
      marginInlineStart: '-0.25rem',
      borderRadius: '0.25rem',
      backgroundColor: trc.closed.ground,
    },
    '& .day.full .free': { fontWeight: 700, color: palette.text.primary },
    '& .day.today': { boxShadow: `inset 0 0 0 3px ${trc.nowLine}` },
    '& .day:hover:not(.none)': { textDecoration: 'underline' },
    '& .day:focus-visible, & .day:focus': {
      outline: `3px solid ${trc.focusOuter}`,
      outlineOffset: '-3px',
      boxShadow: `inset 0 0 0 5px ${trc.focusInner}`,
    },
    '& .bar': freeBar(theme),
    '& .closed .bar, & .unknown .bar': { display: 'none' },
    '& .full .bar': { backgroundImage: 'none', borderStyle: 'dashed' },
    '@media (forced-colors: active)': {
      '& .bar': { forcedColorAdjust: 'none', borderColor: 'CanvasText' },
    },
  } as const;
}

/** The small month beside the calendar: the same bars under the days' numbers. */
export function miniMonthStyles(theme: Theme) {
  const { trc, palette } = theme;
  return {
    '& .week': { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))' },
    '& .heads': { fontSize: '0.8125rem', textAlign: 'center', color: palette.text.secondary },
    '& .day': {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      minHeight: '2.125rem',
      margin: '1px',
      padding: '0.125rem 0.1875rem 0.1875rem',
      fontSize: '0.9375rem',
      lineHeight: 1.2,
      textAlign: 'center',
      cursor: 'pointer',
      border: '1px solid transparent',
      borderRadius: '0.25rem',
    },
    '& .day.none': { cursor: 'default' },
    '& .day.inside': { backgroundColor: trc.sunk },
    '& .day.chosen': {
      fontWeight: 700,
      borderColor: palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
    },
    '& .day.today > span:first-of-type': {
      fontWeight: 700,
      textDecoration: `underline 3px ${trc.nowLine}`,
      textUnderlineOffset: '0.125rem',
    },
    '& .day:hover:not(.none)': { borderColor: trc.fieldLine },
    '& .day:focus-visible, & .day:focus': {
      outline: `3px solid ${trc.focusOuter}`,
      outlineOffset: '-2px',
      boxShadow: `inset 0 0 0 3px ${trc.focusInner}`,
    },
    '& .day.closed': { background: closedHatch(theme) },
    '& .day.closed > span:first-of-type': {
      alignSelf: 'center',
      paddingInline: '0.1875rem',
      borderRadius: '0.25rem',
      backgroundColor: trc.closed.ground,
    },
    '& .bar': { ...freeBar(theme), height: '0.375rem' },
    '& .closed .bar, & .unknown .bar': { visibility: 'hidden' },
    '& .full .bar': { backgroundImage: 'none', borderStyle: 'dashed' },
    '@media (forced-colors: active)': {
      '& .bar': { forcedColorAdjust: 'none', borderColor: 'CanvasText' },
    },
  } as const;
}
