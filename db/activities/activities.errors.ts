import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about activities and their registers with the sentence the desk reads. */
export const activityErrors = defineErrors({
  'activity.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such activity here. Look for it in the list of activities.',
  },
  'activity.unknown-kind': {
    field: 'kind',
    sentence: (d: { kind: string }) =>
      `‘${d.kind}’ is not on this council’s list of kinds. Choose one of the list, or ask a manager to add it on the page of figures.`,
  },
  'activity.end-without-start': {
    field: 'startsAt',
    sentence: (_: Record<string, never>) =>
      'It says when the activity ends but not when it begins. Enter when it begins, or leave both empty.',
  },
  'activity.ends-before-start': {
    field: 'endsAt',
    sentence: (_: Record<string, never>) =>
      'The activity ends before it begins. Enter a later end, or leave it empty.',
  },
  'activity.booking-holds-nothing': {
    field: 'bookingId',
    sentence: (d: { reference: string }) =>
      `${d.reference} holds no room any more. Choose another booking, or enter the day and place by hand.`,
  },
  'activity.people-came': {
    sentence: (d: { reference: string; came: number }) =>
      `${countOf(d.came, 'person', 'people')} came to ${d.reference} by its register, so it took place. Put the register right first if that is not so.`,
  },
  'activity.day-to-come': {
    sentence: (d: { reference: string; on: LocalDate }) =>
      `People came to ${d.reference} by its register, so it cannot be on ${formatDateNoWeekday(d.on)}, which is still to come. Enter the day it was on.`,
  },
  'activity.cancelled': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is cancelled. Bring it back first if it takes place after all.`,
  },
  'activity.not-cancelled': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is not cancelled. Look at it again; a colleague may have brought it back.`,
  },
  'activity.changed-by-someone-else': {
    sentence: (d: { reference: string }) =>
      `Someone else has changed ${d.reference} meanwhile. Look at it again, then make your change once more.`,
  },
  'register.closed': {
    sentence: (d: { reference: string }) =>
      `The register of ${d.reference} was said to be complete. Open it again with a reason, then change it.`,
  },
  'register.not-closed': {
    sentence: (d: { reference: string }) =>
      `The register of ${d.reference} is open already. Change it as it is.`,
  },
  'register.too-early': {
    sentence: (d: { reference: string; on: LocalDate }) =>
      `${d.reference} is on ${formatDateNoWeekday(d.on)}, which is still to come. Until then people are expected or send apologies.`,
  },
  'register.no-name': {
    field: 'name',
    sentence: (_: Record<string, never>) =>
      'Choose somebody on record, or enter the name as they write it.',
  },
  'register.on-already': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `${d.name} is on this register already, and is counted once. Change that line instead.`,
  },
  'register.left-before-arriving': {
    field: 'leftAt',
    sentence: (_: Record<string, never>) =>
      'They left before they arrived. Enter a later time, or leave it empty.',
  },
  'register.line-not-found': {
    sentence: (_: { id: string }) =>
      'There is no such line on a register here. Look at the register again.',
  },
  'register.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else has changed the line of ${d.name} meanwhile. Look at it again, then make your change once more.`,
  },
});
