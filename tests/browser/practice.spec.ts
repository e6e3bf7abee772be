// Practice: questions by topic with feedback at once, one's own mistakes, with and without scripts.
import { axe, expect, expectNoSidewaysScroll, learner, submit, test, useTheme } from './support';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a question is answered, explained and comes back', async ({ page }) => {
      await learner(page, scripts ? 'practises' : 'plainly');
      await page.goto('/practice');
      await expect(page.getByText('练习不计成绩，只有你自己看得到。')).toBeVisible();
      await page.locator('a[href="/practice/topics/phone-service?tag=greeting"]').click();
      await expect(page.getByText('拿起电话，第一句怎么说最合适？')).toBeVisible();
      await expect(page.getByText('问候、公司、姓名')).toHaveCount(0);
      await page.locator('label.option', { hasText: '喂，请讲' }).click();
      await submit(page, page.getByRole('button', { name: '检查' }));
      await expect(page.getByRole('status')).toContainText('没答对');
      await expect(page.getByRole('status')).toContainText('收在错题本里');
      await expect(page.getByText('问候、公司、姓名')).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.getByRole('link', { name: '再答一次' }).click();
      await expect(page.getByText('拿起电话，第一句怎么说最合适？')).toBeVisible();
      await page.goto('/practice/mistakes');
      await expect(page.getByText('没有要再练的错题')).toBeVisible();
      await page.getByText('过几天再练的 1 题').click();
      await expect(page.getByText('连续答对 0 / 2')).toBeVisible();
      await expectNoSidewaysScroll(page);
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in practice, ${theme}`, async ({ page }) => {
    test.slow();
    await useTheme(page, theme);
    await learner(page, `axe-${theme}`);
    for (const path of ['/practice', '/practice/mistakes', '/practice/topics/phone-service']) {
      await page.goto(path);
      await axe(page);
    }
    await page.goto('/practice/topics/phone-service?tag=difficult-calls');
    for (const [at, select] of (await page.locator('select').all()).entries()) await select.selectOption(String(at));
    await submit(page, page.getByRole('button', { name: '检查' }));
    await axe(page);
  });
}
