import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { DayHoursRow } from './DayHoursRow.tsx';
import {
  type HoursProblem,
  WEEKDAY_NAMES,
  type WeekHoursDraft,
  withDay,
  withMondayOnWeekdays,
  withSpanAdded,
} from './week-hours-draft.ts';

type WeekHoursFieldProps = {
  /** What the hours are of: 'Opening hours', 'Office hours'. */
  readonly label: string;
  readonly hint?: string;
  readonly value: WeekHoursDraft;
  readonly onChange: (value: WeekHoursDraft) => void;
  /** From readWeekHours, once the person has tried to save. */
  readonly problems?: readonly HoursProblem[];
  /** Without it the hours must be known. */
  readonly unknownLabel?: string;
  /** Gives the group an id, so that a link of the error summary can reach it. */
  readonly id?: string;
};

/** A week of opening times, typed day by day; times may be typed in any usual way. */
export function WeekHoursField(props: WeekHoursFieldProps) {
  const { label, hint, value, onChange, problems = [], unknownLabel } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const wholeWeek = problems.filter((problem) => problem.key === undefined);

  return (
    <Box
      component="fieldset"
      id={id}
      tabIndex={-1}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}
    >
      <Typography component="legend" sx={{ fontWeight: 600, p: 0 }}>
        {label}
      </Typography>
      {hint !== undefined && (
        <Typography id={`${id}-hint`} variant="body2" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      )}
      {wholeWeek.map((problem) => (
        <FormHelperText key={problem.message} error>
          {problem.message}
        </FormHelperText>
      ))}
      {unknownLabel !== undefined && (
        <FormControlLabel
          control={
            <Checkbox
              checked={!value.isKnown}
              onChange={(event) => onChange({ ...value, isKnown: !event.target.checked })}
            />
          }
          label={unknownLabel}
        />
      )}
      {value.isKnown && (
        <Box sx={{ display: 'grid', gap: 0.5, mt: 1 }}>
          {WEEKDAY_NAMES.map(({ weekday, name }) => (
            <DayHoursRow
              key={weekday}
              name={name}
              of={label}
              spans={value.days[weekday]}
              problems={problems.filter(
                (problem) => problem.weekday === weekday && problem.key !== undefined,
              )}
              onChange={(spans) => onChange(withDay(value, weekday, spans))}
              onAdd={() => onChange(withSpanAdded(value, weekday))}
              extra={
                weekday === 1 &&
                value.days[1].length > 0 && (
                  <Button size="small" onClick={() => onChange(withMondayOnWeekdays(value))}>
                    Same on Tuesday to Friday
                  </Button>
                )
              }
            />
          ))}
        </Box>
      )}
    </Box>
  );
}
