import { createHash } from 'node:crypto';
import { recordAudit } from '#db/audit/record';
import { takeReference, todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import { CSV_MARK, formatCsv } from '#db/shared/csv';
import type { Handlers } from '#db/shared/contract';
import type { Ctx, Steps } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { localDateTimeOf } from '#db/shared/local-date';
import type { ImportSource, SourcePlan, SourceTable } from './import-source.ts';
import type {
  ColumnChoices,
  ImportId,
  ImportKind,
  ImportPlan,
  ImportRow,
  ImportRun,
  importsContract,
} from './imports.contract.ts';
import { importErrors } from './imports.errors.ts';
import * as runs from './imports.repository.ts';

type GivenFile = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly text: string;
  readonly columns: ColumnChoices;
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

  const read = async (
    steps: Steps,
    source: ImportSource,
    { text, columns }: GivenFile,
  ): Promise<SourceTable> =>
    source.read(text, columns, await steps.unit(async (ctx) => todayOf(ctx)));

  return {
    async checkFile(steps, file) {
      const source = sourceOf(file.kind);
      const table = await read(steps, source, file);
      const plan = await steps.unit((ctx) => source.plan(ctx, table));
      return toPlan(file, table, plan);
    },

    async startImport(steps, { planId, ...file }) {
      const source = sourceOf(file.kind);
      const table = await read(steps, source, file);
      return steps.unit(async (ctx) => {
        const plan = await source.plan(ctx, table);
        const shown = toPlan(file, table, plan);
        if (shown.planId !== planId) throw importErrors.error('import.changed-since', {});
        if (shown.adds === 0) throw importErrors.error('import.nothing-to-add', {});
        return commit(ctx, file, { plan, shown });
      });
    },

    async exportProblems(steps, file) {
      const source = sourceOf(file.kind);
      const table = await read(steps, source, file);
      const { rows } = await steps.unit((ctx) => source.plan(ctx, table));
      return {
        title: `Problems of ${file.fileName}`,
        fileName: `problems-${file.fileName.replace(/\.[^.]*$/, '').replaceAll(/[^\w-]+/g, '-')}.csv`,
        mediaType: 'text/csv',
        text: `${CSV_MARK}${formatCsv(problemTable(table, rows))}`,
      };
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
    planId: hashOf(JSON.stringify([file.kind, hashOf(file.text), table.columns, rows])),
    kind: file.kind,
    fileName: file.fileName,
    headings: [...table.headings],
    columns: table.columns,
    rows,
    adds: count('add'),
    problems: count('problem'),
    skips: count('skip'),
  };
}

async function commit(
  ctx: Ctx,
  file: GivenFile,
  { plan, shown }: { readonly plan: SourcePlan; readonly shown: ImportPlan },
): Promise<ImportRun> {
  const id = ctx.newId() as ImportId;
  const reference = await takeReference(ctx, 'IMP', Number(todayOf(ctx).slice(0, 4)));
  const made = await plan.commit({ id, reference });
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
      added: shown.adds,
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
    after: { reference, kind: file.kind, file: file.fileName, added: shown.adds },
  });
  return getRun(ctx, id);
}

async function getRun(ctx: Ctx, id: ImportId): Promise<ImportRun> {
  const run = await runs.findById(ctx, id);
  if (run === undefined) throw importErrors.error('import.not-found', { id });
  return run;
}

/** The rows that cannot be imported as they stand in the file, with the line and the reason beside each. */
function problemTable(table: SourceTable, rows: readonly ImportRow[]) {
  const original = new Map(table.rows.map((row) => [row.line, row.original]));
  const problems = rows.filter((row) => row.outcome === 'problem');
  const isTable = table.headings.length > 0;
  return [
    [...(isTable ? table.headings : ['Entry']), 'Line in the file', 'Why it was not imported'],
    ...problems.map((row) => [
      ...(isTable
        ? table.headings.map((_, index) => original.get(row.line)?.[index] ?? '')
        : [row.words]),
      row.line,
      row.why,
    ]),
  ];
}
