// What must hold on every channel and in both modes: the time, a reload, a second tab, a lost connection, keys, an input method.
import { type Page } from '@playwright/test';
import { OwnServer, person, quiz } from './own-server';
import { awake, beginPlay, step, timed } from './play';
import { DEMO_PASSWORD, expect, expectNoConsoleErrors, submit, test, watchConsole } from './support';

test.afterEach(() => OwnServer.stopAll());

/** Types as an input method does: what is being composed is in the field before it is chosen. */
async function compose(page: Page, words: string, whileComposing: () => Promise<void>): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const composed = { text: words, selectionStart: words.length, selectionEnd: words.length };
  await keyboard.send('Input.imeSetComposition', composed);
  await whileComposing();
  await keyboard.send('Input.insertText', { text: words });
}

/** A key that the input method takes for itself, as the page sees it. */
async function taken(page: Page, modifiers = 0): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229, modifiers });
}

/** Presses a key and waits for the page that follows. */
async function pressOn(page: Page, key: string): Promise<void> {
  const next = page.waitForEvent('framenavigated');
  await page.keyboard.press(key);
  await next;
  await awake(page);
}

const CONTROL = 2;

for (const channel of ['chat', 'phone', 'email', 'on-site']) {
  for (const mode of ['assessed', 'practice'] as const) {
    test(`${channel}, ${mode}: reload, second tab, offline, keys, input method`, async ({ browser }) => {
      test.slow();
      const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(120, channel) });
      const page = await person(browser, server, 'trainee');
      const errors = watchConsole(page.context());
      await beginPlay(page, 'quick', mode);
      await awake(page);

      const left = async () => Number(await page.locator('#play-clock').getAttribute('data-left'));
      const before = await left();
      await expect(async () => {
        await page.reload();
        expect(await left()).toBeLessThan(before - 500);
      }).toPass();
      expect(await step(page)).toBe(1);
      await awake(page);

      const second = await page.context().newPage();
      await second.goto(page.url());
      await awake(second);
      await expect(page.locator('#elsewhere')).toBeVisible();
      await expect(page.locator('#play-answer')).toHaveAttribute('inert', '');
      await submit(page, page.getByRole('link', { name: '在这里继续' }));
      await awake(page);
      await expect(second.locator('#elsewhere')).toBeVisible();
      await second.close();

      await page.context().setOffline(true);
      await page.locator('.choice').first().click();
      await expect(page.locator('#play-link')).toHaveText(/没有送出/);
      expect(await step(page)).toBe(1);
      await page.context().setOffline(false);
      await expect(page.locator('#play-link')).toHaveText(/连接恢复了/);
      await page.locator('.choice').first().focus();
      await taken(page);
      expect(await step(page)).toBe(1);
      // Ctrl+Enter sends what is typed, and chooses nothing.
      await page.locator('#play-choices').focus();
      await page.keyboard.press('Control+Enter');
      expect(await step(page)).toBe(1);
      await pressOn(page, '1');
      expect(await step(page)).toBe(2);

      const reply = page.locator('#reply');
      await reply.focus();
      await compose(page, '您好', async () => {
        await taken(page, CONTROL);
        await expect(reply).toHaveValue('您好');
        expect(await step(page), 'still composing').toBe(2);
      });
      await page.keyboard.insertText('，我记下了。');
      await page.reload();
      await awake(page);
      await expect(reply).toHaveValue('您好，我记下了。');
      await reply.focus();
      await pressOn(page, 'Control+Enter');
      expect(await step(page)).toBe(3);
      await expect(page.locator('.chat')).toContainText('您好，我记下了。');

      await expect(page.locator('#play-choices')).toBeFocused();
      const next = page.waitForEvent('framenavigated');
      await page.keyboard.press('2');
      await next;
      await expect(page.locator('.result .transcript')).toContainText('您好，我记下了。');
      expectNoConsoleErrors(errors, [/ERR_INTERNET_DISCONNECTED/]);
      await page.context().close();
    });
  }

  test(`${channel}: when the time is up an assessed play goes on, and practice goes on waiting`, async ({ browser }) => {
    const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(3, channel) });
    const page = await person(browser, server, 'trainee');
    await beginPlay(page, 'quick', 'practice');
    await awake(page);
    await expect(page.locator('#play-seconds')).toContainText('时间到了，仍可以回答', { timeout: 15_000 });
    await expect(page.locator('#play-told')).toContainText('时间到了');
    await submit(page, page.locator('.choice').first());
    await expect(page.locator('.line-note')).toContainText('超过了 3 秒的时限');
    await beginPlay(page, 'quick', 'assessed');
    await expect(page.locator('.result .score')).toBeVisible({ timeout: 15_000 });
    await expect(page.locator('.transcript')).toContainText('你没有回答');
    await page.context().close();
  });
}

