import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type ReactNode, useId, useState } from 'react';
import { ACCESS_WORDS, AccessFeature, type Facility } from '#db/facilities/facilities.contract';
import type { LocalDate } from '#db/shared/local-date';
import { formatDate, formatMinutes, formatShortDate } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';
import { useToday } from '../app/session-context.tsx';
import type { Wish } from '../diary/calendar.queries.ts';

type WishFieldsProps = {
  readonly wish: Wish;
  readonly facilities: readonly Facility[];
  readonly onChange: (part: Partial<Wish>) => void;
};

const USUAL_LENGTHS = [30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 480];
const PART_WORDS: Readonly<Record<Wish['part'], string>> = {
  any: 'Any time of day',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
};

/** The same wish as the sentence, one field for each part; each writes itself into the sentence. */
export function WishFields({ wish, facilities, onChange }: WishFieldsProps) {
  const inUse = facilities.filter((facility) => facility.isActive);
  const offered = AccessFeature.options.filter((feature) =>
    inUse.some((facility) => facility.accessFeatures.includes(feature)),
  );
  const needs = [...new Set([...offered, ...wish.accessNeeds])];
  const lengths = [...new Set([...USUAL_LENGTHS, wish.minutes])].toSorted((a, b) => a - b);
  return (
    <div className="fields">
      <Select
        label="How long?"
        value={String(wish.minutes)}
        onChange={(minutes) => onChange({ minutes: Number(minutes) })}
      >
        {lengths.map((minutes) => (
          <option key={minutes} value={minutes}>
            {formatMinutes(minutes)}
          </option>
        ))}
      </Select>
      <PeopleInput people={wish.people} onChange={(people) => onChange({ people })} />
      <Select
        label="Which room?"
        value={wish.facilityId ?? ''}
        onChange={(id) =>
          onChange({ facilityId: inUse.find((facility) => facility.id === id)?.id ?? null })
        }
      >
        <option value="">Any room</option>
        {inUse.map((facility) => (
          <option key={facility.id} value={facility.id}>
            {facility.name}
          </option>
        ))}
      </Select>
      <DateInput
        label="From which day?"
        date={wish.from}
        onChange={(from) => onChange({ from, until: from > wish.until ? from : wish.until })}
      />
      <DateInput
        label="Until which day?"
        date={wish.until}
        onChange={(until) => onChange({ until, from: until < wish.from ? until : wish.from })}
      />
      <Select
        label="When in the day?"
        value={wish.part}
        onChange={(part) => onChange({ part: part as Wish['part'] })}
      >
        {Object.entries(PART_WORDS).map(([part, words]) => (
          <option key={part} value={part}>
            {words}
          </option>
        ))}
      </Select>
      {needs.length > 0 && (
        <fieldset className="needs">
          <legend>What must it have?</legend>
          {needs.map((need) => (
            <label key={need}>
              <input
                type="checkbox"
                checked={wish.accessNeeds.includes(need)}
                onChange={(event) =>
                  onChange({
                    accessNeeds: event.target.checked
                      ? [...wish.accessNeeds, need]
                      : wish.accessNeeds.filter((each) => each !== need),
                  })
                }
              />
              {ACCESS_WORDS[need]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Select(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <NativeSelect
        fullWidth
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        input={<OutlinedInput size="small" />}
        inputProps={{ id }}
      >
        {props.children}
      </NativeSelect>
    </div>
  );
}

function PeopleInput(props: {
  readonly people: number | null;
  readonly onChange: (people: number | null) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>How many people?</label>
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        value={props.people ?? ''}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, 4);
          props.onChange(Number(digits) === 0 ? null : Number(digits));
        }}
        slotProps={{ input: { inputMode: 'numeric', autoComplete: 'off' } }}
      />
    </div>
  );
}

/** A day as people type it; it is taken over as soon as it can be read. */
function DateInput(props: {
  readonly label: string;
  readonly date: LocalDate;
  readonly onChange: (date: LocalDate) => void;
}) {
  const { date, onChange } = props;
  const id = useId();
  const today = useToday();
  const [text, setText] = useState<string | null>(null);
  const understood = text === null ? date : parseTypedDate(text, today);
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        value={text ?? formatShortDate(date)}
        error={understood === undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          const read = parseTypedDate(event.target.value, today);
          if (read !== undefined) onChange(read);
        }}
        onBlur={() => setText(null)}
        slotProps={{
          input: {
            spellCheck: false,
            autoComplete: 'off',
            'aria-invalid': understood === undefined,
            'aria-describedby': `${id}-echo`,
          },
        }}
      />
      <small id={`${id}-echo`}>
        {understood === undefined
          ? 'Enter a date that exists, like 24/11 or tue.'
          : formatDate(understood)}
      </small>
    </div>
  );
}
