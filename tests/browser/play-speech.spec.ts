// Speaking an answer on the phone, with Chromium's fake microphone; and the customer's lines read aloud.
import { type BrowserContext, type Page } from '@playwright/test';
import { axe, expect, expectNoSidewaysScroll, learner, signIn, submit, test, useTheme } from './support';

test.use({
  launchOptions: {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--use-fake-device-for-media-stream'],
  },
});

/** To the reply of the call that ships, by its best way. */
async function untilReply(page: Page, mode: 'practice' | 'assessed'): Promise<string> {
  await page.goto('/scenarios/abusive-caller');
  const form = page.locator('form[action="/do/start-play"]');
  const practice = form.filter({ has: page.locator('input[name="mode"]') });
  const begin = mode === 'practice' ? practice : form.filter({ hasNot: page.locator('input[name="mode"]') });
  await submit(page, begin.locator('button'));
  for (const choice of [3, 1, 2, 2, 4, 2, 3, 1]) {
    await submit(page, page.locator(`button[name="choice"][value="${choice}"]`));
  }
  await expect(page.locator('#reply')).toBeVisible();
  return page.url().split(/[?#]/)[0];
}

/** Rates or decides what waits longest, whatever it is. */
async function rateFirst(page: Page): Promise<void> {
  const form = page.locator('.card form').first();
  for (const name of new Set(await form.locator('[type="radio"]').evaluateAll((all) => all.map((one) => one.getAttribute('name'))))) {
    await form.locator(`[type="radio"][name="${name}"]`).first().check();
  }
  for (const box of await form.locator('[type="checkbox"]').all()) await box.check();
  for (const moment of await form.locator('[name="moment"]').all()) await moment.fill('0:00');
  for (const text of await form.locator('[name="quote"], [name="reason"]').all()) {
    await text.fill((await text.getAttribute('name')) === 'reason' ? '排在前面' : await essay(page));
  }
  await submit(page, form.getByRole('button').last());
}

/** What was written in the first card. */
async function essay(page: Page): Promise<string> {
  return page.locator('.card').first().locator('blockquote.feedback').innerText();
}

async function allow(context: BrowserContext): Promise<void> {
  await context.grantPermissions(['microphone']);
}

const speak = (page: Page) => page.locator('#speak');

/** Records for about a second. */
async function record(page: Page, button = page.locator('#speak-key')): Promise<void> {
  await button.click();
  await expect(speak(page)).toHaveAttribute('data-state', 'recording');
  await expect(page.locator('#speak-time')).toHaveText('0:01');
  await page.locator('#speak-key').click();
  await expect(speak(page)).toHaveAttribute('data-state', 'done');
}

/** Plays a recording for a moment, and returns how far it came, in seconds. */
async function listen(page: Page, player: string): Promise<number> {
  const sound = page.locator(player);
  await sound.evaluate((audio: HTMLAudioElement) => {
    audio.muted = true;
    return audio.play();
  });
  const at = () => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime);
  await expect.poll(at).toBeGreaterThan(0.2);
  await sound.evaluate((audio: HTMLAudioElement) => audio.pause());
  return at();
}

test('an answer is recorded, heard, recorded anew, sent, rated at a moment, and seen', async ({ page, context, browser }) => {
  test.slow();
  await allow(context);
  await learner(page, 'speaks');
  const play = await untilReply(page, 'assessed');
  await expect(speak(page)).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('#speak')).toContainText('2:00');
  await axe(page);
  await record(page);
  await listen(page, '#speak-sound');
  const first = await page.locator('#speak-sound').getAttribute('src');
  await axe(page);
  await expectNoSidewaysScroll(page);
  await record(page, page.locator('#speak-again'));
  expect(await page.locator('#speak-sound').getAttribute('src')).not.toBe(first);
  await expect(page.locator('#reply')).toBeVisible();
  await submit(page, page.locator('#speak-send'));
  const mine = page.locator('.bubble.mine audio');
  await expect(mine).toHaveCount(1);
  await submit(page, page.locator('button[name="choice"][value="3"]'));
  await expect(page.locator('.transcript audio')).toHaveCount(1);
  await expect(page.locator('main')).toContainText('待培训师评分');
  await axe(page);
  await expectNoSidewaysScroll(page);

  const { viewport, locale } = test.info().project.use;
  const rater = await (await browser.newContext({ baseURL: new URL(play).origin, viewport, locale })).newPage();
  await signIn(rater, 'trainer');
  const id = play.split('/').pop()!;
  await rater.goto('/ratings');
  const card = rater.locator('.card', { has: rater.locator(`input[name="play"][value="${id}"]`) });
  // The queue is everybody's, the oldest first: what waits longer is rated first.
  while ((await card.count()) === 0) await rateFirst(rater);
  await expect(card).toContainText('这条回答是说的');
  const sound = await card.locator('audio').getAttribute('id');
  await listen(rater, `#${sound}`);
  await card.getByRole('button', { name: '此刻' }).click();
  await expect(card.locator('input[name="moment"]')).toHaveValue(/^0:0[01]$/);
  await axe(rater);
  await expectNoSidewaysScroll(rater);
  await card.locator('input[name="points-calm"][value="2"]').check();
  await card.locator('input[name="banned"][value="no"]').check();
  await card.locator('textarea[name="note"]').fill('语气是稳的。');
  await submit(rater, card.getByRole('button', { name: '提交评分' }));
  await rater.context().close();

  await page.reload();
  await expect(page.locator('.transcript')).toContainText('语气是稳的。');
  await expect(page.locator('.transcript')).toContainText(/录音的 0:0[01] 处/);
  await listen(page, '.transcript audio');
});

