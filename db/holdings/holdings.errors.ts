import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';

/** Every refusal when records are put together or taken apart, with the sentence the desk reads. */
export const holdingErrors = defineErrors({
  'merge.same-record': {
    field: 'lostId',
    sentence: (_: { id: string }) =>
      'This is one record, not two. Choose the other record of the same person or group.',
  },
  'merge.changed-meanwhile': {
    sentence: (_: Record<string, never>) =>
      'Someone else changed one of the two records while you had them open. Look at both again, then put them together.',
  },
  'merge.claims-apart': {
    sentence: (d: { keptName: string; lostName: string; claims: readonly string[] }) =>
      `${d.keptName} and ${d.lostName} took different parts in ${joinWords(d.claims.slice(0, 5))}: one of them claimed or took a step that the other decided. One person must not do both. Keep both records, and ask a manager to look at the claims.`,
  },
  'merge.one-not-in-use': {
    sentence: (d: { gone: string; inUse: string }) =>
      `${d.gone} is no longer in use, and ${d.inUse} is. If they are one group, take back that ${d.gone} ended, or keep ${d.inUse}, then put them together.`,
  },
  'merge.one-between': {
    sentence: (d: { between: string }) =>
      `${d.between} is a part of one of the two, and the other is a part of it. Change on its page of which group ${d.between} is a part, then put the two together.`,
  },
  'merge.being-erased': {
    sentence: (d: { name: string }) =>
      `The record of ${d.name} is being erased. A manager takes that back first, then put the records together.`,
  },
  'merge.not-found': {
    sentence: (_: { id: string }) =>
      'These records were not put together here. Look at the page of the person or group.',
  },
  'merge.undone-before': {
    sentence: (d: { lostName: string }) =>
      `This was taken back before. ${d.lostName} has a record of its own again.`,
  },
  'merge.too-late': {
    sentence: (d: { until: LocalDate }) =>
      `This could be taken back until ${formatDateNoWeekday(d.until)}. Enter the record anew, and move by hand what belongs to it.`,
  },
  'merge.went-on': {
    sentence: (d: { keptName: string }) =>
      `The record it went into was itself put together with ${d.keptName} since. Take that back first.`,
  },
  'merge.name-taken': {
    sentence: (d: { name: string }) =>
      `Another group is called ${d.name} now. Give that one another name, then take this back.`,
  },
});
