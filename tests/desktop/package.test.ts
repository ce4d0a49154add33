import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type BuiltCopy, root, startDesktop } from './built-desktop.ts';
import { finishFirstRun, must, newScreen, signInFirstManager } from './first-centre.ts';

/** Where Electron's program keeps its fuses: after these letters a version, a count, and one letter for each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses in the order in which they lie in the program, and how ours are set. */
const FUSES = {
  runAsNode: '0',
  enableCookieEncryption: '1',
  enableNodeOptionsEnvironmentVariable: '0',
  enableNodeCliInspectArguments: '0',
  enableEmbeddedAsarIntegrityValidation: '1',
  onlyLoadAppFromAsar: '1',
  loadBrowserProcessSpecificV8Snapshot: '0',
  grantFileProtocolExtraPrivileges: '0',
} as const;

/** All that is packed beside our own files: the database engine, and what draws papers with what that needs. */
const PACKED_LIBRARIES: readonly string[] = [
  '@noble/ciphers',
  '@noble/hashes',
  '@swc/helpers',
  'base64-js',
  'better-sqlite3',
  'brotli',
  'clone',
  'dfa',
  'fast-deep-equal',
  'fflate',
  'fontkit',
  'linebreak',
  'pako',
  'pdfkit',
  'png-js',
  'restructure',
  'tiny-inflate',
  'unicode-properties',
  'unicode-trie',
];

const LARGEST_ARCHIVE_BYTES = 20 * 1024 * 1024;

let folder: string;
let said: string;

/** Something in the place of Electron's program that has nothing but fuses, each set the wrong way round. */
function writeRuntime(path: string): void {
  mkdirSync(join(path, 'resources'), { recursive: true });
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'chrome_crashpad_handler',
  ])
    writeFileSync(join(path, name), name);
  writeFileSync(join(path, 'version'), '45.4.1');
  const wrong = Object.values(FUSES).map((one) => (one === '1' ? '0' : '1'));
  const wire = [...Buffer.from(FUSE_MARK), 1, wrong.length, ...Buffer.from(wrong.join(''))];
  writeFileSync(join(path, 'electron'), Buffer.from(wire));
}

function buildPackage(extra: readonly string[] = []) {
  return spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      '--x64',
      '--dir',
      `-c.electronDist=${join(folder, 'runtime')}`,
      `-c.directories.output=${join(folder, 'dist')}`,
      ...extra,
    ],
    { cwd: root, encoding: 'utf8' },
  );
}

const Versions = z.record(z.string(), z.string());
const Manifest = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly unpacked?: boolean;
  readonly size?: number;
  readonly offset?: string;
};

/** An asar archive: its list is JSON after 16 bytes, and the files lie one after the other behind it. */
function readArchive(path: string) {
  const bytes = readFileSync(path);
  const list = bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12));
  const start = 8 + bytes.readUInt32LE(4);
  const packed = new Map<string, Uint8Array>();
  const unpacked: string[] = [];
  const walk = (entry: Entry, at: string): void => {
    for (const [name, one] of Object.entries(entry.files ?? {})) {
      if (one.files !== undefined) walk(one, `${at}${name}/`);
      else if (one.unpacked === true) unpacked.push(`${at}${name}`);
      else {
        const from = start + Number(one.offset);
        packed.set(`${at}${name}`, bytes.subarray(from, from + (one.size ?? 0)));
      }
    }
  };
  walk(JSON.parse(list) as Entry, '');
  return { files: packed, packed: [...packed.keys()], unpacked };
}

/** Lays the packed program out as files, in a folder with no other package in reach. */
function layOut(to: string): BuiltCopy {
  const { files } = archive();
  for (const [path, bytes] of files) {
    mkdirSync(join(to, dirname(path)), { recursive: true });
    writeFileSync(join(to, path), bytes);
  }
  cpSync(inPackage('resources', 'app.asar.unpacked'), to, { recursive: true });
  return {
    folder: to,
    read: (file) => readFileSync(join(to, 'out', file), 'utf8'),
    remove: () => rmSync(to, { recursive: true, force: true }),
  };
}

const inPackage = (...path: readonly string[]): string =>
  join(folder, 'dist', 'linux-unpacked', ...path);
