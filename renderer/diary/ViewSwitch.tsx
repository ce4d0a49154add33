import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import { memo } from 'react';
import { BOOKINGS_VIEWS, type BookingsView } from './kept-view.ts';

const VIEW_WORDS: Readonly<Record<BookingsView, string>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  list: 'List',
};

/** Day, week, month or list: one choice, each a press away. */
export const ViewSwitch = memo(function ViewSwitch(props: {
  readonly view: BookingsView;
  readonly onChange: (view: BookingsView) => void;
}) {
  return (
    <Box role="group" aria-label="How to show the bookings" sx={switchStyles}>
      {BOOKINGS_VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === props.view}
          onClick={() => props.onChange(view)}
        >
          {VIEW_WORDS[view]}
        </button>
      ))}
    </Box>
  );
});

const switchStyles = (theme: Theme) =>
  ({
    display: 'inline-flex',
    border: `2px solid ${theme.trc.fieldLine}`,
    borderRadius: '0.5rem',
    backgroundColor: theme.palette.background.paper,
    '& button': {
      minHeight: '2.375rem',
      paddingInline: '0.875rem',
      font: 'inherit',
      fontWeight: 600,
      color: 'inherit',
      background: 'none',
      border: 0,
      borderInlineStart: `1px solid ${theme.trc.line}`,
      cursor: 'pointer',
    },
    '& button:first-of-type': { borderInlineStart: 0, borderRadius: '0.375rem 0 0 0.375rem' },
    '& button:last-of-type': { borderRadius: '0 0.375rem 0.375rem 0' },
    '& button:hover': { textDecoration: 'underline' },
    '& button[aria-pressed="true"]': {
      color: theme.palette.primary.contrastText,
      backgroundColor: theme.palette.primary.main,
    },
    '@media (forced-colors: active)': {
      '& button[aria-pressed="true"]': { outline: '3px solid Highlight', outlineOffset: '-3px' },
    },
  }) as const;
