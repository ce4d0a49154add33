import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import { userEvent } from '@testing-library/user-event';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClaimId } from '#db/claims/claims.contract';
import type { CurrentSession, HandedOver } from '#db/session/session.contract';
import { api } from '../../renderer/app/api-client.ts';
import { showPanel, useOpenPanel } from '../../renderer/app/panels.ts';
import { newQueryClient } from '../../renderer/app/query-client.ts';
import { useShortcut } from '../../renderer/app/shortcuts.ts';
import { newTheme } from '../../renderer/app/theme.ts';
import { ToastProvider, useToast } from '../../renderer/app/toasts.tsx';
import { HandOverButton } from '../../renderer/hand-over/HandOverButton.tsx';
import { HandedOverPlace, type LentForm } from '../../renderer/hand-over/HandedOverPlace.tsx';
import { ReceiptCapture } from '../../renderer/receipts/ReceiptCapture.tsx';
import { endLockWish } from '../../renderer/session/lock-wish.ts';
import { SessionGate } from '../../renderer/session/SessionGate.tsx';
import {
  answer,
  callsOf,
  calls,
  forgetCalls,
  ok,
  refuse,
  tellScreens,
} from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const OTHER = 'Perpetua Okafor-Canary';
const CLAIMANT = 'Dilys Lane';
const claimId = ClaimId.parse('claim-1');

const lent: HandedOver = {
  claimId,
  claimantName: CLAIMANT,
  reference: 'CLM-2027-0001',
  endedBy: null,
  promisedBy: null,
};

let session: CurrentSession;
const atDesk = (): CurrentSession => aSession();
const handedOver = (part: Partial<HandedOver> = {}): CurrentSession => {
  const open = aSession();
  const isOver = part.endedBy !== undefined && part.endedBy !== null;
  return {
    ...open,
    handedOver: { ...lent, ...part },
    signedIn: open.signedIn && { ...open.signedIn, isLocked: isOver },
  };
};

/** The desk with somebody else on it, a toast, a panel, and keys of its own. */
function Desk() {
  const person = useQuery({ queryKey: ['people', 'get', '1'], queryFn: async () => OTHER });
  const { say } = useToast();
  const panel = useOpenPanel();
  useShortcut('ctrl+k', 'Search everything', () => showPanel('palette'));
  const words = person.data ?? '';
  useEffect(() => {
    document.title = `${words} at the desk`;
  }, [words]);
  return (
    <main>
      <p>{words}</p>
      <p>{panel === null ? 'no panel' : `the ${panel} is open`}</p>
      <button type="button" onClick={() => say({ words: `Saved ${OTHER}` })}>
        Say so
      </button>
      <HandOverButton claimId={claimId} claimantName={CLAIMANT} />
    </main>
  );
}

/** Everything that the form was ever given to show, for a moment too. */
const shown: unknown[] = [];

/** A form as the claim's own: it reads the claim, saves as it leaves, and is finished with a button. */
const Form: LentForm = (props) => {
  const claim = useQuery({
    queryKey: ['claims', 'get', props.claimId],
    queryFn: () => api.claims.get({ id: props.claimId }),
  });
  shown.push(claim.data);
  const { mutate } = useMutation({
    mutationFn: () => api.claims.saveDraft({ id: props.claimId } as never),
  });
  useEffect(() => () => mutate(), [mutate]);
  return (
    <>
      <p>{`The form of ${props.claimId}, ${JSON.stringify(claim.data)}`}</p>
      <p>{`at ${useLocation().pathname}`}</p>
      <Link to="/people/1">A way out</Link>
      <button type="button" onClick={() => props.onDone()}>
        Finish later
      </button>
    </>
  );
};

const makePlain = vi.fn<() => void>();