const archive = (): ReturnType<typeof readArchive> =>
  readArchive(inPackage('resources', 'app.asar'));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trc-desk-package-'));
  writeRuntime(join(folder, 'runtime'));
  const built = buildPackage();
  said = `${built.stdout}${built.stderr}`;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The package', () => {
  it('is made from a configuration that its builder understands, around a runtime without Electron', () => {
    expect(existsSync(inPackage('resources', 'app.asar')), said).toBe(true);
  });

  it('is refused with a setting that its builder does not know', () => {
    const { status, stderr, stdout } = buildPackage(['-c.electronFuses.noSuchFuse=true']);
    expect(status).not.toBe(0);
    expect(`${stdout}${stderr}`).toContain('configuration.electronFuses should be');
  });

  it.each(Object.entries(FUSES).map(([fuse, set], at) => ({ fuse, set, at })))(
    'E15 sets the fuse $fuse to $set',
    ({ set, at }) => {
      const program = readFileSync(inPackage('trc-desk'));
      const wire = program.subarray(program.indexOf(FUSE_MARK) + FUSE_MARK.length);
      expect([wire[0], wire[1]]).toEqual([1, Object.keys(FUSES).length]);
      expect(wire.toString('latin1', 2 + at, 3 + at)).toBe(set);
    },
  );

  it('E15 knows every fuse that there is', () => {
    const declared = readFileSync(
      join(root, 'node_modules', '@electron', 'fuses', 'dist', 'config.d.ts'),
      'utf8',
    );
    const fuses = /enum FuseV1Options \{([^}]*)\}/.exec(declared)?.[1]?.match(/\w+ = \d+/g);
    expect(fuses?.length).toBe(Object.keys(FUSES).length);
  });

  it('holds the program, its screens, figures and fonts', () => {
    const { packed } = archive();
    for (const path of [
      'package.json',
      'out/main/main.js',
      'out/main/paper.worker.js',
      'out/main/workbook.worker.js',
      'out/main/incoming-file.worker.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'resources/presets/southampton.json',
      'resources/fonts/SourceSans3-Regular.ttf',
      'out/main/licenses.md',
      'out/renderer/licenses.md',
    ])
      expect(packed).toContain(path);
    expect(packed.filter((path) => /^out\/renderer\/assets\/.*\.woff2$/.test(path))).not.toEqual(
      [],
    );
  });

  it('lays the engine beside the archive, for this system only', () => {
    const { packed, unpacked } = archive();
    const engines = [...packed, ...unpacked].filter((path) => path.endsWith('.node'));
    expect(engines).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(unpacked).toContain(engines[0]);
    const beside = inPackage('resources', 'app.asar.unpacked', engines[0] ?? '');
    expect(statSync(beside).size).toBeGreaterThan(1_000_000);
  });

  it('E16 holds no library twice: what lies in our own files is not packed beside them', () => {
    const { files, packed, unpacked } = archive();
    const libraries = [...packed, ...unpacked].flatMap(
      (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
    );
    expect([...new Set(libraries)].toSorted()).toEqual(PACKED_LIBRARIES);
    const said = ['main', 'renderer'].map((part) =>
      Buffer.from(files.get(`out/${part}/licenses.md`) ?? []).toString('utf8'),
    );
    const bundled = said.join('\n').matchAll(/^## (\S+) - /gm);
    const names = new Set([...bundled].map((found) => found[1] ?? ''));
    for (const name of ['typeorm', 'fastify', 'zod', 'react', '@mui/material'])
      expect(names).toContain(name);
    // A few lines that PDFKit's parts and a library of ours both need.
    expect(PACKED_LIBRARIES.filter((name) => names.has(name))).toEqual(['fast-deep-equal']);
  });

  it('runs with what is packed and nothing else, up to a drawn paper', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const desktop = await startDesktop(layOut(join(folder, 'laid-out')));
    try {
      const ask = newScreen(desktop);
      await signInFirstManager(ask, desktop.data);
      await finishFirstRun(ask);
      const paper = z
        .object({ base64: z.string() })
        .parse(await must(ask, 'bookings.printBlankForm', {}));
      expect(Buffer.from(paper.base64, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    } finally {
      await desktop.stop();
      vi.restoreAllMocks();
    }
  });

  it('E16 has no tests, no sources, no source maps, no secrets and no second Node', () => {
    const { packed, unpacked } = archive();
    const forbidden =
      /\.map$|\.(test|spec)\.|^(tests|db|electron|renderer|docs)\/|(^|\/)\.env|compile-cache|built-from/;
    expect([...packed, ...unpacked].filter((path) => forbidden.test(path))).toEqual([]);
    expect(packed).not.toContain('out/main/web.js');
    expect(readdirSync(inPackage('resources')).toSorted()).toEqual([
      'app.asar',
      'app.asar.unpacked',
    ]);
  });

  it('E16 is of a size that a council’s line can fetch', () => {
    const { size } = statSync(inPackage('resources', 'app.asar'));
    process.stdout.write(`The packaged program's archive is ${Math.round(size / 1e6)} MB.\n`);
    expect(size).toBeLessThan(LARGEST_ARCHIVE_BYTES);
  });

  it('E2 is started without any switch of its own', () => {
    const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    expect(settings).toContain('asar: true');
    expect(settings).not.toMatch(/executableArgs|--[a-z]|no-sandbox/);
  });

  it('E16 is made from exact versions, each with a digest in the lock file', () => {
    const manifest = Manifest.parse(readJson('package.json'));
    const pins = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies];
    const loose = pins.flatMap((part) =>
      Object.entries(part).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    );
    expect(loose).toEqual([]);
    const { packages } = Lock.parse(readJson('package-lock.json'));
    const locked = Object.entries(packages).filter(([path]) => path !== '');
    expect(locked.length).toBeGreaterThan(400);
    expect(locked.filter(([, one]) => one.integrity?.startsWith('sha512-') !== true)).toEqual([]);
    for (const [name, version] of Object.entries(manifest.devDependencies))
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  });

  it.each([
    ['icon.png', '89504e470d0a1a0a'],
    ['icon.ico', '0000010007001010'],
    ['icon.icns', Buffer.from('icns').toString('hex')],
  ])('has its icon as %s', (name, beginning) => {
    const picture = readFileSync(join(root, 'resources', 'icons', name));
    expect(picture.subarray(0, beginning.length / 2).toString('hex')).toBe(beginning);
    expect(picture.length).toBeGreaterThan(4000);
  });
});
