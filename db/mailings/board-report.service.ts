import { areaAndBelow } from '#db/areas/areas.rules';
import { getArea, listAreas } from '#db/areas/areas.service';
import type { BoardMember } from '#db/people/board.contract';
import { listBoard, listInterests } from '#db/people/board.service';
import { CHANNEL_WORDS } from '#db/people/person-record.contract';
import { quietSince } from '#db/people/person-record.rules';
import { listNeeds } from '#db/people/register.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import { compareText, type LocalDate } from '#db/shared/local-date';
import { joinWords } from '#db/shared/plain-words';
import type { BoardReportValues } from './board-report.pdf.ts';
import type { mailingsContract } from './mailings-api.contract.ts';
import { Selection } from './mailings.contract.ts';
import { formatSelection } from './selection.rules.ts';

export const boardReportPaper: Pick<Handlers<typeof mailingsContract>, 'printBoard'> = {
  async printBoard(steps, { size, ...wanted }) {
    const values = await steps.unit(async (ctx) => ({
      ...(await paperFrameOf(ctx, size)),
      ...(await readBoard(ctx, wanted)),
    }));
    return drawPaperAs(steps, {
      paper: 'sounding-board',
      values,
      title: 'Sounding Board',
      fileName: 'sounding-board.pdf',
    });
  },
};

type Wanted = Pick<Selection, 'serviceAreas' | 'areaIds'>;

async function readBoard(
  ctx: Ctx,
  wanted: {
    readonly quietMonths: number;
    readonly serviceArea: string;
    readonly areaId: Selection['areaIds'][number] | null;
  },
): Promise<Omit<BoardReportValues, keyof Awaited<ReturnType<typeof paperFrameOf>>>> {
  const areas = await listAreas(ctx);
  if (wanted.areaId !== null) await getArea(ctx, wanted.areaId);
  const listed: Wanted = {
    serviceAreas: wanted.serviceArea === '' ? [] : [wanted.serviceArea],
    areaIds: wanted.areaId === null ? [] : [wanted.areaId],
  };
  const everybody = (await listBoard(ctx, Selection.parse({}))).filter(
    ({ isOnRegister }) => isOnRegister,
  );
  const interests = await listInterests(ctx);
  const interestsOf = ({ id }: BoardMember): readonly string[] => interests.get(id) ?? [];
  const quietOn = quietSince(todayOf(ctx), wanted.quietMonths);
  const inAreas = new Set(wanted.areaId === null ? [] : areaAndBelow(areas, wanted.areaId));
  const isListed = (one: BoardMember): boolean =>
    (wanted.areaId === null || (one.areaId !== null && inAreas.has(one.areaId))) &&
    (wanted.serviceArea === '' ||
      interestsOf(one).some((name) => foldForSearch(name) === foldForSearch(wanted.serviceArea)));
  return {
    listed: formatSelection(Selection.parse(listed), areas),
    register: everybody.length,
    withPhone: everybody.filter(({ phone, textPhone }) => phone !== '' || textPhone !== '').length,
    withEmail: everybody.filter(({ email }) => email !== '').length,
    quietMonths: wanted.quietMonths,
    quiet: everybody.filter((one) => isQuiet(one, quietOn)).length,
    byChannel: countBy(everybody, ({ channels: [first] }) => [
      first === undefined ? 'Not said' : CHANNEL_WORDS[first],
    ]),
    byInterest: countBy(everybody, interestsOf),
    byArea: countBy(everybody, ({ areaName }) => [areaName === '' ? 'Area not entered' : areaName]),
    needs: (await listNeeds(ctx)).map(({ areaName, need, people }) => ({
      area: areaName,
      need,
      people,
    })),
    members: everybody.filter(isListed).map((one) => ({
      name: one.name,
      area: one.areaName,
      phone: one.phone === '' ? one.textPhone : one.phone,
      email: one.email,
      channel: one.channels[0] === undefined ? '' : CHANNEL_WORDS[one.channels[0]],
      interests: joinWords(interestsOf(one)),
      lastContactedOn: one.lastContactedOn,
      isQuiet: isQuiet(one, quietOn),
    })),
  };
}

/** Whether nobody was in touch with a member since a day, from when they joined on (PPL-02). */
const isQuiet = (
  one: Pick<BoardMember, 'lastContactedOn' | 'joinedOn'>,
  quietOn: LocalDate,
): boolean => {
  const since = one.lastContactedOn ?? one.joinedOn;
  return since !== null && since <= quietOn;
};

/** How many members bear each name, the most first; somebody with two interests counts under both. */
function countBy(
  members: readonly BoardMember[],
  namesOf: (member: BoardMember) => readonly string[],
): readonly { readonly name: string; readonly people: number }[] {
  const counts = new Map<string, number>();
  for (const name of members.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, people]) => ({ name, people }))
    .toSorted((a, b) => b.people - a.people || compareText(a.name, b.name));
}
