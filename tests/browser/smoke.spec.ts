// What holds before anybody signs in: the first page renders, its forms work, an unknown address helps.
import { axe, expect, expectNoSidewaysScroll, test, useTheme } from './support';

test('the sign-in page renders', async ({ page }) => {
  const answer = await page.goto('/sign-in');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('上岗');
  await expectNoSidewaysScroll(page);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the sign-in page, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await page.goto('/sign-in');
    await axe(page);
  });
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a wrong password keeps the login', async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByLabel('账号', { exact: true }).fill('nobody');
      await page.getByLabel('密码', { exact: true }).fill('wrong');
      await page.getByRole('button', { name: '登录' }).click();
      await expect(page.getByRole('alert')).toContainText('账号或密码不对');
      await expect(page.getByLabel('账号', { exact: true })).toHaveValue('nobody');
    });

    test('the language changes and stays', async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    });
  });
}

test.describe('an address that leads nowhere', () => {
  test.use({ expectedConsoleErrors: [/status of 404/] });

  test('answers 404 with a way on', async ({ page }) => {
    const answer = await page.goto('/nowhere');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('link', { name: '回到今天' })).toBeVisible();
    await axe(page);
  });
});