function open() {
  const client = newQueryClient();
  render(
    <ThemeProvider theme={newTheme('light', 'comfortable')}>
      <QueryClientProvider client={client}>
        <SessionGate
          desk={
            <ToastProvider onOpen={() => undefined}>
              <Desk />
            </ToastProvider>
          }
          handedOver={<HandedOverPlace form={Form} onPlainAddress={makePlain} />}
        />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  return client;
}

const everything = () => new XMLSerializer().serializeToString(document) + document.title;
const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  forgetCalls();
  endLockWish();
  makePlain.mockClear();
  shown.length = 0;
  session = atDesk();
  answer('session.current', () => ok(session));
  answer('session.touch', () => ok({}));
  answer('claims.get', () => ok('as a claimant may see it'));
  answer('claims.saveDraft', () => ok({}));
  answer('session.handOver', () => {
    session = handedOver();
    return ok(session.handedOver);
  });
  answer('session.giveBack', (input) => {
    const { isIdle } = input as { readonly isIdle: boolean };
    session = handedOver({
      endedBy: isIdle ? 'idle' : 'given-back',
      claimantName: '',
      reference: '',
    });
    tellScreens({ session: 'changed' });
    return ok({});
  });
});
afterEach(cleanup);

describe('Handing the screen over', () => {
  async function handOver() {
    const client = open();
    await screen.findByText(OTHER);
    await userEvent.click(button('Say so'));
    await userEvent.click(button('Hand the screen over'));
    expect(screen.getByRole('dialog').textContent).toContain('PIN or passphrase');
    const [, confirm] = screen.getAllByRole('button', {
      name: 'Hand the screen over',
      hidden: true,
    });
    await userEvent.click(confirm as HTMLElement);
    await screen.findByText('The form of claim-1, "as a claimant may see it"');
    return client;
  }

  it('leaves nothing of the desk on the page, in the title, in the news or in what the screens had read', async () => {
    const client = await handOver();
    expect(callsOf('session.handOver')).toEqual([{ claimId }]);
    expect(everything()).not.toContain(OTHER);
    expect(document.title).toBe('Your expense claim · TRC Desk');
    expect(
      JSON.stringify(
        client
          .getQueryCache()
          .getAll()
          .map(({ state }) => state.data),
      ),
    ).not.toContain(OTHER);
    expect(screen.getByText(/^For Dilys Lane\./)).toBeDefined();
  });

  it('asks the claim afresh, because staff had read more of it than a claimant may', async () => {
    const client = open();
    await screen.findByText(OTHER);
    client.setQueryData(['claims', 'get', claimId], `doubled with the ticket of ${OTHER}`);
    session = handedOver();
    tellScreens({ session: 'changed' });
    await screen.findByText('The form of claim-1, "as a claimant may see it"');
    expect(JSON.stringify(shown)).not.toContain(OTHER);
    expect(everything()).not.toContain(OTHER);
  });

  it('opens no search, no keys sheet and no panel by a key', async () => {
    await handOver();
    for (const keys of ['{Control>}k{/Control}', '{Shift>}{F1}{/Shift}', '{F1}'])
      await userEvent.keyboard(keys);
    session = atDesk();
    tellScreens({ session: 'changed' });
    expect(await screen.findByText('no panel')).toBeDefined();
  });

  it('keeps links and Back inside the form', async () => {
    await handOver();
    const before = location.href;
    await userEvent.click(screen.getByRole('link', { name: 'A way out' }));
    expect(screen.getByText('at /people/1')).toBeDefined();
    expect(location.href).toBe(before);
    expect(screen.queryByText(OTHER)).toBeNull();
  });

  it('takes what was looked for out of the address, at Back too', async () => {
    history.replaceState(null, '', `/people?q=${encodeURIComponent(OTHER)}`);
    await handOver();
    expect(makePlain).toHaveBeenCalledTimes(1);
    fireEvent.popState(window);
    expect(makePlain).toHaveBeenCalledTimes(2);
    history.replaceState(null, '', '/people');
    fireEvent.popState(window);
    expect(makePlain).toHaveBeenCalledTimes(2);
  });

  it('is followed by every other tab of the same session', async () => {
    open();
    await screen.findByText(OTHER);
    session = handedOver();
    tellScreens({ session: 'changed' });
    await screen.findByText(/^The form of claim-1/);
    expect(everything()).not.toContain(OTHER);
  });

  it('is found out by a tab that heard nothing of it, at its next call', async () => {
    const client = open();
    await screen.findByText(OTHER);
    session = handedOver();
    answer('people.list', () => refuse('session.handed-over', 'This screen is handed over.'));
    await act(() =>
      client
        .query({ queryKey: ['people', 'list'], queryFn: () => api.people.list({}) })
        .catch(() => undefined),
    );
    expect(await screen.findByText(/^The form of claim-1/)).toBeDefined();
  });

  it('saves what is on the screen first, and keeps the screen where that is refused', async () => {
    answer('session.handOver', () =>
      refuse('claim.nothing-to-hand-over', 'This claim is not being filled in.'),
    );
    open();
    await screen.findByText(OTHER);
    await userEvent.click(button('Hand the screen over'));
    const [, confirm] = screen.getAllByRole('button', {
      name: 'Hand the screen over',
      hidden: true,
    });
    await userEvent.click(confirm as HTMLElement);
    await screen.findByText('This claim is not being filled in.');
    expect(screen.getByText(OTHER)).toBeDefined();
  });
});

