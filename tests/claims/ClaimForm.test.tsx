import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Claim, ClaimId, type ClaimWords } from '#db/claims/claims.contract';
import { ClaimForm, type DoneHow } from '../../renderer/claims/form/ClaimForm.tsx';
import { SignedActs } from '../../renderer/claims/form/SignedActs.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aClaim, aForecast, choicesFor, DECLARATION, withBusFare } from './claim-on-screen.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
/** The page of these tests draws nothing: a pen that leaves no ink, and a box that never changes its size. */
const PEN = new Proxy({}, { get: () => () => undefined, set: () => true });
class NeverResized {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NeverResized);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(PEN as never);
  forgetCalls();
  localStorage.clear();
});
afterEach(cleanup);

const ID = ClaimId.parse('c-1');
const ASKS = { basis: 'actual', receipt: 'needed-or-reason', prevented: false, reason: false };

/** A program that keeps the claim as it is sent and prices a bus fare. */
function aProgram(first: Claim = aClaim()): void {
  let claim = first;
  answer('claims.get', () => ok(claim));
  answer('claims.saveDraft', (input) => {
    const words = input as ClaimWords;
    claim = aClaim({
      ...words,
      receipts: claim.receipts,
      batch: null,
      version: claim.version + 1,
      lines: words.lines.map((line) => ({ ...withBusFare().lines[0], ...line })),
    });
    return ok(claim);
  });
  answer('claims.choices', () => ok(choicesFor()));
  answer('payees.ofParty', () => ok(null));
  answer('claims.foresee', (input) =>
    ok(
      aForecast({
        lines: (input as ClaimWords).lines.map(({ id, claimedPence }) => ({
          lineId: id,
          askedPence: claimedPence,
          payablePence: claimedPence === null ? null : Math.min(claimedPence, 2000),
          cuts:
            claimedPence !== null && claimedPence > 2000
              ? [
                  {
                    pence: claimedPence - 2000,
                    rule: 'EXP-01',
                    sentence: 'Up to £20 each meeting.',
                  },
                ]
              : [],
          ruleWords: 'Bus fares are paid in full.',
          asks: ASKS,
        })),
      }),
    ),
  );
}

function openForm(isHandedOver = false): { readonly done: DoneHow[] } {
  const done: DoneHow[] = [];
  renderScreen(
    <ClaimForm
      claimId={ID}
      isHandedOver={isHandedOver}
      onDone={(_, how) => {
        done.push(how);
      }}
    />,
    { session: aSession() },
  );
  return { done };
}

const title = (words: string) => screen.findByRole('heading', { level: 2, name: words });
const lastSaved = () => callsOf('claims.saveDraft').at(-1) as ClaimWords | undefined;

/** From the list of meetings to the question what the first cost was. */
async function goToCosts(): Promise<void> {
  const meeting = await screen.findByRole('button', { name: /Repairs panel/ });
  await waitFor(() => expect(document.activeElement).toBe(meeting));
  await userEvent.keyboard('1');
  await title('Receipts');
  await userEvent.keyboard('{Enter}');
  await title('What did it cost?');
}

