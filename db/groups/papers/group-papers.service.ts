import { AREA_KIND_WORDS } from '#db/areas/areas.contract';
import { getArea } from '#db/areas/areas.service';
import { MASKED } from '#db/people/people.rules';
import { getPersonRecord } from '#db/people/person-record.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { formatPenceShort, Pence } from '#db/shared/money';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { GroupHooks } from '../group-hooks.ts';
import type { CoverageFilter, groupsContract, RegisterFilter } from '../groups-api.contract.ts';
import { GROUP_KIND_WORDS, type GroupId } from '../groups.contract.ts';
import { groupErrors } from '../groups.errors.ts';
import { isRepKind, needsRecognition, papersNeeded } from '../kinds.rules.ts';
import { listFigure, readRecord, showRecord } from '../read-record.service.ts';
import {
  COVER_WORDS,
  coverageTitle,
  coverageWords,
  REGISTER_TITLES,
  STATE_WORDS,
} from '../register-words.rules.ts';
import { readCoverage, readRegister } from '../registers.service.ts';
import { listStartUp } from '../support.service.ts';
import type { CoverageListValues } from './coverage-list.pdf.ts';
import type { OtherFormValues } from './other-form.pdf.ts';
import { recordSheetValues } from './record-sheet.service.ts';
import type { RegisterValues } from './register.pdf.ts';
import type { RepFormValues } from './rep-form.pdf.ts';
import type { StarterPackValues } from './starter-pack.pdf.ts';

type PaperVerb =
  | 'printRecord'
  | 'printRegister'
  | 'printCoverage'
  | 'printRepForm'
  | 'printStarterPack'
  | 'printOtherForm';

/** The papers about groups: record sheet, registers, coverage list, registrations, starter pack. */
export function groupPapers(hooks: GroupHooks): Pick<Handlers<typeof groupsContract>, PaperVerb> {
  return {
    async printRecord(steps, { id, size }) {
      const values = await steps.unit((ctx) => recordSheetValues(ctx, hooks, id, size));
      return drawPaperAs(steps, {
        paper: 'group-record',
        values,
        title: `Group record sheet ${values.name}`,
        fileName: 'group-record-sheet.pdf',
      });
    },

    async printRegister(steps, { size, ...filter }) {
      const values = await steps.unit((ctx) => registerValues(ctx, hooks, filter, size));
      return drawPaperAs(steps, {
        paper: 'group-register',
        values,
        title: values.title,
        fileName: `groups-${filter.register}.pdf`,
      });
    },

    async printCoverage(steps, { size, ...filter }) {
      const values = await steps.unit((ctx) => coverageValues(ctx, filter, size));
      return drawPaperAs(steps, {
        paper: 'area-coverage',
        values,
        title: values.title,
        fileName: 'area-coverage.pdf',
      });
    },

    async printRepForm(steps, { id, size }) {
      const values = await steps.unit((ctx) => repFormValues(ctx, hooks, id, size));
      return drawPaperAs(steps, {
        paper: 'rep-form',
        values,
        title: 'Registration of a block, street or village representative',
        fileName: 'representative-registration.pdf',
      });
    },

    async printStarterPack(steps, { id, size }) {
      const values = await steps.unit((ctx) => starterPackValues(ctx, hooks, id, size));
      return drawPaperAs(steps, {
        paper: 'starter-pack',
        values,
        title: `Starter pack ${values.name}`,
        fileName: 'starter-pack.pdf',
      });
    },

    async printOtherForm(steps, { id, size }) {
      const values = await steps.unit((ctx) => otherFormValues(ctx, hooks, id, size));
      return drawPaperAs(steps, {
        paper: 'other-group-form',
        values,
        title: 'Registration of a Neighbourhood Watch or other group',
        fileName: 'group-registration.pdf',
      });
    },
  };
}

const dateWords = (date: LocalDate | null): string =>
  date === null ? '' : formatDateNoWeekday(date);

