//! The tree as HTML. Raw HTML in the source comes out as text, so nothing an author writes can run.

use super::markdown::{Block, BlockKind, Cell, Inline, InlineKind, Item};
use super::say_pairs::{Side, say_pair};

/// Where links lead: maps a target as written to a URL of the site.
pub type Resolve<'a> = &'a dyn Fn(&str) -> String;

/// Blocks as HTML.
#[must_use]
pub fn blocks(blocks: &[Block], resolve: Resolve<'_>) -> String {
    let mut out = Writer {
        html: String::new(),
        resolve,
    };
    out.blocks(blocks);
    out.html
}

/// Inlines as HTML, for a place that must not hold a paragraph.
#[must_use]
pub fn inlines(inlines: &[Inline], resolve: Resolve<'_>) -> String {
    let mut out = Writer {
        html: String::new(),
        resolve,
    };
    out.inlines(inlines);
    out.html
}

/// A text with the characters escaped that mean something in HTML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// The caption of a picture that stands alone.
fn captioned(inlines: &[Inline]) -> Option<&str> {
    match inlines {
        [
            Inline {
                kind: InlineKind::Image(_, _, caption),
                ..
            },
        ] if !caption.is_empty() => Some(caption),
        _ => None,
    }
}

struct Writer<'a> {
    html: String,
    resolve: Resolve<'a>,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading(level, inlines) => {
                self.wrapped(&format!("h{level}"), |out| out.inlines(inlines));
            }
            BlockKind::Paragraph(inlines) => match captioned(inlines) {
                Some(caption) => self.wrapped("figure", |out| {
                    out.inlines(inlines);
                    out.wrapped("figcaption", |out| out.text(caption));
                }),
                None => self.wrapped("p", |out| out.inlines(inlines)),
            },
            BlockKind::Quote(inner) => self.wrapped("blockquote", |out| out.blocks(inner)),
            BlockKind::List(None, items) => self.wrapped("ul", |out| out.items(items)),
            BlockKind::List(Some(1), items) => self.wrapped("ol", |out| out.items(items)),
            BlockKind::List(Some(first), items) => {
                self.html.push_str(&format!("<ol start=\"{first}\">"));
                self.items(items);
                self.html.push_str("</ol>");
            }
            BlockKind::Code(_, text, _) => {
                self.wrapped("pre", |out| out.wrapped("code", |out| out.text(text)));
            }
            BlockKind::Table(head, rows) => match say_pair(head) {
                Some(sides) => self.say_pairs(head, &sides, rows),
                None => self.table(head, rows),
            },
            BlockKind::Rule => self.html.push_str("<hr>"),
            BlockKind::Html(text) => self.wrapped("p", |out| out.text(text.trim_end())),
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.wrapped("li", |out| match item.blocks.as_slice() {
                [
                    Block {
                        kind: BlockKind::Paragraph(inlines),
                        ..
                    },
                ] => out.inlines(inlines),
                blocks => out.blocks(blocks),
            });
        }
    }

    /// What to say beside what not to say. The head is for screen readers, so each cell says its side again.
    fn say_pairs(&mut self, head: &[Cell], sides: &[Side; 2], rows: &[Vec<Cell>]) {
        self.html.push_str("<table class=\"say-pairs\"><thead><tr>");
        for cell in head {
            self.html.push_str("<th scope=\"col\">");
            self.inlines(&cell.inlines);
            self.html.push_str("</th>");
        }
        self.html.push_str("</tr></thead>");
        self.wrapped("tbody", |out| {
            for row in rows {
                out.wrapped("tr", |out| {
                    for ((cell, side), head) in row.iter().zip(sides).zip(head) {
                        let side = match side {
                            Side::Good => "good",
                            Side::Avoid => "avoid",
                        };
                        out.html
                            .push_str(&format!("<td data-say=\"{side}\"><span class=\"say-word\">"));
                        out.inlines(&head.inlines);
                        out.html.push_str("</span>");
                        out.inlines(&cell.inlines);
                        out.html.push_str("</td>");
                    }
                });
            }
        });
        self.html.push_str("</table>");
    }

    /// A table scrolls in itself; the keyboard reaches what is outside the view. It is called by its head.
    fn table(&mut self, head: &[Cell], rows: &[Vec<Cell>]) {
        // A gap of a cloze is cut out as control characters, which must not come up a second time.
        let columns = head
            .iter()
            .map(|cell| super::markdown::plain(&cell.inlines).replace(char::is_control, ""));
        let name = columns.filter(|column| !column.is_empty()).collect::<Vec<_>>();
        self.html.push_str(&format!(
            "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\"><table>",
            escape(&name.join(" · "))
        ));
        self.wrapped("thead", |out| {
            out.wrapped("tr", |out| {
                for cell in head {
                    out.html.push_str("<th scope=\"col\">");
                    out.inlines(&cell.inlines);
                    out.html.push_str("</th>");
                }
            });
        });
        self.wrapped("tbody", |out| {
            for row in rows {
                out.wrapped("tr", |out| {
                    row.iter()
                        .for_each(|cell| out.wrapped("td", |out| out.inlines(&cell.inlines)));
                });
            }
        });
        self.html.push_str("</table></div>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Html(text) => self.text(text),
                InlineKind::Code(text) => self.wrapped("code", |out| out.text(text)),
                InlineKind::Emphasis(inner) => self.wrapped("em", |out| out.inlines(inner)),
                InlineKind::Strong(inner) => self.wrapped("strong", |out| out.inlines(inner)),
                InlineKind::Link(target, inner) => {
                    let target = escape(&(self.resolve)(target));
                    self.html.push_str(&format!("<a href=\"{target}\">"));
                    self.inlines(inner);
                    self.html.push_str("</a>");
                }
                InlineKind::Image(target, inner, _) => {
                    let target = escape(&(self.resolve)(target));
                    let alt = escape(&super::markdown::plain(inner));
                    self.html
                        .push_str(&format!("<img src=\"{target}\" alt=\"{alt}\" loading=\"lazy\">"));
                }
                InlineKind::SoftBreak => self.soft_break(),
                InlineKind::HardBreak => self.html.push_str("<br>"),
            }
        }
    }

    /// A line break in the source is a space, but not behind Chinese, which has none between words.
    fn soft_break(&mut self) {
        let wide = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}');
        if !self.html.chars().next_back().is_some_and(wide) {
            self.html.push('\n');
        }
    }

    fn wrapped(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) {
        self.html.push_str(&format!("<{tag}>"));
        inside(self);
        self.html.push_str(&format!("</{tag}>"));
    }

    fn text(&mut self, text: &str) {
        self.html.push_str(&escape(text));
    }
}

