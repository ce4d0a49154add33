import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { SaveDialogOptions } from 'electron';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, onlyThrough, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { type DesktopProgram, startDesktop } from '../support/desktop-program.ts';
import { mustExist } from '#db/shared/domain-error';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { saveCopy } from '../support/screens/paper.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the program again beside the one that runs, and answers how it ended. */
async function startOnceMore(flags: readonly string[], folder: string): Promise<number | null> {
  const electron = createRequire(import.meta.url)('electron') as string;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...asRoot, '.', ...flags, '--data', folder], {
    cwd: root,
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

const need = (desktop: DesktopProgram | undefined): DesktopProgram =>
  mustExist(desktop, 'these journeys go through the desktop door');

/** The slip of a booking in its preview. */
async function openSlip(page: Page, address: string) {
  const booking = await booked(await clientOf(address, 'officer'));
  await signIn(page, address, 'desk', `bookings/${booking.id}`);
  await page.getByRole('button', { name: 'Print the slip' }).click();
  return { paper: page.getByRole('dialog'), booking };
}

test.describe(
  'The desktop window',
  onlyThrough('desktop', 'a browser has no window of ours, no menu and no locks to prove'),
  () => {
    test('the window is a page of the program alone: its own address, two functions, nothing of the system', async ({
      desktop,
      page,
      practice,
    }) => {
      await signIn(page, practice.address, 'desk');
      const addresses = await need(desktop).app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map((contents) => contents.getURL()),
      );
      expect(addresses).toEqual(['app://trc/']);
      const found = await page.evaluate(() => ({
        bridge: Object.keys((window as unknown as { readonly trc: object }).trc).toSorted(),
        isFrozen: Object.isFrozen((window as unknown as { readonly trc: object }).trc),
        system: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
          (name) => name in window,
        ),
      }));
      expect(found).toEqual({ bridge: ['call', 'onChanged'], isFrozen: true, system: [] });
    });

    test('a page that tries to leave stays where it is, and a window it opens does not come', async ({
      desktop,
      page,
      practice,
      complaints,
    }) => {
      await signIn(page, practice.address, 'desk');
      await page.evaluate(() => {
        location.href = 'https://example.org/';
      });
      await page.evaluate(() => window.open('https://example.org/'));
      const answers = await page.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'went out',
          () => 'stayed here',
        ),
      );
      expect(answers).toBe('stayed here');
      await expect(deskScreen(page).lock).toBeVisible();
      const open = await need(desktop).app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().map((contents) => contents.getURL()),
      );
      expect(open).toEqual(['app://trc/']);
      expect(complaints.join('\n')).toContain('example.org');
      complaints.length = 0;
    });

    test('the menu has what a system expects, closes the program, and opens no tools', async ({
      desktop,
    }) => {
      const menu = await need(desktop).app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.items.map(({ label, submenu }) => ({
          label: label.replace('&', ''),
          roles: (submenu?.items ?? []).map((item) => String(item.role ?? '').toLowerCase()),
          words: (submenu?.items ?? []).map((item) => item.label),
        })),
      );
      const labels = menu?.map((one) => one.label).filter((label) => label !== '');
      expect(labels?.slice(-4)).toEqual(['File', 'Edit', 'View', 'Help']);
      const roles = menu?.flatMap((one) => one.roles) ?? [];
      for (const role of [
        'undo',
        'cut',
        'copy',
        'paste',
        'selectall',
        'zoomin',
        'togglefullscreen',
      ])
        expect(roles, role).toContain(role);
      expect(roles).not.toContain('toggledevtools');
      expect(roles).not.toContain('reload');
      expect(menu?.flatMap((one) => one.words).join()).toMatch(/TRC Desk \d+\.\d+\.\d+/);
    });

    test('the window opens again where it stood', async ({ desktop, folder, flags }) => {
      const first = need(desktop);
      const place = { x: 140, y: 90, width: 1100, height: 720 };
      await first.app.evaluate(({ BrowserWindow }, to) => {
        BrowserWindow.getAllWindows()[0]?.setBounds(to);
      }, place);
      await first.stop();
      const kept: unknown = JSON.parse(
        readFileSync(join(folder, 'window', 'practice', 'window.json'), 'utf8'),
      );
      expect(kept).toEqual({ ...place, isMaximized: false });

      const again = await startDesktop(flags, folder);
      const bounds = await again.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.getBounds(),
      );
      expect(bounds).toEqual(place);
      await again.stop();
    });

    for (const moment of ['lock-screen', 'suspend'] as const)
      test(`the screen is locked with the computer, at ${moment}`, async ({
        desktop,
        page,
        practice,
      }) => {
        await signIn(page, practice.address, 'desk');
        await need(desktop).app.evaluate(({ powerMonitor }, event) => {
          powerMonitor.emit(event);
        }, moment);
        await expect(deskScreen(page).title('Locked')).toBeVisible();
        const client = await clientOf(practice.address, 'officer');
        expect((await client.call('session.current', {})).signedIn?.isLocked).toBe(false);
      });

    test('two windows are two screens, and each hears what the other changed', async ({
      page,
      practice,
      colleague,
    }) => {
      const other = await colleague.newPage();
      await signIn(page, practice.address, 'desk');
      await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await signIn(other, practice.address, 'officer');
      await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
      await expect(deskScreen(page).lock).toBeVisible();
      await booked(await clientOf(practice.address, 'manager'));
      await expect(page.getByText('Oak Estate TRA').first()).toBeVisible();
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await expect(deskScreen(page).title('Locked')).toBeVisible();
      await expect(deskScreen(other).lock).toBeVisible();
    });

    test('a copy of a paper is saved where the system’s dialog says, under a name of ours', async ({
      desktop,
      page,
      practice,
    }) => {
      const { paper, booking } = await openSlip(page, practice.address);
      await need(desktop).app.evaluate(({ session }) => {
        session.defaultSession.on('will-download', (_event, item) =>
          Object.assign(globalThis, { asked: item.getSaveDialogOptions() }),
        );
      });
      expect((await saveCopy(page, paper)).toString('latin1', 0, 5)).toBe('%PDF-');
      const asked = await need(desktop).app.evaluate(({ app }) => ({
        dialog: (globalThis as { readonly asked?: SaveDialogOptions }).asked,
        documents: app.getPath('documents'),
      }));
      const name = `booking-slip-${booking.reference}.pdf`;
      expect(asked.dialog).toEqual({
        title: 'Save a copy',
        defaultPath: join(asked.documents, name),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
    });

    test('a file that is not the program’s own is not saved, whatever a page tries', async ({
      desktop,
      page,
      practice,
    }) => {
      await signIn(page, practice.address, 'desk');
      await need(desktop).app.evaluate(({ session }) => {
        session.defaultSession.on('will-download', (event, item) =>
          Object.assign(globalThis, { refused: [event.defaultPrevented, item.getURL()] }),
        );
      });
      await page.evaluate(() => {
        const link = document.createElement('a');
        link.href = 'data:text/plain,taken';
        link.download = 'taken.txt';
        link.click();
      });
      const refused = () =>
        need(desktop).app.evaluate(
          () => (globalThis as { readonly refused?: readonly unknown[] }).refused,
        );
      await expect.poll(refused).toEqual([true, 'data:text/plain,taken']);
    });

    test('a program that stops answering is noticed, and noticed again when it is back', async ({
      desktop,
      page,
      practice,
    }) => {
      await signIn(page, practice.address, 'desk');
      const { statusLine } = deskScreen(page);
      await need(desktop).app.evaluate(({ ipcMain }) => ipcMain.removeHandler('trc:call'));
      await page.getByRole('link', { name: 'People', exact: true }).click();
      await expect(statusLine).toContainText('The program does not answer. Keep this page open');
      await need(desktop).app.evaluate(({ ipcMain }) =>
        ipcMain.handle('trc:call', () => ({
          ok: false,
          error: { code: 'program.busy', message: 'The records are busy. Wait.', details: {} },
        })),
      );
      await page.getByRole('link', { name: 'Groups', exact: true }).click();
      await expect(statusLine).not.toContainText('does not answer');
      await expect(
        page.getByRole('alert').filter({ hasText: 'The records are busy. Wait.' }).first(),
      ).toBeVisible();
    });

    test('a second start on the same records shows the first one and ends by itself', async ({
      desktop,
      page,
      practice,
      flags,
    }) => {
      await signIn(page, practice.address, 'desk');
      await need(desktop).app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.minimize();
      });
      expect(await startOnceMore(flags, practice.folder)).toBe(0);
      await expect
        .poll(() =>
          need(desktop).app.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
          ),
        )
        .toEqual([false]);
      await expect(deskScreen(page).lock).toBeVisible();
    });
  },
);
