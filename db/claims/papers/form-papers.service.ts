import { getGroup } from '#db/groups/groups.service';
import { getPerson } from '#db/people/people.service';
import { MASKED } from '#db/people/people.rules';
import type { Party } from '#db/people/party.contract';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { PaperSize } from '#db/shared/paper';
import { batchesService } from '../batches/batches.service.ts';
import { sheetDeclaration } from '../batches/sheet-declaration.rules.ts';
import { Batch, type BatchId, type Claim } from '../claims.contract.ts';
import type { filingContract } from '../filing.contract.ts';
import { getClaim } from '../read-claim.service.ts';
import type { ClaimFormValues } from './claim-form-values.ts';
import { claimFormJob, claimFormValues, eventsById, formFrame } from './claim-form.service.ts';
import { linesOf, measureWords, signatureOnForm, whereWords } from './claim-on-form.rules.ts';
import type { TreasurerSheetValues } from './treasurer-sheet.pdf.ts';

type Papers = Handlers<typeof filingContract>;
type Wanted = Parameters<Papers['printForm']>[1];

/** The claim form (DOC-42) and the treasurer's sheet (DOC-43). */
export const formPapers: Pick<Papers, 'printForm' | 'printSheet'> = {
  async printForm(steps, wanted) {
    const values = await steps.unit((ctx) => formValues(ctx, wanted));
    return drawPaperAs(steps, claimFormJob(values));
  },

  async printSheet(steps, { id, size, isFillable }) {
    const values = await steps.unit(async (ctx) => ({
      ...(await paperFrameOf(ctx, size)),
      isFillable,
      sheet: id === null ? null : await sheetValues(ctx, id),
    }));
    const reference = values.sheet?.reference ?? '';
    return drawPaperAs(steps, {
      paper: 'claim-sheet',
      values,
      title: `Claims of several members ${reference}`.trim(),
      fileName: `claim-sheet${reference === '' ? '' : `-${reference}`}.pdf`,
    });
  },
};

async function formValues(ctx: Ctx, { of, size, isFillable }: Wanted): Promise<ClaimFormValues> {
  switch (of.kind) {
    case 'blank':
      return { ...(await formFrame(ctx, null, { size, isFillable })), claim: null };
    case 'claim':
      return claimFormValues(ctx, await getClaim(ctx, of.id), { size, isFillable });
    case 'half-filled':
      return halfFilled(ctx, of, { size, isFillable });
  }
}

/** A form for somebody at the counter who has no claim yet: their name and the event, the rest to write. */
async function halfFilled(
  ctx: Ctx,
  of: Extract<Wanted['of'], { kind: 'half-filled' }>,
  as: { readonly size: PaperSize; readonly isFillable: boolean },
): Promise<ClaimFormValues> {
  const frame = await formFrame(ctx, of.claimant.kind, as);
  const name = await nameOf(ctx, of.claimant);
  return {
    ...frame,
    claim: {
      reference: '',
      stage: 'to-fill',
      claimant: name,
      claimantWords: '',
      filer: '',
      receivedOn: null,
      payee: name,
      method: null,
      events: await eventsById(ctx, of.activityId),
      lines: [],
      claimedPence: null,
      payablePence: null,
      notes: '',
      declaration: frame.declaration,
      signatures: [],
      mark: null,
      receipts: [],
    },
  };
}

/** Groups are in public lists; a person's name is nothing for the auditor. */
async function nameOf(ctx: Ctx, party: Party): Promise<string> {
  if (party.kind === 'group') return (await getGroup(ctx, party.groupId)).name;
  const { name } = await getPerson(ctx, party.personId);
  return isAuditor(ctx.actor) ? MASKED : name;
}

async function sheetValues(ctx: Ctx, id: BatchId): Promise<TreasurerSheetValues['sheet']> {
  // Parsed, because a handler answers what goes out and not what a service works with.
  const batch = Batch.parse(await batchesService.batch(ctx, { id }));
  const claims: Claim[] = [];
  for (const one of batch.claims) claims.push(await getClaim(ctx, one.id));
  return {
    reference: batch.reference,
    group: batch.groupName,
    treasurer: batch.treasurerName,
    receivedOn: batch.receivedOn,
    isWithdrawn: batch.state === 'withdrawn',
    claims: batch.claims.map((one) => ({
      reference: one.reference,
      claimant: one.claimantName,
      costs: one.lines,
      askedPence: one.claimedPence,
      payablePence: one.payablePence,
      isSigned: !batch.unsigned.includes(one.id),
    })),
    rooms: claims.flatMap(roomsOf),
    declaration: declarationUnder(batch),
    signatures: batch.signatures.filter(({ isSuperseded }) => !isSuperseded).map(signatureOnForm),
  };
}

/** What was declared as it was signed; before that, as it will be. */
const declarationUnder = (batch: Batch): string =>
  batch.signatures[0]?.words ?? sheetDeclaration({ ...batch, claims: batch.claims.length });

/** Rooms that a group hired, with its reason why no tenant meeting room would do (EXP-10). */
function roomsOf(claim: Claim) {
  return linesOf(claim)
    .filter(({ kind }) => kind === 'room-hire')
    .map((line) => ({
      where: whereWords(line),
      day: line.day,
      measure: measureWords(line),
      askedPence: line.askedPence,
      why: line.reason,
    }));
}
