import { LocalEndTime, LocalTime } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { parseTypedEndTime, parseTypedTime } from '#db/shared/typed-time';
import { parseTypedTimeRange } from '#db/shared/typed-time-range';
import { useFormContext, useWatch } from 'react-hook-form';
import type { FieldWords } from './FieldFrame.tsx';
import { TypedField } from './TypedField.tsx';

type Props = FieldWords & {
  readonly name: string;
  /** When the room opens: a bare 7 means the morning if the room is open by then. */
  readonly opensAt?: LocalTime | undefined;
  /** For an end: the name of the field with the start, after which it must lie. */
  readonly startName?: string;
  /** For a start: the name of the field with the end. '6-8' typed here fills both. */
  readonly endName?: string;
};

/** A field that takes a time as people type it and says what it understood. Its value is a LocalTime, for an end a LocalEndTime. */
export function TimeField(props: Props) {
  const { control, setValue } = useFormContext();
  const startText: unknown = useWatch({ control, name: props.startName ?? props.name });
  const start = props.startName === undefined ? undefined : LocalTime.safeParse(startText).data;
  const isEnd = props.startName !== undefined;
  const options = { opensAt: props.opensAt };
  const { endName } = props;
  const rangeOf = (text: string) =>
    endName === undefined ? undefined : parseTypedTimeRange(text, options);

  /** The end of a start and end typed in one go goes where ends stand. */
  function fillEnd(text: string): void {
    const range = rangeOf(text);
    if (endName === undefined || range === undefined) return;
    setValue(endName, range.until, { shouldDirty: true, shouldValidate: true });
  }

  return (
    <TypedField
      hint={isEnd ? 'For example 8, 20:30 or 2h' : 'For example 6, 6.30, 18:30 or half past 6'}
      width="10rem"
      {...props}
      onTyped={fillEnd}
      parse={(text) =>
        start === undefined
          ? (rangeOf(text)?.from ?? parseTypedTime(text, options))
          : parseTypedEndTime(text, start, options)
      }
      format={(value) => {
        const time = LocalEndTime.safeParse(value);
        return time.success ? formatTime(time.data) : '';
      }}
      unreadableSentence={
        isEnd
          ? 'Enter an end after the start, like 8pm or 2h.'
          : 'Enter a time, like 6, 6:30pm or 18:30.'
      }
      missingSentence={isEnd ? 'Enter when it ends.' : 'Enter when it starts.'}
    />
  );
}
