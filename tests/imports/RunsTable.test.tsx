import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireResult } from '#db/shared/domain-error';
import { RunsTable } from '../../renderer/imports/RunsTable.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const RUN = {
  id: 'run-1',
  reference: 'IMP-2027-0001',
  kind: 'diary-csv',
  fileName: 'diary.csv',
  madeAt: '2027-01-04T09:00:00.000Z',
  madeBy: 'Ann Baker',
  added: 5000,
  problems: 0,
  undoneAt: null,
  keptRows: [],
};

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const press = async (name: string): Promise<void> => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
  await pass(500);
};

describe('An import in the list', () => {
  const undone = Promise.withResolvers<WireResult>();
  const heard: boolean[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    forgetCalls();
    answer('imports.runs', () => ok([RUN]));
    answer('imports.undoImport', () => undone.promise);
    answer('session.stopAct', () => ok({}));
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('that was half taken back and stopped stays in, and the focus is where it was', async () => {
    renderScreen(<RunsTable onUndone={() => heard.push(true)} />);
    await pass(0);
    await press('Take back IMP-2027-0001');
    await press('Take the import back');
    await press('Stop taking it back');
    expect(callsOf('session.stopAct')).toHaveLength(1);

    undone.resolve(refuse('act.cancelled', 'Stopped. Nothing was changed.'));
    await pass(500);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Stopped. The import stays as it was.')).toBeDefined();
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Take back IMP-2027-0001' }),
    );
    expect(heard).toEqual([]);
  });
});