describe('The browser round a lent screen', () => {
  it.each(['p', 's', 'o', 'h', 'j', 'u'])(
    'opens nothing of its own at Ctrl+%s while the claimant has it',
    async (key) => {
      const press = () => fireEvent.keyDown(document.body, { key, ctrlKey: true });
      open();
      await screen.findByText(OTHER);
      expect(press()).toBe(true);
      session = handedOver();
      tellScreens({ session: 'changed' });
      await screen.findByText(/^The form of claim-1/);
      expect([
        press(),
        fireEvent.keyDown(document.body, { key }),
        fireEvent.contextMenu(document.body),
      ]).toEqual([false, true, false]);
    },
  );

  it('has nothing to paste of what staff copied', async () => {
    const user = userEvent.setup();
    await navigator.clipboard.writeText(`12 Elm Street, ${OTHER}`);
    const writeText = vi.spyOn(navigator.clipboard, 'writeText');
    open();
    await screen.findByText(OTHER);
    await user.click(button('Hand the screen over'));
    const [, confirm] = screen.getAllByRole('button', {
      name: 'Hand the screen over',
      hidden: true,
    });
    await user.click(confirm as HTMLElement);
    await screen.findByText(/^The form of claim-1/);
    expect(writeText).toHaveBeenLastCalledWith('');
  });

  it('shows no file dialog, which lists the files of whoever lent it', async () => {
    const capture = <ReceiptCapture onTaken={() => undefined} isBusy={false} />;
    renderScreen(capture, { session: handedOver() });
    expect(screen.getByText('Without a camera, staff take the receipt in.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull();
    cleanup();
    renderScreen(capture, { session: atDesk() });
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDefined();
  });
});

describe('A lent screen that comes back', () => {
  beforeEach(() => {
    session = handedOver();
  });

  it.each(['Give the screen back', 'Finish later'])(
    'waits for what the form still sends before “%s” locks it',
    async (name) => {
      let take = (): void => undefined;
      answer(
        'claims.saveDraft',
        () =>
          new Promise((resolve) => {
            take = () => resolve(ok({}));
          }),
      );
      open();
      await userEvent.click(await screen.findByRole('button', { name }));
      await vi.waitFor(() => expect(callsOf('claims.saveDraft')).toHaveLength(1));
      expect(screen.queryByText(/^The form of/)).toBeNull();
      expect(callsOf('session.giveBack')).toEqual([]);
      take();
      await screen.findByRole('heading', { name: 'Please give the screen back' });
      expect(callsOf('session.giveBack')).toEqual([{ isIdle: false }]);
      expect(calls.map((call) => call.name)).not.toContain('session.lock');
    },
  );

  it('shows no name and no reference once nobody is there to whom they belong', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Give the screen back' }));
    const title = await screen.findByRole('heading', { name: 'Please give the screen back' });
    expect(document.activeElement).toBe(title);
    expect(everything()).not.toContain(CLAIMANT);
    expect(everything()).not.toContain('CLM-2027-0001');
    expect(screen.getByText(/is kept/)).toBeDefined();
  });

  it('tells the claimant the reference and the promised day after signing', async () => {
    session = handedOver({
      endedBy: 'signed',
      claimantName: '',
      promisedBy: '2027-01-18' as HandedOver['promisedBy'],
    });
    open();
    await screen.findByRole('heading', { name: 'Please give the screen back' });
    expect(screen.getByText('CLM-2027-0001')).toBeDefined();
    expect(screen.getByText(/Thank you/)).toBeDefined();
    expect(screen.getByText(/by Monday 18 January 2027/)).toBeDefined();
  });

  it('opens the desk to staff alone, by PIN or passphrase', async () => {
    session = handedOver({ endedBy: 'printed', claimantName: '' });
    answer('session.unlock', (input) => {
      if (JSON.stringify(input) !== '{"secret":"246810"}')
        return refuse('session.wrong-secret', 'That PIN does not fit. Try again.', {
          field: 'secret',
        });
      session = atDesk();
      return ok(session.signedIn);
    });
    open();
    const field = await screen.findByLabelText('PIN or passphrase');
    await userEvent.type(field, '111111');
    await userEvent.click(button('Unlock the screen'));
    await screen.findByRole('link', { name: 'That PIN does not fit. Try again.' });
    expect(screen.queryByText(OTHER)).toBeNull();
    await userEvent.clear(field);
    await userEvent.type(field, '246810{Enter}');
    await screen.findByText(OTHER);
  });
});

describe('A lent screen that nobody uses', () => {
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));
  const warning = () => screen.queryByRole('alertdialog', { name: 'Still there?' });

  beforeEach(() => {
    session = handedOver();
    vi.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('warns 30 seconds before two minutes are over, counts down, and goes back with everything kept', async () => {
    open();
    await pass(0);
    await pass(89);
    expect(warning()).toBeNull();
    await pass(1);
    expect(warning()?.textContent).toContain('Goes back in 30 seconds');
    await pass(20);
    expect(warning()?.textContent).toContain('Goes back in 10 seconds');
    expect(callsOf('session.giveBack')).toEqual([]);
    await pass(10);
    await pass(1);
    await pass(0);
    expect(callsOf('claims.saveDraft')).toHaveLength(1);
    expect(callsOf('session.giveBack')).toEqual([{ isIdle: true }]);
    expect(screen.getByRole('heading', { name: 'Please give the screen back' })).toBeDefined();
    expect(screen.getByText(/Nobody used this screen for 2 minutes/)).toBeDefined();
  });

  it.each(['keydown', 'pointermove', 'touchstart'])(
    'starts counting again after a %s, also during the warning, and says so to the program',
    async (sign) => {
      open();
      await pass(0);
      await pass(100);
      expect(warning()).not.toBeNull();
      fireEvent(window, new Event(sign));
      await pass(1);
      expect(warning()).toBeNull();
      expect(callsOf('session.touch')).toHaveLength(1);
      await pass(88);
      expect(warning()).toBeNull();
      expect(callsOf('session.giveBack')).toEqual([]);
    },
  );

  it('goes back only once the last save of the form was answered, however long that takes', async () => {
    let take = (): void => undefined;
    answer(
      'claims.saveDraft',
      () =>
        new Promise((resolve) => {
          take = () => resolve(ok({}));
        }),
    );
    open();
    await pass(0);
    await pass(120);
    await pass(10);
    expect(callsOf('claims.saveDraft')).toHaveLength(1);
    expect(callsOf('session.giveBack')).toEqual([]);
    take();
    await pass(1);
    await pass(1);
    expect(callsOf('session.giveBack')).toHaveLength(1);
  });

  it('says again that it goes back where the program could not be told', async () => {
    answer('session.giveBack', () => refuse('connection.lost', 'The program did not answer.'));
    open();
    await pass(0);
    await pass(120);
    await pass(1);
    expect(callsOf('session.giveBack')).toHaveLength(1);
    expect(screen.queryByText(/^The form of/)).toBeNull();
    await pass(4);
    expect(callsOf('session.giveBack')).toHaveLength(2);
  });
});

describe('A page that the browser kept', () => {
  it('hides as it is left and begins afresh at Back, whoever sits there now', async () => {
    const reload = vi.fn<() => void>();
    vi.stubGlobal('location', { href: location.href, reload });
    open();
    await screen.findByText(OTHER);
    fireEvent(window, Object.assign(new Event('pagehide'), { persisted: true }));
    expect(document.documentElement.hidden).toBe(true);
    fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
    expect([reload.mock.calls.length, document.documentElement.hidden]).toEqual([1, true]);
    fireEvent(window, Object.assign(new Event('pageshow'), { persisted: false }));
    expect(document.documentElement.hidden).toBe(false);
    vi.unstubAllGlobals();
  });
});
