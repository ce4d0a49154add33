import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Makes an empty migration and puts it at the end of the list: `npm run migration:new add-set-up-minutes`.
 * Its name begins with this moment in UTC, so that two people's migrations keep one order.
 */

/** 'add-set-up-minutes' → 'AddSetUpMinutes'. */
const toClassName = (words: string): string =>
  words
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');

const textOf = (
  className: string,
  stamp: string,
): string => `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Says in one sentence what changes, and for whom. */
export class ${className} implements MigrationInterface {
  name = '${className}${stamp}';

  async up(runner: QueryRunner): Promise<void> {
    await firstStep(runner);
  }

  async down(_runner: QueryRunner): Promise<void> {
    throw new Error('Say here how to go back, or why it is not possible.');
  }
}

async function firstStep(runner: QueryRunner): Promise<void> {
  await runner.query(\`
    ALTER TABLE "booking" ADD COLUMN "set_up_minutes" integer NOT NULL DEFAULT 0
  \`);
}
`;

/** The list with one more at its end. Throws when the list is not written as this program writes it. */
export function withMigration(list: string, className: string, file: string): string {
  const lastImport = [...list.matchAll(/^import .*;$/gm)].at(-1)?.[0];
  if (lastImport === undefined || !list.includes('\n] as const;'))
    throw new Error('db/migrations/index.ts is not written as it was. Add the migration by hand.');
  return list
    .replace(lastImport, `${lastImport}\nimport { ${className} } from './${file}';`)
    .replace('\n] as const;', `\n  ${className},\n] as const;`);
}

function makeMigration(words: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(words))
    throw new Error('Say what it does, in small letters with hyphens: add-set-up-minutes.');
  // oxlint-disable-next-line centre/one-clock -- this tool dates its file; nothing of the centre is dated by it
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = `${stamp}-${words}.ts`;
  const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  if (existsSync(here(file))) throw new Error(`${file} is there already.`);
  const className = toClassName(words);
  writeFileSync(here(file), textOf(className, stamp));
  const list = readFileSync(here('index.ts'), 'utf8');
  writeFileSync(here('index.ts'), withMigration(list, className, file));
  process.stdout.write(
    `db/migrations/${file} is made and listed.\nWrite its steps, then follow db/migrations/README.md.\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    makeMigration(process.argv[2] ?? '');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
