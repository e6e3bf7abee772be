// What the shipped quizzes do not ask for: a limit of seconds, checks, hints, certainty, and the trainer's powers.
import { type Page } from '@playwright/test';
import { choose, handIn } from './quiz';
import { begin, OwnServer, person, quiz } from './own-server';
import { axe, expect, expectNoSidewaysScroll, submit, test } from './support';

test.afterEach(() => OwnServer.stopAll());

/** Picks an option of a question, both counted from 0. */
async function pick(page: Page, question: number, option: number): Promise<void> {
  await choose(page, page.locator(`#question-${question + 1}`), option);
}

/** Opens a form that asks for a reason, says one and sends it. */
async function withReason(page: Page, action: string, reason: string): Promise<void> {
  const form = page.locator(`form[action="/do/${action}"]`).first();
  await page.locator('details.confirm', { has: form }).locator('summary').first().click();
  await form.locator('[name="reason"]').fill(reason);
  await submit(page, form.locator('button').last());
}

test('an attempt whose page is closed ends at its deadline with what was kept', async ({ browser }) => {
  test.setTimeout(90_000);
  const server = await OwnServer.start(quiz('time: 10s'));
  const page = await person(browser, server, 'trainee');
  await begin(page);
  const attempt = page.url();
  await pick(page, 0, 0);
  await expect(page.locator('#save-state')).toHaveAttribute('data-state', 'saved');
  await page.goto('about:blank');
  const trainer = await person(browser, server, 'trainer');
  await expect(async () => {
    await trainer.goto('/people/trainee/quizzes/desk/quiz');
    await expect(trainer.locator('main')).toContainText('未通过', { timeout: 100 });
  }).toPass({ timeout: 60_000 });
  await expect(trainer.locator('main')).toContainText('0:10');
  await page.goto(attempt);
  await expect(page.locator('.score')).toContainText('50');
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('a question is tried again after a hint, and costs a penalty', async ({ browser }) => {
      const server = await OwnServer.start(quiz('behaviour: interactive\npenalty: 50%', '\n? 想想客户最先希望什么。\n'));
      const page = await person(browser, server, 'trainee', scripts);
      await page.goto('/quizzes/desk/quiz');
      await expect(page.locator('main')).toContainText('50%');
      if (scripts) await axe(page);
      await begin(page);
      await pick(page, 0, 1);
      const check = page.locator('#question-1 .question-check button');
      await submit(page, check);
      await expect(page.locator('#question-1')).toContainText('想想客户最先希望什么');
      await expect(page.locator('#question-1')).toContainText('客户正看着你');
      if (scripts) await axe(page);
      await expectNoSidewaysScroll(page);
      await pick(page, 0, 0);
      await submit(page, check);
      await expect(page.locator('#question-1 input[type="radio"]:enabled')).toHaveCount(0);
      await pick(page, 1, 0);
      await handIn(page);
      await expect(page.locator('.score')).toContainText('75');
    });

    test('sure and wrong costs, sure and right earns', async ({ browser }) => {
      const server = await OwnServer.start(quiz('behaviour: certainty'));
      const page = await person(browser, server, 'trainee', scripts);
      await page.goto('/quizzes/desk/quiz');
      for (const points of ['3', '6']) await expect(page.locator('main')).toContainText(points);
      await begin(page);
      for (const question of [0, 1]) {
        await pick(page, question, 0);
        await page.locator(`#question-${question + 1} input[value="sure"]`).check();
      }
      if (scripts) await axe(page);
      await handIn(page);
      await expect(page.locator('.score')).toContainText('100');
    });
  });
}

test('a trainer voids an attempt, grants one more, and judges by a corrected key', async ({ browser }) => {
  const rules = 'attempts: 1\nshow: { after-submit: [score, own, marks, answers] }';
  const server = await OwnServer.start(quiz(rules));
  const page = await person(browser, server, 'trainee');
  await begin(page);
  await pick(page, 0, 1);
  await pick(page, 1, 0);
  await handIn(page);
  await expect(page.locator('.score')).toContainText('50');
  const first = page.url();

  const trainer = await person(browser, server, 'trainer');
  const attempts = '/people/trainee/quizzes/desk/quiz';
  await trainer.goto(attempts);
  await axe(trainer);
  await expectNoSidewaysScroll(trainer);
  await withReason(trainer, 'grant-attempt', '题目有歧义，再考一次。');
  await expect(trainer.locator('main')).toContainText('已准予');
  await begin(page);
  await pick(page, 0, 1);
  await handIn(page);
  await trainer.goto(attempts);
  await withReason(trainer, 'void-attempt', '考试时断电。');
  await expect(trainer.locator('main')).toContainText('已作废');

  // The first question's key was wrong: it is the second option.
  const text = quiz(rules);
  const at = text.indexOf('## two');
  const corrected = text
    .slice(0, at)
    .replace('- [x] 先问候客户', '- [ ] 先问候客户')
    .replace('- [ ] 先看手机\n  > 客户正看着你。', '- [x] 先看手机');
  server.write(corrected + text.slice(at));
  await trainer.goto('/studio');
  const publish = trainer.locator('form[action="/do/publish"]');
  await publish.locator('[name="note"]').fill('改正第一题');
  await submit(trainer, publish.locator('button').last());
  await trainer.goto('/reports/quizzes/desk/quiz/regrade?question=one');
  await axe(trainer);
  await expectNoSidewaysScroll(trainer);
  await withReason(trainer, 'regrade-question', '答案标错了。');
  await page.goto(first);
  const reviewed = page.locator('fieldset.question').first();
  await expect(reviewed).toContainText('按更正后的答案重新判分，原来得 0 分');
  await expect(reviewed.locator('[data-mark="right"]')).toContainText('先看手机');
  await expect(page.locator('main')).toContainText('原来 50 分，现在 100 分');
  await axe(page);
  await trainer.goto('/people/trainee');
  for (const reason of ['题目有歧义', '考试时断电', '答案标错了']) {
    await expect(trainer.locator('main')).toContainText(reason);
  }
});

test('a trainer rates an essay without knowing whose it is, and the learner sees why', async ({ browser }) => {
  const essay = '\n## letter\n`essay` `2 points`\n\n给等了三天的客户写一句话。\n\n- 共情 (0..2): 说出客户的处境\n';
  const server = await OwnServer.start(quiz('show: { after-submit: [score, own, marks, feedback] }') + essay);
  const page = await person(browser, server, 'trainee');
  await begin(page);
  await pick(page, 0, 0);
  await pick(page, 1, 0);
  await page.evaluate(() => (location.hash = 'question-3'));
  await page.locator('#question-3 textarea').fill('让您等了三天，真的很抱歉。');
  await handIn(page);
  await expect(page.locator('.score-word')).toHaveAttribute('data-outcome', 'pending');

  const trainer = await person(browser, server, 'trainer');
  await trainer.goto('/ratings');
  await expect(trainer.locator('main')).not.toContainText('演示学员');
  await axe(trainer);
  await expectNoSidewaysScroll(trainer);
  const form = trainer.locator('form[action="/do/rate-essay"]');
  await form.locator('input[name="level0"][value="2"]').check();
  await form.locator('[name="quote"]').fill('让您等了三天');
  await form.locator('[name="note"]').fill('先说客户的处境，很好。');
  await submit(trainer, form.locator('button'));

  await page.reload();
  await expect(page.locator('.score-word')).toHaveAttribute('data-outcome', 'passed');
  await expect(page.locator('main')).toContainText('先说客户的处境，很好。');
});
