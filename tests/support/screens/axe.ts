import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 up to AA, and what the tool's makers advise beyond it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every rule the page breaks, with the elements that break it. A paper in its preview is the browser's own page. */
export async function violationsOn(page: Page, without: readonly string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What is in order need not be told: that alone takes half the time of a long list.
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .disableRules([...without])
    .exclude('iframe')
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`,
    ),
  );
}

/** Fails the test when the page, as it stands now, breaks a rule. `what` names the page in the report. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect.soft(await violationsOn(page), what).toEqual([]);
}
