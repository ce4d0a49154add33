import { DESK_ROLES } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { StandingSource, TimelineSource } from '#db/timeline/timeline-source';
import type { Allowed } from '#db/timeline/timeline.contract';
import { entryOn } from '#db/timeline/timeline.rules';
import { CONSENT_PURPOSE_WORDS, type ConsentPurpose } from './consents.contract.ts';
import { listConsents, listWhoAgree } from './consents.service.ts';
import { getPersonRecord } from './person-record.service.ts';

/** What a person agreed to, and what the record knows of contact with them. */
export const personTimeline: TimelineSource = {
  kinds: ['consent', 'contact'],
  access: DESK_ROLES,
  async list(ctx, of) {
    if (of.kind === 'group') return [];
    const record = await getPersonRecord(ctx, of.personId);
    const contact = { kind: 'contact' } as const;
    return [
      ...entryOn(record.joinedOn, { ...contact, words: 'Joined the Sounding Board' }),
      ...entryOn(record.notInvolvedSince, { ...contact, words: 'Not involved, thank you' }),
      ...entryOn(record.lastContactedOn, { ...contact, words: 'Last contacted' }),
      ...entryOn(record.lastConfirmedOn, { ...contact, words: 'Details confirmed' }),
      ...(await listConsents(ctx, of.personId)).flatMap((one) => {
        const words = CONSENT_PURPOSE_WORDS[one.purpose];
        const detail = [one.what, one.withWhom].filter((part) => part !== '').join(', ');
        return [
          ...entryOn(one.givenOn, { kind: 'consent', words: `Agreed: ${words}`, detail }),
          ...entryOn(one.withdrawnOn, { kind: 'consent', words: `Taken back: ${words}`, detail }),
          ...entryOn(one.withdrawnOn === null ? one.until : null, {
            kind: 'consent',
            words: `Last day of consent: ${words}`,
            detail,
          }),
        ];
      }),
    ];
  },
};

/** What a person's wishes and consents allow today (PPL-03, PPL-10). */
export const personStanding: StandingSource = {
  access: DESK_ROLES,
  async allowed(ctx, of, today) {
    if (of.kind === 'group') return [];
    const { notInvolvedSince } = await getPersonRecord(ctx, of.personId);
    const asked = async (purpose: ConsentPurpose): Promise<Allowed> => {
      const agrees = (await listWhoAgree(ctx, [of.personId], purpose, today)).has(of.personId);
      return {
        what: CONSENT_PURPOSE_WORDS[purpose],
        state: agrees ? 'yes' : 'no',
        why: agrees ? '' : 'No consent that holds today.',
        detail: '',
      };
    };
    return [
      {
        what: 'Asked to take part',
        state: notInvolvedSince === null ? 'yes' : 'no',
        why:
          notInvolvedSince === null
            ? ''
            : `Said on ${formatDateNoWeekday(notInvolvedSince)}: not involved, thank you.`,
        detail: '',
      },
      await asked('be-named'),
      await asked('share-contact'),
      await asked('mailing-sms-email'),
    ];
  },
};
