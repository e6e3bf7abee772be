// An attempt at a quiz: answers are kept as they are given, whatever happens to network, session, tab or scripts.
import { type BrowserContext, type Page } from '@playwright/test';
import { choose, handIn, QUIZ, taker } from './quiz';
import { axe, DEMO_PASSWORD, expect, expectNoSidewaysScroll, submit, test } from './support';

const state = (page: Page) => page.locator('#save-state');

/** The questions to be answered with one option, in the attempt's order. */
const singles = (page: Page) => page.locator('fieldset.question:has(input[type="radio"])');

/** Picks an option of the n-th of them. */
async function pick(page: Page, at: number, option: number): Promise<void> {
  await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
  await choose(page, singles(page).nth(at), option);
}

const picked = (page: Page, at: number, option: number) => singles(page).nth(at).locator('input').nth(option);

async function saved(page: Page): Promise<void> {
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
}

/** What the server holds: the attempt as another browser of the same person shows it. */
async function elsewhere(page: Page): Promise<{ page: Page; context: BrowserContext }> {
  const context = await page.context().browser()!.newContext({
    baseURL: test.info().project.use.baseURL,
    storageState: { cookies: await page.context().cookies(), origins: [] },
    javaScriptEnabled: false,
  });
  const other = await context.newPage();
  await other.goto(page.url().split('#')[0]);
  return { page: other, context };
}

async function expectKept(page: Page, at: number, option: number): Promise<void> {
  const other = await elsewhere(page);
  await expect(picked(other.page, at, option)).toBeChecked();
  await other.context.close();
}

test('an answer is saved within a second and survives a reload', async ({ page }) => {
  await taker(page, 'saves');
  await saved(page);
  // Measured in the browser: this machine's load is not the page's pace.
  await page.evaluate(() => addEventListener('input', () => Object.assign(window, { changed: Date.now() }), true));
  const kept = page.waitForResponse('**/do/save-answers');
  await pick(page, 0, 1);
  await expect(state(page)).toHaveAttribute('data-state', /saving|saved/);
  expect(await (await kept).text()).toBe('"saved"');
  const changed = await page.evaluate(() => (window as unknown as { changed: number }).changed);
  expect((await kept).request().timing().startTime - changed).toBeLessThan(1000);
  await saved(page);
  await expectKept(page, 0, 1);
  // At once, before the pause is over: the answer is there on the next page, and reaches the server from there.
  await pick(page, 1, 0);
  await page.reload();
  await expect(picked(page, 0, 1)).toBeChecked();
  await expect(picked(page, 1, 0)).toBeChecked();
  await saved(page);
  await expectKept(page, 1, 0);
});

test('what is answered while the scripts still load is kept', async ({ page }) => {
  let load = () => {};
  const loading = new Promise<void>((done) => (load = done));
  await page.route('**/*.wasm', async (route) => {
    await loading;
    await route.continue();
  });
  await taker(page, 'early');
  await singles(page).nth(0).locator('label.option').nth(1).click();
  await page.locator('#question-2 [name="later"]').check();
  load();
  await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
  await saved(page);
  await expectKept(page, 0, 1);
  await page.reload();
  await expect(page.locator('#question-2 [name="later"]')).toBeChecked();
});

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

test('a double click on handing in has one effect', async ({ page }) => {
  await taker(page, 'double');
  await page.evaluate(() => (location.hash = 'answer-sheet'));
  await page.getByRole('button', { name: '交卷' }).dblclick();
  await page.getByRole('button', { name: '仍然交卷' }).dblclick();
  await expect(page.locator('.score-word')).toContainText('还差');
  await page.goto(QUIZ);
  await expect(page.locator('.rows .row')).toHaveCount(1);
});

test('rows of an order move by buttons, and by keyboard alone', async ({ page }) => {
  await taker(page, 'order');
  const question = page.locator('fieldset.question:has([data-kind="order"])').first();
  test.skip((await question.count()) === 0, 'none was drawn');
  const id = (await question.getAttribute('id'))!;
  await page.evaluate((id) => (location.hash = id), id);
  const place = page.locator(`.answer-sheet [href="#${id}"]`);
  const rows = question.locator('.answer-row');
  const last = await rows.last().locator('label').innerText();
  await expect(place).toHaveAttribute('data-state', 'open');
  await rows.last().locator('[data-move="up"]').focus();
  await page.keyboard.press('Enter');
  const moved = rows.filter({ hasText: last });
  await expect(moved.locator('[data-move="up"]')).toBeFocused();
  await expect(page.locator('#row-moved')).toHaveText(`第 ${(await rows.count()) - 1} 步`);
  await expect(place).toHaveAttribute('data-state', 'answered');
  await saved(page);
  const order = await rows.locator('label').allInnerTexts();
  await page.reload();
  await expect(question.locator('[data-moves]')).toBeAttached();
  expect(await rows.locator('label').allInnerTexts()).toEqual(order);
});

