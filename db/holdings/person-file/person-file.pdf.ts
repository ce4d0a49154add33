import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import { countOf } from '#db/shared/plain-words';

/** Everything held about one person or group, to be handed to them. */
export const PersonFileValues = z.object({
  ...PaperFrame.shape,
  name: z.string(),
  isMasked: z.boolean(),
  sections: z
    .array(
      z.object({
        words: z.string(),
        rows: z
          .array(z.array(z.object({ label: z.string(), value: z.string() })).readonly())
          .readonly(),
      }),
    )
    .readonly(),
});
export type PersonFileValues = z.infer<typeof PersonFileValues>;

export function drawPersonFile(fonts: PaperFonts, values: PersonFileValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Everything held about you',
    reference: values.name,
    template: 'Copy of everything held, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.fieldGrid([{ label: 'About', value: values.name }]);
    paper.paragraph(
      values.isMasked
        ? 'This is what this centre holds about you. Names, numbers and addresses of other people are left out.'
        : 'This is what this centre holds about you.',
    );
    paper.paragraph(
      'If something is wrong, tell us and we put it right. You may also ask us to erase it; some of it must be kept for a time, and we say which and why.',
    );
    for (const section of values.sections) {
      paper.heading(section.words);
      if (section.rows.length > MOST_AS_FIELDS) {
        paper.paragraph(countOf(section.rows.length, 'entry', 'entries'), { keepWithNext: true });
        paper.list(section.rows.map(lineOf));
        continue;
      }
      if (section.rows.length > 1)
        paper.paragraph(countOf(section.rows.length, 'entry', 'entries'));
      for (const [at, row] of section.rows.entries()) {
        if (at > 0) paper.space();
        paper.fieldGrid(row);
      }
    }
  });
}

/** More entries than these stand as a line each, so that a copy is no stack of paper. */
const MOST_AS_FIELDS = 4;

const lineOf = (row: PersonFileValues['sections'][number]['rows'][number]): string =>
  row.map(({ label, value }) => `${label}: ${value}`).join(' · ');
