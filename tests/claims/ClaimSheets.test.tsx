import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Batch, type ClaimState, ClaimSummary } from '#db/claims/claims.contract';
import { PersonId } from '#db/people/people.contract';
import { PersonClaims } from '../../renderer/claims/ClaimsSection.tsx';
import { NewClaimScreen } from '../../renderer/claims/form/NewClaimScreen.tsx';
import { SignedActs } from '../../renderer/claims/form/SignedActs.tsx';
import { ToFinishScreen } from '../../renderer/claims/form/ToFinishScreen.tsx';
import { SheetScreen } from '../../renderer/claims/sheets/SheetScreen.tsx';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aClaim, choicesFor } from './claim-on-screen.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
beforeEach(() => {
  forgetCalls();
  localStorage.clear();
});
afterEach(cleanup);

function inAList(id: string, state: ClaimState, claimantName: string): ClaimSummary {
  return ClaimSummary.parse({
    id,
    reference: `CLM-2027-${id}`,
    state,
    claimantName,
    filerWords: '',
    batchReference: '',
    receivedOn: '2027-01-04',
    lines: 2,
    claimedPence: 900,
    payablePence: 900,
    decidedPence: null,
    paidPence: 0,
    openWarnings: 0,
    promisedBy: null,
    version: 1,
  });
}

function aSheet(part: Record<string, unknown> = {}): Batch {
  return Batch.parse({
    id: 'b-1',
    reference: 'SHT-2027-0001',
    state: 'draft',
    groupId: 'g-1',
    groupName: 'Birch Court TRA',
    treasurerPersonId: 'p-2',
    treasurerName: 'J. Okafor',
    receivedOn: '2027-01-04',
    claims: [inAList('c-1', 'draft', 'Rana Haddad'), inAList('c-2', 'draft', 'Bo Lund')],
    unsigned: ['c-1'],
    receipts: [],
    signatures: [],
    version: 1,
    ...part,
  });
}

/** Where a link or an act led to. */
function Here() {
  const { pathname, search } = useLocation();
  return <p data-testid="here">{pathname + search}</p>;
}

/** One screen at its address, with what the address says. */
const screenAt = (at: string, path: string, page: ReactNode) => (
  <Routes location={at}>
    <Route path={path} element={page} />
  </Routes>
);
const sheetScreen = () => screenAt('/claims/sheets/b-1', '/claims/sheets/:id', <SheetScreen />);

describe('A treasurer’s sheet', () => {
  it('waits for every member’s own signature before the treasurer can sign', async () => {
    answer('claims.batch', () => ok(aSheet()));
    renderScreen(sheetScreen());
    const table = await screen.findByRole('table', { name: 'Members on the sheet' });
    expect(within(table).getByText('Missing')).toBeTruthy();
    expect(within(table).getByText('Signed')).toBeTruthy();
    expect(
      within(table)
        .getByRole('link', { name: 'Fill in and sign the claim of Rana Haddad' })
        .getAttribute('href'),
    ).toBe('/claims/c-1/form');
    expect(within(table).queryByRole('link', { name: /claim of Bo Lund/ })).toBeNull();
    expect(screen.getByText(/^1 member has not signed yet\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Sign the sheet/ })).toBeNull();
  });

  it('is signed by the treasurer only once the box holds a signature', async () => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe(): void {}
        disconnect(): void {}
      },
    );
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(
      new Proxy({}, { get: () => () => undefined, set: () => true }) as never,
    );
    answer('claims.batch', () => ok(aSheet({ unsigned: [] })));
    renderScreen(sheetScreen());
    await userEvent.click(await screen.findByRole('button', { name: /^Sign the sheet/ }));
    expect((await screen.findAllByText('Sign in the box first.')).length).toBeGreaterThan(0);
    expect(callsOf('claims.signBatch')).toEqual([]);
  });

  it('asks nothing more of anybody once it is handed in', async () => {
    answer('claims.batch', () => ok(aSheet({ state: 'filed', unsigned: [] })));
    renderScreen(sheetScreen());
    expect(await screen.findByText(/^The sheet is handed in\./)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Add a member’s claim' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Sign/ })).toBeNull();
  });
});

