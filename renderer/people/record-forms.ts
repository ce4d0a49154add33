import { z } from 'zod';
import {
  Channel,
  type Interest,
  type PersonRecord,
  type PersonRecordChanges,
  PersonFacts,
} from '#db/people/person-record.contract';
import { areaIdOf } from '../areas/area-options.ts';

const fields = PersonFacts.shape;

/** What one block's form changes of a record. */
export type BlockChanges = Omit<PersonRecordChanges, 'id' | 'version'>;

const ChannelOrNone = z.enum(['', ...Channel.options]);

/** How to reach a person, as it is typed: up to three ways to hear, the best first. */
export const ReachFormSchema = z
  .object({
    email: fields.email,
    textPhone: fields.textPhone,
    address: fields.address,
    postcode: fields.postcode,
    areaId: z.string(),
    schemeId: z.string(),
    first: ChannelOrNone,
    second: ChannelOrNone,
    third: ChannelOrNone,
    /** Those on record beyond the third, which the form leaves as they are. */
    others: z.array(Channel),
  })
  .transform(({ first, second, third, others, areaId, schemeId, ...typed }): BlockChanges => {
    const named = [first, second, third].filter((channel) => channel !== '');
    return {
      ...typed,
      areaId: areaIdOf(areaId),
      schemeId: areaIdOf(schemeId),
      channels: [...new Set([...named, ...others])],
    };
  });

export function reachValues(record: PersonRecord): z.input<typeof ReachFormSchema> {
  const [first = '', second = '', third = '', ...others] = record.channels;
  const { email, textPhone, address, postcode } = record;
  return {
    email,
    textPhone,
    address,
    postcode,
    areaId: record.areaId ?? '',
    schemeId: record.schemeId ?? '',
    first,
    second,
    third,
    others,
  };
}

export const NeedsFormSchema = z.object({
  accessNeeds: fields.accessNeeds,
  formatNeed: fields.formatNeed,
  languageNeed: fields.languageNeed,
  needsInterpreter: fields.needsInterpreter,
  needsTransport: fields.needsTransport,
});

export function needsValues(record: PersonRecord): z.input<typeof NeedsFormSchema> {
  const { accessNeeds, formatNeed, languageNeed, needsInterpreter, needsTransport } = record;
  return { accessNeeds, formatNeed, languageNeed, needsInterpreter, needsTransport };
}

/** Where a person takes part, as it is typed. The ways named hold for everything they are interested in. */
export const InvolvementFormSchema = z
  .object({
    isOnRegister: fields.isOnRegister,
    joinedOn: fields.joinedOn,
    serviceAreas: z.array(z.string()),
    otherArea: z.string().trim().max(60, 'Use 60 characters or fewer.'),
    methods: z.array(z.string()),
    hoursPerMonth: fields.hoursPerMonth,
    noMeetings: fields.noMeetings,
    heardHow: fields.heardHow,
    lastContactedOn: fields.lastContactedOn,
    isCouncilStaff: fields.isCouncilStaff,
  })
  .transform(({ serviceAreas, otherArea, methods, ...typed }): BlockChanges => {
    const areas = [...new Set([...serviceAreas, ...(otherArea === '' ? [] : [otherArea])])];
    const interests: Interest[] = areas.map((serviceArea) => ({ serviceArea, methods }));
    return { ...typed, interests };
  });

export function involvementValues(record: PersonRecord): z.input<typeof InvolvementFormSchema> {
  const { isOnRegister, joinedOn, hoursPerMonth, noMeetings } = record;
  const { heardHow, lastContactedOn, isCouncilStaff } = record;
  return {
    isOnRegister,
    joinedOn,
    serviceAreas: record.interests.map(({ serviceArea }) => serviceArea),
    otherArea: '',
    methods: methodsOf(record),
    hoursPerMonth,
    noMeetings,
    heardHow,
    lastContactedOn,
    isCouncilStaff,
  };
}

/** Every way to take part that the person named, once each. */
export const methodsOf = (record: PersonRecord): string[] => [
  ...new Set(record.interests.flatMap(({ methods }) => methods)),
];

export const GuardianFormSchema = z.object({
  isUnder18: fields.isUnder18,
  guardianName: fields.guardianName,
  guardianPhone: fields.guardianPhone,
  guardianConsentOn: fields.guardianConsentOn,
});

export function guardianValues(record: PersonRecord): z.input<typeof GuardianFormSchema> {
  const { isUnder18, guardianName, guardianPhone, guardianConsentOn } = record;
  return { isUnder18, guardianName, guardianPhone, guardianConsentOn };
}
