import type { Forecast } from '#db/bookings/booking-views.contract';
import type { Preview, PreviewLine } from './booking-preview.ts';
import type { BookingFormValues } from './booking-form-values.ts';
import type { Override, WaysOut } from './WaysOutButtons.tsx';

/** What the core last foresaw, and whether it speaks of the form as it stands. */
type Foreseen = { readonly forecast: Forecast | undefined; readonly isFresh: boolean };

/**
 * The lines under the day. The core's answer is the whole truth; while it is on its way, what the
 * screen can tell itself stands first, beside the warnings of the answer before.
 */
export function foreseenLines(
  preview: Preview | undefined,
  { forecast, isFresh }: Foreseen,
): readonly PreviewLine[] {
  const own = preview?.lines ?? [];
  if (forecast === undefined) return own;
  const told = forecast.lines.map(
    (line): PreviewLine => ({ kind: line.weight, words: line.words }),
  );
  if (isFresh) return told;
  const known = new Set(own.map((line) => line.words));
  return [...own, ...told.filter((line) => line.kind !== 'problem' && !known.has(line.words))];
}

/** What can be done about the problems, from the core's answer or from the screen's own first look. */
export function waysOutOf(
  preview: Preview | undefined,
  { forecast, isFresh }: Foreseen,
  values: Pick<
    BookingFormValues,
    'booker' | 'responsiblePersonId' | 'outsideHours' | 'squeeze' | 'lateEntry'
  >,
): WaysOut {
  const isKnown = values.booker !== null && values.responsiblePersonId !== null;
  if (forecast === undefined || !isFresh) {
    return {
      nextFreeFrom: preview?.nextFreeFrom ?? null,
      freeRoom: preview?.freeRoom ?? null,
      overrides: [],
      canWait: preview?.clash !== undefined && isKnown,
    };
  }
  const hasProblem = forecast.lines.some((line) => line.weight === 'problem');
  const isTaken = forecast.lines.some(
    (line) => line.weight === 'problem' && TAKEN_CODES.has(line.code),
  );
  const { freeRoomId, freeRoomName } = forecast;
  const overrides: readonly (Override | false)[] = [
    forecast.canSqueeze && !values.squeeze.isOn && 'squeeze',
    forecast.needsOutsideHours && !values.outsideHours.isOn && 'outsideHours',
    forecast.needsLateEntry && !values.lateEntry.isOn && 'lateEntry',
  ];
  return {
    nextFreeFrom: hasProblem ? forecast.nextFreeFrom : null,
    freeRoom:
      hasProblem && freeRoomId !== null && freeRoomName !== null
        ? { id: freeRoomId, name: freeRoomName }
        : null,
    overrides: overrides.filter((override) => override !== false),
    canWait: isTaken && isKnown,
  };
}

/** Problems that go away when somebody else gives up the time. */
const TAKEN_CODES: ReadonlySet<string> = new Set(['booking.clash', 'booking.no-places']);
