use domain::scenario::Critical;

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
    pub(super) unrated: &'static str,
    pub(super) passed: &'static str,
    pub(super) not_passed: &'static str,
    customer: &'static str,
    business: &'static str,
    compliance: &'static str,
}

static CHINESE: Words = Words {
    how: "输入选项的数字或要说的话，按回车；输入 < 撤回上一句。",
    what: "没有这个选项，请再输入一次。",
    within: "限时",
    write: "写下你的回复，字数最多",
    go_on: "按回车继续：",
    back: "<",
    banned: "不该说：",
    unrated: "部分得分，回复没有人评分",
    passed: "达标",
    not_passed: "还没达标",
    customer: "致命错误 · 客户",
    business: "致命错误 · 业务",
    compliance: "致命错误 · 合规",
};

static ENGLISH: Words = Words {
    how: "Type the number of a choice or what you would say, then Enter; < takes the last line back.",
    what: "There is no such choice. Try again.",
    within: "within",
    write: "Write your reply; characters at most:",
    go_on: "Enter to go on:",
    back: "<",
    banned: "not to be said:",
    unrated: "part of the points, nobody rated the replies",
    passed: "passed",
    not_passed: "not passed",
    customer: "critical error · customer",
    business: "critical error · business",
    compliance: "critical error · compliance",
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
        match critical {
            Critical::Customer => self.customer,
            Critical::Business => self.business,
            Critical::Compliance => self.compliance,
        }
    }
}
