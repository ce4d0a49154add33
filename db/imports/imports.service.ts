import { createHash } from 'node:crypto';
import { recordAudit } from '#db/audit/record';
import { takeReference, todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx, Steps } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { localDateTimeOf } from '#db/shared/local-date';
import { saveTable } from '#db/shared/save-table';
import type { PlainTable } from '#db/shared/table';
import type { FileContent, ImportSource, SourcePlan, SourceTable } from './import-source.ts';
import type {
  ImportId,
  ImportKind,
  ImportPlan,
  ImportRow,
  ImportRun,
  importsContract,
  Reading,
} from './imports.contract.ts';
import { importErrors } from './imports.errors.ts';
import * as runs from './imports.repository.ts';

type GivenFile = Reading & {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly text: string;
  readonly form: 'text' | 'workbook';
  readonly makesAreas: boolean;
};

/**
 * One engine for every file that is brought in: it shows exactly what would happen, does that and nothing else, all of
 * it or none, and takes it back. What the rows mean is the matter of the sources that are given.
 */
export function importsService(sources: readonly ImportSource[]): Handlers<typeof importsContract> {
  const sourceOf = (kind: ImportKind): ImportSource =>
    mustExist(
      sources.find((source) => source.kind === kind),
      `a source for ${kind} was introduced`,
    );

  const read = async (steps: Steps, source: ImportSource, file: GivenFile): Promise<SourceTable> =>
    source.read(
      await readContent(steps, file),
      file,
      await steps.unit(async (ctx) => todayOf(ctx)),
    );

  return {
    async checkFile(steps, file) {
      const source = sourceOf(file.kind);
      const table = await read(steps, source, file);
      const plan = await steps.unit((ctx) => source.plan(ctx, table, file));
      return toPlan(file, table, plan);
    },

    async startImport(steps, { planId, doubles, ...file }) {
      const source = sourceOf(file.kind);
      const table = await read(steps, source, file);
      return steps.unit(async (ctx) => {
        const plan = await source.plan(ctx, table, file);
        const shown = toPlan(file, table, plan);
        if (shown.planId !== planId) throw importErrors.error('import.changed-since', {});
        const chosen = new Set(
          shown.rows
            .filter((row) => row.outcome === 'double' && doubles.includes(row.line))
            .map((row) => row.line),
        );
        if (shown.adds + chosen.size === 0) throw importErrors.error('import.nothing-to-add', {});
        return commit(ctx, file, { plan, shown, doubles: chosen });
      });
    },

    async exportProblems(steps, file) {
      const source = sourceOf(file.kind);
      const table = await read(steps, source, file);
      const { rows } = await steps.unit((ctx) => source.plan(ctx, table, file));
      return saveTable(steps, {
        as: file.form === 'workbook' ? 'xlsx' : 'csv',
        name: `problems-${file.fileName.replace(/\.[^.]*$/, '').replaceAll(/[^\w-]+/g, '-')}`,
        table: problemTable(`Problems of ${file.fileName}`, table, rows),
      });
    },

    async runs(ctx) {
      return [...(await runs.list(ctx))];
    },

    async undoImport(ctx, { id }) {
      const run = await getRun(ctx, id);
      if (run.undoneAt !== null)
        throw importErrors.error('import.already-undone', {
          reference: run.reference,
          at: localDateTimeOf(run.undoneAt),
        });
      const kept = await sourceOf(run.kind).undo(ctx, await runs.listMade(ctx, id), run);
      await runs.markUndone(ctx, id, { by: userIdOf(ctx.actor), kept });
      await recordAudit(ctx, {
        action: 'import.undone',
        objectType: 'import',
        objectId: id,
        after: { reference: run.reference, kept: kept.length },
      });
      return getRun(ctx, id);
    },
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function toPlan(file: GivenFile, table: SourceTable, plan: SourcePlan): ImportPlan {
  const rows = [...plan.rows];
  const count = (outcome: ImportRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  return {
    planId: hashOf(
      JSON.stringify([
        file.kind,
        hashOf(file.text),
        table.columns,
        table.sheet,
        table.headingsOn,
        rows,
      ]),
    ),
    kind: file.kind,
    fileName: file.fileName,
    headings: [...table.headings],
    columns: table.columns,
    rows,
    sheets: [...table.sheets],
    sheet: table.sheet,
    headingsOn: table.headingsOn,
    unknownAreas: [...(plan.unknownAreas ?? [])],
    adds: count('add'),
    doubles: count('double'),
    problems: count('problem'),
    skips: count('skip'),
  };
}

async function commit(
  ctx: Ctx,
  file: GivenFile,
  {
    plan,
    shown,
    doubles,
  }: {
    readonly plan: SourcePlan;
    readonly shown: ImportPlan;
    readonly doubles: ReadonlySet<number>;
  },
): Promise<ImportRun> {
  const added = shown.adds + doubles.size;
  const id = ctx.newId() as ImportId;
  const reference = await takeReference(ctx, 'IMP', Number(todayOf(ctx).slice(0, 4)));
  const made = await plan.commit({ id, reference }, doubles);
  await runs.insert(
    ctx,
    {
      id,
      reference,
      kind: file.kind,
      file_name: file.fileName,
      file_hash: hashOf(file.text),
      made_at: ctx.now(),
      made_by_user_id: userIdOf(ctx.actor),
      added,
      problems: shown.problems,
      undone_at: null,
      undone_by_user_id: null,
      kept_json: '[]',
    },
    made,
  );
  await recordAudit(ctx, {
    action: 'import.made',
    objectType: 'import',
    objectId: id,
    after: { reference, kind: file.kind, file: file.fileName, added },
  });
  return getRun(ctx, id);
}

async function getRun(ctx: Ctx, id: ImportId): Promise<ImportRun> {
  const run = await runs.findById(ctx, id);
  if (run === undefined) throw importErrors.error('import.not-found', { id });
  return run;
}

/** The rows that cannot be imported as they stand in the file, with the line and the reason beside each. */
function problemTable(title: string, table: SourceTable, rows: readonly ImportRow[]): PlainTable {
  const original = new Map(table.rows.map((row) => [row.line, row.original]));
  const isTable = table.headings.length > 0;
  const headings = isTable ? table.headings : ['Entry'];
  return {
    title,
    columns: [
      ...headings.map((heading) => ({ heading, kind: 'text' as const })),
      { heading: 'Line in the file', kind: 'number' },
      { heading: 'Why it was not imported', kind: 'text' },
    ],
    rows: rows
      .filter((row) => row.outcome === 'problem')
      .map((row) => [
        ...(isTable
          ? headings.map((_, index) => original.get(row.line)?.[index] ?? '')
          : [row.words]),
        row.line,
        row.why,
      ]),
  };
}

/** What stands in the file; a workbook is read in a thread, and one that is none is refused. */
async function readContent(steps: Steps, file: GivenFile): Promise<FileContent> {
  if (file.form === 'text') return { kind: 'text', text: file.text };
  const read = await steps.slow.readWorkbook(Buffer.from(file.text, 'base64'));
  if ('sheets' in read) return { kind: 'workbook', sheets: read.sheets };
  if (read.fault === 'not-a-workbook') throw importErrors.error('import.not-a-workbook', {});
  if (read.fault === 'old-workbook') throw importErrors.error('import.old-workbook', {});
  if (read.fault === 'locked') throw importErrors.error('import.locked-workbook', {});
  if (read.fault === 'too-large') throw importErrors.error('import.workbook-too-large', {});
  throw importErrors.error('import.workbook-damaged', {});
}
