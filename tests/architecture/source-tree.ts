import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PROJECT } from './seeded-tree.ts';

/** Text files by their path from the top of the project, with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

/** Paths of every file of the project that is not ignored, whether or not it is committed yet. */
export function listProjectFiles(): readonly string[] {
  const printed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: PROJECT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const deleted = execFileSync('git', ['ls-files', '-z', '-d'], { cwd: PROJECT, encoding: 'utf8' });
  const gone = new Set(deleted.split('\0'));
  return [...new Set(printed.split('\0'))].filter((path) => path !== '' && !gone.has(path));
}

/** Reads the files whose path the pattern fits. */
export function readProjectFiles(pattern: RegExp): SourceTree {
  const paths = listProjectFiles().filter((path) => pattern.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(PROJECT, path), 'utf8')]));
}

/** One import that is still there when the program runs: `import type` is not. */
export type Import = { readonly from: string; readonly specifier: string };

const FROM = /^[ \t]*(?:import|export)\s+(?!type\b)[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;
/** How a worker thread is started: `new Worker(new URL('./paper.worker.ts', import.meta.url))`. */
const BESIDE = /new URL\(\s*['"]([^'"]+\.[a-z]+)['"],\s*import\.meta\.url/g;

/** What a file loads when it runs, in the spelling of the file. */
export function importsOf(source: string): readonly string[] {
  return [FROM, BARE, DYNAMIC, BESIDE].flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap((match) => match[1] ?? []),
  );
}

/** The project's path for an import, or undefined when it names a package. */
export function resolveImport({ from, specifier }: Import): string | undefined {
  if (specifier.startsWith('#db/')) return `${specifier.slice(1)}.ts`;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return undefined;
}

/** Everything the given files load, directly or through others, with the road by which it is reached. */
export function reachOf(tree: SourceTree, starts: readonly string[]) {
  const files = new Map<string, string>(starts.map((start) => [start, start]));
  const packages = new Map<string, string>();
  for (const [file, road] of files) {
    for (const specifier of importsOf(tree.get(file) ?? '')) {
      const target = resolveImport({ from: file, specifier });
      const longer = `${road} -> ${specifier}`;
      if (target === undefined) {
        if (!packages.has(specifier)) packages.set(specifier, longer);
      } else if (!files.has(target)) {
        files.set(target, longer);
      }
    }
  }
  return { files, packages };
}
