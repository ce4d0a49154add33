import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pathTo } from '../../renderer/app/paths.ts';
import { guideAsMarkdown } from '../../renderer/help/guide.ts';
import { findHelp, HELP_PAGES } from '../../renderer/help/help-pages.ts';

const docs = (path: string): string =>
  fileURLToPath(new URL(`../../docs/${path}`, import.meta.url));

describe('The guide for the desk', () => {
  it('is word for word what the help on screen says', () => {
    expect(readFileSync(docs('guide/README.md'), 'utf8')).toBe(guideAsMarkdown(HELP_PAGES));
  });

  it('has every picture it shows', () => {
    const missing = HELP_PAGES.flatMap(({ picture }) =>
      picture === undefined || existsSync(docs(`screens/${picture}`)) ? [] : [picture],
    );
    expect(missing).toEqual([]);
  });

  it('keeps its sentences short enough to be read at a glance', () => {
    const sentences = HELP_PAGES.flatMap((page) =>
      [page.purpose, ...page.howTo.map((item) => item.answer)].flatMap((text) =>
        text.split(/(?<=[.?!])\s+/),
      ),
    );
    const long = sentences.filter((sentence) => sentence.split(/\s+/).length > 25);
    expect(long).toEqual([]);
  });
});

describe('Help for a page', () => {
  it('is the most exact one for the address', () => {
    expect(findHelp('/settings/figures')?.title).toBe('Figures and rules');
    expect(findHelp('/bookings/abc')?.title).toBe('A booking');
    expect(findHelp('/')?.title).toBe('Today');
  });

  it('is there for every screen that the program can lead to', () => {
    const paths = Object.values(pathTo).map(
      (spell) =>
        (spell as (part: unknown) => string)({ pathname: '/rooms', search: '' }).split('?')[0],
    );
    const without = paths.filter((path = '') => {
      // The page of a record has the help of its list.
      const isRecord = /\/[^/]*object/.test(path);
      return isRecord ? findHelp(path) === undefined : findHelp(path)?.path !== path;
    });
    expect(without).toEqual([]);
  });

  it('is one page for each address', () => {
    const paths = HELP_PAGES.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('is absent for an address that has none', () => {
    expect(findHelp('/nowhere')).toBeUndefined();
  });
});
