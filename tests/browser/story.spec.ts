// The whole way, from the interview to the day a new hire may serve customers: once with scripts (on a
// desktop) and once without (on a phone). Everybody does their own part in a browser of their own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { type Browser, type BrowserContext, type Page } from '@playwright/test';
import { answerChecks, answerQuiz } from './keys';
import { handIn } from './quiz';
import { axe, expect, expectNoConsoleErrors, expectNoSidewaysScroll, signIn, submit, test, watchConsole } from './support';

const root = join(import.meta.dirname, '../..');
const binary = process.env.SHANGGANG_BINARY ?? join(root, 'target/debug/shanggang');
const data = join(root, `target/browser-tests/data-${process.env.TEST_PORT}`);

/** The moves of the shipped scenario that earn full marks, from its own tests. */
function bestMoves(scenario: string): number[] {
  const text = readFileSync(join(root, `content/scenarios/${scenario}.md`), 'utf8');
  const line = text.split('\n').find((line) => /^- .*→ 100 pass/.test(line))!;
  return [...line.split('→')[0].matchAll(/[a-z0-9-]+ (\d+)/g)].map(([, choice]) => Number(choice));
}

class Person {
  constructor(readonly page: Page, readonly context: BrowserContext, readonly errors: string[]) {}

  static async enter(browser: Browser, scripts: boolean, phone: boolean): Promise<Person> {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      baseURL: test.info().project.use.baseURL,
      viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    });
    return new Person(await context.newPage(), context, watchConsole(context));
  }

  /** Presses the button of the form that posts to this action, and waits for the next page. */
  async press(action: string, button: string | RegExp, within = ''): Promise<void> {
    const form = this.page.locator(`${within} form[action="/do/${action}"]`).first();
    await submit(this.page, form.getByRole('button', { name: button }).first());
  }

  async said(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('.flash')).toContainText(text);
  }

  async leave(): Promise<void> {
    expectNoConsoleErrors(this.errors);
    await this.context.close();
  }
}

async function interview(rater: Person, address: string, level: number): Promise<void> {
  const { page } = rater;
  await page.goto(address);
  const items = await page.locator('.sheet-items li').count();
  expect(items).toBeGreaterThan(8);
  for (let at = 1; at < items + 1; at += 1) {
    await page.goto(`${address}?at=${at}`);
    if ((await page.locator('#note').count()) === 0) break;
    await page.locator('#note').fill(`看到的第 ${at} 条`);
    await page.locator(`input[name="rating"][value="${level}"]`).check();
    await submit(page, page.locator('button[name="go"][value="next"]'));
  }
  await rater.press('submit-sheet', /提交/);
}

async function lessons(hire: Person, course: string): Promise<void> {
  const { page } = hire;
  await page.goto(`/courses/${course}`);
  const links = page.locator(`main a[href^="/courses/${course}/"]`);
  const paths = new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('#')[0])));
  for (const path of paths) {
    if (path.endsWith('/quiz')) continue;
    await page.goto(path);
    await answerChecks(page, path.replace('/courses/', ''));
    // A lesson that asks for its checks is done with the last right one.
    const done = page.locator('form[action="/do/complete-lesson"] button').first();
    if ((await done.count()) === 0) continue;
    await submit(page, done);
  }
}

