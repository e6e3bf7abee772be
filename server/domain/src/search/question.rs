use super::fold::{fold, is_wide};

/// How many characters of a question are looked at.
const LONGEST: usize = 200;

/// What somebody asks for, in pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// What stands between spaces and stops; a document that has all of them answers the question.
    pub(super) words: Vec<String>,
}

impl Question {
    pub(super) fn new(asked: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        let asked: String = asked.chars().take(LONGEST).collect();
        for word in asked.split(separates) {
            let word: String = fold(word).map(|(_, c)| c).collect();
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
        Self { words }
    }

    /// The same question in its smallest pieces, for when nothing has its words as they stand: Chinese is taken two
    /// characters at a time, as nobody marks where its words end, and everything else at its letters.
    pub(super) fn in_pieces(&self) -> Self {
        let mut words: Vec<String> = Vec::new();
        for word in &self.words {
            let chars: Vec<char> = word.chars().collect();
            for run in chars.chunk_by(|one, next| class(*one) == class(*next)) {
                let size = if class(run[0]) == Class::Wide {
                    2
                } else {
                    run.len()
                };
                let pieces = run.windows(size.min(run.len()));
                for piece in pieces.filter(|piece| class(piece[0]) != Class::Mark) {
                    let piece: String = piece.iter().collect();
                    if !words.contains(&piece) {
                        words.push(piece);
                    }
                }
            }
        }
        Self { words }
    }
}

/// Spaces, and the marks that end a sentence or a part of it.
fn separates(c: char) -> bool {
    c.is_whitespace() || "，。？！、；：,?!;".contains(c)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Wide,
    Letter,
    Mark,
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}')
}

fn class(c: char) -> Class {
    if is_wide(c) && !is_mark(c) {
        Class::Wide
    } else if c.is_alphanumeric() {
        Class::Letter
    } else {
        Class::Mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_spaces_and_stops() {
        assert_eq!(Question::new(" 退款  Refund，退款 ？").words, ["退款", "refund"]);
        assert_eq!(Question::new("…").words, [""; 0]);
    }

    #[test]
    fn pieces_are_pairs_of_chinese_and_whole_words_of_letters() {
        let pieces = Question::new("怎么退款、VIP客户").in_pieces();
        assert_eq!(pieces.words, ["怎么", "么退", "退款", "vip", "客户"]);
        assert_eq!(Question::new("退").in_pieces().words, ["退"]);
    }
}
