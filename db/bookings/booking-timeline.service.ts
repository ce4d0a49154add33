import { dateOf, type LocalDateTime, type LocalTime, timeOf } from '#db/shared/local-date';
import { formatTimeRange } from '#db/shared/plain-words';
import type { TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import { listForTimeline, type TimelineBooking } from './booking-timeline.repository.ts';
import { PURPOSE_WORDS } from './bookings.contract.ts';
import { STATUS_WORDS } from './papers/public-name.rules.ts';

/** Every booking of a group or person, past and to come, and those for which a person answers. */
export const bookingTimeline: TimelineSource = {
  kinds: ['booking'],
  async list(ctx, of, asked) {
    return (await listForTimeline(ctx, of, asked)).flatMap((one) =>
      entryOn(dateOf(one.startsAt as LocalDateTime), {
        kind: 'booking',
        words: `${one.facilityName}, ${formatTimeRange(timeAt(one.startsAt), timeAt(one.endsAt))}: ${PURPOSE_WORDS[one.purpose]}${of.kind === 'person' && one.groupName !== null ? `, for ${one.groupName}` : ''}${stateWords(one)}`,
        detail: of.kind === 'group' ? one.responsibleName : '',
        path: `/bookings/${one.id}`,
      }),
    );
  },
};

const timeAt = (at: string): LocalTime => timeOf(at as LocalDateTime);

/** What became of it, where it was not simply used. */
function stateWords({ status, isNoShow }: TimelineBooking): string {
  if (isNoShow === 1) return '. Nobody came';
  return status === 'confirmed' ? '' : `. ${STATUS_WORDS[status]}`;
}
