import type { ParameterValue } from '#db/settings/settings.contract';

type Figures = ReadonlyMap<string, ParameterValue | null>;

const isYes = (figures: Figures, name: string): boolean => figures.get(name) === true;

/**
 * What a user of the centre agrees to, one sentence each, as far as the council's figures say so: involvement
 * work only (BOOK-06), guidelines (BOOK-07) and fire procedure (BOOK-08) first, leave it tidy (BOOK-09), leave
 * nothing behind (BOOK-10), take no equipment (BOOK-11), removal after abuse (BOOK-12), no smoking (BOOK-21).
 * A blank figure is no condition.
 */
export function conditionsOfUse(figures: Figures): readonly string[] {
  const conditions: string[] = [];
  if (figures.get('rooms.useRestriction') != null)
    conditions.push('Use the centre for tenant involvement work only.');
  if (isYes(figures, 'rooms.guidelinesBeforeUse'))
    conditions.push('Ask for the guidelines for the rooms and equipment before you start.');
  if (isYes(figures, 'rooms.fireProcedure'))
    conditions.push('Know the fire procedure, and make sure that everyone in your party does.');
  if (isYes(figures, 'rooms.cleanTidy')) {
    conditions.push('Leave the room clean and tidy. Wash up and put away cups and crockery.');
    conditions.push('Take all your own belongings with you.');
  }
  const consent = figures.get('equipment.removalConsent');
  if (typeof consent === 'string')
    conditions.push(`Take no equipment out of the centre unless the ${consent} has agreed.`);
  if (figures.get('rooms.removalOfService') != null)
    conditions.push('Whoever abuses a service loses the use of that service.');
  if (forbidsSmoking(figures.get('meetings.houseRules'))) conditions.push('No smoking.');
  return conditions;
}

const forbidsSmoking = (rules: ParameterValue | null | undefined): boolean =>
  Array.isArray(rules) &&
  rules.some((rule) => typeof rule === 'string' && rule.toLowerCase() === 'no smoking');
