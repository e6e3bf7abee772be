//! Just enough of HTML to do what a browser without scripts does: find links and forms.

/// A form of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Whether it is posted rather than asked for.
    pub posts: bool,
    /// Its `id`; empty when it has none.
    pub id: String,
    /// Its controls, in the page's order, buttons excepted.
    pub fields: Vec<Field>,
    /// Name and value of every button that sends it; both empty for a button without a name.
    pub buttons: Vec<(String, String)>,
}

/// A control of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// `hidden`, `text`, `radio`, `checkbox`, `textarea`, `select`, …
    pub kind: String,
    /// Its value; of a select the one that is selected.
    pub value: String,
    /// Whether a radio or checkbox is ticked.
    pub ticked: bool,
    /// The values of a select.
    pub options: Vec<String>,
}

impl Form {
    /// The value of a hidden field; empty when there is none of that name.
    #[must_use]
    pub fn hidden(&self, name: &str) -> &str {
        let field = self
            .fields
            .iter()
            .find(|field| field.kind == "hidden" && field.name == name);
        field.map_or("", |field| &field.value)
    }

    /// What a browser sends when nothing is filled in.
    #[must_use]
    pub fn as_it_stands(&self) -> Vec<(String, String)> {
        let sent = self.fields.iter().filter(|field| field.is_sent());
        sent.map(|field| (field.name.clone(), field.value.clone()))
            .collect()
    }

    /// What a browser sends when every text reads `text`, the last of every group of radio buttons and of every
    /// list is taken, and every box is ticked.
    #[must_use]
    pub fn filled_in(&self, text: &str) -> Vec<(String, String)> {
        let mut sent: Vec<(String, String)> = Vec::new();
        for field in &self.fields {
            let value = match field.kind.as_str() {
                "hidden" | "checkbox" => field.value.clone(),
                "radio" => {
                    sent.retain(|(name, _)| *name != field.name);
                    field.value.clone()
                }
                "select" => field.options.last().cloned().unwrap_or_default(),
                _ => text.to_owned(),
            };
            sent.push((field.name.clone(), value));
        }
        sent
    }
}

impl Field {
    fn is_sent(&self) -> bool {
        !matches!(self.kind.as_str(), "radio" | "checkbox") || self.ticked
    }
}

/// Every address a page points to: of links, scripts, styles, pictures.
#[must_use]
pub fn links(page: &str) -> Vec<String> {
    let of = |tag: &Tag<'_>| tag.value("href").or_else(|| tag.value("src"));
    tags(page).iter().filter_map(of).collect()
}

/// Every form of a page.
#[must_use]
pub fn forms(page: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    // Buttons may stand outside, and before, the form they name.
    let mut elsewhere = Vec::new();
    let mut inside = false;
    for tag in tags(page) {
        match tag.name {
            "form" => {
                inside = true;
                forms.push(Form {
                    action: tag.value("action").unwrap_or_default(),
                    posts: tag.value("method").is_some_and(|method| method == "post"),
                    id: tag.value("id").unwrap_or_default(),
                    fields: Vec::new(),
                    buttons: Vec::new(),
                });
            }
            "/form" => inside = false,
            "button" => match (tag.value("form"), forms.last_mut().filter(|_| inside)) {
                (Some(form), _) => elsewhere.push((form, tag.button())),
                (None, Some(form)) => form.buttons.push(tag.button()),
                (None, None) => {}
            },
            _ => {
                if let Some(form) = forms.last_mut().filter(|_| inside) {
                    form.take(&tag);
                }
            }
        }
    }
    for (id, button) in elsewhere {
        if let Some(form) = forms.iter_mut().find(|form| form.id == id) {
            form.buttons.push(button);
        }
    }
    forms
}

impl Form {
    fn take(&mut self, tag: &Tag<'_>) {
        let name = tag.value("name").unwrap_or_default();
        let value = tag.value("value");
        match tag.name {
            "input" | "textarea" | "select" if !name.is_empty() => {
                let kind = match tag.name {
                    "input" => tag.value("type").unwrap_or_else(|| "text".to_owned()),
                    other => other.to_owned(),
                };
                let ticks = matches!(kind.as_str(), "radio" | "checkbox");
                self.fields.push(Field {
                    value: value.unwrap_or_else(|| if ticks { "on" } else { tag.text }.trim().to_owned()),
                    name,
                    kind,
                    ticked: tag.value("checked").is_some(),
                    options: Vec::new(),
                });
            }
            "option" => {
                if let Some(list) = self.fields.last_mut().filter(|field| field.kind == "select") {
                    let value = value.unwrap_or_default();
                    if list.options.is_empty() || tag.value("selected").is_some() {
                        list.value.clone_from(&value);
                    }
                    list.options.push(value);
                }
            }
            _ => {}
        }
    }
}

/// A tag with its attributes, and the text up to the next one.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    text: &'a str,
}

impl Tag<'_> {
    fn value(&self, name: &str) -> Option<String> {
        let found = self.attributes.iter().find(|(of, _)| *of == name);
        found.map(|(_, value)| plain(value))
    }

    fn button(&self) -> (String, String) {
        let of = |name| self.value(name).unwrap_or_default();
        (of("name"), of("value"))
    }
}

/// Every tag, in order; comments and declarations look like tags nobody asks for.
fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let name = after
            .find(|c: char| c.is_whitespace() || c == '>')
            .unwrap_or(after.len());
        let (name, mut inside) = after.split_at(name);
        let mut attributes = Vec::new();
        loop {
            inside = inside.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = inside
                .find(|c: char| c.is_whitespace() || "=>/".contains(c))
                .unwrap_or(inside.len());
            let (key, after) = inside.split_at(end);
            if key.is_empty() {
                break;
            }
            let value;
            (value, inside) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => ("", after),
            };
            attributes.push((key, value));
        }
        rest = inside.strip_prefix('>').unwrap_or(inside);
        tags.push(Tag {
            name,
            attributes,
            text: rest.split('<').next().unwrap_or_default(),
        });
    }
    tags
}

/// Text as written in HTML, without its escapes.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><a class="x" href="/a?b=1&amp;c=2">A</a><script src="/s.js">if (a<b) {}</script>
        <form method="post" action="/do/it" id="f"><input type="hidden" name="token" value="t">
        <input name="who" value="&lt;me&gt;"/><input type="radio" name="r" value="0" checked><input type="radio" name="r" value="1">
        <input type="checkbox" name="box" value="1"><textarea name="note" rows="3">old</textarea>
        <select name="s"><option value="">-</option><option value="2" selected>two</option></select>
        <button name="then" value="save">Save</button></form><button form="f" name="then" value="send">Send</button>
        <form action="/search"><input name="q"></form>"#;

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn links_and_forms_are_found() {
        assert_eq!(links(PAGE), ["/a?b=1&c=2", "/s.js"]);
        let forms = forms(PAGE);
        let [post, get] = &forms[..] else {
            panic!("{forms:?}")
        };
        assert!(post.posts && !get.posts && get.action == "/search");
        assert_eq!(post.hidden("token"), "t");
        assert_eq!(post.buttons, pairs(&[("then", "save"), ("then", "send")]));
        let as_it_stands = [
            ("token", "t"),
            ("who", "<me>"),
            ("r", "0"),
            ("note", "old"),
            ("s", "2"),
        ];
        assert_eq!(post.as_it_stands(), pairs(&as_it_stands));
        let filled = [
            ("token", "t"),
            ("who", "x"),
            ("r", "1"),
            ("box", "1"),
            ("note", "x"),
            ("s", "2"),
        ];
        assert_eq!(post.filled_in("x"), pairs(&filled));
    }
}
