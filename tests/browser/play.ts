// What the browser tests of role-plays share: beginning one, answering, and a small scenario for a server of one's own.
import { type Page } from '@playwright/test';
import { expect, submit } from './support';

/** Begins a play of a scenario, assessed or as practice. */
export async function beginPlay(page: Page, scenario: string, mode: 'assessed' | 'practice'): Promise<void> {
  await page.goto(`/scenarios/${scenario}`);
  const form = 'form[action="/do/start-play"]';
  const practice = `${form}:has(input[name="mode"][value="practice"]) button`;
  const assessed = `${form}:not(:has(input[name="mode"])) button`;
  await submit(page, page.locator(mode === 'practice' ? practice : assessed));
  await expect(page).toHaveURL(/\/plays\//);
}

/** Waits until the page's scripts are at work; a form that is sent before is sent as without scripts. */
export async function awake(page: Page): Promise<void> {
  await expect(page.locator('#play-link')).toHaveAttribute('data-awake', '');
}

/** The step that the page's forms are about. */
export async function step(page: Page): Promise<number> {
  return Number(await page.locator('form[action="/do/answer-play"] input[name="seq"]').first().inputValue());
}

/** Answers whatever is asked, as often as it takes to come to the end: the choice with this number, or these words. */
export async function playToEnd(page: Page, choice: number, reply = '抱歉，我马上为您查，明早九点前答复您。'): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    const form = page.locator('#play-answer');
    const timeOut = page.locator('#play-time-out:visible');
    if ((await form.count()) === 0 && (await timeOut.count()) === 0) return;
    const before = page.url();
    if (await timeOut.count()) {
      await submit(page, timeOut.locator('button'));
    } else if (await form.locator('textarea').count()) {
      await form.locator('textarea').fill(reply);
      await submit(page, form.locator('button:not([type="button"])').last());
    } else {
      const choices = form.locator('.choice');
      const shown = await choices.count();
      const button = shown ? choices.nth(Math.min(choice, shown) - 1) : form.locator('button');
      await submit(page, button);
    }
    expect(page.url() === before && turn > 38, 'the play goes on').toBe(false);
  }
  throw new Error('the play has no end');
}

/** A scenario with limits of seconds; `open` leads to `late` when its time is up. */
export function timed(seconds: number, channel = 'chat'): string {
  return `---
format: scenario/1
title: 快问快答
channel: ${channel}
start: open
pass: 50
criteria:
  polite: { title: 礼貌, weight: 100, max: 2 }
---

客户在等。

## open

\`within ${seconds}s else #late\`

> **王女士**：在吗？

- [在，请讲。](#write) \`polite +1\`
  > 先应一声。
- [等一下。](#write)
  > 她已经在等了。

## write

> **王女士**：写给我。

\`\`\`reply
to: #more
must: 您好
rate: polite 0..1
max: 200
\`\`\`

## more

> **王女士**：还有吗？

- [没有了。](#done)
  > 说清楚就好。
- [有。](#done)
  > 也好。

## done

她走了。

**End:** pass

## late

王女士挂断了。

**End:** fail
`;
}
