import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findWindowRuntime, type RuntimePlace } from '../../electron/window-runtime.ts';

let electronFolder: string;
let fetches: readonly number[];

beforeEach(() => {
  electronFolder = mkdtempSync(join(tmpdir(), 'trc-desk-electron-'));
  fetches = [];
});
afterEach(() => rmSync(electronFolder, { recursive: true, force: true }));

/** Puts a runtime where npm's electron package puts it. */
function bringRuntime(): void {
  mkdirSync(join(electronFolder, 'dist'));
  writeFileSync(join(electronFolder, 'dist', 'electron'), '');
  writeFileSync(join(electronFolder, 'path.txt'), 'electron');
}

const look = (place: Partial<RuntimePlace> = {}) =>
  findWindowRuntime({
    electronFolder,
    environment: { DISPLAY: ':0' },
    isRoot: false,
    fetchRuntime: (_folder, longestMs) => {
      fetches = [...fetches, longestMs];
    },
    ...place,
  });

describe('The runtime of the desktop window', () => {
  it('is taken from where npm has put it, without fetching', () => {
    bringRuntime();
    expect(look()).toEqual({ file: join(electronFolder, 'dist', 'electron') });
    expect(fetches).toEqual([]);
  });

  it('is fetched when it is missing, for ten seconds at most', () => {
    const found = look({
      fetchRuntime: (_folder, longestMs) => {
        fetches = [...fetches, longestMs];
        bringRuntime();
      },
    });
    expect(found).toEqual({ file: join(electronFolder, 'dist', 'electron') });
    expect(fetches).toEqual([10_000]);
  });

  it('is tried again at every start after it could not be fetched', () => {
    const whyNot = 'the Electron runtime is missing and could not be fetched';
    expect([look(), look()]).toEqual([{ whyNot }, { whyNot }]);
    expect(fetches.length).toBe(2);
  });

  it('counts as missing when only half of it arrived', () => {
    writeFileSync(join(electronFolder, 'path.txt'), 'electron');
    expect(look()).toHaveProperty('whyNot');
  });

  it('is not looked for where there is no screen', () => {
    bringRuntime();
    const found = look({ environment: {} });
    expect('whyNot' in found).toBe(process.platform === 'linux');
    expect(fetches).toEqual([]);
  });

  it('is not started for the system’s administrator, from whom the sandbox is kept', () => {
    bringRuntime();
    expect(look({ isRoot: true })).toEqual({
      whyNot: 'a window is not opened for the system’s administrator',
    });
  });

  it('may stand elsewhere, and is then taken as it is', () => {
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: join('somewhere', 'else') };
    expect(look({ environment, isRoot: true })).toEqual({
      file: join('somewhere', 'else', 'electron'),
    });
    expect(fetches).toEqual([]);
  });
});
