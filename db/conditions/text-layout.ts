// [browser-safe]

/** A piece of a typed text as paper sets it. */
export type TextBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/**
 * Reads a text as people type it: lines that begin with a dash are a list; a line without a full stop that stands
 * right above a list is its heading; everything else is a paragraph.
 */
export function readTextLayout(text: string): readonly TextBlock[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const blocks: TextBlock[] = [];
  lines.forEach((line, i) => {
    if (line === '') return;
    const item = /^[-•*]\s*(.+)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item === undefined) {
      const isHeading = /^[-•*]/.test(lines[i + 1] ?? '') && !/[.!?:;]$/.test(line);
      blocks.push({ kind: isHeading ? 'heading' : 'paragraph', text: line });
    } else if (last?.kind === 'list' && lines[i - 1] !== '') {
      blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, item] };
    } else {
      blocks.push({ kind: 'list', items: [item] });
    }
  });
  return blocks;
}
