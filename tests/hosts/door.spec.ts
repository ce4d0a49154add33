import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient } from '../support/door-client.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { goWithin, routesOf } from '../support/screens/routes.ts';

/** The policy of every answer; the page's own answer carries a new nonce each time. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');

/** What the page gets when it asks its own door for a path. */
const askedByPage = (page: Page, path: string) =>
  page.evaluate(async (wanted) => {
    const response = await fetch(wanted);
    return {
      text: await response.text(),
      policy: response.headers.get('content-security-policy'),
      sniffing: response.headers.get('x-content-type-options'),
      type: response.headers.get('content-type'),
    };
  }, path);

test('every answer carries the content policy, and each page a nonce of its own', async ({
  page,
  practice,
}) => {
  await page.goto(practice.address);
  const nonces = new Set<string>();
  let script = '';
  for (const path of ['/', '/rooms', '/bookings/anything']) {
    const { text: html, policy, sniffing } = await askedByPage(page, path);
    const nonce = mustExist(
      /<meta property="csp-nonce" content="([^"]+)"/.exec(html)?.[1],
      'the page names its nonce',
    );
    expect(policy).toBe(policyWith(nonce));
    expect(sniffing).toBe('nosniff');
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style| on\w+=/);
    nonces.add(nonce);
    script = mustExist(/src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1], 'the page has a script');
  }
  expect(nonces.size).toBe(3);
  const asset = await askedByPage(page, script);
  expect(asset.policy).toBe(policyWith('none'));
  expect(asset.type).toContain('javascript');
});

test('a walk over every page and paper breaks no policy and asks for nothing outside', async ({
  page,
  practice,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) =>
      // oxlint-disable-next-line no-console -- this runs in the page, and the watcher listens to its console
      console.error(`policy: ${breach.violatedDirective} ${breach.blockedURI}`),
    );
  });
  await signIn(page, practice.address, 'manager');
  for (const route of await routesOf(practice.address)) {
    await goWithin(page, route);
  }
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  await page.getByRole('button', { name: 'Print the day sheet' }).click();
  await expect(page.getByRole('dialog').getByText(/^\d+ pages?\./)).toBeVisible();
  await page.getByRole('radio', { name: 'Large print (18 point)' }).check();
  await expect(page.getByRole('dialog').getByText(/^\d+ pages?\./)).toBeVisible();
});

