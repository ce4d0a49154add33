import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mustExist, type WireResult } from '#db/shared/domain-error';
import { ActId, type Progress } from '#db/shared/long-act';
import { api, ApiError } from '../../renderer/app/api-client.ts';
import { ProgressDialog } from '../../renderer/shared/ProgressDialog.tsx';
import { useLongAct } from '../../renderer/shared/use-long-act.ts';
import {
  answer,
  callsOf,
  forgetCalls,
  ok,
  refuse,
  tellScreens,
} from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const WORDS = {
  title: 'Taking the import back',
  stopWords: 'Stop taking it back',
  stoppedWords: 'Stopped. The import stays as it was.',
} as const;

/** A screen that does one long thing and says what came of it. */
function Screen() {
  const long = useLongAct();
  const [outcome, setOutcome] = useState('not begun');
  const begin = async (): Promise<void> => {
    try {
      const run = await long.run(WORDS, (id) => api.imports.undoImport({ id: 'run-1', act: id }));
      setOutcome(run === undefined ? 'stopped' : 'done');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setOutcome(error.message);
    }
  };
  return (
    <>
      <button type="button" onClick={() => void begin()}>
        Begin
      </button>
      <p>{outcome}</p>
      <ProgressDialog act={long.act} onStop={long.stop} />
    </>
  );
}

const RUN = {
  id: 'run-1',
  reference: 'IMP-2027-0001',
  kind: 'diary-csv',
  fileName: 'diary.csv',
  madeAt: '2027-01-04T09:00:00.000Z',
  madeBy: 'Ann Baker',
  added: 5,
  problems: 0,
  undoneAt: '2027-01-04T09:00:00.000Z',
  keptRows: [],
};
const CANCELLED = refuse('act.cancelled', 'Stopped. Nothing was changed.');
const UNKNOWN = refuse('act.unknown', 'There is nothing under way to stop.');

let answerNow: (result: WireResult) => Promise<void>;
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const dialog = () => screen.queryByRole('dialog', { name: WORDS.title });
const bar = () => within(mustExist(dialog(), 'it is shown')).getByRole('progressbar');
const status = () => within(mustExist(dialog(), 'it is shown')).getByRole('status').textContent;
const stopButton = () => screen.getByRole('button', { name: WORDS.stopWords });
const actBegun = (): ActId => (callsOf('imports.undoImport').at(-1) as { act: ActId }).act;
const hear = (progress: Progress, id = actBegun()) =>
  act(() => tellScreens({ act: { id, ...progress } }));
const halfway = { done: 2549, total: 5000, words: '2,549 of 5,000 bookings cancelled' };

async function begin(): Promise<void> {
  const button = screen.getByRole('button', { name: 'Begin' });
  button.focus();
  fireEvent.click(button);
  await pass(0);
}
const press = async (): Promise<void> => {
  stopButton().focus();
  fireEvent.click(stopButton());
  await pass(0);
};

describe('An act that takes long', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    forgetCalls();
    const { promise, resolve } = Promise.withResolvers<WireResult>();
    answer('imports.undoImport', () => promise);
    answer('session.stopAct', () => ok({}));
    answerNow = async (result) => {
      resolve(result);
      await pass(0);
    };
    renderScreen(<Screen />);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('shows nothing while it is quick', async () => {
    await begin();
    await pass(399);
    expect(dialog()).toBeNull();
    await answerNow(ok(RUN));
    expect(screen.getByText('done')).toBeDefined();
    await pass(5_000);
    expect(dialog()).toBeNull();
  });

  it('shows after 400 milliseconds what is being done, and that nothing is known yet', async () => {
    await begin();
    await pass(400);
    expect(dialog()?.textContent).toContain('Getting ready.');
    expect(bar().getAttribute('aria-valuenow')).toBeNull();
    expect(status()).toBe('');
  });

  it('shows how far it is, also what it heard before it was shown, and nothing of other acts', async () => {
    await begin();
    hear(halfway);
    hear({ done: 1, total: 2, words: 'Of another act' }, ActId.parse(crypto.randomUUID()));
    await pass(400);
    expect(dialog()?.textContent).toContain('2,549 of 5,000 bookings cancelled');
    expect(bar().getAttribute('aria-valuenow')).toBe('50');
    expect(bar().getAttribute('aria-valuemax')).toBe('100');
    expect(bar().getAttribute('aria-valuetext')).toBe('2,549 of 5,000 bookings cancelled');
    hear({ ...halfway, done: 5000 });
    expect(bar().getAttribute('aria-valuenow')).toBe('100');
  });

  it('tells a reader of the screen each tenth, not each message', async () => {
    await begin();
    await pass(400);
    const told = new Set<string | null>();
    for (let done = 0; done <= 5000; done += 100) {
      hear({ ...halfway, done });
      told.add(status());
    }
    expect(told.size).toBe(11);
    expect([...told].slice(0, 2)).toEqual(['0% done', '10% done']);
  });

  it('takes the focus into its dialog without putting it on the button that stops, and gives it back', async () => {
    await begin();
    await pass(400);
    expect(dialog()?.closest('[role="presentation"]')?.contains(document.activeElement)).toBe(true);
    expect(document.activeElement).not.toBe(stopButton());
    await answerNow(ok(RUN));
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Begin' }));
  });

  it('is stopped by its own name, once, and says what is true then', async () => {
    await begin();
    await pass(400);
    hear(halfway);
    await press();
    await press();
    expect(callsOf('session.stopAct')).toEqual([{ act: actBegun() }]);
    expect(status()).toBe('Stopping.');
    expect(document.activeElement).toBe(stopButton());
    // A button that is switched off for good loses the focus in a browser.
    expect(stopButton().getAttribute('aria-disabled')).toBe('true');
    expect(stopButton().hasAttribute('disabled')).toBe(false);
    await answerNow(CANCELLED);
    expect(dialog()).toBeNull();
    expect(screen.getByText('stopped')).toBeDefined();
    expect(screen.getByText(WORDS.stoppedWords)).toBeDefined();
  });

  it('can be stopped again when the wish came before the act, without a word about it', async () => {
    answer('session.stopAct', () => UNKNOWN);
    await begin();
    await pass(400);
    await press();
    await press();
    expect(callsOf('session.stopAct')).toHaveLength(2);
    expect(screen.queryByText(/nothing under way/)).toBeNull();
  });

  it('says why it cannot be stopped', async () => {
    answer('session.stopAct', () => refuse('session.locked', 'This screen is locked.'));
    await begin();
    await pass(400);
    await press();
    expect(screen.getByText('This screen is locked.')).toBeDefined();
    expect(dialog()).not.toBeNull();
  });

  it('that ends before the wish to stop arrives is done, and said to be', async () => {
    await begin();
    await pass(400);
    await press();
    await answerNow(ok(RUN));
    expect(screen.getByText('done')).toBeDefined();
    expect(screen.queryByText(WORDS.stoppedWords)).toBeNull();
  });

  it('hands on any other refusal', async () => {
    await begin();
    await pass(400);
    await answerNow(refuse('import.already-undone', 'It was taken back.'));
    expect(screen.getByText('It was taken back.')).toBeDefined();
    expect(dialog()).toBeNull();
  });

  it('closes by no key', async () => {
    await begin();
    await pass(400);
    fireEvent.keyDown(mustExist(dialog(), 'it is shown'), { key: 'Escape' });
    await pass(500);
    expect(dialog()).not.toBeNull();
    expect(callsOf('session.stopAct')).toEqual([]);
  });
});
