// Trainers rate the same answers, each alone, and then see how far they agree; maps of role-plays.
import { account, axe, expect, expectNoSidewaysScroll, signIn, submit, test, useTheme } from './support';

const ANSWERS = Array.from({ length: 10 }, (_, at) => `第 ${at} 封信：已收到，明早九点前答复您。`);

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('two trainers rate alone and then compare', async ({ page, browser }) => {
      test.slow();
      await signIn(page, 'trainer');
      await page.goto('/ratings');
      await page.getByRole('link', { name: '评分校准' }).click();
      await page.getByRole('link', { name: '新建评分校准' }).click();
      await page.getByRole('link', { name: '第三封投诉信' }).first().click();
      const title = `语气 ${test.info().project.name} ${scripts}`;
      await page.getByLabel('名称').fill(title);
      await submit(page, page.getByRole('button', { name: '建立，请大家评分' }));
      await expect(page.getByText('至少选一条或写一条回答')).toBeVisible();
      await expect(page.getByLabel('名称')).toHaveValue(title);
      await page.getByLabel('自己写的回答').fill(ANSWERS.join('\n\n'));
      await submit(page, page.getByRole('button', { name: '建立，请大家评分' }));
      const address = page.url();
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const other = await context.newPage();
      await signIn(other, account(`second-${scripts}`, 'trainer'));
      for (const [who, shift] of [[page, 0], [other, 1]] as const) {
        for (const at of ANSWERS.keys()) {
          await who.goto(address);
          await expect(who.getByText(`第 ${at + 1} 条，共 10 条`)).toBeVisible();
          await expect(who.getByText('评完的人')).toHaveCount(0);
          const levels = who.locator('fieldset');
          await levels.nth(0).getByRole('radio').nth((at + shift) % 2).check();
          await levels.nth(1).getByRole('radio').nth(1).check();
          if (at === 3 && scripts) {
            await axe(who);
            await expectNoSidewaysScroll(who);
          }
          await submit(who, who.getByRole('button', { name: '保存，看下一条' }));
        }
      }
      await expect(other.getByText('评完的人：')).toBeVisible();
      // On one criterion they never agree, on the other nothing varies.
      await expect(other.getByText('0%', { exact: true })).toBeVisible();
      await expect(other.getByText('无法计算').first()).toBeVisible();
      if (scripts) {
        for (const theme of ['light', 'dark'] as const) {
          await useTheme(other, theme);
          await other.reload();
          await axe(other);
        }
        await expectNoSidewaysScroll(other);
      }
      await context.close();
    });
  });
}

test('the map of a role-play in the content folder', async ({ page }) => {
  await signIn(page, 'trainer');
  await page.goto('/studio');
  await page.locator('#scenarios').getByRole('link', { name: '生日礼物还在路上' }).click();
  await expect(page.getByRole('img', { name: /结构图/ })).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    await page.reload();
    await axe(page);
  }
  await expectNoSidewaysScroll(page);
});
