import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import Button from '@mui/material/Button';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type FormEvent, memo, useId, useState } from 'react';
import {
  addDays,
  addMonths,
  type LocalDate,
  startOfMonth,
  startOfWeek,
} from '#db/shared/local-date';
import { formatDate, formatShortDate } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';
import { useToday } from '../app/session-context.tsx';
import { LeftIcon, RightIcon } from '../shared/icons.tsx';
import { monthTitle } from './month-layout.ts';
import { daysOfPeriod, type Period } from './use-bookings-address.ts';
import { weekTitle } from './week-layout.ts';

type DateTurnerProps = {
  readonly date: LocalDate;
  /** How far the arrows turn. */
  readonly period: Period;
  readonly onChange: (date: LocalDate) => void;
};

/** The date so many periods on: the same weekday, or the first of the month. */
export function turned(date: LocalDate, period: Period, step: number): LocalDate {
  if (period === 'day') return addDays(date, step);
  return period === 'week' ? addDays(date, 7 * step) : startOfMonth(addMonths(date, step));
}

const SAID: Readonly<
  Record<Period, { short: (date: LocalDate) => string; long: (date: LocalDate) => string }>
> = {
  day: { short: formatShortDate, long: formatDate },
  week: {
    short: (date) => formatShortDate(startOfWeek(date)),
    long: (date) => weekTitle(startOfWeek(date)),
  },
  month: { short: (date) => monthTitle(date).slice(0, 3), long: monthTitle },
};
const PERIOD_WORDS: Readonly<Record<Period, string>> = { day: 'Day', week: 'Week', month: 'Month' };

/** Before, after, today, or any day as people type it. */
export const DateTurner = memo(function DateTurner({ date, period, onChange }: DateTurnerProps) {
  const today = useToday();
  const [before, after] = [turned(date, period, -1), turned(date, period, 1)];
  const { from, until } = daysOfPeriod(date, period);
  const { short, long } = SAID[period];
  return (
    <Box sx={turnerStyles}>
      {/* Plain buttons: they are drawn again with every turn. */}
      <button
        type="button"
        aria-label={`${PERIOD_WORDS[period]} before, ${long(before)}`}
        onClick={() => onChange(before)}
      >
        {LEFT}
        {short(before)}
      </button>
      <button
        type="button"
        disabled={from <= today && today <= until && (period !== 'day' || date === today)}
        onClick={() => onChange(today)}
      >
        Today
      </button>
      <button
        type="button"
        aria-label={`${PERIOD_WORDS[period]} after, ${long(after)}`}
        onClick={() => onChange(after)}
      >
        {short(after)}
        {RIGHT}
      </button>
      <GoToDay onChange={onChange} />
    </Box>
  );
});

const LEFT = <LeftIcon />;
const RIGHT = <RightIcon />;

const turnerStyles = (theme: Theme) =>
  ({
    display: 'flex',
    flexWrap: 'wrap',
    gap: 1,
    alignItems: 'center',
    '& > button': {
      display: 'inline-flex',
      gap: '0.5rem',
      alignItems: 'center',
      minHeight: '2.625rem',
      paddingInline: '0.875rem',
      font: 'inherit',
      fontSize: '1.0625rem',
      fontWeight: 600,
      lineHeight: 1.3,
      color: theme.palette.primary.main,
      background: 'none',
      border: '2px solid',
      borderColor:
        theme.trc.name === 'contrast'
          ? 'currentColor'
          : `color-mix(in srgb, ${theme.palette.primary.main} 50%, transparent)`,
      borderRadius: '0.375rem',
      cursor: 'pointer',
    },
    '& > button svg': { fontSize: '1.25rem' },
    '& > button:hover': {
      backgroundColor: `color-mix(in srgb, ${theme.palette.primary.main} 6%, transparent)`,
    },
    '& > button:disabled': {
      color: theme.palette.text.disabled,
      borderColor: theme.trc.line,
      cursor: 'default',
    },
  }) as const;

const GoToDay = memo(function GoToDay({ onChange }: Pick<DateTurnerProps, 'onChange'>) {
  const today = useToday();
  const id = useId();
  const [text, setText] = useState('');
  const [isUnread, setIsUnread] = useState(false);
  const understood = text.trim() === '' ? undefined : parseTypedDate(text, today);

  function go(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    setIsUnread(understood === undefined);
    if (understood === undefined) return;
    setText('');
    onChange(understood);
  }

  return (
    <Box
      component="form"
      noValidate
      onSubmit={go}
      sx={{ position: 'relative', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <Box component="label" htmlFor={id} sx={{ fontWeight: 600 }}>
        Go to a day
      </Box>
      <OutlinedInput
        id={id}
        size="small"
        value={text}
        error={isUnread}
        placeholder="24/11, tue, +2w"
        onChange={(event) => {
          setText(event.target.value);
          setIsUnread(false);
        }}
        slotProps={{
          input: {
            spellCheck: false,
            autoComplete: 'off',
            'aria-invalid': isUnread,
            'aria-describedby': `${id}-echo`,
          },
        }}
        sx={{ width: '8.75rem' }}
      />
      <Button type="submit" variant="outlined">
        Go
      </Button>
      <Typography
        id={`${id}-echo`}
        role="status"
        variant="body2"
        sx={(theme) => ({
          position: 'absolute',
          top: '100%',
          zIndex: 6,
          fontWeight: 600,
          '&:not(:empty)': {
            paddingInline: 1,
            paddingBlock: 0.25,
            border: `1px solid ${theme.trc.line}`,
            borderRadius: 1,
            backgroundColor: theme.palette.background.paper,
          },
          color: isUnread ? theme.palette.error.main : theme.palette.text.primary,
        })}
      >
        {understood !== undefined
          ? formatDate(understood)
          : isUnread
            ? 'Enter a date that exists, like 24/11 or tomorrow.'
            : ''}
      </Typography>
    </Box>
  );
});
