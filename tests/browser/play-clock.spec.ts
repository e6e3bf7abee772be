// The time to answer: the server's, told calmly, and the same after a reload; with and without scripts.
import { begin as beginQuiz, OwnServer, person, quiz } from './own-server';
import { awake, beginPlay, step, timed } from './play';
import { expect, learner, submit, test } from './support';

test.afterEach(() => OwnServer.stopAll());

async function own(seconds: number): Promise<OwnServer> {
  return OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(seconds) });
}

test('without scripts the server keeps the time, and a late answer is kept as late', async ({ browser }) => {
  const server = await own(1);
  const page = await person(browser, server, 'trainee', false);
  await beginPlay(page, 'quick', 'assessed');
  const late = page.locator('.choice').first();
  await expect(async () => {
    // The time is up when a page that is asked for anew says so.
    const again = await page.context().newPage();
    await again.goto(page.url());
    const isOver = await again.locator('#play-time-out:visible').count();
    await again.close();
    expect(isOver).toBe(1);
  }).toPass();
  await submit(page, late);
  await expect(page.locator('.transcript')).toContainText('这一句来晚了');
  await page.context().close();
});

test('a reload keeps the node and the deadline', async ({ page }) => {
  await learner(page, 'reloads');
  await beginPlay(page, 'late-delivery', 'assessed');
  await awake(page);
  const left = async () => Number(await page.locator('#play-clock').getAttribute('data-left'));
  const [before, asked] = [await left(), await step(page)];
  await expect(async () => {
    await page.reload();
    expect(await left()).toBeLessThan(before - 1000);
  }).toPass();
  expect(await step(page)).toBe(asked);
  expect(await left()).toBeGreaterThan(0);
});

test('the time is told aloud twice, at half time and in the last ten seconds', async ({ page }) => {
  await page.clock.install();
  await learner(page, 'hears');
  await beginPlay(page, 'late-delivery', 'assessed');
  await awake(page);
  await page.evaluate(() => {
    const told: string[] = [];
    const line = document.getElementById('play-told')!;
    new MutationObserver(() => told.push(line.textContent!)).observe(line, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { told });
  });
  // From here on the page's time is this test's.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  const clock = page.locator('#play-clock');
  const value = async (name: string) => Number(await clock.getAttribute(name));
  const half = Math.floor((await value('max')) / 2);
  const until = async (left: number) => page.clock.runFor(((await value('value')) - left) * 1000);
  const seconds = page.locator('#play-seconds');
  const limit = `限时 ${await value('max')} 秒`;
  await until(half + 3);
  await expect(seconds).toHaveText(limit);
  await until(half - 1);
  await expect(seconds).toHaveText(`还有 ${await value('value')} 秒`);
  await until(half - 4);
  await expect(seconds).toHaveText(limit);
  await until(5);
  await expect(clock).toHaveAttribute('data-low', '');
  await expect(seconds).toHaveText(`还有 ${await value('value')} 秒`);
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told.length, told.join()).toBe(2);
  await expect(page.locator('#play-told')).toHaveAttribute('role', 'status');
});

test('extra time is on the page', async ({ browser }) => {
  const server = await own(30);
  const page = await person(browser, server, 'trainee');
  const trainer = await person(browser, server, 'trainer');
  await beginQuiz(page);
  await trainer.goto('/people/trainee/quizzes/desk/quiz');
  const form = trainer.locator('details:has(form[action="/do/grant-time"])');
  await form.locator('summary').click();
  await form.locator('select').selectOption({ label: '时间的 2 倍' });
  await form.locator('textarea').fill('读得慢');
  await submit(trainer, form.locator('form button'));
  await beginPlay(page, 'quick', 'assessed');
  await expect(page.locator('.play-head')).toContainText('你有 2 倍时间');
  await expect(page.locator('#play-clock')).toHaveAttribute('max', '60');
  await page.context().close();
  await trainer.context().close();
});
