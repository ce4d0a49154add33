import type { Attendance, Booking, BookingStatus } from '#db/bookings/bookings.contract';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { ClockIcon, PeopleIcon } from '../shared/icons.tsx';
import { OutOfHoursIcon } from './OutOfHoursIcon.tsx';

const STATUS: Readonly<Record<BookingStatus, { readonly tone: Tone; readonly words: string }>> = {
  provisional: { tone: 'warning', words: 'Provisional' },
  requested: { tone: 'warning', words: 'Waits for approval' },
  offered: { tone: 'info', words: 'Offered' },
  confirmed: { tone: 'good', words: 'Confirmed' },
  cancelled: { tone: 'quiet', words: 'Cancelled' },
  refused: { tone: 'bad', words: 'Refused' },
  lapsed: { tone: 'quiet', words: 'Lapsed' },
};

const ATTENDANCE: Readonly<Record<Attendance, { readonly tone: Tone; readonly words: string }>> = {
  expected: { tone: 'quiet', words: '' },
  in: { tone: 'good', words: 'Here now' },
  out: { tone: 'quiet', words: 'Over' },
  'no-show': { tone: 'bad', words: 'Nobody came' },
};

type BookingStatusWordProps = {
  readonly booking: Pick<Booking, 'status' | 'isOutOfHours'> &
    Partial<Pick<Booking, 'attendance' | 'isLateCancellation'>>;
};

/** How a booking stands, and beside it what is out of the ordinary: late, out of hours (BOOK-04), here, over. */
export function BookingStatusWord({ booking }: BookingStatusWordProps) {
  const { tone, words } = STATUS[booking.status];
  const attendance = ATTENDANCE[booking.attendance ?? 'expected'];
  const isOver = ['cancelled', 'refused', 'lapsed'].includes(booking.status);
  return (
    <>
      <StatusWord tone={tone} words={words} />
      {booking.isLateCancellation === true && (
        <StatusWord tone="warning" words="Late cancellation" icon={<ClockIcon />} />
      )}
      {attendance.words !== '' && (
        <StatusWord
          tone={attendance.tone}
          words={attendance.words}
          {...(booking.attendance === 'in' ? { icon: <PeopleIcon /> } : {})}
        />
      )}
      {booking.isOutOfHours && !isOver && (
        <StatusWord tone="info" words="Out of hours" icon={<OutOfHoursIcon />} />
      )}
    </>
  );
}