test('a whole attempt is taken with the keyboard alone', async ({ page }) => {
  await taker(page, 'keyboard');
  await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
  // What has the focus, and which key a person presses there.
  const next = () =>
    page.evaluate(() => {
      const here = document.activeElement as HTMLInputElement;
      if (here.type === 'radio') return document.querySelector(`[name="${here.name}"]:checked`) ? 'Tab' : 'Space';
      if (here.name === 'then' && here.value !== 'save') return 'hand in';
      return here.matches('[data-paged] .question-foot .actions a:last-child') ? 'Enter' : 'Tab';
    });
  let answered = 0;
  for (let presses = 0; presses < 600 && (await page.locator('.score').count()) === 0; presses += 1) {
    const key = await next();
    if (key === 'hand in') {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      // Questions that are not picked from stayed open: the page asks, and the way on is on the page.
      if ((await page.locator('.score').count()) === 0) await expect(page.getByRole('alert')).toBeVisible();
      continue;
    }
    if (key === 'Space') answered += 1;
    await page.keyboard.press(key);
    if (key !== 'Tab') await page.keyboard.press('Tab');
  }
  expect(answered).toBeGreaterThan(1);
  await expect(page.locator('.score')).toBeVisible();
});

test('a question marked to come back to stays marked', async ({ page }) => {
  await taker(page, 'marks');
  await page.locator('#question-1 [name="later"]').check();
  await expect(page.locator('.answer-sheet [data-marked]')).toHaveCount(1);
  await expect(page.locator('#count-later')).toHaveText('1');
  await saved(page);
  await page.reload();
  await expect(page.locator('#question-1 [name="later"]')).toBeChecked();
  await expect(page.locator('.answer-sheet [data-marked]')).toHaveCount(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a button saves, and handing in asks about gaps', async ({ page }) => {
    await taker(page, 'plain');
    await picked(page, 0, 1).check();
    await submit(page, page.getByRole('button', { name: '保存' }));
    await expect(page.locator('.flash')).toContainText('答案已保存');
    await expect(picked(page, 0, 1)).toBeChecked();
    await expectNoSidewaysScroll(page);
    await submit(page, page.getByRole('button', { name: '交卷' }));
    await expect(page.getByRole('alert')).toContainText('没有作答');
    await handIn(page);
    await expect(page.locator('.score-word')).toContainText('还差');
  });
});

test('on a phone one question is shown at a time', async ({ page }, info) => {
  test.skip(info.project.name !== 'phone', 'a wide screen shows all of them');
  await taker(page, 'paged');
  const questions = page.locator('fieldset.question');
  await expect(questions.locator('visible=true').first()).toHaveId('question-1');
  await expect(page.locator('fieldset.question:visible')).toHaveCount(1);
  await expect(page.locator('#quiz-count')).toHaveText('第 1 题，共 10 题');
  await axe(page);
  await page.getByRole('link', { name: '下一题' }).click();
  await expect(page.locator('fieldset.question:visible')).toHaveId('question-2');
  await expect(page.locator('#question-2 legend')).toBeFocused();
  await page.getByRole('link', { name: '上一题' }).click();
  await expect(page.locator('#question-1 legend')).toBeFocused();
  await page.locator('.quiz-to-sheet').click();
  await expect(page.locator('fieldset.question:visible')).toHaveCount(0);
  await expect(page.locator('#answer-sheet-title')).toBeFocused();
  await axe(page);
  await page.locator('.answer-sheet a').nth(6).click();
  await expect(page.locator('fieldset.question:visible')).toHaveId('question-7');
  await page.reload();
  await expect(page.locator('fieldset.question:visible')).toHaveCount(1);
  await expect(page.locator('fieldset.question:visible')).toHaveId('question-7');
  await expectNoSidewaysScroll(page);
});
