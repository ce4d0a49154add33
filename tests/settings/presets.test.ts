import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findParameter,
  isParameterName,
  PARAMETERS,
  type ParameterName,
} from '#db/settings/parameter-list';
import { checkPresetComplete, type Preset, parsePreset } from '#db/settings/preset';

const PRESETS_FOLDER = path.join(import.meta.dirname, '../../resources/presets');
const PRESET_IDS = ['southampton', 'blank'] as const;

function readPresetText(id: string): string {
  return readFileSync(path.join(PRESETS_FOLDER, `${id}.json`), 'utf8');
}

function readPreset(id: string): Preset {
  return parsePreset(JSON.parse(readPresetText(id)));
}

function entryOf(preset: Preset, name: ParameterName): Preset['values'][number] | undefined {
  return preset.values.find((entry) => entry.name === name);
}

describe('the parameter list', () => {
  test('holds 149 parameters, each named once', () => {
    expect(PARAMETERS).toHaveLength(149);
    expect(new Set(PARAMETERS.map((parameter) => parameter.name)).size).toBe(149);
  });

  test('files each parameter under the part of its name before the dot', () => {
    expect(findParameter('rooms.charge')).toEqual({
      name: 'rooms.charge',
      type: 'pence',
      meaning: 'hire charge',
      module: 'rooms',
    });
    expect(findParameter('regulator')?.module).toBe('regulator');
  });

  test('knows its own names and no others', () => {
    expect(isParameterName('groups.mediaContacts')).toBe(true);
    expect(isParameterName('groups.mediacontacts')).toBe(false);
    expect(isParameterName('toString')).toBe(false);
    expect(findParameter('rooms.colour')).toBeUndefined();
  });
});

