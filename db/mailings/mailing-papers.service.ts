import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { PaperSize } from '#db/shared/paper';
import { progressOf } from '#db/shared/plain-words';
import { boardReportPaper } from './board-report.service.ts';
import type { CallSheetValues } from './call-sheet.pdf.ts';
import type { LabelsValues } from './labels.pdf.ts';
import { addressLines } from './letter-words.rules.ts';
import type { LettersValues } from './letters.pdf.ts';
import type { mailingsContract } from './mailings-api.contract.ts';
import type { LabelSheet, MailingId } from './mailings.contract.ts';
import { mailingErrors } from './mailings.errors.ts';
import {
  byPostcode,
  checkStands,
  getMailing,
  isPrinted,
  LETTERS_A_FILE,
  merged,
  readPeople,
} from './read-mailing.service.ts';

export const mailingPapers: Pick<
  Handlers<typeof mailingsContract>,
  'printLetters' | 'printLabels' | 'printCalls' | 'printBoard'
> = {
  async printLetters(steps, { id, file, onBothSides }) {
    const values = await steps.unit((ctx) => letterValues(ctx, id, { file, onBothSides }));
    return drawPaperAs(
      steps,
      {
        paper: 'mailing-letters',
        values,
        title: `Letters ${values.reference}`,
        fileName: `letters-${values.reference}${file > 1 ? `-${file}` : ''}.pdf`,
      },
      (done, total) => {
        steps.checkGoing();
        steps.progress(progressOf(done, total, { word: 'letter', did: 'drawn' }));
      },
    );
  },

  async printLabels(steps, { id, sheet, startAt }) {
    const { reference, values } = await steps.unit((ctx) => labelValues(ctx, id, sheet, startAt));
    return drawPaperAs(steps, {
      paper: 'mailing-labels',
      values,
      title: `Labels ${reference}`,
      fileName: `labels-${reference}.pdf`,
    });
  },

  async printCalls(steps, { id, size }) {
    const values = await steps.unit((ctx) => callValues(ctx, id, size));
    return drawPaperAs(steps, {
      paper: 'mailing-calls',
      values,
      title: `Call sheet ${values.reference}`,
      fileName: `call-sheet-${values.reference}.pdf`,
    });
  },

  ...boardReportPaper,
};

async function letterValues(
  ctx: Ctx,
  id: MailingId,
  wanted: { readonly file: number; readonly onBothSides: boolean },
): Promise<LettersValues> {
  const mailing = await getMailing(ctx, id);
  checkStands(mailing);
  const { asked } = await readPeople(ctx, id);
  const from = (wanted.file - 1) * LETTERS_A_FILE;
  const printed = byPostcode(asked.filter(({ person }) => isPrinted(person))).slice(
    from,
    from + LETTERS_A_FILE,
  );
  if (printed.length === 0)
    throw mailingErrors.error('mailing.no-letters', { reference: mailing.reference });
  const frame = await paperFrameOf(ctx, 'normal');
  return {
    ...frame,
    reference: mailing.reference,
    subject: mailing.subject,
    date: mailing.letterOn,
    askedBy: mailing.askedBy,
    onBothSides: wanted.onBothSides,
    letters: printed.map(({ person, member }) => ({
      address: [...addressLines(member)],
      size: person.format === 'large-print' ? 'large' : 'normal',
      words: merged(mailing, member, frame.letterhead.phone),
    })),
  };
}

async function labelValues(
  ctx: Ctx,
  id: MailingId,
  sheet: LabelSheet,
  startAt: number,
): Promise<{ readonly reference: string; readonly values: LabelsValues }> {
  const mailing = await getMailing(ctx, id);
  checkStands(mailing);
  const { asked } = await readPeople(ctx, id);
  const posted = byPostcode(
    asked.filter(({ person }) => person.channel === 'letter' && person.since === null),
  );
  if (posted.length === 0)
    throw mailingErrors.error('mailing.no-letters', { reference: mailing.reference });
  return {
    reference: mailing.reference,
    values: {
      ...(await paperFrameOf(ctx, 'normal')),
      sheet,
      startAt: Math.min(startAt, Number(sheet)),
      labels: posted.map(({ member }) => [...addressLines(member)]),
      reference: mailing.reference,
    },
  };
}

async function callValues(ctx: Ctx, id: MailingId, size: PaperSize): Promise<CallSheetValues> {
  const mailing = await getMailing(ctx, id);
  checkStands(mailing);
  const { asked } = await readPeople(ctx, id);
  const rung = asked.filter(({ person }) => person.channel === 'phone' && person.since === null);
  if (rung.length === 0)
    throw mailingErrors.error('mailing.no-calls', { reference: mailing.reference });
  const frame = await paperFrameOf(ctx, size);
  return {
    ...frame,
    reference: mailing.reference,
    subject: mailing.subject,
    words: merged(mailing, null, frame.letterhead.phone),
    calls: rung.map(({ person }) => ({
      name: person.name,
      phone: person.phone,
      area: person.areaName,
      language: person.language,
      noted: person.outcomes.map(({ outcome }) => outcome),
    })),
  };
}
