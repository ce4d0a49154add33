import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { ConditionKind } from './conditions.contract.ts';
import { CONDITION_WORDS } from './conditions.rules.ts';

/** Every refusal about the guidelines and the fire procedure, with the sentence the desk reads. */
export const conditionErrors = defineErrors({
  'condition.no-text': {
    sentence: (d: { kind: ConditionKind; on: LocalDate }) =>
      `Nobody has entered ${CONDITION_WORDS[d.kind]} for ${formatDateNoWeekday(d.on)} yet. A manager enters them under Settings.`,
  },
  'condition.fire-is-personal': {
    field: 'who',
    sentence: (_: Record<string, never>) =>
      'The fire procedure is given to a person, not to a group. Choose the person who answers for the room.',
  },
  'condition.on-a-coming-day': {
    field: 'on',
    sentence: (d: { on: LocalDate }) =>
      `${formatDateNoWeekday(d.on)} has not come yet. Enter the day on which it was given.`,
  },
});
