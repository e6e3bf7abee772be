// What the browser tests share. Import `test` and `expect` from here: the page is then watched, and a test
// fails on any error in the browser's console, those of the content security policy included.
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** The password of every demo account. */
export const DEMO_PASSWORD = 'shanggang-demo';

/** Collects console errors and uncaught exceptions of every page of a context, from now on. */
export function watchConsole(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  return errors;
}

/** Fails if anything was collected that no pattern expects. */
export function expectNoConsoleErrors(errors: string[], expected: RegExp[] = []): void {
  expect(errors.filter((error) => !expected.some((pattern) => pattern.test(error)))).toEqual([]);
}

type Options = {
  /** Console errors a test means to cause, such as Chromium's line about a status of 404. */
  expectedConsoleErrors: RegExp[];
};

export const test = base.extend<Options & { watched: void }>({
  expectedConsoleErrors: [[], { option: true }],
  watched: [
    async ({ context, expectedConsoleErrors }, use) => {
      const errors = watchConsole(context);
      await use();
      expectNoConsoleErrors(errors, expectedConsoleErrors);
    },
    { auto: true },
  ],
});

export { expect };

/** Presses a button that leads to another page, and waits for that page. */
export async function submit(page: Page, button: Locator): Promise<void> {
  const next = page.waitForEvent('framenavigated');
  await button.click();
  await next;
  await page.waitForLoadState();
}

/** Signs in with a demo account. */
export async function signIn(page: Page, login: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form[action^="/do/sign-in"] button').click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

const root = join(import.meta.dirname, '../..');
const binary = process.env.SHANGGANG_BINARY ?? join(root, 'target/debug/shanggang');
const data = join(root, `target/browser-tests/data-${process.env.TEST_PORT}`);

/** An account of this test's own; returns its login. The name need only differ inside the test's file. */
export function account(name: string, access: string): string {
  const { file, project } = test.info();
  const login = `${basename(file, '.spec.ts')}-${name}-${project.name}-${process.pid}`;
  const args = ['user', 'add', '--data', data, '--login', login, '--name', `人员${name}`, '--access', access, '--password-stdin'];
  execFileSync(binary, args, { input: `${DEMO_PASSWORD}\n` });
  return login;
}

/** A learner of this test's own, signed in; returns the login. */
export async function learner(page: Page, name: string): Promise<string> {
  const login = account(name, 'learner');
  await signIn(page, login);
  return login;
}

/** WCAG 2.2 AA and axe's best practices: finds nothing on the page as it is. */
export async function axe(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const told = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')}`),
  );
  expect(told).toEqual([]);
}

/** Nothing scrolls sideways on the narrowest phone. */
export async function expectNoSidewaysScroll(page: Page, width = 320): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
  expect(wide, `wider than ${width} px`).toEqual([]);
  if (before) await page.setViewportSize(before);
}

/** Colours the page as a person who chose so sees it. */
export async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const url = test.info().project.use.baseURL!;
  await page.context().addCookies([{ name: 'theme', value: theme, url }]);
}
