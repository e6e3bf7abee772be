// Every channel looks like itself, and a role-play on it goes to its end in both modes, with and without scripts.
import { awake, beginPlay, playToEnd } from './play';
import { axe, expect, expectNoSidewaysScroll, learner, submit, test, useTheme } from './support';

const channels = [
  { scenario: 'late-delivery', look: '.play .bubble.customer' },
  { scenario: 'wrong-department', look: '.call .call-name' },
  { scenario: 'email-complaint', look: '.letter.customer .letter-subject' },
  { scenario: 'visitor-at-desk', look: '.chat[data-look="scene"]' },
];

for (const { scenario, look } of channels) {
  for (const mode of ['assessed', 'practice'] as const) {
    for (const scripts of [true, false]) {
      test.describe(`${scenario}, ${mode}, ${scripts ? 'with' : 'without'} scripts`, () => {
        test.use({ javaScriptEnabled: scripts });

        test('goes to its end and has a result', async ({ page }) => {
          test.slow();
          await learner(page, `${scenario.split('-')[0]}${mode[0]}${scripts ? 's' : 'n'}`);
          await beginPlay(page, scenario, mode);
          if (scripts) await awake(page);
          await expect(page.locator(look).first()).toBeVisible();
          await expectNoSidewaysScroll(page);
          await playToEnd(page, 2);
          await expect(page.locator('.result .score')).toBeVisible();
          await expect(page.locator('.transcript')).toBeVisible();
          await expectNoSidewaysScroll(page);
        });
      });
    }
  }
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any channel, ${theme}`, async ({ page }) => {
    test.slow();
    await learner(page, `axe-${theme}`);
    await useTheme(page, theme);
    for (const { scenario } of channels) {
      await beginPlay(page, scenario, 'assessed');
      await awake(page);
      await axe(page);
      await submit(page, page.locator('.choice').first());
      await awake(page);
      await axe(page);
    }
  });
}

test('a letter has a subject, which answers the one before and is kept with the body', async ({ page }) => {
  await learner(page, 'writes');
  await beginPlay(page, 'email-complaint', 'practice');
  for (const choice of ['3', '2']) await submit(page, page.locator(`.choice[value="${choice}"]`));
  const subject = page.getByLabel('主题');
  await expect(subject).toHaveValue('回复：第三封投诉信');
  await subject.fill('');
  await subject.pressSequentially('您的三件事');
  await page.getByLabel('正文').fill('罗先生：\n\n您的信收到了。');
  await submit(page, page.getByRole('button', { name: '发送' }));
  const mine = page.locator('.letter.mine').last();
  await expect(mine.locator('.letter-subject')).toHaveText('您的三件事');
  await expect(mine.locator('.letter-body')).not.toContainText('您的三件事');
  await expect(mine.locator('.letter-body')).toContainText('您的信收到了');
});
