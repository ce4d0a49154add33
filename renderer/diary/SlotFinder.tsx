import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { FreeSlot } from '#db/bookings/booking-views.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatDate, joinWords } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { CloseIcon } from '../shared/icons.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { formatSpan } from '../bookings/booking-words.ts';
import { useFreeTimes, type Wish } from './calendar.queries.ts';
import { echoOfWish, parseFinderWords, wordsOfWish } from './finder-words.ts';
import { finderStyles } from './finder-styles.ts';
import { WishFields } from '../queue/WishFields.tsx';

type SlotFinderProps = {
  /** What was typed before, when somebody comes back to it. */
  readonly text: string;
  readonly facilities: readonly Facility[];
  readonly canBook: boolean;
  readonly onTake: (slot: FreeSlot, wish: Wish, text: string) => void;
  readonly onClose: () => void;
};

/** Answers 'when is the hall free for two hours?': a sentence or fields, and the free times below as they are typed. */
export function SlotFinder(props: SlotFinderProps) {
  const { facilities, onTake } = props;
  const today = useToday();
  const id = useId();
  const [text, setText] = useState(props.text);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const known = useMemo(() => ({ today, facilities }), [today, facilities]);
  const { wish, unread } = useMemo(() => parseFinderWords(text, known), [text, known]);
  const asked = useDeferredValue(wish);
  const free = useFreeTimes(asked);
  const slots = free.data ?? [];

  function take(slot: FreeSlot | undefined): void {
    if (slot !== undefined && props.canBook) onTake(slot, wish, text);
  }

  function handleFieldKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') focusLine(0);
    // Only an answer to what now stands there is taken; a quick Enter waits for it.
    else if (event.key === 'Enter' && !free.isPlaceholderData && asked === wish) take(slots[0]);
    else return;
    event.preventDefault();
  }

  function handleListKey(event: KeyboardEvent): void {
    const lines = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = lines.indexOf(event.target as HTMLButtonElement);
    if (event.key === 'ArrowDown') focusLine(at + 1);
    else if (event.key === 'ArrowUp' && at === 0) field.current?.focus();
    else if (event.key === 'ArrowUp') focusLine(at - 1);
    else if (event.key === 'Home') focusLine(0);
    else if (event.key === 'End') focusLine(lines.length - 1);
    else return;
    event.preventDefault();
  }

  function focusLine(at: number): void {
    list.current?.querySelectorAll('button').item(at)?.focus();
  }

  return (
    <Box
      component="section"
      aria-labelledby={`${id}-title`}
      sx={finderStyles}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <div className="head">
        <Typography id={`${id}-title`} variant="h2">
          Find a time
        </Typography>
        <Button startIcon={<CloseIcon />} onClick={props.onClose}>
          Back to the calendar
        </Button>
      </div>
      <label htmlFor={id}>What is wanted?</label>
      <OutlinedInput
        id={id}
        fullWidth
        inputRef={field}
        value={text}
        placeholder="2 hours, 12 people, step-free, next week, evening"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={handleFieldKey}
        // The panel was asked for to type into it.
        {...{ autoFocus: true }}
        slotProps={{
          input: {
            spellCheck: false,
            autoComplete: 'off',
            'aria-describedby': `${id}-echo ${id}-keys`,
          },
        }}
      />
      <p id={`${id}-echo`} className="echo" role="status">
        <strong>{echoOfWish(wish, known)}.</strong>
        {unread.length > 0 && ` Not understood: ${joinWords(unread)}.`}
      </p>
      <div className="both">
        <WishFields
          wish={wish}
          facilities={facilities}
          onChange={(part) => setText(wordsOfWish({ ...wish, ...part }, known))}
        />
        <div>
          <p role="status" className="count">
            {free.data === undefined ? '' : countWords(slots.length)}
          </p>
          {free.isError && (
            <ProblemPanel
              error={free.error}
              what="The list of free times"
              onTryAgain={() => void free.refetch()}
            />
          )}
          {/* The buttons inside take the keys; the list listens for all of them. */}
          <div role="presentation" onKeyDown={handleListKey}>
            <ul ref={list} aria-label="Free times" className={free.isPlaceholderData ? 'dim' : ''}>
              {slots.map((slot, at) => (
                <li key={`${slot.facilityId} ${slot.startsAt}`}>
                  <FreeLine slot={slot} isFirstOfDay={isFirstOfDay(slots, at)} onTake={take} />
                </li>
              ))}
            </ul>
          </div>
          <p id={`${id}-keys`} className="keys">
            {props.canBook
              ? 'Enter books the first one; the down arrow goes into the list.'
              : 'Booking is for desk staff, officers and managers.'}
          </p>
        </div>
      </div>
    </Box>
  );
}

function countWords(n: number): string {
  if (n === 0) {
    return 'Nothing is free as asked. Try a shorter time, more days, or any time of day.';
  }
  return `${countOf(n, 'free time')}, the soonest first.`;
}

const isFirstOfDay = (slots: readonly FreeSlot[], at: number): boolean =>
  slots[at - 1] === undefined ||
  dateOf(slots[at - 1]?.startsAt ?? ('' as FreeSlot['startsAt'])) !==
    dateOf(slots[at]?.startsAt ?? ('' as FreeSlot['startsAt']));

function FreeLine(props: {
  readonly slot: FreeSlot;
  readonly isFirstOfDay: boolean;
  readonly onTake: (slot: FreeSlot) => void;
}) {
  const { slot } = props;
  return (
    <button
      type="button"
      className={props.isFirstOfDay ? 'first' : ''}
      onClick={() => props.onTake(slot)}
    >
      <strong>{formatDate(dateOf(slot.startsAt)).replace(/ \d{4}$/, '')}</strong>
      <span>
        <b>{formatSpan(slot.startsAt, slot.endsAt)}</b>
        {`, ${slot.facilityName}`}
      </span>
      <small>
        {slot.words}
        {slot.isOutOfHours && !/out of hours/i.test(slot.words) ? ' Out of hours.' : ''}
      </small>
    </button>
  );
}
