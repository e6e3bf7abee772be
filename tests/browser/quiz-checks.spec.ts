// Questions that are checked before the attempt is handed in, and what is said beside them.
import { choose, handIn } from './quiz';
import { begin, OwnServer, person, quiz } from './own-server';
import { axe, expect, expectNoSidewaysScroll, submit, test } from './support';

test.afterEach(() => OwnServer.stopAll());

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('a question is checked once, says why, and is locked', async ({ browser }) => {
      const why = '\n> 客户走到面前，先看着他问候。\n';
      const server = await OwnServer.start(quiz('behaviour: immediate\nshow: { after-submit: [score] }', why));
      const page = await person(browser, server, 'trainee', scripts);
      await page.goto('/quizzes/desk/quiz');
      await expect(page.locator('main')).toContainText('检查后这道题就不能再改');
      await begin(page);
      const first = page.locator('#question-1');
      const check = first.locator('.question-check button');

      // Nothing to check yet: said beside the question, with the focus there.
      await submit(page, check);
      await expect(first.locator('#told-1')).toContainText('请先作答');
      await expect(page.locator('#told-1')).toBeFocused();
      await expect(page.locator('[data-kind="ok"]')).toHaveCount(0);
      if (scripts) await axe(page);

      await choose(page, first, 1);
      await submit(page, check);
      for (const text of ['没答对 · 得 0 分', '客户正看着你', '先看着他问候', '不能再改']) {
        await expect(first).toContainText(text);
      }
      await expect(first.locator('input[type="radio"]:enabled')).toHaveCount(0);
      await expect(check).toHaveCount(0);
      if (scripts) await axe(page);
      await expectNoSidewaysScroll(page);
      await page.reload();
      await expect(first).toContainText('没答对');

      // The other one is right without a check.
      await choose(page, page.locator('#question-2'), 0);
      await handIn(page);
      await expect(page.locator('.score')).toContainText('50');
    });

    test('the same answer again is no try, and says so beside the question', async ({ browser }) => {
      const server = await OwnServer.start(quiz('behaviour: interactive', '\n? 想想客户。\n'));
      const page = await person(browser, server, 'trainee', scripts);
      await begin(page);
      const first = page.locator('#question-1');
      const check = first.locator('.question-check button');
      await choose(page, first, 1);
      await submit(page, check);
      // What was said of a picked option names it.
      await expect(first.locator('.option-feedback')).toContainText('选项 B：');
      await expect(first).toContainText('还有 1 次机会');
      await submit(page, check);
      await expect(first.locator('#told-1')).toContainText('答案没有改，这次不算');
      await expect(page.locator('#told-1')).toBeFocused();
      await expect(first).toContainText('还有 1 次机会');
      if (scripts) await axe(page);
    });
  });
}
