import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { type Booking, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { ACCESS_WORDS } from '#db/facilities/facilities.contract';
import type { Instant } from '#db/shared/instant';
import { dateOf, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { countOf, formatDate, formatDateTime, formatTime, joinWords } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import type { Fact } from '../shared/FactList.tsx';
import { wantedWords } from './booking-merge.ts';
import { formatSpan } from './booking-words.ts';

const moment = (at: Instant): string => formatDateTime(localDateTimeOf(at));
const hour = (at: Instant): string => formatTime(timeOf(localDateTimeOf(at)));

/** A line that is left out when there is nothing to say. */
function lineIf(isThere: boolean, fact: () => Fact): readonly Fact[] {
  return isThere ? [fact()] : [];
}

/** Everything known of a booking, in the order in which the desk asks for it. */
export function factsOf(booking: Booking): readonly Fact[] {
  return [
    ...whatAndWhen(booking),
    ...whoFor(booking),
    ...whatItNeeds(booking),
    ...howItStands(booking),
  ];
}

function whatAndWhen(booking: Booking): readonly Fact[] {
  const date = dateOf(booking.startsAt);
  const isHeldLonger =
    booking.heldFrom !== booking.startsAt || booking.heldUntil !== booking.endsAt;
  return [
    {
      label: 'Room',
      value: (
        <Link component={RouterLink} to={pathTo.rooms({ date })}>
          {booking.facilityName}
        </Link>
      ),
    },
    {
      label: 'When',
      value: `${formatDate(date)}, ${formatSpan(booking.startsAt, booking.endsAt)}`,
    },
    ...lineIf(isHeldLonger, () => ({
      label: 'Room held',
      value: `${formatSpan(booking.heldFrom, booking.heldUntil)}, with time to set up and clear`,
    })),
    ...lineIf(booking.units > 1, () => ({ label: 'Places', value: booking.units })),
    ...lineIf(booking.layoutName !== '', () => ({ label: 'Layout', value: booking.layoutName })),
    ...lineIf(booking.keyholder !== '', () => ({
      label: 'Opens and locks up',
      isPersonal: true,
      value: `${booking.keyholder}. ${booking.hoursReason}`,
    })),
  ];
}

function whoFor(booking: Booking): readonly Fact[] {
  const { booker } = booking;
  const bookerPath =
    booker.kind === 'group' ? pathTo.group(booker.groupId) : pathTo.person(booker.personId);
  return [
    {
      label: 'Booked for',
      isPersonal: true,
      value: (
        <>
          <Link component={RouterLink} to={bookerPath}>
            {booking.bookerName}
          </Link>
          {booking.bookerPhone === '' ? '' : `, ${booking.bookerPhone}`}
        </>
      ),
    },
    { label: 'What for', value: PURPOSE_WORDS[booking.purpose] },
    {
      label: 'Responsible',
      isPersonal: true,
      value: (
        <>
          <Link component={RouterLink} to={pathTo.person(booking.responsiblePersonId)}>
            {booking.responsibleName}
          </Link>
          {booking.responsiblePhone === '' ? '' : `, ${booking.responsiblePhone}`}
        </>
      ),
    },
  ];
}

function whatItNeeds(booking: Booking): readonly Fact[] {
  return [
    { label: 'People expected', value: booking.expectedNumber ?? 'Not said' },
    { label: 'Needs', value: booking.needs === '' ? 'None said' : booking.needs, isPersonal: true },
    ...lineIf(booking.accessNeeds.length > 0, () => ({
      label: 'The place must have',
      isPersonal: true,
      value: joinWords(booking.accessNeeds.map((need) => ACCESS_WORDS[need])),
    })),
    ...lineIf(booking.crechePlaces > 0, () => ({
      label: 'Crèche places',
      value: booking.crechePlaces,
    })),
    ...lineIf(booking.thingsWanted.length > 0, () => ({
      label: 'To stand ready',
      value: wantedWords(booking.thingsWanted),
    })),
    ...lineIf(booking.notes !== '', () => ({
      label: 'Notes',
      value: booking.notes,
      isPersonal: true,
    })),
    {
      label: 'Name on door signs',
      value: booking.mayShowName ? 'They agreed' : 'Not shown',
    },
  ];
}

function howItStands(booking: Booking): readonly Fact[] {
  const { lapsesOn, offerUntil, checkedInAt, checkedOutAt, cancelledAt } = booking;
  return [
    {
      label: 'Asked for',
      value: `${moment(booking.requestedAt)}${booking.takenBy === '' ? '' : `, taken by ${booking.takenBy}`}`,
    },
    ...lineIf(booking.lateEntryReason !== '', () => ({
      label: 'Entered late',
      value: booking.lateEntryReason,
      isPersonal: true,
    })),
    ...(booking.status === 'provisional' && lapsesOn !== null
      ? [{ label: 'Held until', value: `the end of ${formatDate(lapsesOn)}` }]
      : []),
    ...(booking.status === 'offered' && offerUntil !== null
      ? [{ label: 'Offer stands until', value: moment(offerUntil) }]
      : []),
    ...(checkedInAt === null
      ? []
      : [
          {
            label: 'Came',
            value: `${hour(checkedInAt)}${booking.headcount === null ? '' : `, ${countOf(booking.headcount, 'person', 'people')}`}`,
          },
        ]),
    ...(checkedOutAt === null ? [] : [{ label: 'Left', value: hour(checkedOutAt) }]),
    ...(cancelledAt === null
      ? []
      : [
          {
            label: booking.status === 'refused' ? 'Refused' : 'Cancelled',
            value: `${moment(cancelledAt)}${booking.isLateCancellation ? ', with less notice than the room asks for' : ''}`,
          },
          { label: 'Why', value: booking.cancelReason, isPersonal: true },
        ]),
  ];
}
