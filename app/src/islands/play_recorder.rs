use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast as _, JsValue},
};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobEvent, Element, HtmlFormElement, HtmlInputElement, HtmlMediaElement, MediaRecorder,
    MediaRecorderOptions, MediaStream, MediaStreamConstraints, Url, js_sys::Reflect,
};

use super::{
    browser::{after, by_id, data, every, hear, now, number, set, wake},
    post::{SoundError, post_sound},
    read_aloud::hush,
};

/// The id of the part of the page in which an answer is spoken.
pub const SPEAK: &str = "speak";

/// The id of the form that answers by a recording.
pub const SPEAK_FORM: &str = "speak-form";

/// How long an answer may be on its way before it can be sent again, in milliseconds.
const AGAIN: u64 = 4000;

/// Speech needs no more, in bits a second: half a megabyte for two minutes.
const BITS: u32 = 32_000;

/// Records an answer in `#speak`: record, listen, record anew, send. What stands there in which state is the style's:
/// `data-state` is `ready`, `asking` (for the microphone), `recording`, `done` or `sending`.
///
/// The recording stays in the page until the server has it. Typing is always possible beside it; where nothing can be
/// recorded, the part says so.
#[island]
pub fn PlayRecorder() -> impl IntoView {
    wake(|| {
        let Some(part) = by_id(SPEAK) else {
            return;
        };
        let desk = Rc::new(Desk {
            part,
            recorder: RefCell::default(),
            sound: RefCell::default(),
            began: Cell::default(),
            millis: Cell::default(),
        });
        set(&desk.part, "hidden", None);
        if !can_record() {
            desk.be("none", "data-unsupported");
            return;
        }
        desk.be("ready", "");
        let key = Rc::clone(&desk);
        on("speak-key", move || key.press());
        let again = Rc::clone(&desk);
        on("speak-again", move || again.begin());
        let send = Rc::clone(&desk);
        on("speak-send", move || send.send());
        every(250, move || desk.tick());
    });
}

fn on(id: &str, pressed: impl Fn() + 'static) {
    if let Some(button) = by_id(id) {
        hear(&button, "click", move |_| pressed());
    }
}

/// Both are missing where a page came over plain http from another machine.
fn can_record() -> bool {
    let has = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).is_ok_and(|value| value.is_truthy());
    let window = window();
    has(&window, "MediaRecorder") && has(&window.navigator(), "mediaDevices")
}

/// What is recorded here, and how far it is.
struct Desk {
    part: Element,
    recorder: RefCell<Option<MediaRecorder>>,
    sound: RefCell<Option<Blob>>,
    began: Cell<u64>,
    millis: Cell<u64>,
}

impl Desk {
    /// Moves to a state and says something: the words of this attribute, none for an empty one.
    fn be(&self, state: &str, words: &str) {
        set(&self.part, "data-state", Some(state));
        let words = if words.is_empty() {
            String::new()
        } else {
            data(&self.part, words)
        };
        say(&words);
    }

    fn is(&self, state: &str) -> bool {
        data(&self.part, "data-state") == state
    }

    /// The longest recording, in milliseconds.
    fn limit(&self) -> u64 {
        number(&self.part, "data-limit").unwrap_or(0) * 1000
    }

    fn press(self: &Rc<Self>) {
        if self.is("recording") {
            self.stop();
        } else if self.is("ready") {
            self.begin();
        }
    }

    fn stop(&self) {
        if let Some(recorder) = self.recorder.borrow_mut().take() {
            // Fails only for one that has stopped by itself.
            let _stopped = recorder.stop();
        }
    }

    fn begin(self: &Rc<Self>) {
        // Pressed twice, it asks once: of two microphones one would stay on.
        if self.is("asking") || self.is("sending") {
            return;
        }
        hush();
        if let Some(own) = by_id("speak-sound").and_then(|own| own.dyn_into::<HtmlMediaElement>().ok()) {
            // Fails only where nothing is played.
            let _paused = own.pause();
        }
        self.be("asking", "");
        let desk = Rc::clone(self);
        spawn_local(async move {
            match listen().await {
                Ok((recorder, stream)) => desk.record(recorder, stream),
                // Refused, or there is no microphone: what was recorded before stays.
                Err(_) if desk.sound.borrow().is_some() => desk.be("done", "data-refused"),
                Err(_) => desk.be("ready", "data-refused"),
            }
        });
    }