test('a key held down answers once', async ({ browser }) => {
  const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(60) });
  const page = await person(browser, server, 'trainee');
  await beginPlay(page, 'quick', 'practice');
  await awake(page);
  const keyboard = await page.context().newCDPSession(page);
  const key = { type: 'keyDown', key: '1', code: 'Digit1', text: '1', windowsVirtualKeyCode: 49 } as const;
  await page.locator('#play-choices').focus();
  await keyboard.send('Input.dispatchKeyEvent', { ...key, autoRepeat: true });
  expect(await step(page), 'held since the page before').toBe(1);
  await pressOn(page, '1');
  expect(await step(page)).toBe(2);
  await page.context().close();
});

/** A reply with a limit that leads elsewhere. */
const WRITTEN = timed(60).replace('> **王女士**：写给我。', '`within 4s else #late`\n\n> **王女士**：写给我。');

test('what was being written when the time was up is kept, as too late', async ({ browser }) => {
  const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': WRITTEN });
  const page = await person(browser, server, 'trainee');
  await beginPlay(page, 'quick', 'assessed');
  await awake(page);
  await submit(page, page.locator('.choice').first());
  await awake(page);
  await page.locator('#reply').fill('您好，我正要');
  await expect(page.locator('.result .transcript')).toContainText('您好，我正要', { timeout: 15_000 });
  await expect(page.locator('.result .transcript')).toContainText('这一句来晚了');
  await page.context().close();
});

for (const scripts of [true, false]) {
  test(`a pause takes along what is being written, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(60, 'email') });
    const page = await person(browser, server, 'trainee', scripts);
    await beginPlay(page, 'quick', 'practice');
    if (scripts) await awake(page);
    await submit(page, page.locator('.choice').first());
    if (scripts) await awake(page);
    await page.getByLabel('主题').fill('您的问题');
    await page.getByLabel('正文').fill('您好，\n我先查一查。');
    await submit(page, page.getByRole('button', { name: '暂停' }));
    await expect(page.locator('#reply')).toHaveCount(0);
    if (scripts) await awake(page);
    await submit(page, page.getByRole('button', { name: '继续' }));
    if (scripts) await awake(page);
    await expect(page.getByLabel('主题')).toHaveValue('您的问题');
    await expect(page.getByLabel('正文')).toHaveValue('您好，\n我先查一查。');
    await submit(page, page.getByRole('button', { name: '发送' }));
    await expect(page.locator('.letter.mine').last()).toContainText('我先查一查');
    await page.context().close();
  });
}

test('a session that ended leaves what was written', async ({ browser }) => {
  const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(60) });
  const page = await person(browser, server, 'trainee');
  await beginPlay(page, 'quick', 'assessed');
  await awake(page);
  await submit(page, page.locator('.choice').first());
  await awake(page);
  await page.context().clearCookies({ name: 'session' });
  await page.locator('#reply').fill('您好，我没有走开。');
  await page.getByRole('button', { name: '发送' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator('input[name="login"]').fill('trainee');
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await submit(page, page.getByRole('button', { name: '登录' }));
  await awake(page);
  await expect(page.locator('#reply')).toHaveValue('您好，我没有走开。');
  await submit(page, page.getByRole('button', { name: '发送' }));
  await expect(page.locator('.chat')).toContainText('您好，我没有走开。');
  await page.context().close();
});

test('a connection lost while a time ran out is for a trainer to decide', async ({ browser }) => {
  const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(6) });
  const page = await person(browser, server, 'trainee');
  await beginPlay(page, 'quick', 'assessed');
  await awake(page);
  await page.context().setOffline(true);
  await expect(page.locator('#play-link')).toHaveText(/连接断了/);
  await expect(page.locator('#play-seconds')).toHaveText(/时间到了/, { timeout: 15_000 });
  await page.context().setOffline(false);
  await expect(page.locator('.result')).toContainText('等培训师决定', { timeout: 15_000 });
  const trainer = await person(browser, server, 'trainer');
  await trainer.goto('/ratings');
  await expect(trainer.locator('main')).toContainText('断线的考核');
  await expect(trainer.locator('main')).toContainText('这一步的时间用完了');
  await trainer.context().close();
  await page.context().close();
});

for (const scripts of [true, false]) {
  test(`practice gives a hint, folded, and an assessed play none, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const server = await OwnServer.start(quiz(''), { 'scenarios/quick.md': timed(60) });
    const page = await person(browser, server, 'trainee', scripts);
    await beginPlay(page, 'quick', 'practice');
    const hint = page.locator('details', { hasText: '提示' });
    await expect(hint.locator('li')).toBeHidden();
    await hint.locator('summary').click();
    await expect(hint).toContainText('这一步看的是：礼貌。');
    await beginPlay(page, 'quick', 'assessed');
    await expect(hint).toHaveCount(0);
    await page.context().close();
  });
}
