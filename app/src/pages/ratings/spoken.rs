use leptos::prelude::*;

use crate::{play::ReplyTask, t, texts::Texts};

/// The field for the moment a rating points at; nothing for a reply that was typed, or whose recording was deleted.
pub(super) fn moment(
    texts: Texts,
    task: &ReplyTask,
    id: &str,
    typed: Option<String>,
    error: Option<AnyView>,
) -> Option<AnyView> {
    let spoken = task.spoken.as_ref().filter(|spoken| spoken.kept)?;
    let field = format!("moment-{id}");
    let sound = format!("r-{}", spoken.id);
    let invalid = error.is_some().then_some("true");
    Some(
        view! {
            <div class="field">
                <label for=field.clone()>{t!(texts, "rating-moment")}</label>
                <div class="actions">
                    <input
                        class="input moment"
                        id=field.clone()
                        name="moment"
                        value=typed
                        placeholder="0:12"
                        autocomplete="off"
                        maxlength="6"
                        required=true
                        aria-invalid=invalid
                    />
                    <button type="button" class="button quiet small" hidden=true data-moment=field data-sound=sound>
                        {t!(texts, "rating-moment-now")}
                    </button>
                </div>
                {error}
            </div>
        }
        .into_any(),
    )
}