async function registerValues(
  ctx: Ctx,
  hooks: GroupHooks,
  filter: RegisterFilter,
  size: PaperSize,
): Promise<RegisterValues> {
  const lines = await readRegister(ctx, hooks, filter);
  const narrowedBy = [
    filter.text === '' ? '' : `Name: ${filter.text}`,
    filter.kind === null ? '' : `Kind: ${GROUP_KIND_WORDS[filter.kind]}`,
    filter.areaId === null ? '' : `Area: ${(await getArea(ctx, filter.areaId)).name}`,
    filter.state === null ? '' : `Recognition: ${STATE_WORDS[filter.state]}`,
    filter.dueBy === null ? '' : `Something due by ${formatDateNoWeekday(filter.dueBy)}`,
  ];
  return {
    ...(await paperFrameOf(ctx, size)),
    title: REGISTER_TITLES[filter.register],
    narrowedBy: narrowedBy.filter((words) => words !== ''),
    lines: lines.map((line) => ({
      name: line.name,
      kind: GROUP_KIND_WORDS[line.kind],
      areas: line.areaNames.join(', '),
      contact: [line.contactName, line.mayGivePhone ? line.phone : '']
        .filter((words) => words !== '')
        .join('\n'),
      state:
        line.endedOn !== null
          ? `Ended ${dateWords(line.endedOn)}`
          : line.state === 'none' && !needsRecognition(line.kind)
            ? ''
            : STATE_WORDS[line.state],
      confirmed: dateWords(line.lastConfirmedOn),
    })),
  };
}

async function coverageValues(
  ctx: Ctx,
  filter: CoverageFilter,
  size: PaperSize,
): Promise<CoverageListValues> {
  const lines = await readCoverage(ctx, filter);
  return {
    ...(await paperFrameOf(ctx, size)),
    title: coverageTitle(filter),
    summary: coverageWords(lines, filter),
    lines: lines.map((line) => ({
      area: line.areaName,
      kind: AREA_KIND_WORDS[line.areaKind],
      cover: line.hasSchemeGroup === true ? 'An association of its own' : COVER_WORDS[line.cover],
      groups: line.groups.map((group) => group.name).join(', '),
    })),
  };
}

async function repFormValues(
  ctx: Ctx,
  hooks: GroupHooks,
  id: GroupId | null,
  size: PaperSize,
): Promise<RepFormValues> {
  const frame = await paperFrameOf(ctx, size);
  if (id === null)
    return {
      ...frame,
      name: '',
      phone: '',
      email: '',
      address: '',
      kind: '',
      areas: '',
      patch: '',
      startedOn: '',
      code: '',
    };
  const record = await readRecord(ctx, hooks, id);
  if (!isRepKind(record.kind)) throw groupErrors.error('group.not-a-rep', { name: record.name });
  const code = record.documents.find(
    (one) => one.kind === 'code-adoption' && one.replacedById === null,
  );
  const person =
    record.contactId === null ? undefined : await getPersonRecord(ctx, record.contactId);
  const shown = (text: string) => (text !== '' && isAuditor(ctx.actor) ? MASKED : text);
  return {
    ...frame,
    name: shown(person?.name ?? ''),
    phone: shown(record.phone),
    email: shown(record.email),
    address: shown(
      [person?.address ?? '', person?.postcode ?? ''].filter((part) => part !== '').join('\n'),
    ),
    kind: record.kind,
    areas: record.areaNames.join(', '),
    patch: shown(record.patch),
    startedOn: dateWords(record.startedOn),
    code:
      code === undefined
        ? ''
        : [code.version, dateWords(code.datedOn ?? code.receivedOn)]
            .filter((part) => part !== '')
            .join(', '),
  };
}

async function otherFormValues(
  ctx: Ctx,
  hooks: GroupHooks,
  id: GroupId | null,
  size: PaperSize,
): Promise<OtherFormValues> {
  const frame = await paperFrameOf(ctx, size);
  const record = id === null ? undefined : await showRecord(ctx, hooks, id);
  return {
    ...frame,
    name: record?.name ?? '',
    kind: record?.kind ?? '',
    areas: record?.areaNames.join(', ') ?? '',
    remit: record?.remit ?? '',
    contact: record?.contactName ?? '',
    phone: record?.phone ?? '',
    email: record?.email ?? '',
    startedOn: dateWords(record?.startedOn ?? null),
  };
}

async function starterPackValues(
  ctx: Ctx,
  hooks: GroupHooks,
  id: GroupId,
  size: PaperSize,
): Promise<StarterPackValues> {
  const record = await readRecord(ctx, hooks, id);
  const grant = Pence.safeParse((await figuresOn(ctx, todayOf(ctx))).get('grants.startUp'));
  return {
    ...(await paperFrameOf(ctx, size)),
    name: record.name,
    linkOfficer: record.linkOfficer,
    given: (await listStartUp(ctx, id)).map(({ words, doneOn }) => ({
      words,
      done: dateWords(doneOn),
    })),
    papers: papersNeeded(record.kind, await listFigure(ctx, 'groups.papers')).map(({ words }) => ({
      words,
      isHere: !record.missingPapers.includes(words),
    })),
    grant: grant.success
      ? `A new group can ask for a start-up grant of ${formatPenceShort(grant.data)}.`
      : '',
  };
}
