import type { Ctx, Steps } from '#db/shared/ctx';
import { localDateTimeOf } from '#db/shared/local-date';
import type { Paper, PaperJob, PaperSize, TellDrawn } from '#db/shared/paper';
import type { PaperFrame } from '#db/shared/pdf/frame';
import { figuresOn, getCentre, todayOf } from './settings.service.ts';

/** What every paper says besides its own content: the letterhead, its size, who had it printed and when. */
export async function paperFrameOf(ctx: Ctx, size: PaperSize): Promise<PaperFrame> {
  const centre = await getCentre(ctx);
  return {
    letterhead: {
      centre: centre.name === '' ? 'Tenant Resource Centre' : centre.name,
      council: centre.council,
      team: centre.team,
      address: centre.addressLines,
      phone: centre.phone,
    },
    size,
    practice: ctx.mode === 'practice',
    printedAt: localDateTimeOf(ctx.now()),
    printedBy: ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk',
  };
}

/** How to appeal, as a letter says it: in words of its own, else the council's route (CON-24); empty where nobody gave one. */
export async function appealWordsOf(ctx: Ctx, own: string): Promise<string> {
  if (own !== '') return own;
  const route = (await figuresOn(ctx, todayOf(ctx))).get('conduct.appealRoute');
  return typeof route === 'string' && route !== '' ? `You can appeal by this route: ${route}.` : '';
}

/** Draws a paper outside any unit of work, so that nobody waits for it, and names it for the reader. A long one may tell how far it is. */
export async function drawPaperAs(
  steps: Steps,
  job: PaperJob & { readonly title: string; readonly fileName: string },
  tell?: TellDrawn,
): Promise<Paper> {
  const drawn = await steps.slow.drawPaper({ paper: job.paper, values: job.values }, tell);
  return {
    title: job.title,
    fileName: job.fileName,
    pages: drawn.pages,
    missingGlyphs: [...drawn.missingGlyphs],
    base64: Buffer.from(drawn.bytes).toString('base64'),
  };
}
