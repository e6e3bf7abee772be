// Judging a typed reply: a second rater, a third where they differ, a dispute, an amended rating; with and without scripts.
import { type Page } from '@playwright/test';
import { OwnServer, person, quiz } from './own-server';
import { axe, expect, expectNoSidewaysScroll, submit, test } from './support';

test.afterEach(() => OwnServer.stopAll());

const SCENARIO = `---
format: scenario/1
title: 一封急信
channel: chat
start: open
pass: 60
criteria:
  care: { title: 共情, weight: 1, max: 2 }
---

客户在等一封急信。

## open

> **王女士**：信还没到，怎么办？

\`\`\`reply
to: #done
must: 抱歉
ban: 走开
rate: care 0..2
anchor: care 0 没有道歉
anchor: care 1 道了歉，没有说下一步
anchor: care 2 道了歉，也说了下一步
guide: 为久等道歉，什么时候都对；是谁的错还没查清。
\`\`\`

## done

王女士挂了电话。

**End:** pass

## Tests

- open "抱歉" care 2 → 100 pass
`;

type Judged = { care: number; banned: boolean; sentence: string };

/** Fills in what a rater says, on whichever form is there. */
async function say(page: Page, form: string, { care, banned, sentence }: Judged): Promise<void> {
  const fields = page.locator(`form[action="/do/${form}"]`);
  for (const box of await fields.locator('input[type="checkbox"]').all()) await box.uncheck();
  await fields.getByLabel(sentence, { exact: true }).check();
  await fields.locator(`input[name="points-care"][value="${care}"]`).check();
  await fields.locator(`input[name="banned"][value="${banned ? 'yes' : 'no'}"]`).check();
}

async function rate(page: Page, judged: Judged, note: string): Promise<void> {
  await page.goto('/ratings');
  await say(page, 'rate-reply', judged);
  await page.locator('form[action="/do/rate-reply"] [name="note"]').fill(note);
  await submit(page, page.locator('form[action="/do/rate-reply"] button'));
  await expect(page.locator('.flash')).toContainText('评分已保存');
}

