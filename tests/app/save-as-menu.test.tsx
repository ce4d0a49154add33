import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Download } from '#db/shared/download';
import type { TableKind } from '#db/shared/table';
import { SaveAsMenu } from '../../renderer/shared/SaveAsMenu.tsx';
import { forgetCalls } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const BYTES = [0x50, 0x4b, 0x00, 0xff];
const FILES: Readonly<Record<TableKind, Download>> = {
  csv: { title: 'Officers', fileName: 'officers.csv', mediaType: 'text/csv', text: 'Name\r\n' },
  xlsx: {
    title: 'Officers',
    fileName: 'officers.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    text: Buffer.from(BYTES).toString('base64'),
  },
};

/** What was handed to the browser to be saved, by name. */
let saved: { readonly name: string; readonly content: Blob }[];

beforeEach(() => {
  forgetCalls();
  saved = [];
  let latest = new Blob();
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (content: Blob) => {
        latest = content;
        return 'blob:held';
      },
      revokeObjectURL: () => {},
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, content: latest });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('The menu that saves a table', () => {
  it.each([
    ['xlsx', 'Excel workbook (.xlsx)', BYTES],
    ['csv', 'Plain table (.csv)', [...Buffer.from('Name\r\n')]],
  ] as const)('makes a file of the kind %s, byte for byte', async (as, words, bytes) => {
    renderScreen(<SaveAsMenu tables={[{ load: (kind) => Promise.resolve(FILES[kind]) }]} />);
    fireEvent.click(screen.getByRole('button', { name: 'Save as a spreadsheet' }));
    fireEvent.click(screen.getByRole('menuitem', { name: words }));
    await screen.findByText(`Officers is ready: officers.${as}.`);
    expect(saved.map(({ name }) => name)).toEqual([`officers.${as}`]);
    expect([...new Uint8Array((await saved[0]?.content.arrayBuffer()) ?? [])]).toEqual(bytes);
  });

  it('names each of several tables', () => {
    const load = (kind: TableKind) => Promise.resolve(FILES[kind]);
    renderScreen(
      <SaveAsMenu
        tables={[
          { title: 'Officers today', load },
          { title: 'Active tenants', load },
        ]}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Save as a spreadsheet' }));
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Officers today: Excel workbook (.xlsx)',
      'Officers today: Plain table (.csv)',
      'Active tenants: Excel workbook (.xlsx)',
      'Active tenants: Plain table (.csv)',
    ]);
  });
});
