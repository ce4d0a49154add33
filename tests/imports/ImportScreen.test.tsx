import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportScreen } from '../../renderer/imports/ImportScreen.tsx';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const row = (line: number, outcome: string, why = '') => ({
  line,
  words: `Ada Cole ${line}`,
  outcome,
  alsoMakes: [],
  why,
});
const PLAN = {
  planId: 'plan-1',
  kind: 'people',
  fileName: 'people.xlsx',
  headings: ['Who', 'Phone', 'Shoe size'],
  columns: { name: 'Who', phone: 'Phone' },
  rows: [row(4, 'add'), row(5, 'double', 'May be Ada Cole, who is on record (same name).')],
  sheets: ['Notes', 'People'],
  sheet: 'People',
  headingsOn: 3,
  unknownAreas: ['Elm Estate'],
  adds: 1,
  doubles: 1,
  problems: 0,
  skips: 0,
};
const RUN = {
  id: 'run-1',
  reference: 'IMP-2027-0001',
  kind: 'people',
  fileName: 'people.xlsx',
  madeAt: '2027-01-04T09:00:00.000Z',
  madeBy: 'Ann Baker',
  added: 2,
  problems: 0,
  undoneAt: null,
  keptRows: [],
};
const BYTES = [0x50, 0x4b, 0x03, 0x04, 0x00, 0xff];

async function choosePeople(): Promise<HTMLElement> {
  renderScreen(<ImportScreen />);
  fireEvent.click(screen.getByRole('radio', { name: 'People' }));
  const file = new File([new Uint8Array(BYTES)], 'people.xlsx');
  fireEvent.change(screen.getByLabelText('File to import'), { target: { files: [file] } });
  return screen.findByRole('region', { name: 'What the import would do' });
}

describe('Bringing people in from a workbook', () => {
  beforeEach(() => {
    forgetCalls();
    answer('imports.runs', () => ok([]));
    answer('imports.checkFile', () => ok(PLAN));
    answer('imports.startImport', () => ok(RUN));
  });
  afterEach(cleanup);

  it('hands the workbook on whole and says which columns are not taken', async () => {
    const plan = await choosePeople();
    expect(callsOf('imports.checkFile')).toMatchObject([
      {
        kind: 'people',
        form: 'workbook',
        fileName: 'people.xlsx',
        text: Buffer.from(BYTES).toString('base64'),
      },
    ]);
    expect(within(plan).getByRole('heading', { level: 2 }).textContent).toBe(
      '1 row will be added, 1 may be here already',
    );
    expect(plan.textContent).toContain('This column is not taken: Shoe size.');
  });

  it('adds somebody who may be here already only where that is ticked', async () => {
    await choosePeople();
    expect(screen.getByRole('button', { name: 'Bring in 1 person' })).toBeDefined();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Add it all the same, line 5' }));
    fireEvent.click(screen.getByRole('button', { name: 'Bring in 2 people' }));
    await waitFor(() =>
      expect(callsOf('imports.startImport')).toMatchObject([{ planId: 'plan-1', doubles: [5] }]),
    );
    expect(await screen.findByText(/^IMP-2027-0001 is in: 2 people/)).toBeDefined();
  });

  it('looks again when another sheet, line or column is chosen, or areas are to be entered', async () => {
    const plan = await choosePeople();
    const choose = (name: string, value: string): void => {
      fireEvent.change(within(plan).getByRole('combobox', { name, hidden: true }), {
        target: { value },
      });
    };
    const asked = () => callsOf('imports.checkFile').at(-1);
    choose('Tenure', 'Shoe size');
    await waitFor(() =>
      expect(asked()).toMatchObject({ columns: { ...PLAN.columns, kind: 'Shoe size' } }),
    );
    choose('Line with the headings', '1');
    await waitFor(() =>
      expect(asked()).toMatchObject({ columns: {}, sheet: 'People', headingsOn: 1 }),
    );
    choose('Sheet', 'Notes');
    await waitFor(() =>
      expect(asked()).toMatchObject({ columns: {}, sheet: 'Notes', headingsOn: null }),
    );
    fireEvent.click(
      screen.getByRole('switch', { name: 'Enter 1 area that is not here yet: Elm Estate' }),
    );
    await waitFor(() => expect(asked()).toMatchObject({ makesAreas: true }));
  });
});
