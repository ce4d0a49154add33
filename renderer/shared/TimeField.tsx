import { LocalEndTime, LocalTime } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { parseTypedEndTime, parseTypedTime } from '#db/shared/typed-time';
import { useFormContext, useWatch } from 'react-hook-form';
import type { FieldWords } from './FieldFrame.tsx';
import { TypedField } from './TypedField.tsx';

type Props = FieldWords & {
  readonly name: string;
  /** When the room opens: a bare 7 means the morning if the room is open by then. */
  readonly opensAt?: LocalTime | undefined;
  /** For an end: the name of the field with the start, after which it must lie. */
  readonly startName?: string;
};

/** A field that takes a time as people type it and says what it understood. Its value is a LocalTime, for an end a LocalEndTime. */
export function TimeField(props: Props) {
  const { control } = useFormContext();
  const startText: unknown = useWatch({ control, name: props.startName ?? props.name });
  const start = props.startName === undefined ? undefined : LocalTime.safeParse(startText).data;
  const isEnd = props.startName !== undefined;
  const options = { opensAt: props.opensAt };

  return (
    <TypedField
      hint={isEnd ? 'For example 8, 20:30 or 2h' : 'For example 6, 6.30, 18:30 or half past 6'}
      width="10rem"
      {...props}
      parse={(text) =>
        start === undefined
          ? parseTypedTime(text, options)
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
