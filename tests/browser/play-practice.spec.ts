// Practising a role-play: feedback at once, answers taken back, the time stopped; with and without scripts.
import { type Page } from '@playwright/test';
import { axe, expect, expectNoSidewaysScroll, learner, signIn, submit, test, useTheme } from './support';

async function practise(page: Page, scenario: string): Promise<void> {
  await page.goto(`/scenarios/${scenario}`);
  await submit(page, page.locator('form:has(input[name="mode"][value="practice"]) button'));
  await expect(page).toHaveURL(/\/plays\//);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('an answer is explained, taken back and given anew', async ({ page }) => {
      await learner(page, scripts ? 'practises' : 'plainly');
      await practise(page, 'late-delivery');
      await expect(page.locator('.strip')).toContainText('只有你自己看得到');
      await submit(page, page.locator('button[name="choice"][value="1"]'));
      await expect(page.locator('.line-note')).toContainText('一个字也没接住');
      await submit(page, page.getByRole('button', { name: '撤回上一句' }));
      await expect(page.locator('.line-note')).toHaveCount(0);
      await submit(page, page.locator('button[name="choice"][value="2"]'));
      await expect(page.locator('.line-note')).toContainText('先接住他的着急');
      await submit(page, page.getByRole('button', { name: '暂停' }));
      await expect(page.locator('button[name="choice"]')).toHaveCount(0);
      await submit(page, page.getByRole('button', { name: '继续' }));
      await expect(page.locator('button[name="choice"]').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.goto('/me');
      await expect(page.locator('main')).not.toContainText('生日礼物还在路上 ·');
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in practice and in the report, ${theme}`, async ({ page, context }) => {
    test.slow();
    await learner(page, `seen-${theme}`);
    await useTheme(page, theme);
    for (const scenario of ['late-delivery', 'abusive-caller', 'visitor-at-desk', 'email-complaint']) {
      await practise(page, scenario);
      await axe(page);
      await submit(page, page.locator('button[name="choice"]').first());
      await axe(page);
      await expectNoSidewaysScroll(page);
    }
    await context.clearCookies();
    await signIn(page, 'trainer');
    await useTheme(page, theme);
    await page.goto('/reports/scenarios/abusive-caller');
    await expect(page.getByRole('img', { name: /情景走向图/ })).toBeVisible();
    await axe(page);
    await expectNoSidewaysScroll(page);
  });
}
