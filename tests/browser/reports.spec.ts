// Statistics of a quiz: charts beside tables, readable on a phone, in both themes; nothing before there are ten.
import { choose, handIn } from './quiz';
import { axe, expect, expectNoSidewaysScroll, learner, signIn, submit, test, useTheme } from './support';

const QUIZ = 'service-basics/quiz';

test('ten attempts become charts and tables', async ({ page, context }) => {
  test.slow();
  for (let person = 0; person < 10; person += 1) {
    await learner(page, `sits-${person}`);
    await page.goto(`/quizzes/${QUIZ}`);
    await submit(page, page.locator('form[action="/do/start-attempt"] button'));
    // Everybody picks the same place of each question, the first five one more than the others.
    await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
    for (const question of await page.locator('fieldset.question:has(input[type="radio"])').all()) {
      await choose(page, question, person % 2);
    }
    await handIn(page);
    await expect(page.locator('.score')).toBeVisible();
    await context.clearCookies();
  }
  await signIn(page, 'trainer');
  await page.goto('/reports');
  await page.getByRole('link', { name: '服务基础测验' }).click();
  await expect(page.getByRole('img', { name: /成绩分布图/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: '逐题统计' })).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    await page.reload();
    await axe(page);
  }
  await expectNoSidewaysScroll(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载表格（CSV）' }).click();
  expect((await saved).suggestedFilename()).toBe('service-basics-quiz.csv');
  await page.goto('/reports/quizzes');
  await axe(page);
  await expectNoSidewaysScroll(page);
});

test('under ten there is only a count', async ({ page }) => {
  await signIn(page, 'supervisor');
  await page.goto('/reports/quizzes/phone-service/quiz');
  await expect(page.getByText('满 10 份才显示')).toBeVisible();
  await expect(page.getByRole('img', { name: /成绩分布图/ })).toHaveCount(0);
  await axe(page);
});
