//! Points and scores as everybody who takes a quiz sees them: one unit and one way of rounding.

use domain::{
    quiz::{Behaviour, Mark, Marked, Question, Share, Stakes},
    score::Milli,
};
use store::attempts::Asked;

/// What a question can earn, in the points its quiz is reckoned in: with `certainty` three for each of the author's.
pub(super) fn most(behaviour: Behaviour, points: Milli) -> Milli {
    match behaviour {
        Behaviour::Certainty => Milli(points.0 * Stakes::MOST),
        _ => points,
    }
}

/// What an answer earned with this share, in the same points; below 0 for what was wrong and believed.
pub(super) fn earned(behaviour: Behaviour, question: &Question, asked: &Asked, share: Share) -> Milli {
    let answer = asked.answer.as_deref().unwrap_or_default();
    let marked = Marked {
        points: asked.points,
        mark: Mark::Scored(share),
        stakes: Stakes::of(behaviour, question, answer, asked.certainty),
    };
    let thirds = marked.thirds().unwrap_or_default();
    match behaviour {
        Behaviour::Certainty => thirds,
        _ => thirds.fraction(1, Stakes::MOST),
    }
}

/// Points in figures, with a minus sign that is one.
pub(super) fn figures(points: Milli) -> String {
    points.shown().replace('-', "−")
}

/// A score, and what it lacks to the pass mark: in whole numbers, or with one decimal where whole ones would put it on the
/// wrong side of the pass mark. What is shown adds up.
pub(super) fn score(score: Milli, pass: Milli) -> (String, String) {
    let shown = score.beside(pass);
    (shown.shown(), Milli((pass.0 - shown.0).max(0)).shown())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_never_reads_as_on_the_other_side_of_the_pass_mark() {
        let of = |points, pass| score(Milli(points), Milli(pass));
        let text = |score: &str, lacks: &str| (score.to_owned(), lacks.to_owned());
        assert_eq!(of(50_400, 80_000), text("50", "30"));
        assert_eq!(of(50_600, 80_000), text("51", "29"));
        assert_eq!(of(79_600, 80_000), text("79.6", "0.4"));
        assert_eq!(of(79_990, 80_000), text("79.9", "0.1"));
        assert_eq!(of(80_000, 80_000), text("80", "0"));
        assert_eq!(of(66_667, 66_667), text("67", "0"));
        assert_eq!(of(66_400, 66_350), text("66.4", "0"));
        assert_eq!(of(50_000, 66_667), text("50", "16.7"));
    }

    #[test]
    fn a_minus_is_a_minus() {
        assert_eq!(figures(Milli(-6000)), "−6");
        assert_eq!(figures(Milli(15_833)), "15.8");
    }
}
