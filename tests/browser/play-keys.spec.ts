// Playing by the keyboard alone, and with an input method: its keys are its own.
import { type Page } from '@playwright/test';
import { awake, beginPlay, step } from './play';
import { expect, learner, test } from './support';

/** Presses a key and waits for the page that follows. */
async function pressOn(page: Page, key: string): Promise<void> {
  const next = page.waitForEvent('framenavigated');
  await page.keyboard.press(key);
  await next;
  await awake(page);
}

/** A key press in the field with the focus, as an input method leaves it to the page. */
async function composed(page: Page, init: KeyboardEventInit & { keyCode?: number }): Promise<boolean> {
  return page.evaluate((init) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    return document.activeElement!.dispatchEvent(event);
  }, init);
}

test('a role-play by keys alone', async ({ page }) => {
  await learner(page, 'keys');
  await beginPlay(page, 'email-complaint', 'practice');
  await awake(page);
  // Outside the choices a number is only a number.
  await page.keyboard.press('3');
  expect(await step(page)).toBe(1);
  await page.locator('.choice').first().focus();
  await pressOn(page, '3');
  expect(await step(page)).toBe(2);
  // After an answer the focus is in the choices again.
  await expect(page.locator('#play-choices')).toBeFocused();
  await pressOn(page, '2');
  expect(await step(page)).toBe(3);
  await page.getByLabel('主题').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('正文')).toBeFocused();
  expect(await step(page), 'a subject alone is not sent').toBe(3);
  await page.keyboard.type('1. 您的信收到了。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2. 由我来查。');
  expect(await step(page), 'Enter is a new line').toBe(3);
  await pressOn(page, 'Control+Enter');
  expect(await step(page)).toBe(4);
  await expect(page.locator('.letter.mine').last()).toContainText('由我来查');
});

test('nothing is sent or chosen while an input method composes', async ({ page }) => {
  await learner(page, 'composes');
  await beginPlay(page, 'email-complaint', 'practice');
  await awake(page);
  await page.locator('.choice').first().focus();
  for (const init of [
    { key: '1', isComposing: true },
    { key: '1', keyCode: 229 },
  ]) {
    expect(await composed(page, init), 'left alone').toBe(true);
  }
  expect(await step(page)).toBe(1);
  for (const key of ['3', '2']) {
    await page.locator('.choice').first().focus();
    await pressOn(page, key);
  }
  await page.getByLabel('正文').fill('您的信收到了');
  await page.getByLabel('正文').focus();
  for (const init of [
    { key: 'Enter', ctrlKey: true, isComposing: true },
    { key: 'Enter', ctrlKey: true, keyCode: 229 },
  ]) {
    expect(await composed(page, init), 'left alone').toBe(true);
  }
  await page.getByLabel('主题').focus();
  expect(await composed(page, { key: 'Enter', isComposing: true }), 'left alone').toBe(true);
  await expect(page.getByLabel('主题')).toBeFocused();
  expect(await step(page)).toBe(3);
  await page.getByLabel('正文').focus();
  await page.evaluate(() => document.activeElement!.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
  await pressOn(page, 'Control+Enter');
  expect(await step(page)).toBe(4);
});