#[cfg(test)]
mod tests {
    use super::super::markdown::parse;
    use super::*;

    fn render(text: &str) -> String {
        blocks(&parse(text, 0..text.len()), &|target| target.to_owned())
    }

    #[test]
    fn markdown_becomes_html() {
        assert_eq!(
            render("**a** `b`\n\n- c\n- d"),
            "<p><strong>a</strong> <code>b</code></p><ul><li>c</li><li>d</li></ul>"
        );
    }

    #[test]
    fn raw_html_is_text() {
        assert_eq!(
            render("<script>alert(1)</script>"),
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
        );
        assert_eq!(
            render("a <b onclick=x>c</b>"),
            "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>"
        );
    }

    #[test]
    fn a_picture_alone_shows_its_title_as_caption() {
        let picture = "<img src=\"a.png\" alt=\"A &amp; B\" loading=\"lazy\">";
        assert_eq!(
            render("![A & B](a.png \"One < two\")"),
            format!("<figure>{picture}<figcaption>One &lt; two</figcaption></figure>")
        );
        assert_eq!(render("![A & B](a.png)"), format!("<p>{picture}</p>"));
        assert_eq!(
            render("See ![A & B](a.png \"One\")"),
            format!("<p>See {picture}</p>")
        );
    }

    #[test]
    fn a_table_can_be_reached_and_is_called_by_its_head() {
        assert_eq!(
            render("| *A* | \"B\" |\n|---|---|\n| 1 | 2 |"),
            "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"A · &quot;B&quot;\"><table>\
             <thead><tr><th scope=\"col\"><em>A</em></th><th scope=\"col\">&quot;B&quot;</th></tr></thead>\
             <tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"
        );
    }

    #[test]
    fn pairs_of_wordings_say_in_each_cell_which_side_it_is() {
        assert_eq!(
            render("| Say this | Not this |\n|---|---|\n| *One* moment. | Wait. |"),
            "<table class=\"say-pairs\"><thead><tr><th scope=\"col\">Say this</th><th scope=\"col\">Not this</th></tr></thead>\
             <tbody><tr><td data-say=\"good\"><span class=\"say-word\">Say this</span><em>One</em> moment.</td>\
             <td data-say=\"avoid\"><span class=\"say-word\">Not this</span>Wait.</td></tr></tbody></table>"
        );
        assert!(!render("| Post | Not this |\n|---|---|\n| a | b |").contains("say-pairs"));
    }
}
