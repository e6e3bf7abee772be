// The interview sheet in the room: what is written is never lost, a group is watched in one table.
import type { Page } from '@playwright/test';
import { axe, expect, expectNoSidewaysScroll, signIn, submit, test, useTheme } from './support';

const WORDS = '先站在门口看了一圈，然后主动打招呼';

// Planning takes several pages before each test begins.
test.describe.configure({ timeout: 180_000 });

/** The local date and time of the site, as a field takes it. */
function now(): string {
  return new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16).replace(' ', 'T');
}

/** Enters a candidate and plans an interview with the recruiter as its rater; the sheet's path. */
async function planned(page: Page, name: string, room = name, at = now()): Promise<string> {
  await page.goto('/candidates');
  const adding = page.locator('form[action="/do/add-candidate"]');
  if (!(await adding.isVisible())) await page.locator('details.fold > summary').first().click();
  await adding.locator('[name="name"]').fill(name);
  await submit(page, adding.getByRole('button'));
  const planning = page.locator('form[action="/do/plan-interview"]');
  await planning.locator('[name="at"]').fill(at);
  await planning.locator('[name="room"]').fill(room);
  await planning.getByLabel('演示主管').uncheck();
  await submit(page, planning.getByRole('button'));
  return (await page.locator('a[href^="/interviews/"]').first().getAttribute('href'))!;
}

const note = (page: Page) => page.locator('textarea[name="note"]');
const rating = (page: Page, level: number) => page.locator(`input[name="rating"][value="${level}"]`);

test.describe('with scripts', () => {
  test('what is written is kept without pressing anything, and the clock runs', async ({ page }, info) => {
    await signIn(page, 'recruiter');
    const sheet = await planned(page, `自动保存 ${info.project.name}`);
    await page.goto(`${sheet}?at=1`);
    await expect(page.locator('.sheet-running')).toContainText('已进行 0');
    await expect(page.locator('.save-state')).toHaveText('还没有填写');
    await note(page).fill(WORDS);
    await expect(page.locator('.save-state')).toHaveText('已保存');
    await rating(page, 4).check();
    await expect(page.locator('.save-state')).toHaveAttribute('data-state', 'saving');
    await expect(page.locator('.save-state')).toHaveText('已保存');
    await page.goto(`${sheet}?at=1`);
    await expect(note(page)).toHaveValue(WORDS);
    await expect(rating(page, 4)).toBeChecked();
    // Going away at once, by a link and not by a button of the form.
    await note(page).fill(`${WORDS}，坐下`);
    await page.goto('/candidates');
    await expect(async () => {
      await page.goto(`${sheet}?at=1`);
      await expect(note(page)).toHaveValue(`${WORDS}，坐下`, { timeout: 500 });
    }).toPass();
  });

  test.describe('when the network is lost', () => {
    test.use({ expectedConsoleErrors: [/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/] });

    test('it says so, and saves once it is back', async ({ page, context }, info) => {
      await signIn(page, 'recruiter');
      const sheet = await planned(page, `断网 ${info.project.name}`);
      await page.goto(`${sheet}?at=2`);
      // The page has woken up once its clock runs: before that the network is still needed.
      await expect(page.locator('.sheet-running')).toContainText('已进行 0');
      await context.setOffline(true);
      await note(page).fill(WORDS);
      await expect(page.locator('.save-state')).toHaveText('还没有保存，正在重试');
      await context.setOffline(false);
      await expect(page.locator('.save-state')).toHaveText('已保存');
    });
  });
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('going to another item keeps what was written', async ({ page }, info) => {
      await signIn(page, 'recruiter');
      const sheet = await planned(page, `换一项 ${scripts} ${info.project.name}`);
      await page.goto(`${sheet}?at=1`);
      await note(page).fill(WORDS);
      await submit(page, page.locator('.sheet-items li button').nth(4));
      await expect(page).toHaveURL(/at=5/);
      await submit(page, page.locator('.sheet-items li button').first());
      await expect(note(page)).toHaveValue(WORDS);
    });

    test('a group is watched in one table', async ({ page }, info) => {
      await signIn(page, 'recruiter');
      const names = ['一号', '二号'].map((name) => `${name} ${scripts} ${info.project.name}`);
      const sheets = [];
      // Of the same time and room; what happens at the turn of a minute must not part them.
      const at = now();
      for (const name of names) sheets.push(await planned(page, name, names[0], at));
      await page.goto(`${sheets[0]}?at=7`);
      await submit(page, page.getByRole('button', { name: '所有候选人一起记录' }));
      await submit(page, page.getByRole('button', { name: '开始计时' }));
      await expect(page.locator('.sheet-clock')).toContainText('开始');
      await page.getByLabel(`${names[1]}：变慢`).check();
      if (scripts) await expect(page.locator('.save-state')).toHaveAttribute('data-state', 'saving');
      await submit(page, page.getByRole('button', { name: '下一时段' }));
      await expect(page.locator('caption')).toHaveText('第 10 分钟看到的');
      await page.goto(`${sheets[1]}?at=7`);
      await expect(page.getByLabel('第 5 分钟 变慢')).toBeChecked();
      await expect(page.getByLabel('第 5 分钟 平稳')).not.toBeChecked();
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the recruiter's pages and nothing scrolls sideways, ${theme}`, async ({ page }, info) => {
    await useTheme(page, theme);
    await signIn(page, 'recruiter');
    const sheet = await planned(page, `欧阳长名字候选人（电话客服暑期储备人员） ${theme} ${info.project.name}`);
    const candidate = page.url();
    const paths = ['/', '/candidates', candidate, ...[1, 7, 8, 10].map((at) => `${sheet}?at=${at}`), `${sheet}?at=7&group=1`];
    for (const path of paths) {
      await page.goto(path);
      await axe(page);
      await expectNoSidewaysScroll(page);
    }
  });
}