test('without permission it says so, and typing goes on', async ({ page, context }) => {
  await context.grantPermissions([]);
  await learner(page, 'refuses');
  await untilReply(page, 'practice');
  await page.locator('#speak-key').click();
  await expect(page.locator('#speak-say')).toContainText('打字回答也一样');
  await expect(speak(page)).toHaveAttribute('data-state', 'ready');
  await page.locator('#reply').fill('孩子要紧，您先歇会儿。');
  await submit(page, page.getByRole('button', { name: '发送', exact: true }));
  await expect(page.locator('.chat')).toContainText('孩子要紧');
});

test('where nothing can be recorded it says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'MediaRecorder', { value: undefined });
  });
  await learner(page, 'cannot');
  await untilReply(page, 'practice');
  await expect(page.locator('#speak-say')).toContainText('不能录音');
  await expect(page.locator('#speak-key')).toBeHidden();
  await expect(page.locator('#reply')).toBeVisible();
});

test('it stops at the limit and keeps what was said', async ({ page, context }) => {
  await allow(context);
  await learner(page, 'talks');
  await untilReply(page, 'practice');
  // Read when it begins, so the test need not talk for two minutes.
  await speak(page).evaluate((part) => part.setAttribute('data-limit', '1'));
  await page.locator('#speak-key').click();
  await expect(speak(page)).toHaveAttribute('data-state', 'done');
  await expect(page.locator('#speak-say')).toContainText('已自动停止');
  await submit(page, page.locator('#speak-send'));
  await expect(page.locator('.bubble.mine .bubble-length')).toHaveText('录音 0:01');
});

