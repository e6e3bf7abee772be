//! Every kind of question, written in every way it can be.

use super::super::*;
use super::quiz_of;
use crate::lang::Text;
use crate::score::Milli;

/// A pool with every kind and every chip; the first question stands in line 6.
pub(super) const KINDS: &str = include_str!("kinds.md");

#[test]
fn every_kind_reads_clean() {
    let (quiz, said) = quiz_of("", KINDS);
    assert_eq!(said, "");
    assert_eq!(
        quiz.intro.default(),
        "<p>先看一遍<a href=\"https://example.com\">说明</a>。</p>"
    );
    assert_eq!(quiz.questions.len(), 13);
}

fn read(id: &str) -> Question {
    let (quiz, _) = quiz_of("", KINDS);
    quiz.question(id).cloned().expect("a question")
}

fn words(accepted: &[Accepted]) -> Vec<&str> {
    accepted.iter().map(|accepted| accepted.text.as_str()).collect()
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(Text::default).collect()
}

#[test]
fn choices() {
    let single = read("single");
    assert_eq!(
        single.prompt.default(),
        "<blockquote><p>客户：怎么这么久？</p></blockquote><p>第一句说什么？</p>"
    );
    assert_eq!((single.points, single.tags.len()), (Milli(1500), 2));
    let Kind::Choice {
        options, multiple, ..
    } = &single.kind
    else {
        panic!("a choice")
    };
    assert!(!multiple);
    assert_eq!(options[1].text.default(), "您好，<code>上岗</code>客服。");
    assert!(options[2].text.default().starts_with("<img "));

    let Kind::Choice {
        multiple: true,
        all_or_nothing: false,
        ..
    } = read("several").kind
    else {
        panic!("several")
    };
    let chips = read("chips");
    assert_eq!(chips.points, Milli(0));
    let Kind::Choice {
        multiple: true,
        all_or_nothing: true,
        ..
    } = chips.kind
    else {
        panic!("by its chips")
    };
    let Kind::Choice {
        multiple: false,
        options,
        ..
    } = read("true-false").kind
    else {
        panic!("true or false")
    };
    assert_eq!(options.len(), 2);
}

#[test]
fn short_answers_and_numbers() {
    let short = read("short");
    assert_eq!(short.prompt.default(), "<p>先征得什么？</p>");
    assert_eq!(short.explanation.unwrap().default(), "<p>先问再转。</p>");
    let Kind::Short {
        accepted,
        contains: false,
    } = short.kind
    else {
        panic!("a short answer")
    };
    assert_eq!(words(&accepted), ["同意", "许可"]);
    let Kind::Short {
        accepted,
        contains: true,
    } = read("contains").kind
    else {
        panic!("contains")
    };
    assert_eq!(words(&accepted), ["抱歉", "对不起"]);
    let Kind::Short { accepted, .. } = read("text").kind else {
        panic!("a text")
    };
    assert_eq!(words(&accepted), ["95000"]);

    let Kind::Number {
        value,
        tolerance,
        unit,
    } = read("number").kind
    else {
        panic!("a number")
    };
    assert_eq!(
        (value.to_string(), tolerance.to_string()),
        ("24".to_owned(), "0.5".to_owned())
    );
    assert_eq!(unit.unwrap().default(), "kg");
    let Kind::Number {
        value,
        tolerance,
        unit: None,
    } = read("plain-number").kind
    else {
        panic!("a number")
    };
    assert_eq!((value.to_string(), tolerance), ("-5".to_owned(), Decimal::ZERO));
}

#[test]
fn orders_and_matches() {
    let order = read("order");
    assert!(
        order.prompt.default().starts_with("<ol><li>先读题"),
        "an earlier list belongs to the question"
    );
    let Kind::Order { items } = &order.kind else {
        panic!("an order")
    };
    assert_eq!(texts(items), ["问候", "倾听", "记录"]);
    let Kind::Match { columns, pairs } = read("match").kind else {
        panic!("a match")
    };
    assert_eq!(texts(&columns), ["渠道", "时限"]);
    let rights: Vec<_> = pairs.iter().map(|pair| pair.right.default()).collect();
    assert_eq!(rights, ["30 <strong>秒</strong>", "1 分钟", "4 小时"]);
}

#[test]
fn clozes() {
    let cloze = read("cloze");
    assert_eq!(
        cloze.prompt.default(),
        "<p><strong>在线</strong> 在<gap-0>内首答，<code>电话</code>由<gap-1>接听。</p>\
         <blockquote><p>客户说：<gap-2></p></blockquote><p>其他照旧。</p>"
    );
    assert_eq!(cloze.explanation.unwrap().default(), "<p>分渠道记。</p>");
    let Kind::Cloze { gaps } = cloze.kind else {
        panic!("a cloze")
    };
    let Gap::Typed { accepted } = &gaps[0] else {
        panic!("typed")
    };
    assert_eq!(words(accepted), ["三十秒", "30 秒"]);
    let Gap::DropDown { options, right: 1 } = &gaps[1] else {
        panic!("picked")
    };
    assert_eq!(texts(options), ["机器", "专员", "访客"]);
}

#[test]
fn essays() {
    let essay = read("essay");
    assert!(
        essay.prompt.default().contains("<li>落款</li>"),
        "an earlier list belongs to the question"
    );
    let Kind::Essay { criteria } = essay.kind else {
        panic!("an essay")
    };
    let read: Vec<_> = criteria
        .iter()
        .map(|c| (c.name.default(), c.max, c.meaning.default()))
        .collect();
    assert_eq!(read, [("共情", 3, "先道歉"), ("措施", 2, "说清下一步")]);
}

#[test]
fn gaps_are_cut_out_before_markdown_is_read() {
    let body = "## a\n标签 {{<br>}}，**{{`重`}}**，\\{{不是}}，{{a\\|b|_c_}}。\n\n| 渠道 | 时限 |\n|---|---|\n| 在线 | {{30|三十}} 秒 |\n";
    let (quiz, said) = quiz_of("", body);
    assert_eq!(said, "");
    assert_eq!(
        quiz.questions[0].prompt.default(),
        "<p>标签 <gap-0>，<strong><gap-1></strong>，{{不是}}，<gap-2>。</p>\
         <div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"渠道 · 时限\"><table>\
         <thead><tr><th scope=\"col\">渠道</th><th scope=\"col\">时限</th></tr></thead>\
         <tbody><tr><td>在线</td><td><gap-3> 秒</td></tr></tbody></table></div>"
    );
    let Kind::Cloze { gaps } = &quiz.questions[0].kind else {
        panic!("a cloze")
    };
    let Gap::Typed { accepted } = &gaps[2] else {
        panic!("typed")
    };
    assert_eq!(words(accepted), ["a|b", "_c_"]);
}

#[test]
fn a_standard_is_put_in_before_anything_is_read() {
    let (quiz, said) = quiz_of(
        "",
        "## a\n电话在{{{{std.phone-answer}}|一分钟}}内。\n\n## b\n多久？\n= {{std.phone-answer}}\n",
    );
    assert_eq!(said, "");
    let Kind::Cloze { gaps } = &quiz.questions[0].kind else {
        panic!("a cloze")
    };
    let Gap::Typed { accepted } = &gaps[0] else {
        panic!("typed")
    };
    assert_eq!(words(accepted), ["1 分钟", "一分钟"]);
    let Kind::Number { unit, .. } = &quiz.questions[1].kind else {
        panic!("a number")
    };
    assert_eq!(unit.as_ref().unwrap().default(), "分钟");
}
