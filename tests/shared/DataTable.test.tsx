import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ThemeProvider } from '@mui/material/styles';
import { newTheme } from '../../renderer/app/theme.ts';
import { DataTable } from '../../renderer/shared/DataTable.tsx';

type Key = { readonly id: string; readonly tag: string; readonly holder: string };
const KEYS: readonly Key[] = [
  { id: 'k-1', tag: 'Side gate', holder: 'Mrs Okafor' },
  { id: 'k-2', tag: 'Front door', holder: 'Mr Lane' },
];

describe('A table of records', () => {
  afterEach(cleanup);

  it('names each row by its first cell, blanks what is personal, and says how many there are', () => {
    render(
      <ThemeProvider theme={newTheme('light', 'comfortable')}>
        <DataTable
          label="Keys"
          rows={KEYS}
          keyOf={(key) => key.id}
          countWords="2 keys"
          columns={[
            { heading: 'Key', cell: (key) => key.tag },
            { heading: 'Held by', cell: (key) => key.holder, isPersonal: true },
          ]}
        />
      </ThemeProvider>,
    );
    const table = screen.getByRole('table', { name: 'Keys' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Key', 'Held by']);
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Side gate', 'Front door']);
    const holder = within(table).getByRole('cell', { name: 'Mrs Okafor' });
    expect(holder.dataset['personal']).toBe('');
    expect(within(table).getByRole('rowheader', { name: 'Side gate' }).dataset).not.toHaveProperty(
      'personal',
    );
    expect(screen.getByRole('status').textContent).toBe('2 keys');
    // What does not fit scrolls inside itself, so the keyboard must get there.
    expect(screen.getByRole('region', { name: 'Table: Keys' }).tabIndex).toBe(0);
  });
});
