// Questions that come one after the other, without a way back, on servers of the tests' own.
import { type Page } from '@playwright/test';
import { begin as start, OwnServer, person } from './own-server';
import { axe, expect, expectNoSidewaysScroll, submit, test } from './support';

test.afterEach(() => OwnServer.stopAll());

/** Three questions to be answered with a word, one after the other. */
function quiz(rules = ''): string {
  const question = (id: string, word: string) => `\n## ${id}\n\n请写“${word}”。\n\n= ${word}\n`;
  const front = `---\nformat: quiz/1\ntitle: 前台测验\npass: 60%\nnavigation: sequential\n${rules}\n---\n`;
  return front + question('one', '甲') + question('two', '乙') + question('three', '丙');
}

async function begin(page: Page): Promise<void> {
  await page.goto('/quizzes/desk/quiz');
  await expect(page.locator('main')).toContainText('一题一题地答，不能回头');
  await start(page);
}

/** The page has this question, counted from 1, and no other. */
async function expectQuestion(page: Page, number: number): Promise<void> {
  await expect(page.locator('fieldset.question')).toHaveId(`question-${number}`);
  await expect(page.locator('#quiz-count')).toHaveText(`第 ${number} 题，共 3 题`);
  await expect(page.locator('.answer-sheet [aria-current]')).toContainText(String(number));
}

const answer = (page: Page, text: string) => page.locator('fieldset.question input:not([type])').fill(text);

/** Scripts have woken up, where there are any: what is done now is theirs. */
async function ready(page: Page, scripts: boolean): Promise<void> {
  if (scripts) await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
}

const next = (page: Page) => page.locator('.question-on button');

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('one question after the other, and back leads nowhere', async ({ browser }) => {
      const server = await OwnServer.start(quiz());
      const page = await person(browser, server, 'trainee', scripts);
      await begin(page);
      await expectQuestion(page, 1);
      await ready(page, scripts);
      if (scripts) await axe(page);
      await expectNoSidewaysScroll(page);
      await expect(page.locator('[name="later"]')).toHaveCount(0);
      await expect(page.locator('.answer-sheet a')).toHaveCount(0);

      // Unanswered: asked once, beside the question, with the focus there.
      await submit(page, next(page));
      await expect(page.locator('#told-1')).toContainText('还没有作答');
      await expect(page.locator('#told-1')).toBeFocused();
      await expectQuestion(page, 1);
      await ready(page, scripts);
      if (scripts) await axe(page);
      await answer(page, '甲');
      await submit(page, next(page));
      await expectQuestion(page, 2);

      // The browser's way back shows where one is, whatever it kept; so do a reload and another device.
      await page.goBack();
      await page.reload();
      await expectQuestion(page, 2);
      const other = await person(browser, server, 'trainee', !scripts);
      await other.goto(page.url().split('#')[0]);
      await expectQuestion(other, 2);
      await other.context().close();

      await page.reload();
      await ready(page, scripts);
      await submit(page, next(page));
      await ready(page, scripts);
      await submit(page, page.getByRole('button', { name: '仍然继续' }));
      await expectQuestion(page, 3);
      await ready(page, scripts);
      await expect(page.locator('.answer-sheet [data-state="open"]')).toHaveCount(2);
      await answer(page, '丙');
      await expect(next(page)).toHaveText('交卷');
      await submit(page, next(page));
      await expect(page.locator('.score')).toContainText('67');
    });

    test('a question is checked and then left', async ({ browser }) => {
      const server = await OwnServer.start(quiz('behaviour: immediate'));
      const page = await person(browser, server, 'trainee', scripts);
      await begin(page);
      await ready(page, scripts);
      await answer(page, '甲');
      await submit(page, page.locator('.question-check button'));
      await expect(page.locator('#question-1')).toContainText('答对');
      await expect(page.locator('#question-1 input:visible')).toHaveCount(0);
      await ready(page, scripts);
      await submit(page, next(page));
      await expectQuestion(page, 2);
    });
  });
}

test('a double click on next skips nothing', async ({ browser }) => {
  const server = await OwnServer.start(quiz());
  const page = await person(browser, server, 'trainee');
  await begin(page);
  await ready(page, true);
  await answer(page, '甲');
  await next(page).dblclick();
  await expectQuestion(page, 2);
  await page.reload();
  await expectQuestion(page, 2);
});

test('a window left behind keeps nothing, and says so', async ({ browser }) => {
  const server = await OwnServer.start(quiz());
  const page = await person(browser, server, 'trainee');
  await begin(page);
  await ready(page, true);
  const other = await person(browser, server, 'trainee', false);
  await other.goto(page.url());
  await answer(other, '甲');
  await submit(other, next(other));
  await expectQuestion(other, 2);
  await answer(page, '乙');
  await expect(page.locator('#elsewhere')).toBeVisible();
  await expect(page.locator('#save-state')).toContainText('没有保存');
  await expect(page.locator('#quiz')).toHaveAttribute('inert', '');
  await page.getByRole('link', { name: '到现在的题' }).click();
  await expectQuestion(page, 2);
});

test('the keyboard alone leads through', async ({ browser }) => {
  const server = await OwnServer.start(quiz());
  const page = await person(browser, server, 'trainee');
  await begin(page);
  for (const [number, text] of [
    [1, '甲'],
    [2, '乙'],
    [3, '丙'],
  ] as const) {
    await expectQuestion(page, number);
    await ready(page, true);
    const here = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name ?? '');
    while ((await here()) !== `q${number - 1}`) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
    while ((await here()) !== 'then') await page.keyboard.press('Tab');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  }
  await expect(page.locator('.score')).toContainText('100');
});

test('a network that comes back goes on', async ({ browser }) => {
  const server = await OwnServer.start(quiz());
  const page = await person(browser, server, 'trainee');
  await begin(page);
  await ready(page, true);
  await page.context().setOffline(true);
  await answer(page, '甲');
  await next(page).click();
  await expect(page.locator('#save-state')).toHaveAttribute('data-state', 'unsaved');
  await expectQuestion(page, 1);
  await page.context().setOffline(false);
  await expectQuestion(page, 2);
});
