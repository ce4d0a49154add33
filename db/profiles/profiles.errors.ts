import { defineErrors } from '#db/shared/domain-error';

/** Every refusal about equality answers with the sentence that is read. */
export const profileErrors = defineErrors({
  'profile.area-too-small': {
    field: 'areaId',
    sentence: (d: { name: string }) =>
      `${d.name} is too small a place: few people live there, and the form could lead to one of them. Choose the area around it, or leave it open.`,
  },
  'profile.month-to-come': {
    field: 'month',
    sentence: () =>
      'That month has not come yet. Choose the month in which the form was filled in.',
  },
  'profile.month-over': {
    field: 'month',
    sentence: (d: { months: number }) =>
      `Answers are kept for ${d.months} months, and this form is older. Leave it out and destroy the paper.`,
  },
  'profile.answer-not-offered': {
    sentence: (d: { question: string }) =>
      `The answers to “${d.question}” were changed meanwhile. Open the page again and choose from the new ones.`,
  },
  'profile.sheet-counted': {
    sentence: () =>
      'This form counts already, or was taken back before. It can no longer be told from the others, so it stays as it is.',
  },
  'profile.too-few-wait': {
    sentence: (d: { threshold: number }) =>
      `Too few forms wait. They join the counts together once ${d.threshold} of a kind wait, so that no single one can be read off the counts.`,
  },
  'profile.question-changed': {
    sentence: (d: { question: string }) =>
      `Someone else changed “${d.question}” while you had it open. What you typed is still here. Check it, then save again.`,
  },
  'profile.choice-twice': {
    field: 'choices',
    sentence: (d: { choice: string }) => `“${d.choice}” stands there twice. Take one of them out.`,
  },
  'profile.choice-unknown': {
    sentence: (_: { choiceId: string }) =>
      'This answer is not on the form. Open the page again and choose from what is there now.',
  },
  'profile.source-to-come': {
    field: 'comparator.asAt',
    sentence: () =>
      'A figure speaks of a day that is past. Enter the day for which it was counted.',
  },
  'profile.group-not-found': {
    sentence: (_: { id: string }) =>
      'This group is no longer counted. Look for it in the list, or add it again.',
  },
  'profile.group-changed': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
  'profile.answer-in-two-groups': {
    field: 'choiceIds',
    sentence: (d: { choice: string; group: string }) =>
      `“${d.choice}” belongs to ${d.group} already. An answer counts for one group only, or small numbers could be reckoned from the two.`,
  },
});
