// Taking an attempt, as a person does who means it.
import { type BrowserContext, type Locator, type Page } from '@playwright/test';
import { expect, learner, submit, test } from './support';

/** The quiz that ships and asks for all kinds of answers. */
export const QUIZ = '/quizzes/service-basics/quiz';

/** A learner of this test's own, signed in, in front of a new attempt. */
export async function taker(page: Page, name: string): Promise<string> {
  const login = await learner(page, name);
  await page.goto(QUIZ);
  await submit(page, page.locator('form[action="/do/start-attempt"] button'));
  await expect(page).toHaveURL(/\/attempts\//);
  return login;
}

/** Picks an option of a question, counted from 0. On a phone its view is opened first: perhaps only after the page has
 * woken up and hidden it. */
export async function choose(page: Page, question: Locator, option: number): Promise<void> {
  const label = question.locator('label.option').nth(option);
  const id = await question.getAttribute('id');
  await expect(async () => {
    if (!(await label.isVisible())) await page.evaluate((id) => (location.hash = id!), id);
    await label.click({ timeout: 1_000 });
  }).toPass();
}

/** Hands the attempt in, also with questions left open: then the page asks once more. */
export async function handIn(page: Page): Promise<void> {
  const sheet = page.locator('#answer-sheet');
  const press = async (button: Locator) => {
    await expect(async () => {
      if (!(await sheet.isVisible())) await page.locator('.quiz-to-sheet').click({ timeout: 1_000 });
      await button.click({ trial: true, timeout: 1_000 });
    }).toPass();
    await submit(page, button);
  };
  const asks = sheet.locator('button[value="check"]');
  if ((await asks.count()) > 0) await press(asks);
  const anyway = sheet.locator('button[value="submit"]');
  if ((await anyway.count()) > 0) await press(anyway);
}

/** Where the page says whether everything is saved. */
export const state = (page: Page) => page.locator('#save-state');

/** The questions to be answered with one option, in the attempt's order. */
export const singles = (page: Page) => page.locator('fieldset.question:has(input[type="radio"])');

/** Picks an option of the n-th of them. */
export async function pick(page: Page, at: number, option: number): Promise<void> {
  await expect(page.locator('#quiz')).toHaveAttribute('data-kept', '');
  await choose(page, singles(page).nth(at), option);
}

/** The field of an option of the n-th of them. */
export const picked = (page: Page, at: number, option: number) => singles(page).nth(at).locator('input').nth(option);

/** Waits until the page says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
}

/** What the server holds: the attempt as another browser of the same person shows it. */
export async function elsewhere(page: Page): Promise<{ page: Page; context: BrowserContext }> {
  const context = await page.context().browser()!.newContext({
    baseURL: test.info().project.use.baseURL,
    storageState: { cookies: await page.context().cookies(), origins: [] },
    javaScriptEnabled: false,
  });
  const other = await context.newPage();
  await other.goto(page.url().split('#')[0]);
  return { page: other, context };
}

/** The server holds this option of the n-th of them. */
export async function expectKept(page: Page, at: number, option: number): Promise<void> {
  const other = await elsewhere(page);
  await expect(picked(other.page, at, option)).toBeChecked();
  await other.context.close();
}
