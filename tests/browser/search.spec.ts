// Looking something up: by the key `/`, by the form, with and without scripts.
import { expect, expectNoSidewaysScroll, learner, test } from './support';

test('the slash leads to the search, and stays a slash in a text', async ({ page }) => {
  await learner(page, 'looks-up');
  await page.goto('/courses');
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox').first();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('');
  await page.keyboard.type('投诉/退款');
  await expect(search).toHaveValue('投诉/退款');
  await search.fill('投诉');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(page.locator('main mark').first()).toContainText('投诉');
  await expectNoSidewaysScroll(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the form finds the same', async ({ page }) => {
    await learner(page, 'looks-up-plainly');
    await page.getByRole('searchbox').first().fill('投诉');
    await page.getByRole('searchbox').first().press('Enter');
    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(page.locator('main mark').first()).toContainText('投诉');
  });
});
