import { matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { pathTo } from '../../renderer/app/paths.ts';
import { router } from '../../renderer/app/routes.tsx';

/** Every address the program spells, with an id where one is wanted. */
const ADDRESSES = Object.entries(pathTo).map(([name, spell]) => ({
  name,
  path: (spell as (id: string) => string)('an-id'),
}));

const screenAt = (path: string): string | undefined =>
  matchRoutes(router.routes, path)?.at(-1)?.route.path;

describe('Addresses', () => {
  it.each(ADDRESSES)('lead to a screen: $name', ({ path }) => {
    expect(screenAt(path.split('?')[0] ?? '')).not.toBe('*');
  });

  it('lead to the page that says so when there is no such screen', () => {
    expect(screenAt('/no/such/screen')).toBe('*');
  });
});
