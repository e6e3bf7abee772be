// An attempt at a quiz loses no answer, whatever happens to network, session, tab or browser.
import { expectKept, pick, picked, saved, state, taker } from './quiz';
import { DEMO_PASSWORD, expect, submit, test } from './support';

test.describe('without a network', () => {
  test.use({ expectedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('answers wait, say so and go out by themselves', async ({ page, context }) => {
    await taker(page, 'offline');
    await context.setOffline(true);
    await pick(page, 0, 1);
    await expect(state(page)).toHaveAttribute('data-state', 'unsaved');
    await expect(state(page)).toContainText('未保存');
    await context.setOffline(false);
    await saved(page);
    await expectKept(page, 0, 1);
  });

  test('handing in waits for the network', async ({ page, context }) => {
    await taker(page, 'late');
    await pick(page, 0, 1);
    await context.setOffline(true);
    await page.evaluate(() => (location.hash = 'answer-sheet'));
    await page.getByRole('button', { name: '交卷' }).click();
    await expect(state(page)).toHaveAttribute('data-state', 'unsaved');
    await context.setOffline(false);
    await expect(page.getByRole('button', { name: '仍然交卷' })).toBeVisible();
    await expectKept(page, 0, 1);
  });
});

test.describe('a session that ended', () => {
  test.use({ expectedConsoleErrors: [/status of 4/] });

  test('loses no answer', async ({ page, context }) => {
    const login = await taker(page, 'session');
    await context.clearCookies({ name: 'session' });
    await pick(page, 0, 1);
    await expect(state(page)).toContainText('重新登录');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page).toHaveURL(/\/attempts\//);
    await expect(picked(page, 0, 1)).toBeChecked();
    await saved(page);
    await expectKept(page, 0, 1);
  });

  test('hands in after signing in again', async ({ page, context }) => {
    const login = await taker(page, 'resubmits');
    await pick(page, 0, 1);
    await saved(page);
    await page.evaluate(() => (location.hash = 'answer-sheet'));
    await page.getByRole('button', { name: '交卷' }).click();
    await expect(page.getByRole('button', { name: '仍然交卷' })).toBeVisible();
    await context.clearCookies({ name: 'session' });
    await page.getByRole('button', { name: '仍然交卷' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.locator('.score-word')).toContainText('还差');
  });
});

test.describe('signing out', () => {
  test.use({ expectedConsoleErrors: [/ERR_FAILED/] });

  test('clears what waited in the browser', async ({ page }) => {
    await taker(page, 'signs-out');
    const waiting = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('attempt-')));
    await page.route('**/do/save-answers', (route) => route.abort());
    await pick(page, 0, 1);
    await expect(state(page)).toHaveAttribute('data-state', 'unsaved');
    expect(await waiting()).toHaveLength(1);
    await page.locator('details.menu summary').last().click();
    await submit(page, page.locator('form[action="/do/sign-out"] button'));
    await expect(async () => expect(await waiting()).toEqual([])).toPass();
  });
});

test('of two tabs the later one takes over', async ({ page, context }) => {
  await taker(page, 'tabs');
  const later = await context.newPage();
  await later.goto(page.url());
  await saved(later);
  await expect(page.getByRole('alert')).toContainText('另一个窗口');
  await expect(page.locator('#quiz')).toHaveAttribute('inert', '');
  await expect(later.locator('#elsewhere')).toBeHidden();
  await pick(later, 0, 1);
  await saved(later);
  await page.getByRole('link', { name: '在这里接着答' }).click();
  await expect(picked(page, 0, 1)).toBeChecked();
  await expect(later.locator('#elsewhere')).toBeVisible();
});

test('of two browsers the later one takes over', async ({ page, browser, context }) => {
  await taker(page, 'devices');
  const other = await browser.newContext({
    baseURL: test.info().project.use.baseURL,
    storageState: await context.storageState(),
  });
  const later = await other.newPage();
  await later.goto(page.url());
  await pick(later, 0, 1);
  await saved(later);
  await pick(page, 1, 0);
  await expect(page.getByRole('alert')).toContainText('另一个窗口');
  // What was answered there before it knew is not lost.
  await later.reload();
  await expect(picked(later, 0, 1)).toBeChecked();
  await expect(picked(later, 1, 0)).toBeChecked();
  await other.close();
});
