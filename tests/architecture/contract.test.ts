import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiContract, PROCEDURES } from '#db/api.contract';
import { Role } from '#db/shared/roles';
import { partsOf } from './schema-walk.ts';
import { readProjectFiles, type SourceTree } from './source-tree.ts';

const MODULES = Object.keys(apiContract);
const procedures = [...PROCEDURES].map(([name, declared]) => ({ name, declared }));

/** What may be asked by someone who has not signed in. A longer list is a decision; write it here. */
const OPEN_TO_ANYONE = [
  'session.current',
  'session.openPractice',
  'setup.addFirstManager',
  'setup.checkFolder',
  'setup.chooseCentres',
  'setup.chooseCouncil',
  'setup.chooseFolder',
  'setup.progress',
  'setup.saveComfort',
  'users.signIn',
];

/** First words of what changes or makes something; people say them at the desk. */
const VERBS =
  'add agree answer approve archive ask attach bring cancel change check choose confirm create decide describe end enter erase export give import join keep leave lift mark open pay price print record reject remove reopen restore retire return save say set settle show sign start stop top undo unlock verify withdraw'.split(
    ' ',
  );

/** Kinds of value that do not come through JSON as they went in. */
const NOT_JSON = ['date', 'bigint', 'map', 'set', 'symbol', 'undefined', 'void', 'nan', 'function'];

/** The refusals declared in one file, by code. */
const codesDeclared = (source: string): readonly string[] =>
  [...source.matchAll(/^ {2}'([^']+)':\s*\{/gm)].flatMap((match) => match[1] ?? []);

const codesThrown = (tree: SourceTree): ReadonlySet<string> =>
  new Set(
    [...tree.values()].flatMap((source) =>
      [...source.matchAll(/\.error\(\s*'([^']+)'/g)].flatMap((match) => match[1] ?? []),
    ),
  );

/** Codes that no line of the program throws, or that no test provokes. */
function idleCodes(declared: SourceTree, program: SourceTree, tests: SourceTree) {
  const codes = [...declared.values()].flatMap(codesDeclared);
  const thrown = codesThrown(program);
  const provoked = [...tests.values()].join('\n');
  return {
    codes,
    neverThrown: codes.filter((code) => !thrown.has(code)),
    neverProvoked: codes.filter(
      (code) => !provoked.includes(`'${code}'`) && !provoked.includes(`"${code}"`),
    ),
  };
}

describe('The contract', () => {
  it.each(procedures)('says in one sentence what $name does', ({ declared }) => {
    expect(declared.summary).toMatch(/^[A-Z].{8,}\.$/);
  });

  it.each(procedures)('says who may ask $name, and how it runs', ({ declared }) => {
    const { access, kind } = declared;
    expect(['query', 'command', 'steps', 'host']).toContain(kind);
    if (access === 'anyone' || access === 'signed-in') return;
    expect(access.length).toBeGreaterThan(0);
    expect(Role.options).toEqual(expect.arrayContaining([...access]));
    expect(new Set(access).size).toBe(access.length);
  });

  it('keeps short and written here what may be asked without signing in', () => {
    const open = procedures.filter(({ declared }) => declared.access === 'anyone');
    expect(open.map(({ name }) => name).sort()).toEqual(OPEN_TO_ANYONE);
  });

  it.each(procedures)('names real modules where $name makes screens read again', ({ declared }) => {
    const { touches = [] } = declared;
    expect(MODULES).toEqual(expect.arrayContaining([...touches]));
    expect(new Set(touches).size).toBe(touches.length);
  });

  it.each(procedures.filter(({ declared }) => declared.kind === 'query'))(
    'makes no screen read again after $name, which only reads',
    ({ declared }) => {
      expect(declared.touches ?? []).toEqual([]);
    },
  );

  it.each(procedures.filter(({ declared }) => declared.kind === 'command'))(
    'makes some screen read again after $name',
    ({ declared }) => {
      expect(declared.touches ?? []).not.toEqual([]);
    },
  );

  it.each(procedures)('writes $name in plain camel case', ({ name }) => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/);
  });

  it.each(procedures.filter(({ declared }) => ['command', 'steps'].includes(declared.kind)))(
    'begins $name with a verb, because it does something',
    ({ name }) => {
      expect(VERBS).toContain(name.replace(/^[a-z]+\./, '').replace(/[A-Z].*$/, ''));
    },
  );

  it.each(procedures)('refuses keys that $name does not know', ({ declared }) => {
    const open = partsOf(declared.input).filter((part) => part.isOpen);
    expect(open.map((part) => part.path || 'the input itself')).toEqual([]);
  });

  it.each(procedures)('sends nothing through $name that JSON would change', ({ declared }) => {
    const parts = [...partsOf(declared.input), ...partsOf(declared.output)];
    const changed = parts.filter((part) => NOT_JSON.includes(part.type));
    expect(changed.map((part) => `${part.path}: ${part.type}`)).toEqual([]);
  });

  it('is looked at as a whole', () => {
    expect(procedures.length).toBeGreaterThan(40);
    expect(procedures.length).toBe(
      Object.values(apiContract).flatMap((verbs) => Object.keys(verbs)).length,
    );
  });
});

