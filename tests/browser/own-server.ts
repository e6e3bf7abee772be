// A server of a test's own, on content the test writes: for rules that the shipped courses do not use.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type Page } from '@playwright/test';
import { DEMO_PASSWORD, expect, signIn, submit, test } from './support';

const binary = process.env.SHANGGANG_BINARY ?? join(import.meta.dirname, '../../target/debug/shanggang');

const SITE = `---
format: site/1
name: 测试
language: zh-CN
languages: [zh-CN]
time-zone: Asia/Shanghai
---
`;

const ROLE = `---
format: role/1
title: 前台
requires:
  - quiz: desk/quiz
---

前台接待。
`;

const COURSE = `---
format: course/1
title: 前台课程
lessons:
  - hello
---

前台。
`;

const LESSON = `---
format: lesson/1
title: 问候
minutes: 5
---

先问候，再问客户要办什么。
`;

/** The front matter of a quiz with these rules, and two questions of one choice each: the first option is right. */
export function quiz(rules: string, hint = ''): string {
  const question = (id: string, text: string) =>
    `\n## ${id}\n\n${text}\n\n- [x] 先问候客户\n- [ ] 先看手机\n  > 客户正看着你。\n${hint}`;
  const questions = question('one', '客户走到面前时先做什么？') + question('two', '客户打电话来时先做什么？');
  return `---\nformat: quiz/1\ntitle: 前台测验\npass: 80%\nshuffle: []\n${rules}\n---\n${questions}`;
}

export class OwnServer {
  private static readonly running = new Set<OwnServer>();

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly process: ChildProcess,
  ) {}

  /** Starts with one quiz, `desk/quiz`, which the demo accounts' role asks for, and with what else is given: path and text. */
  static async start(quiz: string, more: Record<string, string> = {}): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'shanggang-'));
    const files = {
      'site.md': SITE,
      'roles/phone-agent.md': ROLE,
      'courses/desk/course.md': COURSE,
      'courses/desk/hello.md': LESSON,
      'courses/desk/quiz.md': quiz,
      ...more,
    };
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, 'content', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const args = ['serve', '--demo', '--addr', '127.0.0.1:0', '--log', 'warn'];
    args.push('--data', join(folder, 'data'), '--content', join(folder, 'content'));
    const server = spawn(binary, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: server.stdout! })) {
      const url = line.match(/^ready: (.*)$/)?.[1];
      if (!url) continue;
      const own = new OwnServer(url, folder, server);
      OwnServer.running.add(own);
      return own;
    }
    throw new Error('the server did not start');
  }

  /** Adds an account, with the demo's password. */
  add(login: string, access: string): void {
    const args = ['user', 'add', '--data', join(this.folder, 'data'), '--login', login, '--name', login, '--access', access, '--password-stdin'];
    execFileSync(binary, args, { input: `${DEMO_PASSWORD}\n` });
  }

  /** Writes the quiz anew; publishing is the trainer's. */
  write(quiz: string): void {
    writeFileSync(join(this.folder, 'content/courses/desk/quiz.md'), quiz);
  }

  /** Ends every server of this worker: after each test, however it went. */
  static stopAll(): void {
    for (const own of OwnServer.running) {
      own.process.kill();
      rmSync(own.folder, { recursive: true, force: true });
    }
    OwnServer.running.clear();
  }
}

/** Somebody signed in at a server of the test's own, in a browser of their own. */
export async function person(browser: Browser, server: OwnServer, login: string, scripts = true): Promise<Page> {
  const { viewport, locale } = test.info().project.use;
  const context = await browser.newContext({ baseURL: server.url, viewport, locale, javaScriptEnabled: scripts });
  const page = await context.newPage();
  await signIn(page, login);
  return page;
}

/** Starts an attempt at the quiz. */
export async function begin(page: Page): Promise<void> {
  await page.goto('/quizzes/desk/quiz');
  await submit(page, page.locator('form[action="/do/start-attempt"] button'));
  await expect(page).toHaveURL(/\/attempts\//);
}
