import { whatIsMissing } from '#db/conditions/conditions.service';
import { readDuties } from '#db/groups/duties.service';
import { DUTY_WORDS, type GroupRecord } from '#db/groups/group-record.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { listKeysHeldBy } from '#db/venues/keys.service';
import { isNewOfficer } from './committee.rules.ts';
import type { HandOverSource } from './hand-over-source.ts';
import { inductionRule } from './inductions.service.ts';
import * as terms from './officers.repository.ts';

/** Keys that whoever goes still holds for the group, or without anybody having said for whom. */
const keys: HandOverSource = {
  about: 'outgoing',
  async lines(ctx, { groupId, personId }) {
    const held = (await listKeysHeldBy(ctx, personId)).filter(
      (key) => key.groupId === null || key.groupId === groupId,
    );
    return held.map(
      (key) => `Key “${key.keyName}”, held since ${formatDateNoWeekday(key.heldSince)}`,
    );
  },
};

/** The guidelines for the group and the fire procedure for the new officer, where the council asks for them (BOOK-07, BOOK-08). */
const texts: HandOverSource = {
  about: 'incoming',
  async lines(ctx, { groupId, personId, on }) {
    const missing = await whatIsMissing(ctx, {
      booker: { kind: 'group', groupId },
      responsiblePersonId: personId,
      on,
    });
    return missing.map((one) =>
      one.kind === 'fire'
        ? 'The fire procedure: be given it and sign'
        : 'The guidelines for rooms and equipment: be given them and sign for the group',
    );
  },
};

/** The induction that the council asks of a new committee member (GRP-23). */
const induction: HandOverSource = {
  about: 'incoming',
  async lines(ctx, { groupId, personId, on }) {
    const rule = await inductionRule(ctx, on);
    const others = await terms.listOfGroup(ctx, groupId);
    return rule === '' || !isNewOfficer(others, personId, on) ? [] : [`Induction: ${rule}`];
  },
};

/** Accounts and insurance are the treasurer's; the rest of what a group owes is the secretary's. */
const OF_MONEY: ReadonlySet<string> = new Set(['accounts', 'insurance']);

const duties = (keptBy: 'treasurer' | 'secretary'): HandOverSource => ({
  about: 'group',
  keptBy,
  async lines(ctx, { groupId }) {
    const owed = await readDuties(ctx, groupId);
    return owed
      .filter((duty) => OF_MONEY.has(duty.kind) === (keptBy === 'treasurer'))
      .flatMap(({ kind, nextDueOn, standing }) =>
        nextDueOn === null || standing === 'not-set'
          ? []
          : [
              `${DUTY_WORDS[kind]}: ${standing === 'overdue' ? 'was due' : 'due'} by ${formatDateNoWeekday(nextDueOn)}`,
            ],
      );
  },
});

/** Papers that the group should have on record and has not; `readRecord` knows them. */
const papers = (
  readRecord: (ctx: Ctx, id: GroupId) => Promise<Pick<GroupRecord, 'missingPapers'>>,
): HandOverSource => ({
  about: 'group',
  keptBy: 'secretary',
  async lines(ctx, { groupId }) {
    const { missingPapers } = await readRecord(ctx, groupId);
    return missingPapers.map((words) => `Paper still missing: ${words}`);
  },
});

/** What is handed over according to the modules below this one; those above are added by `api.ts`. */
export const ownSources = (
  readRecord: (ctx: Ctx, id: GroupId) => Promise<Pick<GroupRecord, 'missingPapers'>>,
): readonly HandOverSource[] => [
  keys,
  texts,
  induction,
  duties('treasurer'),
  duties('secretary'),
  papers(readRecord),
];
