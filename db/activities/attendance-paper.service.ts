import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { PaperSize } from '#db/shared/paper';
import { formatDate, formatTime } from '#db/shared/plain-words';
import type { activitiesContract } from './activities-api.contract.ts';
import type { ActivityId, ActivityPage, RegisterLine } from './activities.contract.ts';
import { factWords, ledByWords, timeWords } from './activities.rules.ts';
import type { AttendanceSheetValues, SheetLine } from './attendance-sheet.pdf.ts';
import { showActivity } from './keep-activity.service.ts';
import { forWhomWords } from './register.rules.ts';

/** The attendance sheet (DOC-52): blank, with who is expected and who sent apologies, or with the whole register. */
export const attendancePaper: Pick<Handlers<typeof activitiesContract>, 'printSheet'> = {
  async printSheet(steps, { id, size }) {
    const values = await steps.unit((ctx) => sheetValues(ctx, id, size));
    const reference = values.activity?.reference;
    return drawPaperAs(steps, {
      paper: 'attendance-sheet',
      values,
      title: `Attendance sheet ${reference ?? ''}`.trim(),
      fileName: `attendance-sheet-${reference ?? 'blank'}.pdf`,
    });
  },
};

async function sheetValues(
  ctx: Ctx,
  id: ActivityId | null,
  size: PaperSize,
): Promise<AttendanceSheetValues> {
  const frame = await paperFrameOf(ctx, size);
  if (id === null) return { ...frame, activity: null };
  const page = await showActivity(ctx, id);
  return {
    ...frame,
    activity: {
      reference: page.reference,
      title: page.title,
      facts: factsOf(page),
      isComplete: page.isSheetClosed,
      lines: page.lines.map(toSheetLine),
      came: page.totals.came,
      apologies: page.totals.apologies,
      groups: page.totals.groups.map(({ groupName, count }) => ({ name: groupName, count })),
      forThemself: page.totals.forThemself,
    },
  };
}

function factsOf(page: ActivityPage): readonly string[] {
  const when = [formatDate(page.on), timeWords(page), page.venueWords];
  const what = [
    page.kind,
    `led by ${page.ledBy.kind === 'council' ? 'the council' : ledByWords(page)}`,
  ];
  return [
    when.filter((words) => words !== '').join(', '),
    [...what, ...factWords(page).map((words) => words.toLowerCase())].join(' · '),
    ...(page.isCancelled ? ['Cancelled'] : []),
  ];
}

const toSheetLine = (line: RegisterLine): SheetLine => ({
  name: line.name,
  tenure: line.tenure === null || line.tenure === 'not-said' ? '' : PERSON_KIND_WORDS[line.tenure],
  forWhom: line.groups.length === 0 && line.standing !== 'came' ? '' : forWhomWords(line),
  standing: line.standing,
  isFirstTime: line.isFirstTime,
  arrived: line.arrivedAt === null ? '' : formatTime(line.arrivedAt),
  left: line.leftAt === null ? '' : formatTime(line.leftAt),
  wantsToClaim: line.wantsToClaim,
});
