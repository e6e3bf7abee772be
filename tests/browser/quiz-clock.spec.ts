// The time left: the server's, told in time, whatever the device's clock says.
import { choose, taker } from './quiz';
import { expect, test } from './support';

test('the time left is told at half time, five minutes and one minute', async ({ page }) => {
  await page.clock.install();
  await taker(page, 'told');
  const told = page.locator('#time-told');
  await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
  await expect(told).toBeEmpty();
  for (const [jump, minutes] of [
    ['10:01', 10],
    ['05:00', 5],
    ['04:00', 1],
  ] as const) {
    await page.clock.fastForward(jump);
    await expect(told).toHaveText(`还剩 ${minutes} 分钟。`);
  }
});

test("a device's clock that is wrong changes neither the time left nor what is kept", async ({ page }) => {
  await page.clock.install({ time: Date.now() + 26 * 3600 * 1000 });
  await taker(page, 'wrong-clock');
  await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
  const left = page.locator('#time-left time');
  await expect(left).toHaveText(/^(20:00|19:\d\d)$/);
  const single = page.locator('fieldset.question:has(input[type="radio"])').first();
  await choose(page, single, 1);
  await page.clock.runFor(2_000);
  await expect(page.locator('#save-state')).toHaveAttribute('data-state', 'saved');
  // Set back meanwhile.
  await page.clock.setSystemTime(Date.now() - 26 * 3600 * 1000);
  await choose(page, single, 0);
  await page.clock.runFor(2_000);
  await expect(page.locator('#save-state')).toHaveAttribute('data-state', 'saved');
  await expect(left).toHaveText(/^(20:00|19:\d\d)$/);
  await page.reload();
  await expect(single.locator('input').first()).toBeChecked();
});
