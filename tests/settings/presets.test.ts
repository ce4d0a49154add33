import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findParameter,
  isParameterName,
  PARAMETERS,
  type Parameter,
  type ParameterName,
} from '#db/settings/parameter-list';
import { checkParameterValue } from '#db/settings/parameter-value.rules';
import { checkPresetComplete, type Preset, parsePreset } from '#db/settings/preset';

const PRESETS_FOLDER = path.join(import.meta.dirname, '../../resources/presets');
const COUNCIL_IDS = [
  'southampton',
  'mansfield',
  'southwark',
  'north-west-leicestershire',
  'oxford',
] as const;
const PRESET_IDS = [...COUNCIL_IDS, 'blank'] as const;

function readPresetText(id: string): string {
  return readFileSync(path.join(PRESETS_FOLDER, `${id}.json`), 'utf8');
}

function readPreset(id: string): Preset {
  return parsePreset(JSON.parse(readPresetText(id)));
}

function entryOf(preset: Preset, name: ParameterName): Preset['values'][number] | undefined {
  return preset.values.find((entry) => entry.name === name);
}

function getParameter(name: ParameterName): Parameter {
  const parameter = findParameter(name);
  if (parameter === undefined) throw new Error(`The parameter list does not hold ${name}.`);
  return parameter;
}

/** How each council's paper is called where a line of it is the source. */
const PAPERS: Readonly<Record<(typeof COUNCIL_IDS)[number], string>> = {
  southampton: 'Southampton strategy',
  mansfield: 'Mansfield strategy',
  southwark: 'Southwark Compact',
  'north-west-leicestershire': 'North West Leicestershire strategy',
  oxford: 'Oxford strategy',
};