describe.each(PRESET_IDS)('the preset %s', (id) => {
  test('accounts for each parameter exactly once', () => {
    const preset = readPreset(id);
    const accounted = [...preset.values.map((entry) => entry.name), ...preset.notGiven];

    expect(accounted.toSorted()).toEqual(PARAMETERS.map((each) => each.name).toSorted());
    expect(checkPresetComplete(preset)).toEqual([]);
  });

  test('is named as its file is', () => {
    expect(readPreset(id).id).toBe(id);
  });

  test('holds no empty text', () => {
    expect(readPresetText(id)).not.toMatch(/[:[,]\s*"\s*"/);
  });

  test('holds no e-mail address and no telephone number', () => {
    const text = readPresetText(id);

    expect(text).not.toMatch(/[\w.+-]+@[\w-]+/);
    expect(text).not.toMatch(/(?:\+44|\b0)[\d ()-]{8,}\d/);
  });
});

describe('the Southampton preset', () => {
  const southampton = readPreset('southampton');

  test('gives 85 values and leaves 64 parameters not given', () => {
    expect(southampton.values).toHaveLength(85);
    expect(southampton.notGiven).toHaveLength(64);
  });

  test.each<[ParameterName, unknown]>([
    ['council.name', 'Southampton City Council'],
    ['labels.people', 'tenants and leaseholders'],
    ['labels.group', 'Tenants and Residents Association'],
    ['team.name', 'Tenant Participation Unit (TPU)'],
    ['rooms.charge', 0],
    ['rooms.guidelinesBeforeUse', true],
    ['rooms.fireProcedure', true],
    ['rooms.outOfHours', 'allowed if booked beforehand'],
    ['groups.mediaContacts', 1],
    ['meetings.infoRequestNotice', 14],
    ['conduct.decisionDays', 14],
    ['publications.newsletter', 4],
    ['training.mentorsHelpers', 'Tenant Mentors; Tenant Helpers'],
    [
      'rooms.facilities',
      [
        'meeting room',
        'computer suite (internet)',
        'photocopier',
        'library',
        'kitchen',
        'information point',
      ],
    ],
  ])('gives %s as %j', (name, value) => {
    expect(entryOf(southampton, name)?.value).toEqual(value);
  });

  test.each<ParameterName>([
    'rooms.officeHours',
    'rooms.limits',
    'grants.startUp',
    'claims.childcareCap',
  ])('leaves %s not given, since the strategy is silent on it', (name) => {
    expect(entryOf(southampton, name)).toBeUndefined();
    expect(southampton.notGiven).toContain(name);
  });

  test('keeps the wording beside a value that was turned into a number', () => {
    expect(entryOf(southampton, 'meetings.infoRequestNotice')).toMatchObject({
      asGiven: '14 working days unless negotiated',
      source: 'MTG-22',
    });
  });

  test('marks what was only promised as planned and what rests on the unadopted code as draft', () => {
    const planned = southampton.values.filter((entry) => entry.status === 'planned');

    expect(planned.map((entry) => entry.name)).toEqual([
      'bodies.planMonitor',
      'scrutiny.grading',
      'feedback.youSaid',
    ]);
    expect(entryOf(southampton, 'conduct.sanctions')?.status).toBe('draft');
    expect(entryOf(southampton, 'rooms.charge')?.status).toBeUndefined();
  });

  test('gives a list as a list, a yes or no as true or false, and pence as a whole number', () => {
    for (const { name, value } of southampton.values) {
      const type = findParameter(name)?.type;
      expect(Array.isArray(value), name).toBe(type === 'list');
      expect(typeof value === 'boolean', name).toBe(type === 'bool');
      if (type === 'pence') expect(value, name).toSatisfy(Number.isInteger);
    }
  });

  test('gives each value a rule or a line of the strategy as its source', () => {
    const onePlace = '(?:[A-Z]{3,4}-\\d{2}|Southampton strategy, line \\d+)';
    for (const { name, source } of southampton.values)
      expect(source, name).toMatch(new RegExp(`^${onePlace}(?:[,;] ${onePlace})*$`));
  });

  test('starts with five facilities, of which only the meeting room is bookable', () => {
    expect(southampton.facilities.map(({ name, isBookable }) => [name, isBookable])).toEqual([
      ['Meeting room', true],
      ['Computer suite', false],
      ['Photocopier', false],
      ['Library', false],
      ['Kitchen', false],
    ]);
  });
});

describe('the blank sheet', () => {
  test('gives no values and no facilities', () => {
    const blank = readPreset('blank');

    expect(blank.values).toEqual([]);
    expect(blank.facilities).toEqual([]);
    expect(blank.notGiven).toHaveLength(149);
  });
});

describe('reading a preset', () => {
  const southampton = readPreset('southampton');
  const blank = readPreset('blank');
  const [charge] = southampton.values.filter((entry) => entry.name === 'rooms.charge');

  test('refuses a value under a name that is no parameter, and names it', () => {
    const wrong = { ...blank, values: [{ ...charge, name: 'rooms.colour' }] };

    expect(() => parsePreset(wrong)).toThrow('“rooms.colour” is not the name of a parameter.');
  });

  test('refuses a name that is no parameter among those not given, and names it', () => {
    const wrong = { ...blank, notGiven: [...blank.notGiven, 'rooms.colour'] };

    expect(() => parsePreset(wrong)).toThrow('“rooms.colour” is not the name of a parameter.');
  });

  test('refuses a value without a source, and says where it stands', () => {
    const wrong = { ...southampton, values: [{ ...charge, source: undefined }] };

    expect(() => parsePreset(wrong)).toThrow('The part “values”, number 1, “source” is missing');
  });

  test('refuses an empty text as a value', () => {
    const wrong = { ...southampton, values: [{ ...charge, value: ' ' }] };

    expect(() => parsePreset(wrong)).toThrow('“values”, number 1, “value” is missing');
  });

  test('refuses a part that no preset has, and names it', () => {
    expect(() => parsePreset({ ...blank, facilites: [] })).toThrow('The preset holds “facilites”');
  });

  test('refuses what is not a preset at all', () => {
    expect(() => parsePreset([])).toThrow('The preset is missing or is not what');
  });

  test('refuses a parameter that is neither given nor listed as not given', () => {
    const wrong = { ...blank, notGiven: blank.notGiven.filter((name) => name !== 'rooms.charge') };

    expect(() => parsePreset(wrong)).toThrow(
      'This preset cannot be used. “rooms.charge” is neither given a value nor listed as not given.',
    );
  });

  test('names a parameter that is both given and not given, given twice, or not given twice', () => {
    const values = southampton.values.filter((entry) => entry.name === 'rooms.charge');

    expect(checkPresetComplete({ values, notGiven: blank.notGiven })).toEqual([
      '“rooms.charge” is given a value and is also listed as not given.',
    ]);
    expect(
      checkPresetComplete({ ...southampton, values: [...southampton.values, ...values] }),
    ).toEqual(['“rooms.charge” is given a value 2 times.']);
    expect(
      checkPresetComplete({ ...blank, notGiven: [...blank.notGiven, 'rooms.charge'] }),
    ).toEqual(['“rooms.charge” is listed as not given 2 times.']);
  });
});