describe('The walk through a schema', () => {
  it('finds a date and an open object however deep they lie', () => {
    const Seeded = z
      .strictObject({
        rows: z.array(z.union([z.string(), z.strictObject({ on: z.date().optional() })])),
        more: z.record(z.string(), z.object({ name: z.string() })).nullable(),
        fee: z.string().transform(Number).pipe(z.number()).default(0),
      })
      .refine(() => true);
    const parts = partsOf(Seeded);
    expect(parts.filter((part) => part.type === 'date').map((part) => part.path)).toEqual([
      '.rows[].on',
    ]);
    expect(parts.filter((part) => part.isOpen).map((part) => part.path)).toEqual(['.more{}']);
  });
});

describe('Refusals', () => {
  const declared = new Map(
    [...readProjectFiles(/^(db|electron)\/.*\.errors\.ts$/)].filter(([, source]) =>
      source.includes('defineErrors('),
    ),
  );
  const program = readProjectFiles(/^(db|electron)\/.*(?<!\.errors)\.ts$/);
  const tests = readProjectFiles(/^tests\/(?!architecture\/).*\.tsx?$/);
  const found = idleCodes(declared, program, tests);

  it('are each thrown somewhere in the program', () => {
    expect(found.neverThrown).toEqual([]);
  });

  it('are each provoked by a test', () => {
    expect(found.neverProvoked).toEqual([]);
  });

  it('are found in number, all of the form module.reason', () => {
    expect(found.codes.length).toBeGreaterThan(10);
    for (const code of found.codes) expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(new Set(found.codes).size).toBe(found.codes.length);
  });

  it.each([...declared.keys()])('are all read from %s', async (path) => {
    const loaded = (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, unknown>;
    const codes = Object.values(loaded).flatMap((exported) =>
      typeof exported === 'object' && exported !== null && 'codes' in exported
        ? (exported.codes as readonly string[])
        : [],
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codesDeclared(declared.get(path) ?? '')).toEqual(codes);
  });

  it('tell the reader nothing in the language of forms', () => {
    const words = /[`'][^`'\n]*\b(invalid|submit|entity|undefined)\b[^`'\n]*\.[`']/i;
    const offending = [...declared].filter(([, source]) => words.test(source));
    expect(offending.map(([path]) => path)).toEqual([]);
  });

  it('are reported when nobody throws or provokes them', () => {
    const seeded = idleCodes(
      new Map([['db/loans/loans.errors.ts', "  'loan.late': {\n  },\n  'loan.lost': {\n"]]),
      new Map([['db/loans/loans.service.ts', "throw loanErrors.error(\n  'loan.late',"]]),
      new Map([['tests/loans/loans.service.test.ts', "expect(code).toBe('loan.lost')"]]),
    );
    expect(seeded.neverThrown).toEqual(['loan.lost']);
    expect(seeded.neverProvoked).toEqual(['loan.late']);
  });
});
