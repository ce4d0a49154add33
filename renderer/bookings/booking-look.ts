import type { Theme } from '@mui/material/styles';

/** A line drawing of stripes for set-up and clear-down. */
const stripes = (ground: string, line: string): string =>
  `repeating-linear-gradient(135deg, ${ground} 0 5px, ${line} 5px 6.5px)`;

/**
 * How a booking looks in any calendar: solid when confirmed, dashed while provisional, dotted while it
 * waits or is offered, each beside its word. Plain rules on class names, so that a week of six hundred
 * bookings adds no style work.
 */
export function bookingLook(theme: Theme) {
  const { trc, palette } = theme;
  const pale = {
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
  };
  return {
    '& .booking': {
      margin: 0,
      overflow: 'hidden',
      font: 'inherit',
      fontSize: '0.9375rem',
      lineHeight: 1.2,
      textAlign: 'start',
      cursor: 'pointer',
      color: trc.booking.ink,
      backgroundColor: trc.booking.ground,
      border: `1px solid ${trc.booking.line}`,
      borderInlineStartWidth: '0.3125rem',
      borderRadius: '0.25rem',
    },
    '& .booking:hover': { textDecoration: 'underline' },
    '& .booking.provisional': { ...pale, borderStyle: 'dashed', borderWidth: '2px' },
    '& .booking.requested, & .booking.offered': {
      ...pale,
      borderStyle: 'dotted',
      borderWidth: '2px',
      borderColor: trc.bookingOwn.line,
    },
    '& .booking.offered': { color: trc.bookingOwn.ink, backgroundColor: trc.bookingOwn.ground },
    '& .booking.no-show, & .booking.out': {
      color: trc.status.quiet.ink,
      backgroundColor: trc.status.quiet.ground,
      borderColor: trc.status.quiet.line,
    },
    // A small moon, drawn here because an icon element per booking would double the page.
    '& .booking.out-of-hours > strong::before, & .booking.out-of-hours > span::before': {
      content: '""',
      display: 'inline-block',
      width: '0.8125rem',
      height: '0.8125rem',
      marginInline: '0.125rem 0.3125rem',
      verticalAlign: '-0.0625rem',
      borderRadius: '50%',
      backgroundImage:
        'radial-gradient(circle at 72% 32%, transparent 0 0.375rem, currentColor 0.4063rem)',
    },
    '& .booking[data-lit]': {
      color: trc.status.warning.ink,
      backgroundColor: trc.status.warning.ground,
      outline: `3px double ${trc.status.warning.line}`,
      outlineOffset: '-1px',
    },
    '& .booking:focus-visible': {
      outline: `3px solid ${trc.focusOuter}`,
      outlineOffset: 0,
      boxShadow: `inset 0 0 0 2px ${trc.focusInner}`,
    },
    '@media (forced-colors: active)': {
      '& .booking': { borderColor: 'ButtonText' },
      '& .booking[data-lit]': { outlineColor: 'Highlight' },
    },
  } as const;
}

/** Closed time: hatched, always with its reason in words beside it. */
export function closedHatch(theme: Theme): string {
  const { ground, stripe } = theme.trc.closed;
  return `repeating-linear-gradient(135deg, ${ground} 0 6px, ${stripe} 6px 8px)`;
}

/** Set-up and clear-down as striped ends of the booking's own box. */
export function stripedEnds(theme: Theme) {
  const stripe = stripes(
    theme.palette.background.paper,
    `color-mix(in srgb, ${theme.trc.booking.line} 60%, ${theme.palette.background.paper})`,
  );
  return {
    backgroundImage: `${stripe}, ${stripe}`,
    backgroundRepeat: 'no-repeat',
    backgroundPosition: 'top, bottom',
    backgroundSize:
      '100% calc(var(--setup, 0) * var(--row)), 100% calc(var(--clear, 0) * var(--row))',
  } as const;
}