const RUN = 'window.scriptRan=1';
/** Names and notes as somebody would write them who wants the page to run something. */
const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `"><script>${RUN}</script>`,
  `'><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `<script src="/assets/x.js"></script>`,
  `<script src=//127.0.0.1:1/x.js></script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=x onerror="alert(1)">`,
  `"><img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg/onload=alert(1)>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x>`,
  `<math><mtext><img src=x onerror=${RUN}>`,
  `<body onload=${RUN}>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.scriptRan=1</script>">`,
  `<object data="javascript:${RUN}">`,
  `<embed src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">press</a>`,
  `<form action="javascript:${RUN}"><button>press`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}>`,
  `<audio src=x onerror=${RUN}>`,
  `<marquee onstart=${RUN}>`,
  `<base href="http://127.0.0.1:1/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel=stylesheet href="data:text/css,*{display:none}">`,
  `<style>*{display:none}</style>`,
  `<p style="background:url(http://127.0.0.1:1/)">`,
  `javascript:${RUN}`,
  '{{constructor.constructor("window.scriptRan=1")()}}',
  '${window.scriptRan=1}',
  '__proto__',
  `\u202E<script>${RUN}</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
];

test('forty hostile names are shown as the letters they are, on every screen, and run nothing', async ({
  page,
  practice,
}) => {
  expect(new Set(PAYLOADS).size).toBe(40);
  const bookings = await bookForAll(await clientOf(practice.address, 'desk'));
  await signIn(page, practice.address, 'manager');
  const desk = deskScreen(page);
  const [first] = bookings;
  if (first === undefined) throw new Error('nothing was booked');
  const groupId = first.booker.kind === 'group' ? first.booker.groupId : '';

  for (const route of [
    `rooms?date=${EMPTY_DAY}`,
    `rooms?date=${EMPTY_DAY}&view=list`,
    'groups',
    `groups/${groupId}`,
    'people',
    `people/${first.responsiblePersonId}`,
    'settings/record',
    ...bookings.map((booking) => `bookings/${booking.id}`),
  ]) {
    await goWithin(page, route);
    await expectHarmless(page);
  }
  await expect(page.getByText(PAYLOADS[39] ?? '').first()).toBeVisible();

  for (const typed of ['script', 'onerror', 'javascript', 'proto']) {
    await page.keyboard.press('Control+k');
    await desk.palette.fill(typed);
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectHarmless(page);
    await page.keyboard.press('Escape');
    await expect(desk.palette).toBeHidden();
  }
  await page.goto(`${practice.address}rooms?date=${EMPTY_DAY}`);
  await page.getByRole('button', { name: 'Print the day sheet' }).click();
  await expect(page.getByRole('dialog').getByText(/^\d+ pages?\./)).toBeVisible();
  await expectHarmless(page);
});

/** One quarter of an hour for each payload: as the group's and the person's name, the needs and the notes. */
async function bookForAll(client: DoorClient) {
  const facilities = await client.call('facilities.list', {});
  const room = mustExist(
    facilities.find((each) => each.name === 'Meeting Room'),
    'the practice centre has it',
  );
  const bookings = [];
  for (const [place, payload] of PAYLOADS.entries()) {
    const at = (quarter: number): string => {
      const minutes = 9 * 60 + quarter * 15;
      return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    };
    const group = await client.call('groups.add', {
      // Two names that differ only in their signs count as one group.
      name: `${payload} ${place}`,
      kind: 'tra',
      phone: payload.slice(0, 40),
    });
    const person = await client.call('people.add', {
      name: payload,
      kind: 'tenant',
      phone: payload.slice(0, 40),
    });
    bookings.push(
      await client.call('bookings.create', {
        facilityId: room.id,
        date: EMPTY_DAY,
        from: at(place),
        until: at(place + 1),
        booker: { kind: 'group', groupId: group.id },
        responsiblePersonId: person.id,
        purpose: 'group-meeting',
        expectedNumber: null,
        needs: payload,
        notes: payload,
      }),
    );
  }
  return bookings;
}

async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'scriptRan' in window,
    planted: [
      ...document.querySelectorAll(
        'img[src="x"], [onerror], [onload], [onfocus], [ontoggle], [onbegin], [onstart], base, embed, object, marquee, math, video, audio, iframe:not([title^="Preview of"]), a[href^="javascript"], form[action], meta[http-equiv], body style',
      ),
    ].map((element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`),
  }));
  expect(found).toEqual({ ran: false, planted: [] });
}

test('what was booked is there after a restart, and the records are closed in between', async ({
  practice,
  folder,
  openAgain,
}) => {
  const booking = await booked(await clientOf(practice.address, 'officer'));
  expect(existsSync(join(folder, 'practice.sqlite-wal'))).toBe(true);
  expect(await practice.stop()).toBe(0);
  expect(existsSync(join(folder, 'practice.sqlite-wal'))).toBe(false);

  const { page, program } = await openAgain();
  await signIn(page, program.address, 'desk', `bookings/${booking.id}`);
  await expect(page.getByText(booking.reference).first()).toBeVisible();
});

test('a paper is printed as it is shown, by the preview itself and not by the page around it', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk', `rooms?date=${EMPTY_DAY}`);
  await page.getByRole('button', { name: 'Print a blank form' }).click();
  const paper = page.getByRole('dialog');
  const print = paper.getByRole('button', { name: 'Print', exact: true });
  await expect(print).toBeVisible();
  await paper.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    const note = (who: string) => (): void => {
      document.body.dataset['printed'] = `${document.body.dataset['printed'] ?? ''}${who}`;
    };
    window.print = note('page');
    if (frame.contentWindow !== null) frame.contentWindow.print = note('paper');
  });
  await print.click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'paper');
});