describe('the parameter list', () => {
  test('holds 155 parameters, each named once', () => {
    expect(PARAMETERS).toHaveLength(155);
    expect(new Set(PARAMETERS.map((parameter) => parameter.name)).size).toBe(155);
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

  test('holds no postcode, no web address and no person’s name with a title', () => {
    const text = readPresetText(id);

    expect(text).not.toMatch(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/);
    expect(text).not.toMatch(/https?:|www\.|\.gov\.uk|\.org|\.co\.uk/);
    expect(text).not.toMatch(/\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.? [A-Z]/);
  });
});

describe('the presets', () => {
  test('that ship are those of five councils and the blank sheet', () => {
    expect(readdirSync(PRESETS_FOLDER).toSorted()).toEqual(
      PRESET_IDS.map((id) => `${id}.json`).toSorted(),
    );
  });

  test.each([
    ['southampton', 85, 70],
    ['mansfield', 59, 96],
    ['southwark', 49, 106],
    ['north-west-leicestershire', 51, 104],
    ['oxford', 60, 95],
    ['blank', 0, 155],
  ] as const)('of %s gives %i values and leaves %i parameters not given', (id, given, notGiven) => {
    expect(readPreset(id).values).toHaveLength(given);
    expect(readPreset(id).notGiven).toHaveLength(notGiven);
  });
});

/**
 * Values that a manager could not enter as they stand: the kind of the figure wants something else than the
 * council's own words. Southampton names its two approvers in one sentence; Mansfield pays lunch at "council
 * rates" and does not say what they are.
 */
const ONLY_IN_WORDS: Readonly<Record<(typeof COUNCIL_IDS)[number], readonly string[]>> = {
  southampton: [],
  mansfield: ['claims.lunchRate: an amount of money from £0 up'],
  southwark: [],
  'north-west-leicestershire': [],
  oxford: [],
};

describe.each(COUNCIL_IDS)('the figures of %s', (id) => {
  const preset = readPreset(id);

  test('are of the kind a manager could enter, but for those given only in words', () => {
    const unlike = preset.values.flatMap(({ name, value }) => {
      const wanted = checkParameterValue(getParameter(name), value);
      return wanted === undefined ? [] : [`${name}: ${wanted}`];
    });

    expect(unlike).toEqual(ONLY_IN_WORDS[id]);
  });

  test('hold no number that is not in the wording they were read from', () => {
    for (const { name, value, asGiven } of preset.values) {
      if (typeof value !== 'number') continue;
      const numbers = asGiven.replaceAll(',', '').match(/\d+(?:\.\d+)?/g) ?? [];
      expect([...numbers, ...numbers.map((pounds) => `${pounds}00`)], name).toContain(
        String(value),
      );
    }
  });

  test('gives each value a rule or a line of the strategy as its source', () => {
    const rules = '[A-Z]{3,4}-\\d{2}(?:, [A-Z]{3,4}-\\d{2})*';
    const lines = `${PAPERS[id]}, (?:line \\d+|lines \\d+(?:, \\d+)* and \\d+)`;
    for (const { name, source } of preset.values)
      expect(source, name).toMatch(
        new RegExp(`^(?:${rules}|${lines})(?:; (?:${rules}|${lines}))*$`),
      );
  });

  test('are named after the council and its paper', () => {
    expect(entryOf(preset, 'council.name')?.value).toBe(preset.council);
    expect(entryOf(preset, 'strategy.title')?.value).toBe(preset.title);
    expect(entryOf(preset, 'strategy.period')?.asGiven).toContain(preset.period);
  });
});

describe('the Southampton preset', () => {
  const southampton = readPreset('southampton');

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

describe('the figures of the other four councils', () => {
  test.each<[(typeof COUNCIL_IDS)[number], ParameterName, unknown]>([
    ['mansfield', 'labels.people', 'tenants'],
    ['mansfield', 'labels.group', 'Tenant and Resident Association'],
    ['mansfield', 'grants.startUp', 25_000],
    ['mansfield', 'equipment.groupComputerCap', 50_000],
    ['mansfield', 'claims.childcareCap', 2_000],
    ['mansfield', 'claims.eligibleEvents', ['council-led meetings', 'council-led conferences']],
    ['mansfield', 'meetings.noticeCouncilLed', '10 / fallback 5, with agenda and papers'],
    ['mansfield', 'meetings.noticeGroupLed', '5 / fallback 3, with agenda and papers'],
    ['mansfield', 'meetings.eveningStartLatest', '19:00'],
    ['mansfield', 'meetings.eveningFinishLatest', '21:00'],
    ['mansfield', 'meetings.maxLength', 120],
    ['mansfield', 'meetings.feedback', 10],
    ['mansfield', 'scrutiny.walkabouts', 4],
    ['mansfield', 'publications.newsletter', 2],
    ['southwark', 'team.name', 'Housing Community Development'],
    ['southwark', 'grants.perTenancy', 325],
    ['southwark', 'fund.levy', 14],
    ['southwark', 'fund.total', 49_461_500],
    ['southwark', 'scrutiny.walkabouts', 12],
    ['north-west-leicestershire', 'labels.group', "Tenants' and Residents' Association"],
    [
      'north-west-leicestershire',
      'groups.criteria',
      ['constitution', 'remit', 'equality and diversity', 'financial records', 'active membership'],
    ],
    ['north-west-leicestershire', 'involvement.consultationCap', 120],
    ['north-west-leicestershire', 'feedback.surveyLength', 20],
    ['oxford', 'labels.people', 'residents'],
    ['oxford', 'people.profileTarget', '95% by 2015'],
    ['oxford', 'training.equality', 2],
    ['oxford', 'feedback.survey', 24],
    ['oxford', 'involvement.levels', ['We Do', 'You Recommend', 'You Say']],
  ])('of %s give %s as %j', (id, name, value) => {
    expect(entryOf(readPreset(id), name)?.value).toEqual(value);
  });

  test.each<[(typeof COUNCIL_IDS)[number], ParameterName]>([
    ['mansfield', 'grants.annualRate'],
    ['mansfield', 'claims.timing'],
    ['mansfield', 'conduct.decisionDays'],
    ['southwark', 'grants.startUp'],
    ['southwark', 'claims.childcareCap'],
    ['southwark', 'meetings.noticeCouncilLed'],
    ['north-west-leicestershire', 'claims.childcareCap'],
    ['north-west-leicestershire', 'meetings.feedback'],
    ['oxford', 'grants.perTenancy'],
    ['oxford', 'members.enquiryDays'],
  ])('of %s leave %s not given', (id, name) => {
    expect(entryOf(readPreset(id), name)).toBeUndefined();
    expect(readPreset(id).notGiven).toContain(name);
  });

  test('of Mansfield say that what the childcare limit is for is not given', () => {
    expect(entryOf(readPreset('mansfield'), 'claims.childcareCap')).toMatchObject({
      asGiven: '2000 (£20), unit not given',
      source: 'EXP-01, EXP-02',
      note: expect.stringContaining('does not say what the £20 is for'),
    });
  });

  test('of Southwark name each line of the Tenants Fund with the amount in its wording', () => {
    const lines = entryOf(readPreset('southwark'), 'budget.lines');
    const amounts = (text: string) => text.match(/£[\d,]+/g);

    expect(lines?.value).toHaveLength(11);
    expect(amounts([lines?.value].flat().join(' '))).toEqual(amounts(lines?.asGiven ?? ''));
  });

  test.each<[(typeof COUNCIL_IDS)[number], readonly ParameterName[]]>([
    ['mansfield', []],
    [
      'southwark',
      [
        'bodies.planMonitor',
        'groups.officerInduction',
        'budget.review',
        'meetings.jointDecisions',
        'conduct.code',
        'conduct.mediation',
        'complaints.involvement',
        'training.joint',
        'training.placements',
        'scrutiny.performanceReports',
        'impact.assessment',
        'publications.editorial',
        'publications.library',
      ],
    ],
    [
      'north-west-leicestershire',
      [
        'complaints.involvement',
        'feedback.consultation',
        'impact.benchmarking',
        'publications.newsletter',
      ],
    ],
    [
      'oxford',
      [
        'grants.annualBasis',
        'grants.externalFunding',
        'fund.localImprovement',
        'claims.travel',
        'conduct.code',
        'complaints.serviceHeadTrigger',
        'scrutiny.responses',
      ],
    ],
  ])('of %s are marked planned only where they were promised', (id, names) => {
    const marked = readPreset(id).values.filter((entry) => entry.status !== undefined);

    expect(marked.map((entry) => entry.name)).toEqual(names);
    expect(marked.map((entry) => entry.status)).toEqual(names.map(() => 'planned'));
  });

  test.each(['mansfield', 'southwark', 'north-west-leicestershire', 'oxford'])(
    'of %s bring no rooms, since its paper names no centre of its own',
    (id) => {
      expect(readPreset(id).facilities).toEqual([]);
      expect(readPreset(id).notGiven).toContain('rooms.facilities');
    },
  );
});

describe('the blank sheet', () => {
  test('gives no values and no facilities', () => {
    const blank = readPreset('blank');

    expect(blank.values).toEqual([]);
    expect(blank.facilities).toEqual([]);
    expect(blank.notGiven).toHaveLength(155);
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
