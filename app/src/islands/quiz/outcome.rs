//! What follows from what the server said about a save.

use super::{
    form,
    keeper::{AGAIN, Changes, Keeper, PAUSE},
    outbox::Outbox,
};

impl Keeper {
    /// What the server said about what was sent; nothing when it was not reached.
    pub(super) fn learn(&self, answer: Option<&str>, sent: &Changes) {
        let answer = answer.map(|word| word.trim_matches('"'));
        form::signed_out(matches!(answer, Some("signed-out" | "unknown")));
        match answer {
            Some("saved") => self.saved(sent),
            Some("elsewhere") => {
                self.saved(sent);
                self.overtaken();
            }
            Some("closed") => {
                Outbox::of(&self.attempt).keep("");
                form::say("unsaved", "closed");
                form::reload();
            }
            // Nothing of it was kept, and nothing of it ever will be.
            Some("out-of-turn") => {
                Outbox::of(&self.attempt).keep("");
                let mut state = self.state();
                state.unsaved.clear();
                state.then = None;
                drop(state);
                form::say("unsaved", "out-of-turn");
                self.overtaken();
            }
            // The form itself leads to signing in; what waits is taken up afterwards.
            Some("signed-out") if self.state().then.is_some() => self.pass(),
            Some("signed-out" | "unknown") => {
                form::say("unsaved", "signed-out");
                self.send_in(AGAIN);
            }
            _ => {
                form::say("unsaved", "unsaved");
                self.send_in(AGAIN);
            }
        }
    }

    fn saved(&self, sent: &Changes) {
        let mut state = self.state();
        state.unsaved.retain(|change| !sent.contains(change));
        state.known = sent.iter().fold(state.known, |known, (_, seq)| known.max(*seq));
        let (is_all, goes_on) = (state.unsaved.is_empty() && !state.later, state.then.is_some());
        drop(state);
        if !is_all {
            self.keep();
            return self.send_in(PAUSE);
        }
        Outbox::of(&self.attempt).keep("");
        form::say("saved", "saved");
        if goes_on {
            self.pass();
        }
    }

    /// Lets the browser send the form.
    fn pass(&self) {
        let mut state = self.state();
        let then = state.then.take();
        state.passing = !state.is_over;
        let passing = state.passing;
        drop(state);
        if let Some(button) = then.filter(|_| passing).and_then(|then| form::button(&then)) {
            button.click();
        }
    }

    /// A later tab has the attempt. What waits here is in the outbox, which the later one took up.
    pub(super) fn overtaken(&self) {
        self.send();
        self.state().is_over = true;
        form::close();
    }
}
