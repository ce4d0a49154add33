import { describe, expect, it } from 'vitest';
import {
  approveRest,
  type Case,
  decideWords,
  type LineChoices,
  needsWhy,
  nextLine,
  NO_CHOICES,
  toDecisions,
  whyNot,
  withChoice,
} from '../../renderer/claims/deciding/line-choices.ts';
import { numberedTitle, placeOf } from '../../renderer/claims/deciding/line-places.ts';
import { aDoubt, waitingClaim, waitingLine } from './claim-to-decide.ts';

const caseOf = (part: object = {}, role: Case['role'] = 'finance'): Case => ({
  ...waitingClaim(part),
  role,
});
const lineOf = (of: Case, id: string) => {
  const line = of.lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(`no line ${id}`);
  return line;
};
type Part = Partial<{ decision: 'approved' | 'other' | 'asked' | 'rejected' }> & {
  readonly pounds?: string;
  readonly why?: string;
};
const chosen = (of: Case, parts: Readonly<Record<string, Part>>): LineChoices =>
  Object.entries(parts).reduce(
    (before, [id, part]) =>
      withChoice(before, lineOf(of, id).id, { decision: 'approved', ...part }),
    NO_CHOICES,
  );

describe('Decisions line by line', () => {
  it('count costs from 1, without what was withdrawn', () => {
    const of = caseOf({
      lines: [waitingLine('l-0', 0, { state: 'withdrawn' }), waitingLine('l-1', 1)],
    });
    expect(placeOf(of.lines, lineOf(of, 'l-1'))).toBe(1);
    expect(numberedTitle(of.lines, lineOf(of, 'l-1'))).toBe('1. Bus, Home to Town Hall');
    expect(numberedTitle(of.lines, lineOf(of, 'l-0'))).toBe('Bus, Home to Town Hall');
  });

  it('are sent only once every cost that waits has one', () => {
    const of = caseOf();
    expect(toDecisions(chosen(of, { 'l-1': {} }), of)).toEqual({
      isReady: false,
      lineId: 'l-2',
      words: 'Choose for cost 2: approve, other amount, refuse or ask.',
    });
    expect(toDecisions(approveRest(NO_CHOICES, of), of)).toEqual({
      isReady: true,
      lines: [
        { lineId: 'l-1', decision: 'approved', pence: null, why: '' },
        { lineId: 'l-2', decision: 'approved', pence: null, why: '' },
      ],
    });
  });

  it('need an amount that can be read for another amount, and a reason for all but an approval', () => {
    const of = caseOf();
    const other = (part: Part) => chosen(of, { 'l-1': {}, 'l-2': { decision: 'other', ...part } });
    const wordsOf = (choices: LineChoices) => {
      const ready = toDecisions(choices, of);
      return ready.isReady ? ready.lines[1] : ready.words;
    };
    expect(wordsOf(other({ pounds: 'three' }))).toBe(
      'Enter the amount for cost 2 in pounds, like 4.80.',
    );
    expect(wordsOf(other({ pounds: '3.20', why: '  ' }))).toBe(
      'Say why for cost 2, as the claimant will read it.',
    );
    expect(wordsOf(other({ pounds: '3.20', why: ' Child fare ' }))).toEqual({
      lineId: 'l-2',
      decision: 'other',
      pence: 320,
      why: 'Child fare',
    });
    expect(wordsOf(chosen(of, { 'l-1': {}, 'l-2': { decision: 'asked' } }))).toMatch(/^Say why/);
  });

  it('approve what is doubted only with a reason, and then send it', () => {
    const of = caseOf({ warnings: [aDoubt()] });
    const approved = approveRest(NO_CHOICES, of);
    expect(needsWhy(of, approved, lineOf(of, 'l-1'))).toBe(false);
    expect(nextLine(of, approved)?.id).toBe('l-2');
    expect(toDecisions(approved, of)).toMatchObject({
      isReady: false,
      lineId: 'l-2',
      words: 'Say for cost 2 why it is right all the same.',
    });
    const withWhy = chosen(of, { 'l-1': {}, 'l-2': { why: 'The chair saw them.' } });
    expect(toDecisions(withWhy, of)).toMatchObject({
      isReady: true,
      lines: [{ why: '' }, { decision: 'approved', why: 'The chair saw them.' }],
    });
  });

  it('answer a doubt about the whole claim with the first cost that is paid', () => {
    const of = caseOf({ warnings: [aDoubt({ lineId: null, code: 'same-account' })] });
    const choices = chosen(of, { 'l-1': { decision: 'rejected', why: 'Paid before' }, 'l-2': {} });
    expect(needsWhy(of, choices, lineOf(of, 'l-2'))).toBe(true);
    expect(needsWhy(of, approveRest(NO_CHOICES, of), lineOf(of, 'l-2'))).toBe(false);
  });

  it('pay nothing that a rule stops, and what is out of time only by a manager', () => {
    const stopped = caseOf({ warnings: [aDoubt({ code: 'no-receipt', weight: 'stops' })] });
    for (const decision of ['approved', 'other'] as const)
      expect(whyNot(stopped, lineOf(stopped, 'l-2'), decision)).toMatch(
        /^Cost 2 cannot be approved: /,
      );
    expect(whyNot(stopped, lineOf(stopped, 'l-2'), 'rejected')).toBe('');
    expect([...approveRest(NO_CHOICES, stopped).keys()]).toEqual(['l-1']);
    const late = { warnings: [aDoubt({ code: 'out-of-time', weight: 'stops' })] };
    const [byFinance, byManager] = [caseOf(late), caseOf(late, 'manager')];
    expect(whyNot(byFinance, lineOf(byFinance, 'l-2'), 'approved')).toMatch(/Only a manager/);
    expect(whyNot(byManager, lineOf(byManager, 'l-2'), 'approved')).toBe('');
    expect(needsWhy(byManager, approveRest(NO_CHOICES, byManager), lineOf(byManager, 'l-2'))).toBe(
      true,
    );
  });

  it('approve no cost without an amount, but may give it one', () => {
    const of = caseOf({
      lines: [waitingLine('l-1', 0, { payablePence: null, askedPence: null })],
    });
    expect(whyNot(of, lineOf(of, 'l-1'), 'approved')).toMatch(/^Cost 1 has no amount/);
    expect(whyNot(of, lineOf(of, 'l-1'), 'other')).toBe('');
  });

  it('keep what was typed for a cost when it is decided otherwise', () => {
    const of = caseOf();
    const first = chosen(of, { 'l-1': { decision: 'other', pounds: '3', why: 'Child fare' } });
    expect(
      withChoice(first, lineOf(of, 'l-1').id, { decision: 'rejected' }).get(lineOf(of, 'l-1').id),
    ).toEqual({
      decision: 'rejected',
      pounds: '3',
      why: 'Child fare',
    });
  });

  it('say on the button what comes of them', () => {
    const of = caseOf();
    expect(decideWords(NO_CHOICES, of.lines)).toBe('Decide');
    expect(decideWords(approveRest(NO_CHOICES, of), of.lines)).toBe('Approve £9.60');
    expect(
      decideWords(
        chosen(of, { 'l-1': { decision: 'other', pounds: '3' }, 'l-2': { decision: 'asked' } }),
        of.lines,
      ),
    ).toBe('Approve £3.00, ask about 1');
    expect(
      decideWords(
        chosen(of, { 'l-1': { decision: 'rejected' }, 'l-2': { decision: 'rejected' } }),
        of.lines,
      ),
    ).toBe('Refuse 2');
  });
});
