//! The documents of the canary's content folder. `@` stands for a quiz's name, `NUMBER` and `TOLERANCE` for its figures.

pub(super) const QUIZ: &str = "
## canary-@-id-single

选一个。

- [ ] 红
  > canary-@-single-wrong
- [x] 绿
  > canary-@-single-right

> canary-@-single-why

## canary-@-id-several

选几个。

- [ ] 一
  > canary-@-several-wrong
- [x] 二
  > canary-@-several-right
- [x] 三

> canary-@-several-why

## canary-@-id-words

写词。

= canary-@-words-first
= canary-@-words-second

> canary-@-words-why

## canary-@-id-figure

多少？

= NUMBER ± TOLERANCE

> canary-@-figure-why

## canary-@-id-order
`order`

排一排。

1. 先
2. 再
3. 后

> canary-@-order-why

## canary-@-id-pairs
`match`

| 左 | 右 |
|---|---|
| 甲 | 子 |
| 乙 | 丑 |

> canary-@-pairs-why

## canary-@-id-gaps

说什么？先说 {{canary-@-gap-first|canary-@-gap-second}}，再{{挂/*等}}。

> canary-@-gaps-why
";

pub(super) const LETTER: &str = "---
format: quiz/1
title: 书信
pass: 50%
show: { after-submit: [score, own, feedback, answers] }
---

## canary-letter-id
`essay`

写一封信。

- 语气 (0..3): canary-letter-guide

> canary-letter-why
";

pub(super) const LESSON: &str = "---
format: lesson/1
title: 问候
complete: checks
---

先问好。

## check-one

选一个。

- [ ] 红
  > canary-check-single-wrong
- [x] 绿
  > canary-check-single-right

> canary-check-single-why

## check-two

写词。

= canary-check-words

> canary-check-words-why

## check-three

多少？

= NUMBER ± TOLERANCE

> canary-check-figure-why

## check-four

先说{{canary-check-gap}}。

> canary-check-gap-why
";

pub(super) const SCENARIO: &str = r#"---
format: scenario/1
title: 一封急信
channel: chat
start: canary-play-node-open
pass: 60
criteria:
  canary-play-criterion: { title: 共情, weight: 615927.25, max: 997 }
  timely: { title: 时效, weight: 1, max: 2 }
vars:
  canary-play-var: { min: 0, max: 983, start: 0 }
---

客户在等一封急信。

## canary-play-node-open

`within 30s else #canary-play-node-left`

> **王女士**：在吗？

- [在，马上查。](#canary-play-node-more) `canary-play-criterion +977`
  > canary-play-taken
- [等会儿。](#canary-play-node-more) `canary-play-var +983`
  > canary-play-other
- [不归我管。](#canary-play-node-left) `critical customer`
  > canary-play-critical

## canary-play-node-more

`within 30s`

> **王女士**：好。

- [给您写一封信。](#canary-play-node-first)
  > canary-play-also-taken
- [canary-play-hidden](#canary-play-node-left) `if canary-play-var >= 983`
  > canary-play-hidden-why

## canary-play-node-first

> **王女士**：写给我。

```reply
to: #canary-play-node-done
must: canary-play-must|九点
ban: canary-play-ban|滚
rate: canary-play-criterion 0..20
max: 400
anchor: canary-play-criterion 0 canary-anchor-none
anchor: canary-play-criterion 20 canary-anchor-all
guide: canary-guide
```

## canary-play-node-done

信送到了。

**End:** pass

## canary-play-node-left

客户走了。

**End:** fail

## Tests

- canary-play-node-open 1, canary-play-node-more 1, canary-play-node-first "canary-play-tested" canary-play-criterion 20 → 100 pass
- canary-play-node-open 3 → fail
"#;

pub(super) const KIT: &str = "---
format: interview/1
title: canary-kit-title
roles: [phone-agent]
raters: 2
pass: 65
competencies:
  canary-kit-id: { title: canary-kit-competency, weight: 115927.25, min: 2.5 }
---

## canary-kit-item
`question` `rates: canary-kit-id`

canary-kit-question

- 1: canary-kit-low
- 3: canary-kit-middle
- 5: canary-kit-high

## canary-kit-play
`simulation` `rates: canary-kit-id`

canary-kit-situation

### Script

canary-kit-script

- 1: canary-kit-low-play
- 3: canary-kit-middle-play
- 5: canary-kit-high-play

## canary-kit-typing
`measure` `threshold >= 8215927 wpm`

canary-kit-measure
";

pub(super) const REVIEW: &str = "---
format: review/1
title: canary-review-title
pass: 60
criteria:
  canary-review-criterion: { title: canary-review-name, weight: 325926.25 }
critical:
  canary-review-critical: canary-review-critical-name
---

## canary-review-criterion

- 1: canary-review-low
- 3: canary-review-middle
- 5: canary-review-high
";

pub(super) const ROLE: &str = "---
format: role/1
title: 电话客服专员
probation: { length: 3mo, reviews: { monthly: monthly } }
requires:
  - course: desk
  - quiz: desk/exam
  - quiz: desk/silent
  - quiz: desk/letter
  - scenario: letter
  - acknowledge: secrecy
  - sign-off: floor
  - approve: supervisor
---
";

pub(super) const POLICY: &str = "---
format: policy/1
title: 保密
version: 1
---

不说。
";

pub(super) const CHECKLIST: &str = "---
format: checklist/1
title: 现场
---

- greet: 开场完整
- log: 记录完整
";
