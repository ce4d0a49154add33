import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { getCentre } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { PaperSize } from '#db/shared/paper';
import type { agreementsContract } from './agreements-api.contract.ts';
import type { Agreement, AgreementId } from './agreements.contract.ts';
import { agreementErrors } from './agreements.errors.ts';
import { isCompact, signatureBlocks } from './agreements.rules.ts';
import type { CompactValues } from './compact.pdf.ts';
import type { ConfidentialityValues } from './confidentiality.pdf.ts';
import { showAgreement } from './keep-agreement.service.ts';

/** Compacts and confidentiality agreements on paper: blank to fill in by hand, or filled with what is on record. */
export const agreementPapers: Pick<
  Handlers<typeof agreementsContract>,
  'printCompact' | 'printConfidentiality'
> = {
  async printCompact(steps, { id, isLocal, size }) {
    const values = await steps.unit((ctx) => compactValues(ctx, { id, isLocal, size }));
    const title = values.isLocal ? 'Local Compact' : 'Compact';
    return drawPaperAs(steps, {
      paper: 'compact',
      values,
      title: `${title} ${values.agreement?.reference ?? ''}`.trim(),
      fileName: `${fileNameOf(title, values.agreement?.reference)}.pdf`,
    });
  },

  async printConfidentiality(steps, { id, size }) {
    const values = await steps.unit((ctx) => confidentialityValues(ctx, id, size));
    const title = 'Confidentiality agreement';
    return drawPaperAs(steps, {
      paper: 'confidentiality-agreement',
      values,
      title: `${title} ${values.agreement?.reference ?? ''}`.trim(),
      fileName: `${fileNameOf(title, values.agreement?.reference)}.pdf`,
    });
  },
};

const fileNameOf = (title: string, reference = 'blank'): string =>
  `${title.toLowerCase().replaceAll(' ', '-')}-${reference}`;

async function compactValues(
  ctx: Ctx,
  wanted: { readonly id: AgreementId | null; readonly isLocal: boolean; readonly size: PaperSize },
): Promise<CompactValues> {
  const frame = await paperFrameOf(ctx, wanted.size);
  const { presetId } = await getCentre(ctx);
  if (wanted.id === null) {
    const kind = wanted.isLocal ? 'local-compact' : 'compact';
    const blocks = [...signatureBlocks(kind, presetId)];
    return { ...frame, isLocal: wanted.isLocal, blocks, agreement: null };
  }
  const agreement = await showAgreement(ctx, wanted.id);
  checkIsOf(agreement, isCompact(agreement.kind));
  return {
    ...frame,
    isLocal: agreement.kind === 'local-compact',
    blocks: agreement.parties,
    agreement,
  };
}

async function confidentialityValues(
  ctx: Ctx,
  id: AgreementId | null,
  size: PaperSize,
): Promise<ConfidentialityValues> {
  const frame = await paperFrameOf(ctx, size);
  if (id === null) return { ...frame, agreement: null };
  const agreement = await showAgreement(ctx, id);
  checkIsOf(agreement, agreement.kind === 'confidentiality');
  return { ...frame, agreement };
}

function checkIsOf({ reference }: Agreement, isOf: boolean): void {
  if (!isOf) throw agreementErrors.error('agreement.other-paper', { reference });
}