for (const scripts of [true, false]) {
  test(`a reply is judged by several, disputed and amended, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    test.slow();
    const server = await OwnServer.start(quiz(''), { 'scenarios/letter.md': SCENARIO });
    for (const login of ['two', 'three']) server.add(login, 'trainer');
    const learner = await person(browser, server, 'trainee', scripts);
    const [one, two, three] = [
      await person(browser, server, 'trainer', scripts),
      await person(browser, server, 'two', scripts),
      await person(browser, server, 'three', scripts),
    ];

    await learner.goto('/scenarios/letter');
    await submit(learner, learner.locator('form[action="/do/start-play"]:not(:has([name="mode"])) button'));
    await learner.locator('[name="reply"]').fill('抱歉让您久等。您走开，我这就查！');
    await submit(learner, learner.locator('form[action="/do/answer-play"] button'));
    // Without the fragment, going there again loads the page again.
    const play = learner.url().split('#')[0]!;
    const outcome = learner.locator('.score-word');
    await expect(outcome).toHaveAttribute('data-outcome', 'pending');

    await one.goto('/ratings');
    const queue = one.locator('main');
    for (const text of ['道了歉，没有说下一步', '是谁的错还没查清', '抱歉让您久等。']) await expect(queue).toContainText(text);
    await expect(queue).not.toContainText('演示学员');
    await expectNoSidewaysScroll(one);
    if (scripts) await axe(one);
    await rate(one, { care: 2, banned: false, sentence: '抱歉让您久等。' }, '先道了歉。');
    await expect(one.locator('.empty')).toBeVisible();
    await rate(two, { care: 0, banned: true, sentence: '您走开，我这就查！' }, '不能这样说话。');
    await learner.goto(play);
    await expect(outcome).toHaveAttribute('data-outcome', 'pending');
    await expect(learner.locator('main')).not.toContainText('先道了歉');
    await rate(three, { care: 1, banned: false, sentence: '抱歉让您久等。' }, '少了下一步。');

    await learner.goto(play);
    await expect(outcome).toHaveAttribute('data-outcome', 'failed');
    await expect(learner.locator('.quoted')).toHaveText(['抱歉让您久等。', '您走开，我这就查！', '抱歉让您久等。']);
    await expect(learner.locator('.line-note')).toContainText('少了下一步');
    await expectNoSidewaysScroll(learner);
    if (scripts) await axe(learner);
    const objection = learner.locator('form[action="/do/dispute-play"]');
    await learner.locator('details.confirm', { has: objection }).locator('summary').click();
    await objection.locator('[name="reason"]').fill('“我这就查”就是下一步。');
    await submit(learner, objection.locator('button'));
    await expect(outcome).toHaveAttribute('data-outcome', 'pending');
    await expect(learner.locator('.flash')).toContainText('现在没有别的培训师能看');
    await expect(objection).toHaveCount(0);

    server.add('four', 'trainer');
    const four = await person(browser, server, 'four', scripts);
    await four.goto('/ratings');
    await expect(four.locator('main')).toContainText('“我这就查”就是下一步。');
    if (scripts) await axe(four);
    await rate(four, { care: 2, banned: false, sentence: '您走开，我这就查！' }, '下一步有了。');
    await learner.goto(play);
    await expect(outcome).toHaveAttribute('data-outcome', 'passed');
    await expect(learner.locator('main')).toContainText('原来 50 分');
    await expect(learner.locator('.criterion-points')).toHaveText('1.5 / 2');

    await four.goto('/ratings/mine');
    await expectNoSidewaysScroll(four);
    if (scripts) await axe(four);
    await submit(four, four.locator('.row-title'));
    await say(four, 'amend-rating', { care: 1, banned: false, sentence: '您走开，我这就查！' });
    await four.locator('[name="reason"]').fill('点错了一格。');
    // Scrolled down, what lies half below the bar at the top would count as too small.
    if (scripts) await four.evaluate(() => scrollTo(0, 0));
    if (scripts) await axe(four);
    await submit(four, four.locator('form[action="/do/amend-rating"] button'));
    await expect(four.locator('.flash')).toContainText('评分已修改');
    await submit(four, four.locator('.row-title'));
    await expect(four.locator('.timeline')).toContainText('点错了一格。');
    await expectNoSidewaysScroll(four);
    await learner.goto(play);
    await expect(outcome).toHaveAttribute('data-outcome', 'failed');
    await expect(learner.locator('.criterion-points')).toHaveText('1 / 2');
  });
}

for (const scripts of [true, false]) {
  test(`who disputes where nobody else can look is told so before, and may withdraw, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const server = await OwnServer.start(quiz(''), { 'scenarios/letter.md': SCENARIO });
    const learner = await person(browser, server, 'trainee', scripts);
    const one = await person(browser, server, 'trainer', scripts);
    await learner.goto('/scenarios/letter');
    await submit(learner, learner.locator('form[action="/do/start-play"]:not(:has([name="mode"])) button'));
    await learner.locator('[name="reply"]').fill('抱歉让您久等。我这就查。');
    await submit(learner, learner.locator('form[action="/do/answer-play"] button'));
    const play = learner.url().split(/[?#]/)[0]!;
    await expect(learner.locator('.score-figure')).toHaveText('–');
    await expect(learner.locator('.criterion-points')).toHaveText('待评 / 2');
    await rate(one, { care: 1, banned: false, sentence: '抱歉让您久等。' }, '少了下一步。');
    await learner.goto(play);
    await expect(learner.locator('.score-figure')).toContainText('50');
    const objection = learner.locator('form[action="/do/dispute-play"]');
    await learner.locator('details.confirm', { has: objection }).locator('summary').click();
    await expect(learner.locator('details.confirm')).toContainText('现在找不齐没评过的培训师');
    await objection.locator('[name="reason"]').fill('“我这就查”就是下一步。');
    await submit(learner, objection.locator('button'));
    await expect(learner.locator('.score-figure')).toHaveText('–');
    await expect(learner.locator('main')).not.toContainText('少了下一步');
    await expectNoSidewaysScroll(learner);
    if (scripts) await axe(learner);
    await submit(learner, learner.getByRole('button', { name: '撤回异议' }));
    await expect(learner.locator('.score-figure')).toContainText('50');
    await expect(learner.locator('main')).toContainText('少了下一步');
    await expect(objection).toHaveCount(0);
    await learner.context().close();
    await one.context().close();
  });
}
