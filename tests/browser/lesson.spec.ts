// Reading a lesson: terms, outline, the place that is remembered, checks answered in place; with and without scripts.
import { type Page } from '@playwright/test';
import { axe, DEMO_PASSWORD, expect, expectNoSidewaysScroll, learner, signIn, test } from './support';

const READ = '/courses/service-basics/posts-and-standards';
const CHECKS = '/courses/service-basics/polite-words';

const part = (page: Page, number: number) => page.locator(`#part-${number}`);
const option = (page: Page, check: string, value: number) => page.locator(`#${check} input[value="${value}"]`);

/** Picks an option by its label: the field itself is not seen. */
async function pick(page: Page, check: string, value: number): Promise<void> {
  await page.locator(`#${check} label`).filter({ has: page.locator(`input[value="${value}"]`) }).click();
}

/** Answers a check; the check's own feedback is awaited by the caller. */
async function answer(page: Page, check: string, value: number): Promise<void> {
  await pick(page, check, value);
  await page.locator(`#${check}`).getByRole('button', { name: '检查' }).click();
}

/** Brings a heading to the top, as a reader does. */
async function readTo(page: Page, number: number): Promise<void> {
  await part(page, number).evaluate((heading) => window.scrollTo(0, heading.getBoundingClientRect().top + scrollY - 120));
}

/** Presses what is in sight where it is: Playwright's own click may scroll the page first. */
async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((element) => (element as HTMLElement).click());
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a term opens over the text and closes again', async ({ page }) => {
      await learner(page, `term-${scripts}`);
      await page.goto(READ);
      const term = page.locator('.prose .term').first();
      const card = page.locator(`#${await term.getAttribute('popovertarget')}`);
      await expect(card).toBeHidden();
      await term.focus();
      await page.keyboard.press('Enter');
      await expect(card).toBeVisible();
      await expect(card).toContainText(await term.innerText());
      await page.keyboard.press('Escape');
      await expect(card).toBeHidden();
      await term.click();
      await card.getByRole('button', { name: '关闭' }).click();
      await expect(card).toBeHidden();
    });

    test('the outline leads to the headings', async ({ page, viewport }) => {
      await learner(page, `outline-${scripts}`);
      await page.goto(READ);
      const narrow = viewport!.width < 960;
      if (narrow) await page.locator('.outline-fold summary').click();
      const outline = page.locator(narrow ? '.outline-list' : '.outline');
      await expect(outline).toContainText('已学 0 / 4 节');
      await outline.locator('a[href="#part-3"]').click();
      await expect(part(page, 3)).toBeInViewport();
    });

    test('the last right answer shows the way on', async ({ page }) => {
      await learner(page, `checks-${scripts}`);
      await page.goto(CHECKS);
      const foot = page.locator('.foot-bar');
      await expect(foot).toContainText('再答对 2 题就完成');
      await answer(page, 'check-refund', 0);
      await expect(page.locator('#check-refund .error')).toContainText('还不对');
      await answer(page, 'check-refund', 2);
      await expect(page.locator('#check-refund .notice')).toContainText('答对了');
      await expect(foot).toContainText('再答对 1 题就完成');
      await answer(page, 'check-authority', 1);
      await expect(foot.locator('a.next')).toBeVisible();
      await expect(page.locator('#lesson-rule')).toHaveText('已学完');
      await expect(page.locator('#lesson-line')).toHaveAttribute('value', '1');
    });
  });
}

test('answering keeps the page, the focus and what else was picked', async ({ page }) => {
  await learner(page, 'inplace');
  await page.goto(CHECKS);
  await page.evaluate(() => ((window as unknown as { same: boolean }).same = true));
  await pick(page, 'check-authority', 0);
  await answer(page, 'check-refund', 0);
  await expect(page.locator('#check-refund .error')).toBeVisible();
  await expect(page.locator('#check-refund')).toBeFocused();
  await expect(option(page, 'check-authority', 0)).toBeChecked();
  await answer(page, 'check-refund', 2);
  await expect(page.locator('#check-refund .notice')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
});

test.describe('without a network', () => {
  test.use({ expectedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('an answer that does not arrive stays and says so', async ({ page, context }) => {
    await learner(page, 'offline');
    await page.goto(CHECKS);
    await context.setOffline(true);
    await answer(page, 'check-refund', 2);
    await expect(page.locator('#check-refund .error')).toContainText('没有送到');
    await expect(option(page, 'check-refund', 2)).toBeChecked();
    await context.setOffline(false);
    await page.locator('#check-refund').getByRole('button', { name: '检查' }).click();
    await expect(page.locator('#check-refund .notice')).toContainText('答对了');
  });
});

test('an answer after the session ended is sent after signing in', async ({ page, context }) => {
  const login = await learner(page, 'session');
  await page.goto(CHECKS);
  await context.clearCookies({ name: 'session' });
  await answer(page, 'check-refund', 2);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(new RegExp(CHECKS));
});

test('the place is remembered, never jumped to, and kept when the language changes', async ({ page, browser }) => {
  const login = await learner(page, 'place');
  await page.goto(READ);
  const kept = page.waitForResponse('**/do/keep-place');
  await readTo(page, 3);
  expect((await kept).status()).toBe(200);
  // Another device.
  const other = await browser.newContext();
  const phone = await other.newPage();
  await signIn(phone, login);
  await phone.goto(READ);
  expect(await phone.evaluate(() => scrollY)).toBe(0);
  await phone.locator('.resume a').click();
  await expect(part(phone, 3)).toBeInViewport();
  await other.close();
  await press(page, '.top-bar details.menu:last-of-type > summary');
  const next = page.waitForEvent('framenavigated');
  await press(page, 'form[action="/do/set-language"] button');
  await next;
  await expect(page).toHaveURL(new RegExp(`${READ}#part-3`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(part(page, 3)).toBeInViewport();
});

test('a lesson is accessible, fits narrow phones, and a wide table scrolls by keyboard', async ({ page }) => {
  await learner(page, 'access');
  for (const path of [READ, CHECKS]) {
    await page.goto(path);
    await axe(page);
    await expectNoSidewaysScroll(page);
  }
  await page.goto(READ);
  await page.setViewportSize({ width: 320, height: 800 });
  const table = page.locator('.prose .table-scroll').first();
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
  await page.locator('.prose .term').first().click();
  await axe(page);
});

test('on paper the terms are a list and nothing is cut off', async ({ page }) => {
  await learner(page, 'paper');
  await page.goto(READ);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.term-card').first()).toBeVisible();
  await expect(page.locator('.foot-bar')).toBeHidden();
  await expect(page.locator('.outline')).toBeHidden();
});
