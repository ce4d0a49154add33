import type { Locator, Page } from '@playwright/test';

/** The pages of the first run. */
export function firstRun(page: Page) {
  return {
    /** 'Step 3 of 7' */
    step: page.getByText(/^Step \d of 7$/),
    title: (words: string): Locator => page.getByRole('heading', { level: 1, name: words }),
    goOn: (words: string): Locator => page.getByRole('button', { name: words, exact: true }),
    councils: page.getByRole('radio'),
    council: (name: RegExp): Locator => page.getByRole('radio', { name }),
    realCentre: page.getByRole('checkbox', { name: /^Real centre/ }),
    practiceCentre: page.getByRole('checkbox', { name: /^Practice centre/ }),
    practiceLink: page.getByRole('link', { name: 'go to the practice centre' }),
    yourName: page.getByLabel('Your name'),
    signInName: page.getByLabel('Sign-in name'),
    passphrase: page.getByRole('textbox', { name: 'Passphrase', exact: true }),
    passphraseAgain: page.getByLabel('Type the passphrase again', { exact: true }),
    centreName: page.getByLabel('Name of the centre'),
    roomNames: page.getByRole('group', { name: /^Room or service \d+$/ }).getByLabel('Name'),
  };
}
