import type { HelpPage } from './help-pages.ts';

/** The keys that work everywhere, as the guide lists them; the sheet on screen (Shift+F1) shows those of the page. */
const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+K', 'find anything, go anywhere'],
  ['Alt+Shift+B', 'new booking'],
  ['Ctrl+Enter', 'save the form'],
  ['Esc', 'close what is open'],
  ['Ctrl+P', 'print what this page is about'],
  ['F6', 'next part of the page'],
  ['F1', 'help for this page'],
  ['Shift+F1', 'all keys of this page'],
  ['Ctrl+Shift+L', 'hide names from a visitor'],
  ['Alt+Shift+X', 'lock the desk'],
];

/**
 * The guide for the people at the desk, as Markdown: the very words of the help on screen (F1), with pictures.
 * It is made, never typed, so that paper and screen cannot drift apart.
 */
export function guideAsMarkdown(pages: readonly HelpPage[]): string {
  return [
    '# TRC Desk: a guide for the desk',
    '',
    'These are the same words as the help on screen (F1). This file is made by `npm run screens`; change the help pages, not this file.',
    '',
    ...pages.flatMap(pageAsMarkdown),
    '## Keys that work everywhere',
    '',
    '| Key | What it does |',
    '| --- | --- |',
    ...KEYS.map(([key, does]) => `| ${key} | ${does} |`),
    '',
  ].join('\n');
}

function pageAsMarkdown(page: HelpPage): readonly string[] {
  return [
    `## ${page.title}`,
    '',
    page.purpose,
    '',
    ...(page.picture === undefined ? [] : [`![${page.title}](../screens/${page.picture})`, '']),
    ...page.howTo.flatMap(({ question, answer }) => [`**${question}** ${answer}`, '']),
    ...(page.printed === undefined ? [] : [`**What it prints** ${page.printed}`, '']),
  ];
}
