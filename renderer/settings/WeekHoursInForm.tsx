import { useController, useFormState } from 'react-hook-form';
import { WeekHoursField } from '../facilities/WeekHoursField.tsx';
import { readWeekHours, type WeekHoursDraft } from '../facilities/week-hours-draft.ts';
import { useFieldState } from '../shared/form-context.tsx';

/** The week of hours as one field of a ContractForm; its value is a WeekHoursDraft. */
export function WeekHoursInForm(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly unknownLabel?: string;
}) {
  const { field } = useController({ name: props.name });
  const { id } = useFieldState(props.name);
  const { isSubmitted } = useFormState();
  const draft = field.value as WeekHoursDraft;
  return (
    <WeekHoursField
      id={id}
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.unknownLabel === undefined ? {} : { unknownLabel: props.unknownLabel })}
      value={draft}
      onChange={field.onChange}
      problems={isSubmitted ? readWeekHours(draft).problems : []}
    />
  );
}
