// An attempt at a quiz: answers are kept as they are given, by pointer, by keyboard, with scripts and without.
import { expectKept, handIn, pick, picked, QUIZ, saved, singles, state, taker } from './quiz';
import { axe, expect, expectNoSidewaysScroll, submit, test } from './support';

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
