import { z } from 'zod';
import { OperationalError } from '#db/shared/domain-error';
import { PARAMETERS, ParameterName } from './parameter-list.ts';

const Sentence = z.string().trim().min(1);

/**
 * A parameter's value: a whole number for pence, counts and days where one number was given, true or false
 * for a bool, several texts for a list, otherwise the council's own wording.
 */
export const ParameterValue = z.union([
  Sentence,
  z.number().nonnegative(),
  z.boolean(),
  z.array(Sentence).min(1),
]);
export type ParameterValue = z.infer<typeof ParameterValue>;

/**
 * One value with its origin. `asGiven` is the wording it was read from, `source` the ids of the rules
 * ('BOOK-05') or the place in the council's strategy. 'planned' marks what a council has promised but not
 * yet done, 'draft' what stands only in a document not yet adopted.
 */
export const PresetValue = z.strictObject({
  name: ParameterName,
  value: ParameterValue,
  asGiven: Sentence,
  source: Sentence,
  note: Sentence.optional(),
  status: z.enum(['planned', 'draft']).optional(),
});
export type PresetValue = z.infer<typeof PresetValue>;

/** A facility the centre starts with (BOOK-01). Only bookable ones take bookings; the rest are walk-in (BOOK-02). */
export const PresetFacility = z.strictObject({
  name: Sentence,
  kind: z.enum(['meeting-room', 'computer-suite', 'photocopier', 'library', 'kitchen', 'other']),
  isBookable: z.boolean(),
  source: Sentence,
});
export type PresetFacility = z.infer<typeof PresetFacility>;

/**
 * What a council starts from. Every parameter is either in `values` or in `notGiven`: where the council's
 * strategy is silent the program asks or leaves the rule alone, and never fills in a figure.
 */
export const Preset = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  council: Sentence,
  period: Sentence,
  title: Sentence,
  sourceNote: Sentence,
  values: z.array(PresetValue),
  notGiven: z.array(ParameterName),
  facilities: z.array(PresetFacility),
});
export type Preset = z.infer<typeof Preset>;

/**
 * Reads a preset from parsed JSON. Throws OperationalError 'settings.preset-unusable', whose sentence names
 * the first thing that is wrong and whose details list all of them.
 */
export function parsePreset(json: unknown): Preset {
  const parsed = Preset.safeParse(json, { reportInput: true });
  if (!parsed.success) throw presetUnusable(parsed.error.issues.map(describeIssue));

  const problems = checkPresetComplete(parsed.data);
  if (problems.length > 0) throw presetUnusable(problems);
  return parsed.data;
}

/** Sentences about parameters that are neither given nor listed as not given, are both, or stand twice. */
export function checkPresetComplete(preset: Pick<Preset, 'values' | 'notGiven'>): string[] {
  const given = preset.values.map((value) => value.name);
  return PARAMETERS.flatMap(({ name }) => {
    const timesGiven = given.filter((each) => each === name).length;
    const timesNotGiven = preset.notGiven.filter((each) => each === name).length;
    const problems: string[] = [];
    if (timesGiven + timesNotGiven === 0)
      problems.push(`“${name}” is neither given a value nor listed as not given.`);
    if (timesGiven > 0 && timesNotGiven > 0)
      problems.push(`“${name}” is given a value and is also listed as not given.`);
    if (timesGiven > 1) problems.push(`“${name}” is given a value ${timesGiven} times.`);
    if (timesNotGiven > 1)
      problems.push(`“${name}” is listed as not given ${timesNotGiven} times.`);
    return problems;
  });
}

function presetUnusable(problems: readonly string[]): OperationalError {
  return new OperationalError(
    'settings.preset-unusable',
    `This preset cannot be used. ${problems[0]} Correct the preset file, or choose another preset.`,
    { problems },
  );
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${whereIs(issue.path)} holds “${issue.keys.join('”, “')}”, which a preset does not have.`;
  if (isAboutParameterName(issue.path) && typeof issue.input === 'string')
    return `“${issue.input}” is not the name of a parameter.`;
  return `${whereIs(issue.path)} is missing or is not what a preset holds there.`;
}

function isAboutParameterName(path: readonly PropertyKey[]): boolean {
  return path.at(-1) === 'name' ? path[0] === 'values' : path[0] === 'notGiven' && path.length > 1;
}

/** Counts places in a list from one, as a person reading the file would. */
function whereIs(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The preset';
  const steps = path.map((step) =>
    typeof step === 'number' ? `number ${step + 1}` : `“${String(step)}”`,
  );
  return `The part ${steps.join(', ')}`;
}
