import type { Parameter } from './parameter-list.ts';
import { type ParameterValue, WeekHours } from './settings.contract.ts';

/** How the days of a notice may be counted; left empty, they are clear days. */
export const NOTICE_COUNTINGS: readonly string[] = ['clear days', 'last day counts'];

/** Under this, hiding small counts of equality answers would hide nobody (PPL-09). */
export const LEAST_SMALL_COUNT = 3;

/**
 * What a figure wants when `value` is not of its kind, in words; undefined when it will do.
 * Pence, counts and days are whole numbers from 0 up; the preset may also give a council's own wording for a
 * figure it left open, which stays readable as text until someone enters the number.
 */
export function checkParameterValue(
  parameter: Parameter,
  value: ParameterValue,
): string | undefined {
  if (parameter.name === 'rooms.officeHours')
    return WeekHours.safeParse(value).success ? undefined : 'a week of opening times';
  if (parameter.name === 'meetings.noticeCounting')
    return typeof value === 'string' && NOTICE_COUNTINGS.includes(value)
      ? undefined
      : NOTICE_COUNTINGS.map((words) => `“${words}”`).join(' or ');
  if (parameter.name === 'people.smallCount')
    return isWholeNumber(value) && Number(value) >= LEAST_SMALL_COUNT
      ? undefined
      : `a whole number from ${LEAST_SMALL_COUNT} up`;
  switch (parameter.type) {
    case 'bool':
      return typeof value === 'boolean' ? undefined : 'yes or no';
    case 'pence':
    case 'pence per week':
      return isWholeNumber(value) ? undefined : 'an amount of money from £0 up';
    case 'number':
    case 'days':
    case 'minutes':
    case 'months':
    case 'working days':
    case 'per year':
      return isWholeNumber(value) || typeof value === 'string'
        ? undefined
        : 'a whole number from 0 up';
    case 'list':
    case 'roles':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? undefined
        : 'one entry on each line';
    default:
      return typeof value === 'string' || typeof value === 'number' ? undefined : 'a few words';
  }
}

const isWholeNumber = (value: ParameterValue): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
