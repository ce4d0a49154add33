import type { Figure, FigurePart } from './paper-writer.ts';
import { drawText, type Sheet, setText } from './sheet.ts';
import { ACCENT, HAIRLINE, lineHeight } from './style.ts';

/** One bar; `words` stands at its end, so that nobody has to measure. */
export type Bar = { readonly label: string; readonly value: number; readonly words: string };

/** Labels and words beside the bars take these parts of the width; in large print labels stand above their bars. */
const LABEL_SHARE = 0.32;
const WORDS_SHARE = 0.24;
const LEAST_LABEL_EMS = 10;
/** Height of a bar in lines of text. */
const BAR_LINES = 0.62;

/**
 * Bars from left to right, the longest as wide as there is room, all of one colour: what each means stands beside it
 * in words. `alt` says what the chart shows to those who hear the paper; the figures themselves belong in a table.
 */
export function barChart(sheet: Sheet, bars: readonly Bar[], alt: string): Figure {
  const { style, width } = sheet;
  const isBeside = width * LABEL_SHARE >= LEAST_LABEL_EMS * style.body;
  const labelWidth = isBeside ? width * LABEL_SHARE : width;
  const wordsWidth = width * (isBeside ? WORDS_SHARE : WORDS_SHARE * 1.6);
  const room = width - (isBeside ? labelWidth : 0) - wordsWidth;
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const line = lineHeight(style.body);
  const rows = bars.map((bar) => {
    const label = setText(sheet, bar.label, labelWidth - style.padding);
    const words = setText(sheet, bar.words, wordsWidth - style.padding);
    const beside = isBeside ? Math.max(label.height, words.height) : words.height;
    const above = isBeside ? 0 : label.height;
    return { bar, label, words, above, height: above + beside + style.padding };
  });
  const parts = rows.map(
    ({ bar, label, words, above, height }, i): FigurePart => ({
      height,
      draw: (on, x, y) => {
        const start = x + (isBeside ? labelWidth : 0);
        const length = (room * Math.max(0, bar.value)) / most;
        const barTop = y + above + (line * (1 - BAR_LINES)) / 2;
        drawText(on, label, { x, y });
        if (length > 0)
          on.document.fillBox(
            { x: start, y: barTop, width: length, height: line * BAR_LINES },
            ACCENT,
          );
        drawText(on, words, { x: start + length + style.padding, y: y + above });
        on.document.stroke(
          [
            [start, y],
            [start, y + height - (i === rows.length - 1 ? style.padding : 0)],
          ],
          0.75,
          HAIRLINE,
        );
      },
    }),
  );
  return { alt, parts };
}
