import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROCEDURES } from '#db/api.contract';
import type { ProcedureKind } from '#db/shared/contract';
import type { WireResult } from '#db/shared/domain-error';
import { newChance } from '../support/builders/chance.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { startTestProgram, type TestProgram } from '../support/program-for-tests.ts';
import { aBooking } from '../support/builders/bookings.ts';

const NASTY_TEXTS = [
  '',
  ' ',
  '\0',
  '\n\r\t',
  'a\0b',
  '\ud800',
  'x\udfff',
  '🏳️‍🌈'.repeat(50),
  'ﷺ'.repeat(200),
  '\u202egnirts',
  "'; DROP TABLE booking; --",
  '" OR 1=1 --',
  '%_%',
  '<script>alert(1)</script>',
  '=HYPERLINK("x")',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '0000-01-01',
  '9999-12-31',
  '2027-02-30',
  '-2027-01-05',
  '24:00',
  '23:59',
  '25:61',
  'NaN',
  '1e309',
  'x'.repeat(5000),
];
const NASTY_NUMBERS = [
  0,
  -0,
  -1,
  1,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  Number.MAX_SAFE_INTEGER,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  0.1,
  1e21,
];

const text = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const number = fc.oneof(fc.constantFrom(...NASTY_NUMBERS), fc.double(), fc.integer());
/** Anything at all, with keys that mean something to the language. */
const wild = fc.oneof(
  text,
  number,
  fc.constantFrom<unknown>(null, true, [], {}, JSON.parse('{"__proto__":{"role":"manager"}}')),
  fc.object({
    key: fc.constantFrom('__proto__', 'constructor', 'id', 'text', 'name'),
    maxDepth: 3,
  }),
  fc.array(fc.anything(), { maxLength: 5 }),
);

type JsonSchema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
};

/** Values of the shape that a procedure wants, as nasty as the shape allows, and now and then of another. */
function shapedLike(schema: JsonSchema): fc.Arbitrary<unknown> {
  const plain = (): fc.Arbitrary<unknown> => {
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map(shapedLike));
    switch (schema.type) {
      case 'object':
        return fc.record(
          Object.fromEntries(
            Object.entries(schema.properties ?? {}).map(([key, part]) => [key, shapedLike(part)]),
          ),
        );
      case 'array':
        return fc.array(shapedLike(schema.items ?? {}), { maxLength: 4 });
      case 'integer':
      case 'number':
        return fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }) }, number);
      case 'boolean':
        return fc.boolean();
      case 'string':
        return fc.oneof(
          fc.constantFrom('2027-01-05', '2199-12-31', '10:00', '24:00', 'a long enough secret'),
          text,
        );
      default:
        return fc.oneof(text, number);
    }
  };
  return fc.oneof({ weight: 30, arbitrary: plain() }, { weight: 1, arbitrary: wild });
}

const schemaOf = (input: z.ZodType): JsonSchema =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** A refusal in words, and nothing of the program's inside. */
function checkAnswer(name: string, input: unknown, result: WireResult): void {
  if (result.ok) return;
  const { error } = result;
  const about = `${name} of ${JSON.stringify(input)?.slice(0, 300)}`;
  expect(error.code, about).toMatch(/^[a-z]+\.[a-z-]+$/);
  expect(error.code, about).not.toBe('api.defect');
  expect(error.message.length, about).toBeGreaterThan(10);
  expect(JSON.stringify(error), about).not.toMatch(/\bat [\w./<>]+ \(|node_modules|\.ts:\d|SQLITE/);
}

const namesOf = (kind: ProcedureKind): readonly string[] =>
  [...PROCEDURES].filter(([, procedure]) => procedure.kind === kind).map(([name]) => name);

const KINDS: readonly ProcedureKind[] = ['query', 'command', 'steps', 'host'];
const CALLS_OF_A_KIND = 1200;

let core: TestCore;
let fresh: TestProgram;
let rolesBefore: ReadonlyMap<string, string>;
const rolesOfAccounts = async () =>
  new Map<string, string>(
    (await core.as('manager').call('users.list', {})).users.map(({ id, role }) => [id, role]),
  );
beforeAll(async () => {
  core = await openTestCore();
  await aBooking(core);
  rolesBefore = await rolesOfAccounts();
  fresh = await startTestProgram();
});
afterAll(async () => {
  await core.close();
  await fresh.close();
});

describe('Hostile input', () => {
  it.each(KINDS)(
    'is answered in words by every procedure of kind %s',
    async (kind) => {
      const { seed } = newChance(`Hostile input to a ${kind}`);
      const names = namesOf(kind);
      const each = Math.ceil(CALLS_OF_A_KIND / names.length / 2);
      const tally = { done: 0, refused: 0 };
      for (const name of names) {
        const schema = schemaOf((PROCEDURES.get(name) as { input: z.ZodType }).input);
        for (const arbitrary of [shapedLike(schema), wild])
          await fc.assert(
            fc.asyncProperty(arbitrary, async (input) => {
              const result = await core.as('manager').ask(name, input);
              checkAnswer(name, input, result);
              tally[result.ok ? 'done' : 'refused'] += 1;
              if (kind === 'host') checkAnswer(name, input, await fresh.nobody().ask(name, input));
            }),
            { numRuns: each, seed, endOnFailure: true },
          );
      }
      expect(tally.done + tally.refused).toBeGreaterThanOrEqual(CALLS_OF_A_KIND - names.length * 2);
      expect(tally.refused).toBeGreaterThan(0);
      process.stdout.write(`Hostile input to a ${kind}: ${JSON.stringify(tally)}\n`);
    },
    120_000,
  );

  it('of ten million letters is refused in words', async () => {
    const huge = 'x'.repeat(10_000_000);
    for (const [name, input] of [
      ['groups.add', { name: huge, kind: 'tra', phone: '' }],
      ['search.everything', { text: huge }],
      ['users.signIn', { name: huge, secret: huge }],
      [huge, {}],
    ] as const) {
      const answer = await core.as('manager').ask(name, input);
      expect(answer.ok).toBe(false);
      checkAnswer('a huge text', {}, answer);
    }
  });

  it('has changed nobody’s role and left the record whole', async () => {
    // An account with an odd name may have been added, as a lone manager may do; those that stood are as they were.
    const now = await rolesOfAccounts();
    expect(rolesBefore.size).toBeGreaterThan(0);
    for (const [id, role] of rolesBefore) expect(now.get(id)).toBe(role);
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    expect((await core.as('auditor').call('audit.check', {})).isWhole).toBe(true);
    expect(core.raw().pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
