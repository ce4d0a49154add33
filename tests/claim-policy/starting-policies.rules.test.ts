import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CostKind } from '#db/claim-policy/claim-policy.contract';
import { isRateAwaited } from '#db/claim-policy/claimable.rules';
import {
  FROM_THE_START,
  type KindTerms,
  startingTerms,
} from '#db/claim-policy/starting-policies.rules';
import { type Preset, parsePreset } from '#db/settings/preset';
import { mustExist } from '#db/shared/domain-error';
import { pence } from '#db/shared/money';

const PRESETS_FOLDER = path.join(import.meta.dirname, '../../resources/presets');
const readPreset = (id: string): Preset =>
  parsePreset(JSON.parse(readFileSync(path.join(PRESETS_FOLDER, `${id}.json`), 'utf8')));

const of = (presetId: string, kind: KindTerms['kind'], cap: number | null = null): KindTerms =>
  mustExist(
    startingTerms(presetId, cap === null ? null : pence(cap)).kinds.find(
      (each) => each.kind === kind,
    ),
    'every kind of cost has terms',
  );

const TRAVEL = [
  'car',
  'passenger',
  'motorcycle',
  'bicycle',
  'bus',
  'train',
  'taxi',
  'parking',
] as const;

describe('The policy that a council begins with', () => {
  it.each([
    'southampton',
    'mansfield',
    'southwark',
    'north-west-leicestershire',
    'oxford',
    'blank',
  ])(
    'has terms for every kind of cost in %s, from the start, and no rate that nobody gave',
    (presetId) => {
      const { kinds, general } = startingTerms(presetId, null);
      expect(kinds.map(({ kind }) => kind)).toEqual(CostKind.options);
      for (const kind of kinds) {
        expect(kind.from).toBe(FROM_THE_START);
        expect(kind.ratePence).toBeNull();
      }
      expect(general).toMatchObject({ timeLimitDays: null, cashLimitPence: null });
    },
  );

  it.each([
    ['southampton', 'childcare', 'claims.childcareRule'],
    ['southampton', 'dependant-care', 'claims.dependantCare'],
    ['southampton', 'car', 'claims.travel'],
    ['southampton', 'lunch', 'claims.lunch'],
    ['mansfield', 'childcare', 'claims.childcareRule'],
    ['mansfield', 'dependant-care', 'claims.dependantCare'],
    ['mansfield', 'bus', 'claims.travel'],
    ['mansfield', 'lunch', 'claims.lunch'],
    ['mansfield', 'room-hire', 'claims.roomHire'],
    ['southwark', 'childcare', 'claims.childcareRule'],
    ['southwark', 'taxi', 'claims.travel'],
    ['north-west-leicestershire', 'childcare', 'claims.childcareRule'],
    ['north-west-leicestershire', 'dependant-care', 'claims.dependantCare'],
    ['north-west-leicestershire', 'train', 'claims.travel'],
    ['north-west-leicestershire', 'lunch', 'claims.lunch'],
    ['oxford', 'childcare', 'claims.childcareRule'],
    ['blank', 'car', 'claims.travel'],
  ] as const)('speaks in %s of %s exactly where its paper does (%s)', (presetId, kind, figure) => {
    const isGiven = readPreset(presetId).values.some(({ name }) => name === figure);
    const terms = of(presetId, kind);
    expect(terms.source !== '').toBe(isGiven);
    expect(terms.sentence !== '').toBe(isGiven);
  });

  it('takes anybody’s cost where the paper is silent, and pays nothing until a figure is there', () => {
    expect(of('blank', 'taxi')).toMatchObject({
      isRateAwaited: true,
      allowedFor: ['person', 'group', 'staff'],
      receipt: 'not-needed',
      needsCouncilLed: false,
    });
  });

  it('in Mansfield gives £20 for childcare at a council-led meeting, by the figure of its paper (EXP-01)', () => {
    const figure = readPreset('mansfield').values.find(
      ({ name }) => name === 'claims.childcareCap',
    );
    expect(figure?.value).toBe(2000);
    expect(of('mansfield', 'childcare', 2000)).toMatchObject({
      basis: 'actual',
      isRateAwaited: false,
      caps: [{ pence: 2000, per: 'meeting' }],
      allowedFor: ['person'],
      needsCouncilLed: true,
      needsPreventedAttendance: true,
      receipt: 'needed',
      sentence:
        'The council contributes at most £20 to childcare where the cost would keep somebody from a council-led meeting.',
    });
    expect(isRateAwaited(of('mansfield', 'childcare'))).toBe(true);
  });

  it('in Mansfield waits for the council’s rates, lunch for people and travel for groups too (EXP-05, EXP-08, EXP-15)', () => {
    for (const kind of TRAVEL)
      expect(of('mansfield', kind)).toMatchObject({
        isRateAwaited: true,
        allowedFor: ['person', 'group'],
        needsCouncilLed: true,
      });
    expect(of('mansfield', 'lunch')).toMatchObject({
      isRateAwaited: true,
      allowedFor: ['person'],
      needsFullDayWithoutLunch: true,
    });
    expect(of('mansfield', 'room-hire')).toMatchObject({
      allowedFor: ['group'],
      needsReason: true,
    });
    expect(of('mansfield', 'conference')).toMatchObject({ needsFunded: true, receipt: 'needed' });
    expect(startingTerms('mansfield', null).general.eligibleActivityKinds).toEqual([
      'Meeting',
      'Conference',
    ]);
  });

  it('in Southampton waits for the allowances and covers staff, with nobody out of pocket (EXP-03, EXP-11, EXP-14)', () => {
    for (const kind of TRAVEL)
      expect(of('southampton', kind)).toMatchObject({
        isRateAwaited: true,
        allowedFor: ['person', 'group', 'staff'],
      });
    expect(of('southampton', 'childcare')).toMatchObject({ isRateAwaited: true });
    expect(startingTerms('southampton', null).general).toMatchObject({
      eligibleActivityKinds: ['Involvement activity', 'Meeting', 'Conference', 'Training'],
      principle: 'No tenant is out of pocket when attending Housing Services events',
    });
  });

  it('in North West Leicestershire pays reasonable fares and care without a cap, and asks where transport was provided (EXP-04, EXP-06)', () => {
    expect(of('north-west-leicestershire', 'bus')).toMatchObject({
      isRateAwaited: false,
      caps: [],
      warnsIfTransportProvided: true,
    });
    expect(of('north-west-leicestershire', 'car')).toMatchObject({ isRateAwaited: true });
    for (const kind of ['childcare', 'dependant-care'] as const)
      expect(of('north-west-leicestershire', kind)).toMatchObject({
        isRateAwaited: false,
        caps: [],
        allowedFor: ['person'],
      });
  });

  it('in Oxford asks about journeys where transport was arranged, and has its policy still to come (EXP-07)', () => {
    for (const kind of TRAVEL)
      expect(of('oxford', kind)).toMatchObject({
        warnsIfTransportProvided: true,
        isRateAwaited: true,
        source: '',
      });
  });
});
