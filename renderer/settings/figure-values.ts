import { type Parameter, type ParameterValue, WeekHours } from '#db/settings/settings.contract';
import { formatPence, parsePounds, pence } from '#db/shared/money';
import { formatWeekHours } from './hours-words.ts';

/** What a figure is, as a title. */
export function titleOf(parameter: Pick<Parameter, 'meaning'>): string {
  return parameter.meaning.charAt(0).toUpperCase() + parameter.meaning.slice(1);
}

/** How a figure is typed on screen. */
export type FigureInput = 'yes-no' | 'number' | 'pounds' | 'lines' | 'words';

const INPUTS: Readonly<Record<string, FigureInput>> = {
  bool: 'yes-no',
  number: 'number',
  days: 'number',
  minutes: 'number',
  months: 'number',
  'working days': 'number',
  'per year': 'number',
  pence: 'pounds',
  'pence per week': 'pounds',
  list: 'lines',
  roles: 'lines',
};

export function inputOf(parameter: Pick<Parameter, 'type'>): FigureInput {
  return INPUTS[parameter.type] ?? 'words';
}

/** Words after a number: 'working days'. */
export function unitOf(parameter: Pick<Parameter, 'type'>): string | undefined {
  const isPlain = parameter.type === 'number' || inputOf(parameter) !== 'number';
  return isPlain ? undefined : parameter.type;
}

/** A figure's value as people read it; 'Not said' where the council's paper is silent. */
export function formatFigure(parameter: Pick<Parameter, 'type' | 'value'>): string {
  const { value } = parameter;
  if (value === null) return 'Not said';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    if (inputOf(parameter) === 'pounds') return formatPence(pence(value));
    const unit = unitOf(parameter);
    return unit === undefined ? String(value) : `${value} ${unit}`;
  }
  if (typeof value === 'string') return value;
  const hours = WeekHours.safeParse(value);
  if (hours.success && hours.data.length > 0) return formatWeekHours(hours.data);
  return value.filter((line) => typeof line === 'string').join('; ');
}

/** The value as text to be changed. */
export function typedOf(parameter: Pick<Parameter, 'type' | 'value'>): string {
  const { value } = parameter;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && inputOf(parameter) === 'pounds') {
    return formatPence(pence(value)).slice(1);
  }
  return Array.isArray(value) ? value.map(String).join('\n') : String(value);
}

/** What was typed as a value; null takes the figure back to 'not said', undefined cannot be read. */
export function readFigure(
  parameter: Pick<Parameter, 'type'>,
  typed: string,
): ParameterValue | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  switch (inputOf(parameter)) {
    case 'yes-no':
      return text === 'yes';
    case 'number':
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    case 'pounds':
      return parsePounds(text);
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'words':
      return text;
  }
}

/** What to do about text that cannot be read. */
export const UNREADABLE_FIGURE: Readonly<Record<FigureInput, string>> = {
  'yes-no': 'Choose yes or no.',
  number: 'Enter a whole number, like 12.',
  pounds: 'Enter an amount in pounds, like 12.50.',
  lines: 'Enter one thing on each line.',
  words: 'Enter the rule in a few words.',
};