describe('The form of a claim', () => {
  it('takes the keys to the figure again where another kind asks for an amount in place of miles', async () => {
    aProgram();
    let answered: () => void = () => undefined;
    answer('claims.foresee', async (input) => {
      const { lines } = input as ClaimWords;
      if (lines.some(({ kind }) => kind === 'bus'))
        await new Promise<void>((resolve) => {
          answered = resolve;
        });
      return ok(
        aForecast({
          lines: lines.map(({ id, kind }) => ({
            lineId: id,
            askedPence: null,
            payablePence: null,
            cuts: [],
            ruleWords: '',
            asks: { ...ASKS, basis: kind === 'car' ? 'per-mile' : 'actual' },
          })),
        }),
      );
    });
    openForm();
    await goToCosts();
    await userEvent.keyboard('1');
    await screen.findByRole('textbox', { name: 'How many miles?' });
    await userEvent.click(screen.getByRole('button', { name: 'It was another kind' }));
    await screen.findByRole('group', { name: 'What kind of cost is it?' });
    await userEvent.keyboard('2');
    await screen.findByRole('heading', { name: 'Bus' });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await waitFor(() => expect(callsOf('claims.foresee').length).toBeGreaterThan(1));
    answered();
    const amount = await screen.findByRole('textbox', { name: 'What did it cost?' });
    await waitFor(() => expect(document.activeElement).toBe(amount));
  });

  it('marks a meeting that was claimed for already, and offers the last journey for another', async () => {
    aProgram();
    const [kind, milesTenths, on] = ['bus', null, '2026-11-01'];
    const last = { kind, fromPlace: 'Home', toPlace: 'Town Hall', milesTenths, on };
    answer('claims.choices', () => ok(choicesFor({ claimedFor: ['a-1'], lastJourneys: [last] })));
    openForm();
    const claimed = await screen.findByRole('button', { name: /Repairs/ });
    expect(claimed.textContent).toContain('A claim for this was handed in already.');
    expect(screen.getByRole('button', { name: 'Same as last time' })).toBeTruthy();
  });

  it('speaks to whoever claims where they fill it in themself', async () => {
    aProgram();
    openForm(true);
    expect(await screen.findByRole('region', { name: 'You came to these' })).toBeTruthy();
    expect(screen.queryByText(/^They /)).toBeNull();
  });

  it('goes by keys alone from the meeting over a cost to the words that are signed', async () => {
    aProgram();
    openForm();
    await goToCosts();
    await userEvent.keyboard('2');
    const amount = await screen.findByRole('textbox', { name: 'What did it cost?' });
    await waitFor(() => expect(document.activeElement).toBe(amount));
    await userEvent.keyboard('4.80{Enter}');
    const list = await screen.findByRole('list', { name: 'Costs so far' });
    expect(within(list).getByText('Bus, Home to Town Hall')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    await title('How is it paid?');
    expect(lastSaved()?.lines[0]).toMatchObject({
      kind: 'bus',
      activityId: 'a-1',
      day: '2026-12-10',
      claimedPence: 480,
    });
    await userEvent.keyboard('{Enter}');
    await title('Check the answers');
    await userEvent.keyboard('{Enter}');
    await title('Sign the claim');
    expect(await screen.findByText(DECLARATION)).toBeTruthy();
  });

  it('shows the rule, the sum and the reason for each penny cut beside the cost while it is typed', async () => {
    aProgram();
    openForm();
    await goToCosts();
    await userEvent.keyboard('2');
    await userEvent.type(await screen.findByRole('textbox', { name: 'What did it cost?' }), '26');
    const sums = await screen.findByRole('region', { name: 'The rule and the sum' });
    expect(await within(sums).findByText('payable £20.00')).toBeTruthy();
    expect(within(sums).getByText('Bus fares are paid in full.')).toBeTruthy();
    expect(within(sums).getByText(/Up to £20 each meeting/)).toBeTruthy();
    expect(within(sums).getByText('£6.00 not paid')).toBeTruthy();
  });

  it('goes on to no other cost before this one says what it cost, and keeps what was typed', async () => {
    aProgram();
    openForm();
    await goToCosts();
    await userEvent.keyboard('2');
    const amount = await screen.findByRole('textbox', { name: 'What did it cost?' });
    await userEvent.type(amount, 'four{Enter}');
    expect(
      (await screen.findAllByText('Enter the amount in pounds, like 4.80 or 12.')).length,
    ).toBeGreaterThan(0);
    expect((amount as HTMLInputElement).value).toBe('four');
    expect(screen.queryByRole('list', { name: 'Costs so far' })).toBeNull();
  });

  it('is put aside at any question by two keys, with everything saved first', async () => {
    aProgram();
    const { done } = openForm();
    await goToCosts();
    await userEvent.keyboard('2');
    await userEvent.type(await screen.findByRole('textbox', { name: 'What did it cost?' }), '4.80');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(done).toEqual(['later']));
    expect(lastSaved()?.lines[0]?.claimedPence).toBe(480);
  });

  it('goes on after a power cut at the question where it was left', async () => {
    aProgram();
    openForm();
    await goToCosts();
    cleanup();
    openForm();
    await title('What did it cost?');
    expect(screen.getByText('Step 4 of 7')).toBeTruthy();
  });

  it('goes back a question by Alt and the left arrow', async () => {
    aProgram();
    openForm();
    await goToCosts();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await title('Receipts')).toBeTruthy();
  });

  it('stays at its question while saving is refused, says why, and reads the claim again on wish', async () => {
    aProgram(withBusFare());
    openForm();
    await title('What did it cost?');
    await userEvent.click(await screen.findByRole('button', { name: /^Change Bus/ }));
    answer('claims.saveDraft', () => refuse('claim.changed', 'Somebody else changed it.'));
    const amount = await screen.findByRole('textbox', { name: 'What did it cost?' });
    await userEvent.clear(amount);
    await userEvent.type(amount, '5{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'No more costs. Continue' }));
    expect(await screen.findByText('Not saved: Somebody else changed it.')).toBeTruthy();
    await title('What did it cost?');
    await userEvent.click(screen.getByRole('button', { name: /^Read the claim again/ }));
    expect(await screen.findByText('£4.80', { selector: 'ol strong' })).toBeTruthy();
  });

  it('is not signed while something is missing, and leads from each lack to its cost', async () => {
    aProgram(withBusFare());
    answer('claims.foresee', () =>
      ok(
        aForecast({
          missing: [{ lineId: 'l-1', field: 'receiptIds', words: 'Attach the receipt.' }],
        }),
      ),
    );
    openForm();
    await userEvent.click(await screen.findByRole('button', { name: 'No more costs. Continue' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    await title('Check the answers');
    await userEvent.click(screen.getByRole('button', { name: /^These answers are right/ }));
    const problem = await screen.findByRole('alert');
    expect(document.activeElement).toBe(problem);
    await userEvent.click(within(problem).getByRole('button', { name: 'Attach the receipt.' }));
    await title('What did it cost?');
    await screen.findByRole('textbox', { name: 'What did it cost?' });
  });

  it('passes a doubt with a reason, which is sent with the line it is about', async () => {
    aProgram(withBusFare());
    const doubt = {
      lineId: 'l-1',
      code: 'double-receipt',
      weight: 'warns',
      words: 'This ticket is on another claim.',
      wayOn: 'Say why both are right.',
      other: {
        claimId: 'c-0',
        reference: 'CLM-2026-0009',
        otherId: 'r-0',
        receiptId: 'r-1',
      },
      answer: null,
    };
    answer('claims.foresee', () => ok(aForecast({ warnings: [doubt] })));
    answer('claims.answerWarning', () => ok(withBusFare({ version: 3 })));
    openForm();
    await userEvent.click(await screen.findByRole('button', { name: /^Change Bus/ }));
    expect(
      (await screen.findByRole('link', { name: 'See CLM-2026-0009' })).getAttribute('href'),
    ).toBe('/claims/c-0');
    await userEvent.click(screen.getByRole('button', { name: /^Say why it is right/ }));
    await userEvent.keyboard('Two tickets of one day{Enter}');
    await waitFor(() =>
      expect(callsOf('claims.answerWarning')).toEqual([
        {
          id: 'c-1',
          lineId: 'l-1',
          code: 'double-receipt',
          otherId: 'r-0',
          why: 'Two tickets of one day',
        },
      ]),
    );
    await waitFor(() => expect(document.activeElement?.tagName).toBe('LI'));
  });

  it('takes the journeys of last time over by one key, for the meeting that has the focus', async () => {
    aProgram();
    const last = {
      kind: 'car',
      fromPlace: 'Home',
      toPlace: 'Town Hall',
      milesTenths: 60,
      on: '2026-11-02',
    };
    answer('claims.choices', () => ok(choicesFor({ lastJourneys: [last] })));
    answer('claims.repeatLast', () =>
      ok({
        lines: [{ ...withBusFare().lines[0], kind: 'car', milesTenths: 60, claimedPence: null }],
        method: 'cash',
      }),
    );
    openForm();
    const meeting = await screen.findByRole('button', { name: /^Repairs panel/ });
    await waitFor(() => expect(document.activeElement).toBe(meeting));
    await userEvent.keyboard('s');
    await title('Check the answers');
    expect(callsOf('claims.repeatLast')).toEqual([
      { claimant: { kind: 'person', personId: 'p-1' }, id: 'c-1', activityId: 'a-1' },
    ]);
    expect(lastSaved()).toMatchObject({ method: 'cash', lines: [{ milesTenths: 60 }] });
  });

  it('lists a claim that was signed no more, and says what comes next', async () => {
    aProgram(aClaim({ state: 'filed', payablePence: 480, promisedBy: '2027-01-18' }));
    openForm();
    await title('The claim is handed in');
    expect(screen.getByText('CLM-2027-0001')).toBeTruthy();
    expect(screen.getByText('Monday 18 January 2027')).toBeTruthy();
  });
});

describe('A claim that was opened again after a question', () => {
  const line = withBusFare().lines[0];
  const asked = (state: 'asked' | 'open') =>
    aClaim({
      state: 'asked',
      lines: [
        { ...line, state: 'approved', decidedPence: 480 },
        { ...line, id: 'l-2', position: 1, state, decisionWhy: 'Which bus was it?' },
      ],
    });

  it.each([false, true])(
    'is filled in with the question beside its cost, and only that cost (handed over: %s)',
    async (isHandedOver) => {
      aProgram(asked('open'));
      openForm(isHandedOver);
      await title('What did it cost?');
      const list = await screen.findByRole('list', { name: 'Costs so far' });
      expect(within(list).getAllByText('We ask: Which bus was it?')).toHaveLength(1);
      expect(within(list).getAllByRole('button', { name: /^Change/ })).toHaveLength(1);
      await userEvent.click(within(list).getByRole('button', { name: /^Change/ }));
      expect(await screen.findByText('We ask: Which bus was it?')).toBeTruthy();
      await userEvent.type(await screen.findByRole('textbox', { name: /^The answer/ }), 'The 7');
      await waitFor(() => expect(lastSaved()?.lines[1]?.reason).toBe('The 7'));
    },
  );

  it('waits for that as long as nobody has opened it', async () => {
    aProgram(asked('asked'));
    openForm();
    expect(await title('Question asked')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'What staff ask' }).textContent).toContain(
      'Which bus was it?',
    );
    expect(screen.queryByText(/^You can expect a decision/)).toBeNull();
  });

  it('is opened for the answer by one press, with no reason to be typed', async () => {
    answer('claims.reopen', () => ok(asked('open')));
    renderScreen(<SignedActs claim={asked('asked')} />, { session: aSession() });
    await userEvent.click(screen.getByRole('button', { name: 'Answer the question' }));
    await waitFor(() =>
      expect(callsOf('claims.reopen')).toEqual([
        { id: ID, version: asked('asked').version, why: 'To answer what was asked.' },
      ]),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('A claim of a member on a treasurer’s sheet', () => {
  const onSheet = { state: 'to-sign', batch: { id: 'b-1', reference: 'CLB-2027-0001' } };

  it('waits for the treasurer once the member has signed, and for no paper', async () => {
    const signature = {
      id: 's-1',
      role: 'claimant',
      personId: 'p-1',
      name: 'Rana Haddad',
      way: 'screen',
      strokes: [[1, 1]],
      receiptId: null,
      words: DECLARATION,
      signedHash: 'x',
      signedOn: '2027-01-04',
      isSuperseded: false,
    };
    aProgram(aClaim({ ...onSheet, signatures: [signature] }));
    openForm();
    await title('The claim is signed');
    expect(screen.getByText(/^It is handed in with sheet CLB-2027-0001/)).toBeTruthy();
    expect(screen.queryByText(/^Sign the paper/)).toBeNull();
  });

  it('that was printed and not signed waits for its paper', async () => {
    aProgram(aClaim(onSheet));
    openForm();
    expect(await title('The claim waits for the signed paper')).toBeTruthy();
  });
});

describe('The form of a claim at a screen that was handed over', () => {
  it('asks for nobody’s name, and shows neither the account nor a way to another claim', async () => {
    aProgram(withBusFare());
    openForm(true);
    await title('What did it cost?');
    expect(screen.getByText('Step 3 of 6')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'No more costs. Continue' }));
    await title('How is it paid?');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await title('Check the answers');
    expect(screen.queryByRole('button', { name: 'Change who claims' })).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
    expect(callsOf('payees.ofParty')).toEqual([]);
    expect(callsOf('people.list')).toEqual([]);
  });

  it('has no way back before the first question', async () => {
    aProgram();
    openForm(true);
    await screen.findByRole('button', { name: /Repairs panel/ });
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });
});
