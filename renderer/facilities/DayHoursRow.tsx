import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { formatTime } from '#db/shared/plain-words';
import { type HoursProblem, readSpan, type SpanDraft } from './week-hours-draft.ts';

type DayHoursRowProps = {
  readonly name: string;
  /** What the hours are of; it makes each box's name its own on a page with several weeks. */
  readonly of: string;
  readonly spans: readonly SpanDraft[];
  readonly problems: readonly HoursProblem[];
  readonly onChange: (spans: readonly SpanDraft[]) => void;
  readonly onAdd: () => void;
  readonly extra?: ReactNode;
};

/** One weekday: closed, or one or more rows of two times. */
export function DayHoursRow({
  name,
  of,
  spans,
  problems,
  onChange,
  onAdd,
  extra,
}: DayHoursRowProps) {
  const id = useId();

  function replace(key: number, part: Partial<SpanDraft>) {
    onChange(spans.map((span) => (span.key === key ? { ...span, ...part } : span)));
  }

  /** On leaving a box the times read back as they were understood: 9 becomes 9am. */
  function tidy(typed: SpanDraft) {
    const read = readSpan(typed);
    if (typeof read === 'string') return;
    replace(typed.key, { from: formatTime(read.opensAt), until: formatTime(read.closesAt) });
  }

  return (
    <Box
      role="group"
      aria-label={`${name}, ${of}`}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '7rem 1fr' },
        columnGap: 2,
        alignItems: 'start',
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Typography sx={{ fontWeight: 600, lineHeight: '2.5rem' }}>{name}</Typography>
      <Box sx={{ display: 'grid', gap: 0.75, minWidth: 0 }}>
        {spans.map((span, at) => {
          const problem = problems.find((each) => each.key === span.key);
          const which = spans.length > 1 ? ` (${at + 1})` : '';
          const shared = {
            size: 'small',
            error: problem !== undefined,
            onBlur: () => tidy(span),
            sx: { width: '7.5rem' },
          } as const;
          const described =
            problem === undefined ? {} : { 'aria-describedby': `${id}-${span.key}` };
          return (
            <Box key={span.key}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <OutlinedInput
                  {...shared}
                  value={span.from}
                  onChange={(event) => replace(span.key, { from: event.target.value })}
                  inputProps={{ 'aria-label': `${name} opens${which}`, ...described }}
                />
                <span>to</span>
                <OutlinedInput
                  {...shared}
                  value={span.until}
                  onChange={(event) => replace(span.key, { until: event.target.value })}
                  inputProps={{ 'aria-label': `${name} closes${which}`, ...described }}
                />
                <Button
                  size="small"
                  aria-label={`Remove ${name} ${span.from} to ${span.until}`}
                  onClick={() => onChange(spans.filter((each) => each.key !== span.key))}
                >
                  Remove
                </Button>
              </Box>
              {problem !== undefined && (
                <FormHelperText error id={`${id}-${span.key}`}>
                  {problem.message}
                </FormHelperText>
              )}
            </Box>
          );
        })}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {spans.length === 0 && (
            <Typography component="span" sx={{ color: 'text.secondary', minWidth: '4.5rem' }}>
              Closed
            </Typography>
          )}
          <Button
            size="small"
            aria-label={
              spans.length === 0 ? `Add hours on ${name}` : `Add another opening on ${name}`
            }
            onClick={onAdd}
          >
            {spans.length === 0 ? 'Add hours' : 'Add another opening'}
          </Button>
          {extra}
        </Box>
      </Box>
    </Box>
  );
}
