import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** The top of the project, for tests that look at its files. */
export const PROJECT = join(import.meta.dirname, '..', '..');

/** One thing the linter found: the rule by name, where, and what it tells the reader. */
export type Finding = {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly message: string;
};

const Report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string().default('unnamed'),
      filename: z.string(),
      message: z.string(),
      help: z.string().optional(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});

/** Runs the linter over a folder that holds our configuration. Findings are data here, a crash is not. */
async function lint(folder: string, paths: readonly string[]) {
  const program = join(PROJECT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const run = promisify(execFile);
  const printed = await run(process.execPath, [program, '--format', 'json', ...paths], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((failed: { stdout: string; stderr: string }) => failed);
  if (!printed.stdout.startsWith('{')) {
    throw new Error(`The linter gave no report: ${printed.stdout}${printed.stderr}`);
  }
  const report = Report.parse(JSON.parse(printed.stdout));
  return report.diagnostics.map(
    (found): Finding => ({
      file: found.filename.replaceAll('\\', '/'),
      rule: found.code,
      line: found.labels[0]?.span.line ?? 0,
      message: `${found.message} ${found.help ?? ''}`.trim(),
    }),
  );
}

/**
 * Lints made-up files in a folder of their own that has our configuration and our folder names.
 * The project's own files are neither read nor written.
 */
export async function lintSeeded(
  files: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'seeded-tree-'));
  try {
    for (const name of [
      '.oxlintrc.json',
      'package.json',
      'tsconfig.json',
      'tsconfig.node.json',
      'tsconfig.web.json',
      'tests/architecture/centre-lint-plugin.js',
    ]) {
      await cp(join(PROJECT, name), join(folder, name));
    }
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [name, source] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), source);
    }
    return await lint(folder, Object.keys(files));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
