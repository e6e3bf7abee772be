//! Speaking an answer on the phone: a part of its own beside the typed one, brought to life by scripts.

use domain::scenario::recording::{LONGEST, minutes};
use leptos::prelude::*;

use super::foot::{Step, hidden};
use crate::{
    actions::AnswerPlay,
    forms::{Form, action},
    islands::{PlayRecorder, ReadAloud, SPEAK, SPEAK_FORM},
    t,
    texts::Texts,
    ui::{Icon, Picture},
    visitor::Visitor,
};

/// The part in which an answer is spoken; without scripts the words that it can be typed.
pub(super) fn speak(visitor: &Visitor, step: &Step, practice: bool) -> AnyView {
    let texts = visitor.texts;
    let fields = hidden(step);
    let token = visitor
        .session
        .as_ref()
        .map(store::sessions::Session::csrf)
        .unwrap_or_default();
    let (longest, days) = (minutes(LONGEST), visitor.site.keep_recordings);
    let lead = match practice {
        true => t!(texts, "speak-lead-practice", longest = longest, days = days),
        false => t!(texts, "speak-lead", longest = longest, days = days),
    };
    view! {
        <section
            class="speak"
            id=SPEAK
            aria-labelledby="speak-title"
            hidden=true
            data-address=step.recordings()
            data-token=token
            data-limit=LONGEST.to_string()
            data-recording=t!(texts, "speak-recording")
            data-done=t!(texts, "speak-done")
            data-full=t!(texts, "speak-full", longest = minutes(LONGEST))
            data-sending=t!(texts, "speak-sending")
            data-unreached=t!(texts, "speak-unreached")
            data-refused=t!(texts, "speak-refused")
            data-unsupported=t!(texts, "speak-unsupported")
        >
            <h2 class="visually-hidden" id="speak-title">{t!(texts, "speak-title")}</h2>
            <p class="foot-note speak-lead">{lead}</p>
            <div class="call-keys">
                <button type="button" class="call-key" id="speak-key">
                    <Icon picture=Picture::Microphone />
                    <span class="speak-start">{t!(texts, "speak-start")}</span>
                    <span class="speak-stop">{t!(texts, "speak-stop")}</span>
                </button>
            </div>
            <p class="timer speak-clock"><time id="speak-time">"0:00"</time>{format!(" / {}", minutes(LONGEST))}</p>
            <p class="speak-say" id="speak-say" role="status"></p>
            <audio id="speak-sound" controls=true aria-label=t!(texts, "speak-own")></audio>
            <div class="actions speak-end">
                <button type="button" class="button quiet" id="speak-again">{t!(texts, "speak-again")}</button>
                <button type="button" class="button quiet" id="speak-send">{t!(texts, "speak-send")}</button>
            </div>
            <Form action={action::<AnswerPlay>()} id=SPEAK_FORM>
                {fields}
                <input type="hidden" name="recording" id="speak-id" />
            </Form>
        </section>
        <noscript><p class="foot-note">{t!(texts, "speak-no-scripts")}</p></noscript>
        <PlayRecorder />
    }
    .into_any()
}

/// The switch that reads the customer's lines aloud; scripts show it where the browser has a voice.
pub(super) fn read_aloud(texts: Texts) -> AnyView {
    view! {
        <p class="call-aloud">
            <button type="button" class="button quiet small" id="read-aloud" aria-pressed="false" hidden=true>
                {t!(texts, "play-read-aloud")}
            </button>
        </p>
        <ReadAloud />
    }
    .into_any()
}
