//! What the table says, in both languages.

use domain::{
    scenario::{
        Critical,
        play::{Mistake, PlayError},
    },
    score::Milli,
};

use crate::cli::language::Language;

/// What the table says itself.
pub(super) struct Words {
    pub(super) how: &'static str,
    pub(super) what: &'static str,
    pub(super) within: &'static str,
    pub(super) write: &'static str,
    pub(super) go_on: &'static str,
    /// What takes the last answer back.
    pub(super) back: &'static str,
    pub(super) banned: &'static str,
    /// What is said when nothing more is typed before an end.
    pub(super) unfinished: &'static str,
    language: Language,
}

/// What a play came to.
pub(super) struct Verdict<'m> {
    pub(super) score: Milli,
    pub(super) pass: Milli,
    pub(super) passed: bool,
    /// Replies that nobody rated could still make it a pass.
    pub(super) open: bool,
    pub(super) mistakes: &'m [Mistake],
}

static CHINESE: Words = Words {
    how: "输入选项的数字或要说的话，按回车；输入 < 撤回上一句。",
    what: "没有这个选项，请再输入一次。",
    within: "限时",
    write: "写下你的回复，字数最多",
    go_on: "按回车继续：",
    back: "<",
    banned: "不该说：",
    unfinished: "输入已经结束，这一局没有演完。",
    language: Language::Chinese,
};

static ENGLISH: Words = Words {
    how: "Type the number of a choice or what you would say, then Enter; < takes the last line back.",
    what: "There is no such choice. Try again.",
    within: "within",
    write: "Write your reply; characters at most:",
    go_on: "Enter to go on:",
    back: "<",
    banned: "not to be said:",
    unfinished: "Nothing more was typed: the play was not finished.",
    language: Language::English,
};

impl Words {
    /// In this language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &CHINESE,
            Language::English => &ENGLISH,
        }
    }

    /// A critical error in words.
    pub(super) fn critical(&self, critical: Critical) -> &'static str {
        let (zh, en) = match critical {
            Critical::Customer => ("致命错误 · 客户", "critical error · customer"),
            Critical::Business => ("致命错误 · 业务", "critical error · business"),
            Critical::Compliance => ("致命错误 · 合规", "critical error · compliance"),
        };
        self.one_of(zh, en)
    }

    /// Why a line changed nothing.
    pub(super) fn refusal(&self, error: &PlayError) -> String {
        let (zh, en) = match error {
            PlayError::Empty => ("请写点什么再按回车。", "Write something before you press Enter."),
            PlayError::TooLong { max } => {
                return match self.language {
                    Language::Chinese => format!("回复太长，最多 {max} 个字。"),
                    Language::English => format!("The reply is too long: at most {max} characters."),
                };
            }
            PlayError::NothingToTakeBack => ("前面没有可以撤回的话。", "There is nothing to take back."),
            PlayError::NoSuchChoice | PlayError::Hidden => (self.what, self.what),
            PlayError::Finished => ("这一局已经结束。", "The play is over."),
            PlayError::PracticeOnly => ("只有练习时才能这样做。", "This can be done in practice only."),
            PlayError::NotHere | PlayError::NotThisWay | PlayError::NotTimedOut => {
                ("这里不能这样继续。", "It does not go on in this way.")
            }
            PlayError::IsPaused => ("这一局暂停了。", "The play is paused."),
            PlayError::NotPaused => ("这一局没有暂停。", "The play is not paused."),
            PlayError::Nowhere => ("这里没有通向任何节点。", "This leads nowhere."),
        };
        self.one_of(zh, en).to_owned()
    }

    /// What a play came to, in a line: `82.5, not passed (1 customer-critical) · pass mark 80`.
    pub(super) fn verdict(&self, verdict: &Verdict<'_>) -> String {
        let Verdict {
            score,
            pass,
            mistakes,
            ..
        } = verdict;
        let shown = shown(*score, *pass);
        let word = match (verdict.passed, verdict.open) {
            (true, _) => self.one_of("达标", "passed"),
            (false, true) => self.one_of(
                "只是部分得分，回复没有人评分",
                "part of the points, nobody rated the replies",
            ),
            (false, false) => self.one_of("未达标", "not passed"),
        };
        let kinds = [
            (Critical::Customer, "客户", "customer"),
            (Critical::Business, "业务", "business"),
            (Critical::Compliance, "合规", "compliance"),
        ];
        let made = kinds.into_iter().filter_map(|(kind, zh, en)| {
            let count = mistakes.iter().filter(|mistake| mistake.critical == kind).count();
            let told = match self.language {
                Language::Chinese => format!("{zh}致命错误 {count} 个"),
                Language::English => format!("{count} {en}-critical"),
            };
            (count > 0).then_some(told)
        });
        let made = made.collect::<Vec<_>>().join(self.one_of("，", ", "));
        match (self.language, made.is_empty()) {
            (Language::Chinese, true) => format!("{shown} 分，{word} · 达标线 {pass}"),
            (Language::Chinese, false) => format!("{shown} 分，{word}（{made}）· 达标线 {pass}"),
            (Language::English, true) => format!("{shown}, {word} · pass mark {pass}"),
            (Language::English, false) => format!("{shown}, {word} ({made}) · pass mark {pass}"),
        }
    }

    fn one_of(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

/// A score to one decimal, on its side of the pass mark.
fn shown(score: Milli, pass: Milli) -> String {
    let near = Milli(score.tenths() * 100);
    if (near >= pass) == (score >= pass) {
        near.shown()
    } else {
        score.beside(pass).shown()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::scenario::play::Did;

    fn verdict(language: Language, score: i64, passed: bool, open: bool, criticals: &[Critical]) -> String {
        let mistake = |critical: &Critical| Mistake {
            node: 0,
            did: Did::Chose(0),
            critical: *critical,
        };
        Words::of(language).verdict(&Verdict {
            score: Milli(score),
            pass: Milli::whole(80),
            passed,
            open,
            mistakes: &criticals.iter().map(mistake).collect::<Vec<_>>(),
        })
    }

    #[test]
    fn a_verdict_is_score_word_and_pass_mark() {
        let english =
            |score, passed, open, criticals| verdict(Language::English, score, passed, open, criticals);
        assert_eq!(
            english(82_500, false, false, &[Critical::Customer]),
            "82.5, not passed (1 customer-critical) · pass mark 80"
        );
        assert_eq!(english(100_000, true, false, &[]), "100, passed · pass mark 80");
        assert_eq!(
            english(79_967, false, false, &[]),
            "79.9, not passed · pass mark 80"
        );
        assert_eq!(
            english(79_000, false, true, &[]),
            "79, part of the points, nobody rated the replies · pass mark 80"
        );
        assert_eq!(
            verdict(
                Language::Chinese,
                0,
                false,
                false,
                &[Critical::Business, Critical::Customer, Critical::Business]
            ),
            "0 分，未达标（客户致命错误 1 个，业务致命错误 2 个）· 达标线 80"
        );
    }
}
