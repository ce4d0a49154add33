import { text as wholeText } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../electron/web/answers.ts';

const PIECE = 2 ** 17;
const read = async (body: ReturnType<typeof bodyOf>): Promise<unknown> =>
  JSON.parse(typeof body === 'string' ? body : await wholeText(body));

describe('An answer at the door', () => {
  it('says the same in pieces as in one, wherever a piece ends', async () => {
    // A smiling face takes two places and a mark of an accent one, so that pieces end inside of things.
    const filling = fc.constantFrom('a', '"', '\\', '\r\n', '\u2028', '😀', 'e\u0301', '\ud83d');
    await fc.assert(
      fc.asyncProperty(filling, fc.integer({ min: 0, max: 3 }), async (one, shift) => {
        const text = 'x'.repeat(shift) + one.repeat(PIECE + 5);
        const result = { ok: true, value: { title: 'A "year"', pages: null, text } } as const;
        const body = bodyOf(result);
        expect(typeof body).toBe('object');
        expect(await read(body)).toEqual(result);
      }),
      { numRuns: 40 },
    );
  });

  it('lets others have their turn between two pieces', async () => {
    let turns = 0;
    let isThrough = false;
    const takeTurns = (): void => {
      turns += 1;
      if (!isThrough) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    await read(bodyOf({ ok: true, value: { text: 'x'.repeat(10 * PIECE) } }));
    isThrough = true;
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('goes out at once where it is short or a refusal', async () => {
    const short = { ok: true, value: { text: 'x'.repeat(PIECE) } } as const;
    const refusal = {
      ok: false,
      error: { code: 'a.b', message: 'x'.repeat(PIECE * 2), details: {} },
    } as const;
    for (const result of [short, refusal, { ok: true, value: null } as const]) {
      expect(typeof bodyOf(result)).toBe('string');
      expect(await read(bodyOf(result))).toEqual(result);
    }
  });
});