async function quiz(hire: Person, id: string, wrong: number): Promise<void> {
  const { page } = hire;
  await page.goto(`/quizzes/${id}`);
  await hire.press('start-attempt', /./);
  await expect(page).toHaveURL(/\/attempts\//);
  await answerQuiz(page, id, wrong);
  await handIn(page);
}

async function play(hire: Person, scenario: string): Promise<void> {
  const { page } = hire;
  await page.goto(`/scenarios/${scenario}`);
  await hire.press('start-play', /./);
  await expect(page).toHaveURL(/\/plays\//);
  for (const move of bestMoves(scenario)) {
    await submit(page, page.locator(`button[name="choice"][value="${move}"]`));
  }
  await expect(page.locator('.score-word')).toContainText('达标');
}

async function tell(browser: Browser, scripts: boolean, phone: boolean): Promise<{ login: string; before: string }> {
  const login = `hire-${scripts ? 'js' : 'plain'}-${process.pid}`;
  const name = scripts ? '欧阳晓雨（电话客服暑期储备人员）' : '司马文静（电话客服储备人员）';
  const recruiter = await Person.enter(browser, scripts, phone);
  await signIn(recruiter.page, 'recruiter');
  await recruiter.page.goto('/candidates');
  const adding = recruiter.page.locator('form[action="/do/add-candidate"]');
  if (!(await adding.isVisible())) await recruiter.page.locator('details.fold > summary').first().click();
  await adding.locator('[name="name"]').fill(name);
  await adding.locator('[name="role"]').selectOption('phone-agent');
  await submit(recruiter.page, adding.getByRole('button'));
  await recruiter.said('已添加');
  await recruiter.page.goto('/candidates');
  await recruiter.page.getByRole('link', { name }).first().click();
  await recruiter.page.waitForURL(/\/candidates\/.+/);
  const candidate = recruiter.page.url();
  const planning = recruiter.page.locator('form[action="/do/plan-interview"]');
  if (!(await planning.isVisible())) await recruiter.page.locator('details:has(form[action="/do/plan-interview"]) > summary').click();
  for (const box of await planning.locator('input[name="rater"]').all()) await box.check();
  await planning.locator('[name="at"]').fill('2026-12-01T10:00');
  await submit(recruiter.page, planning.getByRole('button'));
  await recruiter.said('面试已安排');
  const sheet = await recruiter.page.locator('a[href^="/interviews/"]').first().getAttribute('href');

  // Blind: the second rater sees nothing of the first before submitting.
  await interview(recruiter, sheet!, 5);
  const supervisor = await Person.enter(browser, scripts, phone);
  await signIn(supervisor.page, 'supervisor');
  await supervisor.page.goto(sheet!);
  await expect(supervisor.page.locator('body')).not.toContainText('看到的第 1 条');
  await interview(supervisor, sheet!, 4);
  await expect(supervisor.page.locator('body')).toContainText('看到的第 1 条');
  await submit(supervisor.page, supervisor.page.locator('button[name="outcome"][value="passed"]'));
  await supervisor.said('结论');

  await recruiter.page.goto(candidate);
  const hiring = recruiter.page.locator('form[action="/do/hire-candidate"]');
  await hiring.locator('[name="login"]').fill(login);
  await hiring.locator('[name="team"]').selectOption({ index: 1 });
  await submit(recruiter.page, hiring.getByRole('button'));
  const link = await recruiter.page.locator('a.one-time-link').getAttribute('href');

  const hire = await Person.enter(browser, scripts, phone);
  await hire.page.goto(new URL(link!, candidate).pathname);
  await hire.page.locator('[name="password_new"]').fill('a password of my own');
  await hire.press('accept-invitation', /./);
  await expect(hire.page.locator('.lamp').first()).toContainText('未开始');

  await lessons(hire, 'service-basics');
  await quiz(hire, 'service-basics/quiz', 6);
  await expect(hire.page.locator('.score-word')).toContainText('还差');
  await quiz(hire, 'service-basics/quiz', 0);
  await expect(hire.page.locator('.score-word')).toContainText('已通过');
  await lessons(hire, 'phone-service');
  await quiz(hire, 'phone-service/quiz', 0);
  await play(hire, 'wrong-department');
  await hire.page.goto('/policies/confidentiality');
  await hire.press('acknowledge', /./);
  await hire.page.goto('/');
  await expect(hire.page.locator('.lamp').first()).toContainText('培训中');

  const trainer = await Person.enter(browser, scripts, phone);
  await signIn(trainer.page, 'trainer');
  for (;;) {
    await trainer.page.goto(`/people/${login}`);
    const signing = trainer.page.locator('form[action="/do/sign-item"]').first();
    if ((await signing.count()) === 0) break;
    await submit(trainer.page, signing.getByRole('button'));
    await trainer.said('已签认');
  }

  const before = new Date().toISOString();
  await supervisor.page.goto('/approvals');
  const approving = supervisor.page.locator(`form[action="/do/approve"]:has(input[value="${login}"])`);
  await submit(supervisor.page, approving.getByRole('button'));
  await supervisor.said('已上岗');

  await hire.page.goto('/');
  await expect(hire.page.locator('.lamp').first()).toContainText('已上岗');
  await hire.page.goto('/me');
  const certificate = hire.page.locator('a[href^="/certificates/"]').first();
  const number = (await certificate.getAttribute('href'))!.split('/').pop()!;
  const stranger = await Person.enter(browser, scripts, phone);
  await stranger.page.goto(`/verify/${number}`);
  await expect(stranger.page.locator('main')).toContainText('有效');
  await expect(stranger.page.locator('body')).not.toContainText(name);

  for (const person of [recruiter, supervisor, hire, trainer, stranger]) await person.leave();
  return { login, before };
}

function shanggang(...args: string[]): string {
  return execFileSync(binary, args, { encoding: 'utf8' });
}

for (const scripts of [true, false]) {
  test(`from the interview to serving customers, ${scripts ? 'with' : 'without'} scripts`, async ({ browser, request }, info) => {
    test.skip((info.project.name === 'desktop') !== scripts, 'told once on each');
    test.setTimeout(600_000);
    const { login, before } = await tell(browser, scripts, !scripts);

    const token = shanggang('token', 'add', '--name', login, '--data', data).trim().split(/\s+/).pop()!;
    const path = `/api/v1/roles/phone-agent/people/${login}/gate`;
    const answer = await request.get(path, { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json()).toMatchObject({ live: true, status: 'live' });
    const gate = ['gate', '--data', data, '--role', 'phone-agent', '--person', login, '--format', 'json'];
    expect(JSON.parse(shanggang(...gate))).toMatchObject({ live: true });
    expect(JSON.parse(shanggang(...gate, '--as-of', before))).toMatchObject({ live: false, status: 'ready' });
    await afterwards(browser, login, scripts);
  });
}

/** What the story filled is fit to be seen: axe, and the narrowest phone, in both languages and themes. */
async function afterwards(browser: Browser, login: string, scripts: boolean): Promise<void> {
  const looks = scripts
    ? ([['zh-CN', 'light'], ['en', 'dark']] as const)
    : ([['zh-CN', 'dark'], ['en', 'light']] as const);
  const pages: Record<string, string[]> = {
    trainee: ['/', '/courses', '/courses/phone-service', '/courses/phone-service/greeting', '/practice', '/phrases', '/knowledge',
      '/knowledge/not-sure', '/glossary', '/me',
      '/policies/confidentiality', '/quizzes/phone-service/quiz', '/scenarios/late-delivery', '/search?q=客户', '/password'],
    trainer: ['/', '/people', `/people/${login}`, '/ratings', '/studio'],
    supervisor: ['/', '/people', '/approvals', '/candidates'],
    admin: ['/', '/admin'],
  };
  for (const [lang, theme] of looks) {
    for (const [who, paths] of Object.entries(pages)) {
      const person = await Person.enter(browser, true, false);
      const url = test.info().project.use.baseURL!;
      await person.context.addCookies([{ name: 'theme', value: theme, url }, { name: 'language', value: lang, url }]);
      await signIn(person.page, who);
      for (const path of paths) {
        await test.step(`${who} ${path} ${lang} ${theme}`, async () => {
          await person.page.goto(path);
          await axe(person.page);
          await expectNoSidewaysScroll(person.page);
        });
      }
      await person.leave();
    }
  }
}