test.describe('when the network is gone', () => {
  test.use({ expectedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('the recording stays, and is sent later', async ({ page, context }) => {
    await allow(context);
    await learner(page, 'loses');
    await untilReply(page, 'practice');
    await record(page);
    await context.setOffline(true);
    await page.locator('#speak-send').click();
    await expect(page.locator('#speak-say')).toContainText('录音还在');
    await expect(speak(page)).toHaveAttribute('data-state', 'done');
    await context.setOffline(false);
    await submit(page, page.locator('#speak-send'));
    await expect(page.locator('.bubble.mine audio')).toHaveCount(1);
  });
});

test.describe('when only the answer is lost', () => {
  test.use({ expectedConsoleErrors: [/ERR_FAILED/] });

  test('it is sent again, with the same recording', async ({ page, context }) => {
    await allow(context);
    await learner(page, 'repeats');
    await untilReply(page, 'practice');
    await record(page);
    await page.route('**/do/answer-play', (route) => route.abort(), { times: 1 });
    await page.locator('#speak-send').click();
    await expect(speak(page)).toHaveAttribute('data-state', 'sending');
    await expect(speak(page)).toHaveAttribute('data-state', 'done');
    const sent = await page.locator('#speak-id').inputValue();
    expect(sent).toHaveLength(36);
    await submit(page, page.locator('#speak-send'));
    await expect(page.locator('.bubble.mine audio')).toHaveAttribute('src', `/recordings/${sent}`);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an answer is typed', async ({ page }) => {
    await learner(page, 'plainly');
    await untilReply(page, 'practice');
    await expect(speak(page)).toBeHidden();
    await expect(page.locator('#read-aloud')).toBeHidden();
    // Playwright finds no text inside the element itself.
    const words = page.locator('noscript > p');
    await expect(words).toBeVisible();
    await expect(words).toContainText('打字回答就好');
    await page.locator('#reply').fill('孩子要紧。');
    await submit(page, page.getByRole('button', { name: '发送', exact: true }));
    await expect(page.locator('.chat')).toContainText('孩子要紧');
  });
});

type Heard = { said: string[] };

/** A voice that notes what it should say. */
async function voice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const speechSynthesis = {
      speak: (line: SpeechSynthesisUtterance) => said.push(`${line.lang} ${line.text}`),
      cancel: () => {
        const before = sessionStorage.getItem('cancelled') ?? '0';
        sessionStorage.setItem('cancelled', String(Number(before) + 1));
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
  });
}

const said = (page: Page) => page.evaluate(() => (window as unknown as Heard).said);

test('the new lines of the customer are read once that is switched on', async ({ page }) => {
  await voice(page);
  await learner(page, 'listens');
  await page.goto('/scenarios/abusive-caller');
  await submit(page, page.locator('form:has(input[name="mode"][value="practice"]) button'));
  const key = page.locator('#read-aloud');
  await expect(key).toBeVisible();
  await expect(key).toHaveAttribute('aria-pressed', 'false');
  expect(await said(page)).toEqual([]);
  await key.click();
  await expect(key).toHaveAttribute('aria-pressed', 'true');
  expect(await said(page)).toEqual(['zh-CN 你们这帮骗子！说好上午来，又没来！一群饭桶！']);
  const cancelled = () => page.evaluate(() => Number(sessionStorage.getItem('cancelled')));
  const before = await cancelled();
  await submit(page, page.locator('button[name="choice"][value="3"]'));
  await expect(key).toHaveAttribute('aria-pressed', 'true');
  expect(await cancelled()).toBeGreaterThan(before);
  const lines = await said(page);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('漏水漏了三天');
  await key.click();
  await page.reload();
  await expect(key).toHaveAttribute('aria-pressed', 'false');
  expect(await said(page)).toEqual([]);
});

test('without a voice there is no switch', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }));
  await learner(page, 'mute');
  await untilReply(page, 'practice');
  await expect(speak(page)).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('#read-aloud')).toBeHidden();
});

test('axe finds nothing where an answer is spoken, in the dark', async ({ page, context }) => {
  await allow(context);
  await learner(page, 'dark');
  await useTheme(page, 'dark');
  await untilReply(page, 'practice');
  await axe(page);
  await page.locator('#speak-key').click();
  await expect(speak(page)).toHaveAttribute('data-state', 'recording');
  await axe(page);
  await page.locator('#speak-key').click();
  await expect(speak(page)).toHaveAttribute('data-state', 'done');
  await axe(page);
});
