//! A test's score stands for what is shown with as many decimals, of the exact score.

use super::{small, wrong};

/// What the small scenario's test says of 2 out of 3 points.
fn two_thirds(score: &str) -> String {
    let text = small("max: 2", "max: 3")
        .replace("`mood +2`", "`care +2`")
        .replace("说吧说吧，我这边很忙的。", "说。");
    wrong(&format!("{text}\n## Tests\n\n- a 1, b 2 → {score} pass\n"))
}

#[test]
fn decimals_count_as_they_are_written() {
    for right in ["67", "66.7", "66.67", "66.667"] {
        assert_eq!(two_thirds(right), "", "{right}");
    }
    for other in ["67.0", "66.70", "66.670", "66", "66.6", "66.66", "66.666"] {
        let said = format!("test-failed: what comes of it is 66.667 pass, not {other} pass");
        assert!(
            two_thirds(other).ends_with(&said),
            "{other}: {}",
            two_thirds(other)
        );
    }
}

#[test]
fn the_exact_score_is_rounded_once() {
    // 915 of 2011 points are 45.49975: shown as 45, though in thousandths they are 45.5.
    let text = |score: &str| {
        let text = small("max: 2", "max: 2011").replacen("`care +1`", "`care +915`", 1);
        let text = text.replace("`care +1`", "`care +1096`");
        wrong(&format!("{text}\n## Tests\n\n- a 1, b 1 → {score} fail\n"))
    };
    assert_eq!(text("45"), "");
    assert!(
        text("46").ends_with("what comes of it is 45 fail, not 46 fail"),
        "{}",
        text("46")
    );
    assert!(
        text("45.4").ends_with("what comes of it is 45.5 fail, not 45.4 fail"),
        "{}",
        text("45.4")
    );
}
