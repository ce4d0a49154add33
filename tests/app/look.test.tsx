import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The computer's own wishes, as a browser tells them; jsdom tells none. */
const wishes = new Map<string, boolean>();
const listeners = new Set<() => void>();
const wish = (query: string, isWished: boolean): void => {
  wishes.set(query, isWished);
  for (const listener of listeners) listener();
};

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  wishes.clear();
  listeners.clear();
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return wishes.get(query) ?? false;
    },
    addEventListener: (_: 'change', listener: () => void) => listeners.add(listener),
  }));
});

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

describe('The colours of the program', () => {
  it('follow the computer while nobody has chosen, and change with it at once', async () => {
    const { getLook } = await import('../../renderer/app/look.ts');
    expect(getLook().theme).toBe('light');
    wish(DARK, true);
    expect(getLook().theme).toBe('dark');
    wish(CONTRAST, true);
    expect(getLook().theme).toBe('contrast');
    wish(CONTRAST, false);
    wish(DARK, false);
    expect(getLook().theme).toBe('light');
  });

  it('stay as they were chosen, whatever the computer does later', async () => {
    const { changeLook, getLook } = await import('../../renderer/app/look.ts');
    changeLook({ theme: 'light' });
    wish(DARK, true);
    expect(getLook().theme).toBe('light');
  });

  it('stay as the person signed in chose them on another day', async () => {
    localStorage.setItem(
      'trc-desk.look.u1',
      JSON.stringify({
        textSize: '150',
        theme: 'light',
        density: 'compact',
        shortcutsOn: true,
      }),
    );
    const { followLookOf, getLook } = await import('../../renderer/app/look.ts');
    followLookOf('u1');
    wish(DARK, true);
    expect(getLook()).toMatchObject({ textSize: '150', theme: 'light' });
  });
});
