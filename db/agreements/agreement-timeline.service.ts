import type { Party } from '#db/people/party.contract';
import type { Ctx } from '#db/shared/ctx';
import type { StandingSource, TimelineSource } from '#db/timeline/timeline-source';
import { dueBy, entryOn } from '#db/timeline/timeline.rules';
import { AGREEMENT_KIND_WORDS, type AgreementLine } from './agreements.contract.ts';
import * as agreements from './agreements.repository.ts';

/** What was agreed with a group or person, and when it ended. */
export const agreementTimeline: TimelineSource = {
  kinds: ['agreement'],
  async list(ctx, of) {
    return (await listOf(ctx, of)).flatMap((one) => {
      const about = {
        kind: 'agreement',
        detail: of.kind === 'group' ? one.personName : '',
        path: `/agreements/${one.id}`,
      } as const;
      const words = `${AGREEMENT_KIND_WORDS[one.kind]}${one.codeVersion === '' ? '' : `, version ${one.codeVersion}`}`;
      const again = one.signedOn === one.firstSignedOn ? null : one.signedOn;
      return [
        ...entryOn(one.firstSignedOn, { ...about, words: `${words}: signed` }),
        ...entryOn(again, { ...about, words: `${words}: signed again after its review` }),
        ...entryOn(one.endedOn, { ...about, words: `${words}: last day` }),
      ];
    });
  },
};

/** Reviews of agreements that stand. */
export const agreementStanding: StandingSource = {
  async due(ctx, of, today) {
    return (await listOf(ctx, of))
      .filter((one) => one.state === 'signed' && one.reviewOn !== null)
      .map((one) => dueBy(`${AGREEMENT_KIND_WORDS[one.kind]}: review`, one.reviewOn, today));
  },
};

const listOf = (ctx: Ctx, of: Party): Promise<readonly AgreementLine[]> =>
  agreements.list(ctx, {
    kind: null,
    state: null,
    groupId: of.kind === 'group' ? of.groupId : null,
    personId: of.kind === 'person' ? of.personId : null,
  });
