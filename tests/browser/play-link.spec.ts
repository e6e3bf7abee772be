// A lost connection, a second tab, another device: nothing is lost, and one page at a time answers.
import { awake, beginPlay, step } from './play';
import { expect, learner, signIn, submit, test } from './support';

test.describe('offline', () => {
  test.use({ expectedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('an answer that cannot be sent stays in the page, and is sent when the connection is back', async ({ page, context }) => {
    await learner(page, 'offline');
    await beginPlay(page, 'late-delivery', 'practice');
    await awake(page);
    const link = page.locator('#play-link');
    await context.setOffline(true);
    await expect(link).toHaveText(/连接断了/);
    await page.locator('.choice').nth(1).click();
    await expect(link).toHaveText(/没有送出/);
    expect(await step(page)).toBe(1);
    await expect(page.locator('.choice').nth(1)).toBeEnabled();
    await context.setOffline(false);
    await expect(link).toHaveText(/连接恢复了/);
    await submit(page, page.locator('.choice').nth(1));
    await awake(page);
    expect(await step(page)).toBe(2);
  });

  test('what was typed stays while the connection is gone', async ({ page, context }) => {
    await learner(page, 'typed-offline');
    await beginPlay(page, 'email-complaint', 'assessed');
    for (const choice of ['3', '2']) {
      await awake(page);
      await submit(page, page.locator(`.choice[value="${choice}"]`));
    }
    await awake(page);
    await page.getByLabel('正文').fill('罗先生：您的信收到了。');
    await context.setOffline(true);
    await page.getByRole('button', { name: '发送' }).click();
    await expect(page.locator('#play-link')).toHaveText(/没有送出/);
    await expect(page.getByLabel('正文')).toHaveValue('罗先生：您的信收到了。');
    await context.setOffline(false);
    await expect(page.locator('#play-link')).toHaveText(/连接恢复了/);
    await submit(page, page.getByRole('button', { name: '发送' }));
    await expect(page.locator('.letter.mine').last()).toContainText('您的信收到了');
  });
});

test('a second tab takes over, and the first one may take it back', async ({ page, context }) => {
  await learner(page, 'tabs');
  await beginPlay(page, 'late-delivery', 'practice');
  await awake(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await awake(second);
  await expect(page.locator('#elsewhere')).toBeVisible();
  await expect(page.locator('#play-answer')).toHaveAttribute('inert', '');
  await expect(second.locator('#elsewhere')).toBeHidden();
  await submit(second, second.locator('.choice').nth(1));
  await awake(second);
  await expect(page.locator('#elsewhere')).toBeVisible();
  await submit(page, page.getByRole('link', { name: '在这里继续' }));
  await awake(page);
  expect(await step(page)).toBe(2);
  await expect(second.locator('#elsewhere')).toBeVisible();
  await second.close();
});

test('another device takes over, and the first one is told at its next sign', async ({ page, browser }) => {
  await page.clock.install();
  const login = await learner(page, 'devices');
  await beginPlay(page, 'email-complaint', 'assessed');
  await awake(page);
  const { baseURL, locale } = test.info().project.use;
  const device = await browser.newContext({ baseURL, locale });
  const other = await device.newPage();
  await signIn(other, login);
  await other.goto(page.url());
  await awake(other);
  await expect(async () => {
    await page.clock.runFor(21_000);
    await expect(page.locator('#elsewhere')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.locator('#play-answer')).toHaveAttribute('inert', '');
  await expect(other.locator('#elsewhere')).toBeHidden();
  await device.close();
});

test('without scripts an old page is refused by its step', async ({ browser, baseURL }) => {
  const { locale } = test.info().project.use;
  const context = await browser.newContext({ baseURL, locale, javaScriptEnabled: false });
  const page = await context.newPage();
  await learner(page, 'plain-tabs');
  await beginPlay(page, 'late-delivery', 'practice');
  const second = await context.newPage();
  await second.goto(page.url());
  await submit(second, second.locator('.choice').nth(1));
  await submit(page, page.locator('.choice').nth(0));
  await expect(page.locator('.flash')).toContainText('已经回答过了');
  expect(await step(page)).toBe(2);
  await context.close();
});
