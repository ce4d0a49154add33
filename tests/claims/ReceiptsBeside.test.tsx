import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Warning } from '#db/claims/claims.contract';
import type { CurrentSession } from '#db/session/session.contract';
import type { Role } from '#db/shared/roles';
import { WarningList } from '../../renderer/claims/form/WarningList.tsx';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aReceipt, LINE } from './claim-on-screen.ts';
import { aDoubt, waitingClaim, waitingLine } from './claim-to-decide.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
beforeEach(forgetCalls);
afterEach(cleanup);

const CLAIMS = [
  waitingClaim({
    id: 'c-1',
    lines: [waitingLine('l-1', 0, { receiptIds: ['r-1'] })],
    receipts: [{ ...aReceipt('r-1'), lineIds: ['l-1'] }],
  }),
  waitingClaim({
    id: 'c-2',
    reference: 'CLM-2026-0009',
    claimantName: 'P. Lane',
    receivedOn: '2026-12-14',
    lines: [waitingLine('l-9', 0, { receiptIds: ['r-9'], askedPence: 320 })],
    receipts: [
      {
        ...aReceipt('r-9'),
        lineIds: ['l-9'],
        printedOn: '2026-12-10',
        printedPence: 480,
        printedNumber: 'A 771',
      },
    ],
  }),
];

function aProgram(): void {
  answer('claims.get', (input) => ok(CLAIMS.find(({ id }) => id === (input as { id: string }).id)));
  answer('claims.receipt', (input) => {
    const { id } = input as { id: string };
    return ok({ ...aReceipt(id), base64: 'AAAA', width: 600, height: 900, pages: null });
  });
}

const double = (part: object = {}) =>
  Warning.parse(
    aDoubt({
      lineId: 'l-1',
      code: 'double-receipt',
      words: 'The same picture of a receipt is in claim CLM-2026-0009 of P. Lane.',
      other: { claimId: 'c-2', reference: 'CLM-2026-0009', otherId: 'r-9', receiptId: 'r-1' },
      ...part,
    }),
  );

const asRole = (role: Role, part: Partial<CurrentSession> = {}): CurrentSession => {
  const { signedIn } = aSession();
  return aSession({ signedIn: signedIn === null ? null : { ...signedIn, role }, ...part });
};

function show(session: CurrentSession, warning = double()): void {
  const claimId = CLAIMS[0]?.id ?? expect.fail('there is a claim');
  renderScreen(<WarningList claimId={claimId} warnings={[warning]} isHandedOver={false} />, {
    session,
  });
}

const compare = { name: 'Compare the receipts: this one and that of CLM-2026-0009' };

describe('A receipt that is in two claims', () => {
  it.each(['desk', 'officer', 'finance', 'manager'] as const)(
    'is laid beside the other by keyboard, each with claim, person, days and amounts (%s)',
    async (role) => {
      aProgram();
      show(asRole(role));
      while (document.activeElement !== screen.getByRole('button', compare)) await userEvent.tab();
      await userEvent.keyboard('{Enter}');
      const here = within(await screen.findByRole('region', { name: 'This claim, CLM-2027-0001' }));
      const there = within(
        await screen.findByRole('region', { name: 'The other claim, CLM-2026-0009' }),
      );
      expect(await here.findByRole('img', { name: /Receipt of CLM-2027-0001/ })).toBeTruthy();
      expect(await there.findByRole('img', { name: /Receipt of CLM-2026-0009/ })).toBeTruthy();
      expect(here.getByText('Rana Haddad')).toBeTruthy();
      expect(here.getByText('Nothing was typed off')).toBeTruthy();
      expect(here.getByText(/10 December 2026, £4.80/)).toBeTruthy();
      expect(there.getByText('P. Lane')).toBeTruthy();
      expect(there.getByText('10 December 2026, £4.80, number A 771')).toBeTruthy();
      expect(there.getByText(/10 December 2026, £3.20$/)).toBeTruthy();
      expect(there.getByText(/14 December 2026/)).toBeTruthy();
      await userEvent.keyboard('{Escape}');
      expect(document.activeElement).toBe(await screen.findByRole('button', compare));
    },
  );

  it('is shown to nobody else: not the auditor, and not whoever the screen is handed over to', () => {
    aProgram();
    show(asRole('auditor'));
    cleanup();
    show(asRole('desk', { handedOver: { claimId: 'c-1' } as never }));
    expect(screen.queryByRole('button')).toBeNull();
    expect(callsOf('claims.receipt')).toEqual([]);
  });

  it('is not offered where a journey and no receipt is the double', () => {
    aProgram();
    const other = { claimId: 'c-2', reference: 'CLM-2026-0009', otherId: LINE.id, receiptId: null };
    show(asRole('finance'), double({ code: 'double-journey', other }));
    expect(screen.queryByRole('button', { name: /^Compare/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'See CLM-2026-0009' })).toBeTruthy();
  });
});
