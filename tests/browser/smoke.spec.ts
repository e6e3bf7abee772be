// The house stands: a page renders, its island comes alive, its form works without scripts.
import { axe, expect, expectNoSidewaysScroll, test, useTheme } from './support';

test('the sign-in page renders', async ({ page }) => {
  const answer = await page.goto('/sign-in');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录');
  await expectNoSidewaysScroll(page);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the sign-in page, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await page.goto('/sign-in');
    await axe(page);
  });
}

test('the colours change without a new page, and stay', async ({ page }) => {
  await page.goto('/sign-in');
  await page.evaluate(() => ((window as { same?: boolean }).same = true));
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/do/set-theme'));
  // The island may still be loading: until then the form posts as it does without scripts.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: '深色' }).click();
  expect((await saved).status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => (window as { same?: boolean }).same)).toBe(true);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the colours change by a form', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '深色' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('button', { name: '深色' })).toHaveAttribute('aria-pressed', 'true');
  });
});

test.describe('an address that leads nowhere', () => {
  test.use({ expectedConsoleErrors: [/status of 404/] });

  test('answers 404 with a way on', async ({ page }) => {
    const answer = await page.goto('/nowhere');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('link', { name: '回到今天' })).toBeVisible();
    await axe(page);
  });
});
