import { GROUP_KIND_WORDS, type GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import { homesInForce } from '#db/groups/homes.rules';
import { readRecord } from '#db/groups/read-record.service';
import { appealWordsOf, drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { isAskedIn, isIn } from '../items.rules.ts';
import { gapsIn, periodOn } from '../periods.rules.ts';
import {
  fillReturn,
  hiddenFrom,
  readRecognition,
  recognitionLook,
} from '../read-recognition.service.ts';
import {
  EVIDENCE_WORDS,
  gapWords,
  sentenceStart,
  TAKEN_WORDS,
} from '../recognition-words.rules.ts';
import { effectOn, listAsked } from '../recognition-rules.service.ts';
import type { recognitionContract } from '../recognition-api.contract.ts';
import {
  Activity,
  ACTIVITY_WORDS,
  type Decision,
  type ReturnItem,
} from '../recognition.contract.ts';
import { recognitionErrors } from '../recognition.errors.ts';
import * as recognition from '../recognition.repository.ts';
import * as returns from '../returns.repository.ts';
import type { CertificateValues } from './certificate.pdf.ts';
import type { DecisionLetterValues } from './decision-letter.pdf.ts';
import type { OutstandingLetterValues } from './outstanding-letter.pdf.ts';
import type { RecognitionFormValues } from './recognition-form.pdf.ts';
import type { WithdrawalLetterValues } from './withdrawal-letter.pdf.ts';

type PaperVerb = 'printForm' | 'printDecision' | 'printOutstanding' | 'printCertificate';

/** The papers on recognition: form, decision and withdrawal letters, reminder, certificate. */
export const recognitionPapers: Pick<Handlers<typeof recognitionContract>, PaperVerb> = {
  async printForm(steps, { groupId, kind, size }) {
    const values = await steps.unit((ctx) => formValues(ctx, groupId, kind, size));
    return drawPaperAs(steps, {
      paper: 'recognition-form',
      values,
      title: kind === 'first' ? 'Asking for recognition' : 'Yearly recognition return',
      fileName: `recognition-${kind}.pdf`,
    });
  },

  async printDecision(steps, { id, size }) {
    const letter = await steps.unit((ctx) => letterValues(ctx, id, size));
    return drawPaperAs(steps, {
      ...letter,
      title: `Letter ${letter.values.reference}`,
      fileName: `recognition-${letter.values.reference}.pdf`,
    });
  },

  async printOutstanding(steps, { groupId, size }) {
    const values = await steps.unit((ctx) => outstandingValues(ctx, groupId, size));
    return drawPaperAs(steps, {
      paper: 'recognition-outstanding',
      values,
      title: `Papers still to come from ${values.to}`,
      fileName: 'papers-still-to-come.pdf',
    });
  },

  async printCertificate(steps, { groupId, size }) {
    const values = await steps.unit((ctx) => certificateValues(ctx, groupId, size));
    return drawPaperAs(steps, {
      paper: 'recognition-certificate',
      values,
      title: `Certificate of recognition ${values.name}`,
      fileName: 'certificate-of-recognition.pdf',
    });
  },
};

const words = (date: LocalDate | null): string => (date === null ? '' : formatDateNoWeekday(date));

/** How every group stands, which the record of one group asks for its warnings (GRP-06). */
const LOOK = { recognitionOn: recognitionLook };

async function formValues(
  ctx: Ctx,
  groupId: GroupId | null,
  kind: 'first' | 'yearly',
  size: PaperSize,
): Promise<RecognitionFormValues> {
  const asked = {
    ...(await paperFrameOf(ctx, size)),
    kind,
    criteria: (await listAsked(ctx, 'criterion'))
      .filter((item) => isAskedIn(item, kind))
      .map((item) => item.words),
    papers: (await listAsked(ctx, 'paper'))
      // The form itself stands in some councils' lists of papers.
      .filter((item) => isAskedIn(item, kind) && !/\bform\b/i.test(item.words))
      .map(({ words: paper, ifAmended }) => ({ words: paper, ifAmended })),
  };
  if (groupId === null)
    return {
      ...asked,
      name: '',
      groupKind: '',
      areas: '',
      properties: '',
      tenancies: '',
      activeMembers: '',
      remit: '',
      code: '',
      dueOn: '',
    };
  const record = await readRecord(ctx, LOOK, groupId);
  const homes = homesInForce(record.homes, todayOf(ctx));
  const code = record.documents.find(
    (one) => one.kind === 'code-adoption' && one.replacedById === null,
  );
  const due = record.duties.find((one) => one.kind === 'recognition')?.nextDueOn ?? null;
  return {
    ...asked,
    name: record.name,
    groupKind: GROUP_KIND_WORDS[record.kind],
    areas: record.areaNames.join(', '),
    properties: countWords(homes.map((one) => one.properties)),
    tenancies: countWords(homes.filter((one) => one.isCouncil).map((one) => one.tenancies)),
    activeMembers: record.activeMembers === null ? '' : String(record.activeMembers),
    remit: record.remit,
    code:
      code === undefined
        ? ''
        : [code.version, words(code.datedOn ?? code.receivedOn)]
            .filter((part) => part !== '')
            .join(', '),
    dueOn: kind === 'yearly' ? words(due) : '',
  };
}

function countWords(counts: readonly (number | null)[]): string {
  const known = counts.filter((one) => one !== null);
  return known.length === 0 ? '' : String(known.reduce((sum, one) => sum + one, 0));
}

type Letter =
  | { readonly paper: 'recognition-decision'; readonly values: DecisionLetterValues }
  | { readonly paper: 'recognition-withdrawal'; readonly values: WithdrawalLetterValues };

async function letterValues(ctx: Ctx, id: string, size: PaperSize): Promise<Letter> {
  const decision = await recognition.findDecision(ctx, id);
  if (decision === undefined) throw recognitionErrors.error('recognition.no-decision', { id });
  const group = await getGroup(ctx, decision.groupId);
  const common = {
    ...(await paperFrameOf(ctx, size)),
    reference: decision.reference,
    date: todayOf(ctx),
    to: group.name,
    from: decision.from,
    reason: hiddenFrom(ctx, decision.reason),
    decidedBy: decision.decidedBy,
    appeal: await appealWordsOf(ctx, decision.appealWords),
  };
  const { kind } = decision;
  if (kind === 'withdrawn')
    return {
      paper: 'recognition-withdrawal',
      values: {
        ...common,
        taken: decision.taken.map((one) => TAKEN_WORDS[one]),
        codeClauses: decision.codeClauses,
      },
    };
  const periods = await recognition.listPeriods(ctx, decision.groupId);
  return {
    paper: 'recognition-decision',
    values: {
      ...common,
      kind,
      nextDueOn: await nextDueAfter(ctx, decision),
      conditions: hiddenFrom(ctx, decision.conditions),
      isTakenBack: decision.isTakenBack,
      checklist: (await itemsOf(ctx, decision)).map((item) => ({
        words: sentenceStart(item.words),
        state: EVIDENCE_WORDS[item.kind][item.state],
        receivedOn: words(item.receivedOn),
        evidence: item.evidence,
      })),
      outstanding: decision.outstanding.map(sentenceStart),
      gaps:
        kind === 'restored'
          ? gapsIn(periods)
              .filter((gap) => gap.until !== null && gap.until < decision.from)
              .map(gapWords)
          : [],
      support: (await needingRecognition(ctx, decision.from)).map((one) => ACTIVITY_WORDS[one]),
    },
  };
}

async function itemsOf(ctx: Ctx, decision: Decision): Promise<readonly ReturnItem[]> {
  if (decision.returnId === null) return [];
  const stored = await returns.findReturn(ctx, decision.returnId);
  return stored === undefined ? [] : (await fillReturn(ctx, stored)).items;
}

/** By when the return after this decision is due, where it gave recognition. */
async function nextDueAfter(ctx: Ctx, decision: Decision): Promise<LocalDate | null> {
  if (!['recognised', 'continued', 'restored'].includes(decision.kind)) return null;
  const { openReturn } = await readRecognition(ctx, decision.groupId);
  return openReturn?.openedOn === decision.from ? openReturn.dueOn : null;
}

/** What is refused without recognition on a day. */
async function needingRecognition(ctx: Ctx, on: LocalDate): Promise<readonly Activity[]> {
  const found: Activity[] = [];
  for (const activity of Activity.options)
    if ((await effectOn(ctx, activity, on)) === 'blocks') found.push(activity);
  return found;
}

async function outstandingValues(
  ctx: Ctx,
  groupId: GroupId,
  size: PaperSize,
): Promise<OutstandingLetterValues> {
  const group = await getGroup(ctx, groupId);
  const today = todayOf(ctx);
  const { openReturn, state, since } = await readRecognition(ctx, groupId);
  if (openReturn === null || openReturn.missing.length === 0)
    throw recognitionErrors.error('recognition.nothing-outstanding', { name: group.name });
  return {
    ...(await paperFrameOf(ctx, size)),
    date: today,
    to: group.name,
    kind: openReturn.kind,
    missing: openReturn.missing.map(sentenceStart),
    received: openReturn.items
      .filter(isIn)
      .map((item) =>
        item.receivedOn === null
          ? sentenceStart(item.words)
          : `${sentenceStart(item.words)}, ${words(item.receivedOn)}`,
      ),
    dueOn: openReturn.dueOn,
    lapsedOn: state === 'lapsed' ? since : null,
    stops: (await needingRecognition(ctx, today)).map((one) => ACTIVITY_WORDS[one]),
  };
}

async function certificateValues(
  ctx: Ctx,
  groupId: GroupId,
  size: PaperSize,
): Promise<CertificateValues> {
  const today = todayOf(ctx);
  const record = await readRecord(ctx, LOOK, groupId);
  const period = periodOn(await recognition.listPeriods(ctx, groupId), today);
  if (period?.state !== 'recognised')
    throw recognitionErrors.error('recognition.not-recognised', { name: record.name });
  const decision = (await recognition.listDecisions(ctx, groupId)).find(
    (one) => !one.isTakenBack && ['recognised', 'restored', 'continued'].includes(one.kind),
  );
  return {
    ...(await paperFrameOf(ctx, size)),
    reference: decision?.reference ?? '',
    name: record.name,
    areas: record.areaNames.join(', '),
    from: period.from,
    nextDueOn: record.duties.find((one) => one.kind === 'recognition')?.nextDueOn ?? null,
    conditions: hiddenFrom(ctx, decision?.conditions ?? ''),
    decidedBy: decision?.decidedBy ?? period.decidedBy,
  };
}
