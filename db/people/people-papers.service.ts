import { getArea } from '#db/areas/areas.service';
import type { AreaId } from '#db/areas/areas.contract';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { PaperSize } from '#db/shared/paper';
import type { ConsentSheetValues } from './consent-sheet.pdf.ts';
import { holdsOn } from './consents.rules.ts';
import { listConsents } from './consents.service.ts';
import type { InterestFormValues } from './interest-form.pdf.ts';
import type { peopleContract } from './people-api.contract.ts';
import type { PersonId } from './people.contract.ts';
import { SERVICE_AREAS } from './person-record.contract.ts';
import { hasGuardianAgreed } from './person-record.rules.ts';
import { getPersonRecord } from './person-record.service.ts';
import { methodsOffered } from './register.rules.ts';

export const peoplePapers: Pick<
  Handlers<typeof peopleContract>,
  'printConsent' | 'printInterest'
> = {
  async printConsent(steps, { personId, size }) {
    const values = await steps.unit((ctx) => consentValues(ctx, personId, size));
    return drawPaperAs(steps, {
      paper: 'consent-sheet',
      values,
      title: 'Consent to share details or be named',
      fileName: 'consent-sheet.pdf',
    });
  },

  async printInterest(steps, { personId, size }) {
    const values = await steps.unit((ctx) => interestValues(ctx, personId, size));
    return drawPaperAs(steps, {
      paper: 'interest-form',
      values,
      title: 'Sounding Board form',
      fileName: 'sounding-board-form.pdf',
    });
  },
};

async function consentValues(
  ctx: Ctx,
  personId: PersonId | null,
  size: PaperSize,
): Promise<ConsentSheetValues> {
  const frame = await paperFrameOf(ctx, size);
  if (personId === null)
    return { ...frame, name: '', isUnder18: false, guardianName: '', standing: [] };
  const person = await getPersonRecord(ctx, personId);
  const today = todayOf(ctx);
  const consents = await listConsents(ctx, personId);
  return {
    ...frame,
    name: person.name,
    isUnder18: person.isUnder18,
    guardianName: person.guardianName,
    standing: consents
      .filter((consent) => hasGuardianAgreed(person) && holdsOn(consent, today))
      .map(({ purpose, what, withWhom, givenOn, until }) => ({
        purpose,
        what,
        withWhom,
        givenOn,
        until,
      })),
  };
}

async function interestValues(
  ctx: Ctx,
  personId: PersonId | null,
  size: PaperSize,
): Promise<InterestFormValues> {
  const methods = (await figuresOn(ctx, todayOf(ctx))).get('involvement.methods');
  return {
    ...(await paperFrameOf(ctx, size)),
    person: personId === null ? null : await filledIn(ctx, personId),
    serviceAreas: SERVICE_AREAS,
    methods: [...methodsOffered(methods)],
  };
}

async function filledIn(
  ctx: Ctx,
  personId: PersonId,
): Promise<NonNullable<InterestFormValues['person']>> {
  const person = await getPersonRecord(ctx, personId);
  const nameOf = async (id: AreaId | null) => (id === null ? '' : (await getArea(ctx, id)).name);
  return {
    ...person,
    areaName: await nameOf(person.areaId),
    schemeName: await nameOf(person.schemeId),
  };
}