describe('A new claim', () => {
  it('on a treasurer’s sheet knows who brings it and for which group', async () => {
    answer('claims.batch', () => ok(aSheet()));
    answer('officers.capacities', () =>
      ok([{ groupId: 'g-1', groupName: 'Birch Court TRA', posts: ['treasurer'] }]),
    );
    answer('people.list', () =>
      ok({
        people: [{ id: 'p-1', name: 'Rana Haddad', kind: 'tenant', phone: '', version: 1 }],
        total: 1,
      }),
    );
    answer('groups.list', () => ok({ groups: [], total: 0 }));
    answer('claims.saveDraft', (input) =>
      ok(aClaim({ ...(input as object), lines: [], batch: null })),
    );
    answer('claims.choices', () => ok(choicesFor()));
    renderScreen(screenAt('/claims/new?sheet=b-1', '/claims/new', <NewClaimScreen />));
    await userEvent.type(await screen.findByRole('combobox', { name: 'Who claims?' }), 'hadd');
    await screen.findByRole('option', { name: /^Rana Haddad/ });
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() =>
      expect(callsOf('claims.saveDraft')[0]).toMatchObject({
        claimant: { kind: 'person', personId: 'p-1' },
        filerPersonId: 'p-2',
        filerGroupId: 'g-1',
        payee: { kind: 'person', personId: 'p-1' },
        batchId: 'b-1',
        version: 0,
      }),
    );
  });
});

describe('Claims to finish', () => {
  it('lists what was put aside, and opens a claim or sheet by the reference on its paper', async () => {
    answer('claims.parked', () => ok([inAList('c-1', 'to-sign', 'Rana Haddad')]));
    answer('claims.batches', () => ok([aSheet()]));
    answer('claims.findByReference', (input) =>
      ok(
        (input as { reference: string }).reference === 'SHT-2027-0001'
          ? { claimId: null, batchId: 'b-1' }
          : { claimId: null, batchId: null },
      ),
    );
    renderScreen(
      <>
        <ToFinishScreen />
        <Here />
      </>,
    );
    const table = await screen.findByRole('table', { name: 'Claims to finish' });
    expect(within(table).getByText('Waiting for the signed paper')).toBeTruthy();
    expect(
      within(await screen.findByRole('table', { name: 'Treasurers’ sheets' })).getByText(
        '1 of 2 members',
      ),
    ).toBeTruthy();
    const field = screen.getByRole('textbox', { name: /^Open by reference/ });
    await userEvent.type(field, 'CLM-1999-0001{Enter}');
    expect(
      (await screen.findAllByText(/^No claim or sheet has the reference CLM-1999-0001/)).length,
    ).toBeGreaterThan(0);
    await userEvent.clear(field);
    await userEvent.type(field, 'SHT-2027-0001{Enter}');
    await waitFor(() => expect(screen.getByTestId('here').textContent).toBe('/claims/sheets/b-1'));
  });
});

describe('The claims on a person’s page', () => {
  it('lead from one that is being filled in to its form, from another to its page, and to a new one', async () => {
    answer('claims.ofParty', () =>
      ok([inAList('c-1', 'draft', 'Rana Haddad'), inAList('c-2', 'paid', 'Rana Haddad')]),
    );
    const person = {
      id: PersonId.parse('p-1'),
      name: 'Rana Haddad',
      kind: 'tenant',
      phone: '',
      version: 1,
    };
    renderScreen(<PersonClaims person={person as never} />);
    const leadsTo = async (name: string) =>
      (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await leadsTo('CLM-2027-c-1')).toBe('/claims/c-1/form');
    expect(await leadsTo('CLM-2027-c-2')).toBe('/claims/c-2');
    expect(await leadsTo('New claim')).toBe('/claims/new?person=p-1');
  });
});

describe('A claim that was signed', () => {
  it('is opened again or withdrawn with a reason, until it is decided', async () => {
    answer('claims.withdraw', () => ok(aClaim({ state: 'withdrawn' })));
    renderScreen(<SignedActs claim={aClaim({ state: 'filed', version: 4 })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw the claim' }));
    await screen.findByRole('textbox', { name: 'Why?' });
    await userEvent.keyboard('{Enter}');
    expect((await screen.findAllByText('Say why.')).length).toBeGreaterThan(0);
    await userEvent.type(screen.getByRole('textbox', { name: 'Why?' }), 'Filed twice{Enter}');
    await waitFor(() =>
      expect(callsOf('claims.withdraw')).toEqual([{ id: 'c-1', version: 4, why: 'Filed twice' }]),
    );
  });

  it('offers neither once it is decided, and nothing to whoever only reads', () => {
    renderScreen(<SignedActs claim={aClaim({ state: 'decided' })} />);
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    const { signedIn } = aSession();
    renderScreen(<SignedActs claim={aClaim({ state: 'filed' })} />, {
      session: aSession({ signedIn: signedIn === null ? null : { ...signedIn, role: 'auditor' } }),
    });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
