import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about groups with the sentence the desk reads. */
export const groupErrors = defineErrors({
  'group.not-found': {
    sentence: (_: { id: string }) => 'There is no such group here. Look for it by name.',
  },
  'group.name-taken': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `There is already a group called ${d.name}. Use that one, or give this one another name.`,
  },
  'group.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
  'group.inside-itself': {
    field: 'parentId',
    sentence: (d: { name: string }) =>
      `${d.name} cannot be a part of itself or of one of its own sub-groups. Choose another group.`,
  },
  'group.not-yet': {
    sentence: (d: { today: LocalDate }) =>
      `This happens by today, ${formatDateNoWeekday(d.today)}. Enter that day or an earlier one.`,
  },
  'group.recognition-is-decided': {
    sentence: (_: Record<never, never>) =>
      'The dates of recognition come from what a manager decides. Go to Recognition on the group’s page.',
  },
  'group.no-homes': {
    field: 'fromLandlord',
    sentence: (d: { landlord: string; on: LocalDate }) =>
      `No homes of ${d.landlord} are entered here on ${formatDateNoWeekday(d.on)}. Enter how many there were first.`,
  },
  'group.same-landlord': {
    field: 'toLandlord',
    sentence: (d: { landlord: string }) =>
      `The homes are with ${d.landlord} already. Enter the landlord who has them now.`,
  },
  'group.entry-gone': {
    sentence: (_: { id: string }) =>
      'This entry is not there any more. Somebody else took it off the record. Look at the group again.',
  },
  'group.part-changed': {
    sentence: (d: { what: string }) =>
      `Someone else changed ${d.what} while you had it open. Look at how it stands now, then save again.`,
  },
  'group.replaced-before': {
    sentence: (d: { title: string }) =>
      `${d.title} was replaced before. Add the new one in place of the document in force.`,
  },
  'group.expires-before': {
    field: 'expiresOn',
    sentence: (_: Record<never, never>) =>
      'The document runs out before it was dated. Check both days.',
  },
  'group.own-body': {
    field: 'bodyGroupId',
    sentence: (d: { name: string }) =>
      `${d.name} cannot send somebody to itself. Choose the body on which the person speaks for it.`,
  },
  'group.represents-already': {
    field: 'personId',
    sentence: (d: { person: string; body: string }) =>
      `${d.person} speaks for this group on ${d.body} already. End that first, or choose somebody else.`,
  },
  'group.until-before-from': {
    field: 'until',
    sentence: (d: { from: LocalDate }) =>
      `The last day is before the first one, ${formatDateNoWeekday(d.from)}. Enter that day or a later one.`,
  },
  'group.ended-before': {
    sentence: (d: { name: string; on: LocalDate }) =>
      `${d.name} ended on ${formatDateNoWeekday(d.on)}. Its history stays as it is.`,
  },
  'group.ends-before-it-began': {
    field: 'on',
    sentence: (d: { began: LocalDate }) =>
      `The group began on ${formatDateNoWeekday(d.began)}. Enter that day or a later one, or put the day it began right first.`,
  },
  'group.not-ended': {
    sentence: (d: { name: string }) => `${d.name} has not ended. There is nothing to take back.`,
  },
  'group.bad-successor': {
    field: 'successorId',
    sentence: (d: { name: string }) =>
      `${d.name} cannot go on in its place. Choose another group that is still there.`,
  },
  'group.not-a-rep': {
    sentence: (d: { name: string }) =>
      `${d.name} is a group and no block, street or village representative. Print the record sheet in its place.`,
  },
});
