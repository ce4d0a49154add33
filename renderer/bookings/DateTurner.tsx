import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId, useState } from 'react';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { formatDate, formatShortDate } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';
import { useToday } from '../app/session-context.tsx';
import { LeftIcon, RightIcon } from '../shared/icons.tsx';

type DateTurnerProps = {
  readonly date: LocalDate;
  readonly onChange: (date: LocalDate) => void;
};

/** Day before, day after, today, or any day as people type it. */
export function DateTurner({ date, onChange }: DateTurnerProps) {
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
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'end' }}>
      <Button
        variant="outlined"
        startIcon={<LeftIcon />}
        aria-label={`Day before, ${formatDate(addDays(date, -1))}`}
        onClick={() => onChange(addDays(date, -1))}
      >
        {formatShortDate(addDays(date, -1))}
      </Button>
      <Button variant="outlined" disabled={date === today} onClick={() => onChange(today)}>
        Today
      </Button>
      <Button
        variant="outlined"
        endIcon={<RightIcon />}
        aria-label={`Day after, ${formatDate(addDays(date, 1))}`}
        onClick={() => onChange(addDays(date, 1))}
      >
        {formatShortDate(addDays(date, 1))}
      </Button>
      <Box component="form" noValidate onSubmit={go} sx={{ minWidth: 0 }}>
        <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600 }}>
          Go to a day
        </Box>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <OutlinedInput
            id={id}
            size="small"
            value={text}
            error={isUnread}
            placeholder="24/11, tue, +2w"
            onChange={(event) => setText(event.target.value)}
            slotProps={{
              input: {
                spellCheck: false,
                autoComplete: 'off',
                'aria-invalid': isUnread,
                'aria-describedby': `${id}-echo`,
              },
            }}
            sx={{ width: '9.5rem' }}
          />
          <Button type="submit" variant="outlined">
            Go
          </Button>
          <Typography
            id={`${id}-echo`}
            role="status"
            variant="body2"
            sx={isUnread ? { color: 'error.main', fontWeight: 600 } : { fontWeight: 600 }}
          >
            {understood !== undefined
              ? formatDate(understood)
              : isUnread
                ? 'Enter a date that exists, like 24/11 or tomorrow.'
                : ''}
          </Typography>
        </Box>
      </Box>
    </Box>
  );
}
