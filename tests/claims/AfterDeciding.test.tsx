import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import { cashWords } from '#db/claims/cash-words.rules';
import { pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import { ClaimRecord } from '../../renderer/claims/deciding/ClaimRecord.tsx';
import { PayByHandForm } from '../../renderer/claims/deciding/PayByHandForm.tsx';
import { PayPart } from '../../renderer/claims/deciding/PayPart.tsx';
import { ClaimReportsScreen } from '../../renderer/claims/reports/ClaimReportsScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aPdf } from '../support/receipt-files.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aCase, inQueue, waitingClaim, waitingLine } from './claim-to-decide.ts';

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

/** £9.60 was asked, £4.80 of it decided. */
const decided = (part: object = {}): Claim =>
  waitingClaim({
    state: 'decided',
    method: 'cash',
    lines: [
      waitingLine('l-1', 0, { state: 'approved', decidedPence: 480 }),
      waitingLine('l-2', 1, { state: 'rejected', decisionWhy: 'Paid before.' }),
    ],
    decidedPence: 480,
    ...part,
  });
const asRole = (role: Role) => {
  const { signedIn } = aSession();
  return aSession({ signedIn: signedIn === null ? null : { ...signedIn, role } });
};
const sends = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('Money paid by hand', () => {
  const show = (claim: Claim) =>
    renderScreen(<PayByHandForm claim={claim} left={pence(480)} onClose={() => undefined} />);

  it('in cash is recorded only with a name and a signature', async () => {
    show(decided());
    const name = await screen.findByRole('textbox', { name: 'Who takes the money?' });
    expect((name as HTMLInputElement).value).toBe('Rana Haddad');
    // Whoever signs reads above the box what is kept with the signature.
    expect(
      screen.getByText(
        cashWords({
          reference: decided().reference,
          pence: pence(480),
          paidOn: aSession().today,
        }),
      ),
    ).toBeTruthy();
    await userEvent.clear(name);
    await sends('Record the payment');
    expect((await screen.findAllByText('Enter who signed for the money.')).length).toBeGreaterThan(
      0,
    );
    expect(screen.getAllByText('Have them sign in the box.').length).toBeGreaterThan(0);
    expect(callsOf('claims.payByHand')).toEqual([]);
  });

  it('in cash against a slip signed on paper is recorded with what was taken in', async () => {
    answer('claims.payByHand', () => ok(decided({ state: 'paid' })));
    answer('claims.printCashReceipt', () =>
      ok({
        title: 'Cash receipt CLM-2027-0001',
        fileName: 'cash-receipt.pdf',
        pages: 1,
        base64: '',
        missingGlyphs: [],
      }),
    );
    show(decided());
    fireEvent.change(await screen.findByRole('combobox', { name: 'Where do they sign for it?' }), {
      target: { value: 'paper' },
    });
    expect(screen.queryByRole('img', { name: /^Signature for/ })).toBeNull();
    await sends('Record the payment');
    expect(
      (await screen.findAllByText('Take a picture of the signed slip, or choose its file.')).length,
    ).toBeGreaterThan(0);
    expect(callsOf('claims.payByHand')).toEqual([]);

    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:slip');
    await sends('Print the slip to sign');
    expect(await screen.findByTitle('Preview of Cash receipt CLM-2027-0001')).toBeTruthy();
    expect(callsOf('claims.printCashReceipt')).toEqual([{ id: 'c-1', size: 'normal' }]);
    await sends('Close the preview');

    const slip = aPdf();
    fireEvent.change(screen.getByLabelText('Receipt or paper'), {
      target: {
        files: [new File([Uint8Array.from(slip)], 'slip.pdf', { type: 'application/pdf' })],
      },
    });
    expect(await screen.findByText('Taken: slip.pdf')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Record the payment' }));
    await waitFor(() =>
      expect(callsOf('claims.payByHand')).toMatchObject([
        {
          method: 'cash',
          cash: {
            name: 'Rana Haddad',
            strokes: null,
            file: { name: 'slip.pdf', base64: slip.toString('base64') },
          },
        },
      ]),
    );
  });

  it('by transfer needs no signature, and says what the program refuses beside its field', async () => {
    answer('claims.payByHand', () =>
      refuse('claim.no-payee-details', 'No bank details were checked.', { field: 'method' }),
    );
    show(decided());
    fireEvent.change(await screen.findByRole('combobox', { name: 'How was it paid?' }), {
      target: { value: 'bank-transfer' },
    });
    expect(screen.queryByRole('img', { name: /^Signature for/ })).toBeNull();
    await sends('Record the payment');
    expect((await screen.findAllByText('No bank details were checked.')).length).toBeGreaterThan(0);
    expect(callsOf('claims.payByHand')).toMatchObject([
      { id: 'c-1', version: 3, method: 'bank-transfer', paidOn: '2027-01-04', cash: null },
    ]);
  });
});

describe('What comes after a decision', () => {
  it('is the letter, the cash receipt, the payment, and more for a cost that was approved', async () => {
    answer('claims.topUp', () => ok(decided()));
    renderScreen(
      <PayPart found={aCase(decided(), { next: { step: 'pay', may: true, why: '' } })} />,
      { session: asRole('finance') },
    );
    for (const name of [
      'Record that £4.80 is paid',
      'Print the decision letter',
      'Print the cash receipt',
    ])
      expect(screen.getByRole('button', { name })).toBeTruthy();
    await sends('Add to a cost');
    const which = await screen.findByRole('combobox', { name: 'To which cost?' });
    expect(
      within(which)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['1. Bus, Home to Town Hall']);
    await sends('Add the amount');
    expect(
      (await screen.findAllByText('Enter the amount in pounds, like 4.80 or 12.')).length,
    ).toBeGreaterThan(0);
    expect(screen.getAllByText('Say why.').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByRole('textbox', { name: 'How much is added?' }), '1.20');
    await userEvent.type(screen.getByRole('textbox', { name: 'Why?' }), 'The way back');
    await sends('Add the amount');
    await waitFor(() =>
      expect(callsOf('claims.topUp')).toMatchObject([
        { id: 'c-1', lineId: 'l-1', pence: 120, why: 'The way back', version: 3 },
      ]),
    );
  });

  it('leaves the payment to others where the program says so, and only the letter to who reads', () => {
    const why = 'You approved CLM-2027-0001. Somebody else has to take this step.';
    const found = aCase(decided({ method: 'cheque' }), {
      next: { step: 'pay', may: false, why },
    });
    renderScreen(<PayPart found={found} />, { session: asRole('auditor') });
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual([
      'Print the decision letter',
    ]);
  });

  it('is nothing before anything is decided', () => {
    renderScreen(<PayPart found={aCase(waitingClaim())} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('What happened to a claim', () => {
  const signature = {
    id: 's-2',
    role: 'cash',
    personId: null,
    name: 'Rana Haddad',
    way: 'paper',
    strokes: null,
    receiptId: 'r-9',
    words: 'Received £4.80 in cash.',
    signedHash: 'abc',
    signedOn: '2027-01-04',
    isSuperseded: false,
  };
  const payment = {
    id: 'p-1',
    paidOn: '2027-01-04',
    method: 'cash',
    maskedAccount: '',
    detailsNumber: null,
    pence: 480,
    signatureId: 's-2',
    note: '',
    by: 'Maya Quill',
    lineIds: ['l-1'],
  };
  const paid = () =>
    decided({ state: 'paid', paidPence: 480, signatures: [signature], payments: [payment] });
  const WORDS =
    '4 January 2027: £4.80 paid, cash at the desk, signed for on paper by Rana Haddad, recorded by Maya Quill';

  it('says once who signed for the money, and opens the slip where the payment stands', async () => {
    answer('claims.receipt', () =>
      ok({
        id: 'r-9',
        hash: 'b'.repeat(64),
        kind: 'cash-receipt',
        name: 'slip.png',
        mediaType: 'image/png',
        byteCount: 900,
        printedOn: null,
        printedPence: null,
        printedNumber: '',
        lineIds: [],
        base64: '',
        width: 16,
        height: 16,
        pages: null,
      }),
    );
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:slip');
    renderScreen(<ClaimRecord claim={paid()} />, { session: asRole('finance') });
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await sends(`Show the signed paper: ${WORDS}`);
    expect(await screen.findByRole('img', { name: 'The signed paper' })).toBeTruthy();
    expect(callsOf('claims.receipt')).toEqual([{ id: 'r-9' }]);
    await sends('Close the paper');
  });

  it('opens no signed paper for the auditor, who reads no names', () => {
    renderScreen(<ClaimRecord claim={paid()} />, { session: asRole('auditor') });
    expect(screen.getByRole('listitem').textContent).toBe(WORDS);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('Claims in figures', () => {
  it('sum up in the way that is chosen, say how long decisions took, and why costs were refused', async () => {
    answer('claims.report', () =>
      ok({
        rows: [
          { words: 'Bus', claims: 1, lines: 2, claimedPence: 960, decidedPence: 480, paidPence: 0 },
        ],
        averageDaysTenths: 45,
        refused: [{ why: 'Paid before.', lines: 1, pence: 480 }],
      }),
    );
    answer('claims.register', () => ok({ claims: [inQueue(decided())], total: 1 }));
    renderScreen(<ClaimReportsScreen />, { session: asRole('desk') });
    expect(await screen.findByText('Decided after 4.5 working days on average.')).toBeTruthy();
    expect(
      within(screen.getByRole('table', { name: 'Refused, and why' })).getByText('Paid before.'),
    ).toBeTruthy();
    expect((await screen.findByRole('link', { name: 'CLM-2027-0001' })).getAttribute('href')).toBe(
      '/claims/c-1',
    );
    expect(callsOf('claims.report')).toEqual([
      { from: '2026-04-01', until: '2027-03-31', by: 'kind' },
    ]);
    fireEvent.change(screen.getByRole('combobox', { name: 'Summed up how' }), {
      target: { value: 'access-need' },
    });
    fireEvent.change(screen.getByRole('combobox', { name: 'Which claims' }), {
      target: { value: 'paid' },
    });
    await waitFor(() => {
      expect(callsOf('claims.report')).toContainEqual({
        from: '2026-04-01',
        until: '2027-03-31',
        by: 'access-need',
      });
      expect(callsOf('claims.register')).toContainEqual(expect.objectContaining({ state: 'paid' }));
    });
    // Desk staff print the register; every cost one by one is not theirs to take away.
    expect(screen.getByRole('button', { name: 'Print the register' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  });

  it('says where nothing was claimed', async () => {
    answer('claims.report', () => ok({ rows: [], averageDaysTenths: null, refused: [] }));
    answer('claims.register', () => ok({ claims: [], total: 0 }));
    renderScreen(<ClaimReportsScreen />, { session: asRole('officer') });
    expect(await screen.findByText(/^Nothing was claimed in this time\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Save/ })).toBeTruthy();
  });
});
