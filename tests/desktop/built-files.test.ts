import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { type Mutant, mutated, root } from './built-desktop.ts';

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** Every node of a script, in no particular order. */
function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesOf(one);
    return;
  }
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  for (const one of Object.values(value)) yield* nodesOf(one);
}

/** The last name of what is called or made: `electron.shell.openExternal` gives `openExternal`. */
function lastName(node: unknown): string {
  const { type, name, property, computed, value } = (node ?? {}) as Node;
  if (type === 'Identifier') return String(name);
  if (type === 'MemberExpression' && computed !== true) return lastName(property);
  if (type === 'MemberExpression') return lastName(property);
  return type === 'Literal' ? String(value) : '';
}

/** What a script calls, makes and names, counted. */
function factsOf(source: string) {
  const named = new Map<string, number>();
  const texts: string[] = [];
  const count = (name: string): void => void named.set(name, (named.get(name) ?? 0) + 1);
  for (const node of nodesOf(parseAst(source))) {
    if (node.type === 'CallExpression') count(`${lastName(node['callee'])}()`);
    if (node.type === 'NewExpression') count(`new ${lastName(node['callee'])}()`);
    if (node.type === 'MemberExpression') count(`.${lastName(node)}`);
    if (node.type === 'ImportSpecifier') count(`import ${lastName(node['imported'])}`);
    if (node.type === 'Literal' && typeof node['value'] === 'string') texts.push(node['value']);
    if (node.type === 'TemplateElement') texts.push(String((node['value'] as Node)['raw']));
  }
  return { times: (name: string): number => named.get(name) ?? 0, texts };
}

/** What no script of the program, our own or a library's, may call or import: Electron's ways out of the window. */
const NEVER: readonly string[] = [
  'loadFile()',
  '.openExternal',
  'import openExternal',
  '.openPath',
  'import shell',
  'import crashReporter',
  'import autoUpdater',
  'import remote',
  'setProxy()',
  'executeJavaScript()',
  'insertCSS()',
  'openDevTools()',
  'appendSwitch()',
  'appendArgument()',
  'new BrowserView()',
  'new WebContentsView()',
  'interceptFileProtocol()',
  'registerFileProtocol()',
];
const NEVER_SAID =
  /--?no-sandbox|disable-web-security|remote-debugging|ignore-certificate|disable-site-isolation|allow-file-access/;

/** What our own scripts do not do either, although a library may, such as reading a file by its address. */
const NEVER_OURS: readonly string[] = ['eval()', 'Function()', 'new Function()'];
const NEVER_SAID_BY_US = /file:\/\//;

/** How often the desktop's main file does what it may do once. */
const ONCE: readonly string[] = [
  'new BrowserWindow()',
  'setWindowOpenHandler()',
  'onBeforeRequest()',
];

/** The ways out that a script has; `isOurs` for one that holds no library. */
function waysOut(source: string, isOurs: boolean): readonly string[] {
  const facts = factsOf(source);
  const names = isOurs ? [...NEVER, ...NEVER_OURS] : NEVER;
  return [
    ...names.filter((name) => facts.times(name) > 0),
    ...facts.texts.filter((text) => NEVER_SAID.test(text)),
    ...facts.texts.filter((text) => isOurs && NEVER_SAID_BY_US.test(text)),
  ];
}

/** What each call that prints is made on, by its last name. */
function printPlaces(sources: readonly string[]): readonly string[] {
  return sources.flatMap((source) =>
    [...nodesOf(parseAst(source))].flatMap(({ type, callee }) => {
      if (type !== 'CallExpression' || lastName(callee) !== 'print') return [];
      const { object } = callee as Node;
      return [object === undefined ? 'print' : lastName(object)];
    }),
  );
}

const screens = (): readonly string[] => {
  const assets = join(root, 'out', 'renderer', 'assets');
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(assets, name), 'utf8'));
};

const read = (file: string): string => readFileSync(join(root, 'out', file), 'utf8');
const scripts: readonly string[] = [
  ...readdirSync(join(root, 'out', 'main'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `main/${name}`),
  'preload/preload.cjs',
];

describe('The built scripts', () => {
  it.each(scripts)(
    'E2 E5 E9 E14: %s has nothing that opens files, tools or the outside',
    (file) => {
      const isOurs = file === 'main/main.js' || file === 'preload/preload.cjs';
      expect(waysOut(read(file), isOurs)).toEqual([]);
    },
  );

  const main = read('main/main.js');

  it('E1 E8 E10: main.js makes one kind of window and registers one channel', () => {
    const facts = factsOf(main);
    expect(ONCE.map((name) => facts.times(name))).toEqual(ONCE.map(() => 1));
    // Two handlers: the pages' own scheme, and the one channel.
    expect(facts.times('handle()')).toBe(2);
    expect(facts.times('import ipcMain')).toBe(1);
    expect(facts.times('.on')).toBeGreaterThan(5);
    expect(main).not.toMatch(/ipcMain\.(on|once|handleOnce)\b/);
  });

  it('E12: the screens print in one place, which is the paper in its preview', () => {
    const places = printPlaces(screens());
    expect(places).toEqual(['contentWindow']);
    expect(factsOf(main).times('print()')).toBe(0);
    expect(printPlaces(['window.print()', 'frame.contentWindow?.print()', 'print()'])).toEqual([
      'window',
      'contentWindow',
      'print',
    ]);
  });

  const slips: readonly Mutant[] = [
    ['window.loadURL(APP_START);\n\treturn window;', 'window.loadFile("index.html");'],
    ['setMenu();\n\tconst', 'electron.shell.openExternal("https://example.org");\n\tconst'],
    ['setMenu();\n\tconst', 'electron["shell"]["openExternal"]("https://example.org");\n\tconst'],
    ['BrowserWindow, Menu,', 'BrowserWindow, shell, Menu,'],
    ['BrowserWindow, Menu,', 'BrowserWindow, crashReporter, Menu,'],
    ['app.enableSandbox();', 'app.commandLine.appendSwitch("lang");'],
    ['app.enableSandbox();', 'process.argv.push("--no-sandbox");'],
    ['var APP_START = `app://trc/`', 'var APP_START = `file:///x`'],
    ['setMenu();\n\tconst', 'new electron.WebContentsView();\n\tconst'],
    ['setMenu();\n\tconst', 'eval("1");\n\tconst'],
  ];
  it.each(slips.map((slip) => ({ slip, words: slip[1].split('\n')[0] })))(
    'E2 E5 E9 E14: notices $words',
    ({ slip }) => {
      expect(waysOut(mutated(main, slip), true)).not.toEqual([]);
    },
  );
});
