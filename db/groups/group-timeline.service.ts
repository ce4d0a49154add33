import type { TimelineSource } from '#db/timeline/timeline-source';
import type { TimelineEntry } from '#db/timeline/timeline.contract';
import type { StandingSource } from '#db/timeline/timeline-source';
import { dueBy, entryOn } from '#db/timeline/timeline.rules';
import type { Ctx } from '#db/shared/ctx';
import { readDuties } from './duties.service.ts';
import {
  DOCUMENT_KIND_WORDS,
  DUTY_WORDS,
  type Homes,
  type Representation,
  SUPPORT_KIND_WORDS,
} from './group-record.contract.ts';
import * as parts from './group-parts.repository.ts';
import * as records from './group-record.repository.ts';
import type { GroupId } from './groups.contract.ts';

/** What this module knows of what happened with a group, and for whom a person speaks. */
export const groupTimeline: TimelineSource = {
  kinds: ['support', 'document', 'speaks-for', 'record'],
  async list(ctx, of) {
    if (of.kind === 'person')
      return (await parts.listRepresentationBy(ctx, of.personId)).flatMap((one) =>
        speakingEntries(one, { path: `/groups/${one.groupId}`, detail: '' }),
      );
    return [
      ...(await supportEntries(ctx, of.groupId)),
      ...(await documentEntries(ctx, of.groupId)),
      ...(await parts.listRepresentation(ctx, of.groupId)).flatMap((one) =>
        speakingEntries(one, { path: `/people/${one.personId}`, detail: one.personName }),
      ),
      ...(await recordEntries(ctx, of.groupId)),
    ];
  },
};

/** What a group owes by its dates, and documents that run out. */
export const groupStanding: StandingSource = {
  async due(ctx, of, today) {
    if (of.kind === 'person') return [];
    const duties = await readDuties(ctx, of.groupId);
    return [
      ...duties
        .filter(({ standing }) => standing !== 'not-set' && standing !== 'later')
        .map((duty) => dueBy(DUTY_WORDS[duty.kind], duty.nextDueOn, today)),
      ...(await parts.listExpiring(ctx, of.groupId)).map((one) =>
        dueBy(`${one.title} runs out`, one.expiresOn, today),
      ),
    ];
  },
};

async function supportEntries(ctx: Ctx, id: GroupId): Promise<readonly TimelineEntry[]> {
  return (await parts.listSupport(ctx, id)).flatMap((one) =>
    entryOn(one.on, {
      kind: 'support',
      words: SUPPORT_KIND_WORDS[one.kind],
      detail: `${one.what} (${one.by})`,
    }),
  );
}

async function documentEntries(ctx: Ctx, id: GroupId): Promise<readonly TimelineEntry[]> {
  return (await parts.listDocuments(ctx, id)).flatMap((one) =>
    entryOn(one.receivedOn, {
      kind: 'document',
      words: `Received: ${one.title === DOCUMENT_KIND_WORDS[one.kind] ? one.title : `${DOCUMENT_KIND_WORDS[one.kind]}, ${one.title}`}${one.version === '' ? '' : `, version ${one.version}`}`,
    }),
  );
}

function speakingEntries(
  one: Representation,
  shown: { readonly path: string; readonly detail: string },
): readonly TimelineEntry[] {
  const about = { kind: 'speaks-for', ...shown } as const;
  const words = `for ${one.groupName} on ${one.bodyName}`;
  return [
    ...entryOn(one.from, { ...about, words: `Speaks ${words}` }),
    ...entryOn(one.until, { ...about, words: `Last day of speaking ${words}` }),
  ];
}

async function recordEntries(ctx: Ctx, id: GroupId): Promise<readonly TimelineEntry[]> {
  const facts = await records.factsOf(ctx, id);
  const about = { kind: 'record' } as const;
  return [
    ...entryOn(facts.startedOn, { ...about, words: 'The group began' }),
    ...entryOn(facts.endedOn, { ...about, words: 'The group ended', detail: facts.endReason }),
    ...entryOn(facts.lastConfirmedOn, { ...about, words: 'Details confirmed' }),
    ...(await parts.listHomes(ctx, id)).flatMap((homes) =>
      entryOn(homes.asAt, { ...about, words: homesWords(homes) }),
    ),
    // What came in for recognition stands among its decisions.
    ...(await readDuties(ctx, id))
      .filter(({ kind }) => kind !== 'recognition')
      .flatMap((duty) => entryOn(duty.lastOn, { ...about, words: DUTY_WORDS[duty.kind] })),
  ];
}

const homesWords = ({ landlord, properties, tenancies }: Homes): string =>
  `Homes of ${landlord} counted: ${[
    ...(properties === null ? [] : [`${properties} properties`]),
    ...(tenancies === null ? [] : [`${tenancies} tenancies`]),
  ].join(', ')}`;
