import { useEffect, useRef } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useLook } from './look.ts';
import { newStore, useStore } from './store.ts';

/** One line of the keys sheet. `scope` is the heading it stands under. */
export type Shortcut = {
  readonly keys: string;
  readonly words: string;
  readonly scope: string;
};

const registered = newStore<readonly Shortcut[]>([]);

/** The keys that do something on the screens now open, in the order they were registered. */
export function useShortcutList(): readonly Shortcut[] {
  return useStore(registered);
}

export type ShortcutOptions = {
  /** The heading in the keys sheet; 'Everywhere' unless told. */
  readonly scope?: string;
  /** False takes the keys away, from the sheet too. */
  readonly isOn?: boolean;
  /** True for keys that must keep working when a person has switched shortcuts off, such as F1. */
  readonly isAlwaysOn?: boolean;
};

/**
 * Makes keys such as `ctrl+k` or `alt+shift+b` do something while the component is on screen, and
 * lists them in the keys sheet. They work inside text fields too, so use no plain letters here.
 */
export function useShortcut(
  keys: string,
  words: string,
  run: () => void,
  options: ShortcutOptions = {},
): void {
  const { shortcutsOn } = useLook();
  const scope = options.scope ?? 'Everywhere';
  const isWanted = options.isOn ?? true;
  const isOn = isWanted && (shortcutsOn || options.isAlwaysOn === true);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });

  useHotkeys(keys, () => latest.current(), {
    enabled: isOn,
    preventDefault: true,
    enableOnFormTags: true,
    enableOnContentEditable: true,
  });

  useEffect(() => {
    if (!isWanted) return;
    const shortcut = { keys, words, scope };
    registered.set([...registered.get(), shortcut]);
    return () => registered.set(registered.get().filter((other) => other !== shortcut));
  }, [keys, words, scope, isWanted]);
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  esc: 'Esc',
  escape: 'Esc',
  space: 'Space',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
};

/** `ctrl+k` as printed on the keys: `Ctrl+K`. */
export function formatKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => KEY_NAMES[key] ?? key.charAt(0).toUpperCase() + key.slice(1))
    .join('+');
}
