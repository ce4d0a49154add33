import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type AccessOptions = {
  readonly without?: readonly string[];
  readonly onlyColours?: boolean;
};

/** WCAG 2.2 up to AA, and what the tool's makers advise beyond it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a page's colours decide; everything else is the same in every theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Every rule the page breaks, with the elements that break it. A paper in its preview is the browser's own page. */
export async function violationsOn(page: Page, options: AccessOptions = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // What is in order need not be told: that alone takes half the time of a long list.
    .options({ resultTypes: ['violations'] })
    // Otherwise it opens a page of its own to put results together, which a desktop window cannot.
    .setLegacyMode(true)
    .exclude('iframe');
  const { violations } = await (options.onlyColours === true
    ? axe.withRules(COLOUR_RULES)
    : axe.withTags(RULES).disableRules([...(options.without ?? [])])
  ).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`,
    ),
  );
}

/** Fails the test when the page, as it stands now, breaks a rule. `what` names the page in the report. */
export async function expectAccessible(
  page: Page,
  what: string,
  options: AccessOptions = {},
): Promise<void> {
  expect.soft(await violationsOn(page, options), what).toEqual([]);
}
