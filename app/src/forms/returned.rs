use super::Flash;
use crate::visitor::Visitor;

/// What came back to one form, where a page has several of its kind; nothing when another one came back, or none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Returned<'a>(Option<&'a Flash>);

impl<'a> Returned<'a> {
    /// What came back to the form with this action's address and these hidden fields.
    pub(crate) fn to(visitor: &'a Visitor, action: &str, about: &[(&str, String)]) -> Self {
        let flash = visitor.flash.as_ref().filter(|flash| {
            let is_form = action.rsplit('/').next() == Some(flash.form.as_str());
            is_form && about.iter().all(|(name, value)| flash.typed(name) == Some(value))
        });
        Self(flash)
    }

    /// Whether it is this form that came back.
    pub(crate) const fn is_here(self) -> bool {
        self.0.is_some()
    }

    /// What was typed into a field.
    pub(crate) fn typed(self, field: &str) -> Option<&'a str> {
        self.0?.typed(field)
    }

    /// What is wrong with a field.
    pub(crate) fn error(self, field: &str) -> Option<String> {
        self.0?.error(field).map(ToOwned::to_owned)
    }
}
