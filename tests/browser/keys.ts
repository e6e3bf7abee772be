// The right answers of the shipped quizzes, read from the content as a trainer writes it, and a person who
// gives them (or wrong ones) on the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const content = join(import.meta.dirname, '../../content');

type Answer =
  | { kind: 'options'; right: string[]; all: string[] }
  | { kind: 'text'; value: string }
  | { kind: 'order'; items: string[] }
  | { kind: 'match'; pairs: [string, string][] }
  | { kind: 'gaps'; values: string[] };

type Question = { prompt: string; answer: Answer };

function standards(): Map<string, string> {
  const text = readFileSync(join(content, 'standards.md'), 'utf8');
  const rows = text.matchAll(/^ {2}([a-z0-9-]+):\s*\{.*value:\s*([^}]+?)\s*\}/gm);
  return new Map([...rows].map(([, id, value]) => [id, value]));
}

/** Markdown as the page shows it: no marks, one kind of space. */
const plain = (text: string) => text.replace(/[*`]/g, '').replace(/\s+/g, ' ').trim();

function gapValue(gap: string): string {
  const star = gap.split('/').find((option) => option.startsWith('*'));
  return star ? star.slice(1) : gap.split('|')[0];
}

function read(section: string): Question {
  const lines = section.split('\n').slice(1).filter((line) => !/^(`[^`]+`\s*)+$/.test(line));
  const at = lines.findIndex((line) => /^(- \[|= |1\. |\|)/.test(line));
  const prompt = lines.slice(0, at < 0 ? lines.findIndex((line) => line.startsWith('>')) : at).join(' ');
  const rest = at < 0 ? [] : lines.slice(at);
  const gaps = [...prompt.matchAll(/\{\{(.+?)\}\}/g)].map(([, gap]) => gapValue(gap));
  if (gaps.length > 0) return { prompt: plain(prompt.split('{{')[0]), answer: { kind: 'gaps', values: gaps } };
  const options = rest.map((line) => /^- \[([ x])\] (.+)$/.exec(line)).filter((found) => found !== null);
  const answer = (): Answer => {
    if (options.length > 0) {
      const all = options.map(([, , text]) => plain(text));
      return { kind: 'options', all, right: options.filter(([, tick]) => tick === 'x').map(([, , text]) => plain(text)) };
    }
    const typed = rest.find((line) => line.startsWith('= '));
    if (typed) return { kind: 'text', value: /^= [-+\d]/.test(typed) ? typed.match(/[-+\d.]+/)![0] : typed.slice(2) };
    const cells = rest.filter((line) => line.startsWith('|')).slice(2).map((line) => line.split('|').slice(1, 3).map(plain));
    if (cells.length > 0) return { kind: 'match', pairs: cells as [string, string][] };
    return { kind: 'order', items: rest.filter((line) => /^\d+\. /.test(line)).map((line) => plain(line.replace(/^\d+\. /, ''))) };
  };
  return { prompt: plain(prompt), answer: answer() };
}

/** The sections of `course/name` that begin with a level-2 heading, standards filled in. */
function sections(name: string): string[] {
  const values = standards();
  const text = readFileSync(join(content, 'courses', `${name}.md`), 'utf8');
  const filled = text.replace(/\{\{std\.([a-z0-9-]+)\}\}/g, (_, id: string) => values.get(id)!);
  return filled.split(/^## /m).slice(1);
}

/** Every question of `course/quiz`, with its right answer. */
export function keys(quiz: string): Question[] {
  return sections(quiz).map(read);
}

/** Answers the checks of `course/lesson` rightly, one after the other. */
export async function answerChecks(page: Page, lesson: string): Promise<void> {
  for (const section of sections(lesson).filter((section) => section.startsWith('check-'))) {
    const id = section.split('\n')[0].trim();
    const form = page.locator(`form[action="/do/answer-check"]:has(input[name="check"][value="${id}"])`);
    if ((await form.count()) === 0) continue;
    await give(form, read(section).answer);
    await form.getByRole('button').first().click();
    // Answered: with scripts in its place, without on the page the form leads back to.
    await expect(page.locator(`#${id}:not(:has(form))`)).toBeVisible();
    await page.waitForLoadState();
  }
}

const spaces = (text: string) => text.replace(/\s+/g, '');

/** Brings items into order: with scripts row by row to its place, without by numbers. */
async function order(question: Locator, items: string[]): Promise<void> {
  const rows = question.locator('.answer-row');
  const shown = async () => (await rows.locator('label').allInnerTexts()).map(spaces);
  if ((await question.locator('.answer-rows[data-moves]').count()) === 0) {
    for (const [at, text] of (await shown()).entries()) {
      const place = items.findIndex((item) => text.includes(spaces(item)));
      await rows.nth(at).locator('select').selectOption({ index: place + 1 });
    }
    return;
  }
  for (const [place, item] of items.entries()) {
    let at = (await shown()).findIndex((text) => text.includes(spaces(item)));
    for (; at > place; at -= 1) await rows.nth(at).locator('[data-move="up"]').click();
  }
  const keep = question.locator('[data-move="none"]');
  if (await keep.isVisible()) await keep.click();
}

async function give(question: Locator, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'options':
      for (const text of answer.right) {
        const options = question.locator('label.option');
        for (const option of await options.all()) {
          const shown = await option.locator('.option-text').innerText();
          if (spaces(shown) === spaces(text)) await option.locator('input').check();
        }
      }
      break;
    case 'text':
      await question.locator('input, textarea').first().fill(answer.value);
      break;
    case 'order':
      await order(question, answer.items);
      break;
    case 'match':
      for (const row of await question.locator('.answer-row').all()) {
        const shown = spaces(await row.locator('label').innerText());
        const right = answer.pairs.find(([left]) => shown.includes(spaces(left)))![1];
        await row.locator('select').selectOption({ label: right });
      }
      break;
    case 'gaps': {
      const gaps = await question.locator('.gap').all();
      for (const [index, gap] of gaps.entries()) {
        const isList = (await gap.evaluate((element) => element.tagName)) === 'SELECT';
        if (isList) await gap.selectOption({ label: answer.values[index] });
        else await gap.fill(answer.values[index]);
      }
    }
  }
}

/** Answers every question on the page rightly, but for the first `wrong` ones, which stay open. */
export async function answerQuiz(page: Page, quiz: string, wrong = 0): Promise<void> {
  const known = keys(quiz);
  const questions = await page.locator('fieldset.question').all();
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions.slice(wrong)) {
    const shown = spaces(await question.innerText());
    const found = known.filter(({ prompt }) => shown.includes(spaces(prompt)));
    expect(found.length, shown).toBeGreaterThan(0);
    found.sort((a, b) => b.prompt.length - a.prompt.length);
    await give(question, found[0].answer);
  }
}