    fn record(self: &Rc<Self>, recorder: MediaRecorder, stream: MediaStream) {
        let desk = Rc::clone(self);
        // Asked for no pieces, a browser hands over the whole when it stops.
        hear(&recorder, "dataavailable", move |event| {
            for track in stream.get_tracks() {
                track.unchecked_into::<web_sys::MediaStreamTrack>().stop();
            }
            if let Some(sound) = event.dyn_ref::<BlobEvent>().and_then(BlobEvent::data) {
                desk.keep(sound);
            }
        });
        if recorder.start().is_err() {
            self.be("ready", "data-refused");
            return;
        }
        self.began.set(now());
        *self.recorder.borrow_mut() = Some(recorder);
        self.be("recording", "data-recording");
        self.tick();
    }

    fn keep(&self, sound: Blob) {
        let (millis, limit) = (now().saturating_sub(self.began.get()), self.limit());
        self.recorder.borrow_mut().take();
        self.millis.set(millis.min(limit));
        show(self.millis.get());
        if let (Some(player), Ok(address)) = (by_id("speak-sound"), Url::create_object_url_with_blob(&sound))
        {
            let _gone = Url::revoke_object_url(&data(&player, "src"));
            set(&player, "src", Some(&address));
        }
        *self.sound.borrow_mut() = Some(sound);
        let words = if millis >= limit { "data-full" } else { "data-done" };
        self.be("done", words);
    }

    /// Shows the time, and ends what is as long as it may be.
    fn tick(&self) {
        if !self.is("recording") {
            return;
        }
        let millis = now().saturating_sub(self.began.get());
        show(millis);
        if millis >= self.limit() {
            self.stop();
        }
    }

    fn send(self: &Rc<Self>) {
        let Some(sound) = self.sound.borrow().clone().filter(|_| self.is("done")) else {
            return;
        };
        self.be("sending", "data-sending");
        let desk = Rc::clone(self);
        spawn_local(async move {
            let address = format!(
                "{}?millis={}",
                data(&desk.part, "data-address"),
                desk.millis.get()
            );
            match post_sound(&address, &data(&desk.part, "data-token"), &sound).await {
                Ok(id) => {
                    answer(&id);
                    // Where the answer does not arrive after all, it can be sent again: the server knows this sound.
                    after(AGAIN, move || desk.be("done", "data-done"));
                }
                Err(SoundError::Unreached) => desk.be("done", "data-unreached"),
                Err(SoundError::Refused(words)) => {
                    desk.be("done", "");
                    say(&words);
                }
            }
        });
    }
}

fn say(words: &str) {
    if let Some(said) = by_id("speak-say") {
        said.set_text_content(Some(words));
    }
}

fn show(millis: u64) {
    if let Some(time) = by_id("speak-time") {
        let seconds = millis / 1000;
        time.set_text_content(Some(&format!("{}:{:02}", seconds / 60, seconds % 60)));
    }
}

/// Answers by a recording the server has.
fn answer(id: &str) {
    let input = by_id("speak-id").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let form = by_id(SPEAK_FORM).and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    if let (Some(input), Some(form)) = (input, form) {
        input.set_value(id);
        let _sent = form.request_submit();
    }
}

/// Asks for the microphone.
async fn listen() -> Result<(MediaRecorder, MediaStream), JsValue> {
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio(&JsValue::TRUE);
    let asked = window()
        .navigator()
        .media_devices()?
        .get_user_media_with_constraints(&wanted)?;
    let stream: MediaStream = JsFuture::from(asked).await?.unchecked_into();
    let options = MediaRecorderOptions::new();
    options.set_audio_bits_per_second(BITS);
    let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options)?;
    Ok((recorder, stream))
}
