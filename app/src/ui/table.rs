use leptos::prelude::*;

use super::Scroll;

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    head: String,
    is_number: bool,
}

impl Column {
    /// A column of words, with what stands above it.
    pub const fn words(head: String) -> Self {
        Self {
            head,
            is_number: false,
        }
    }

    /// A column of numbers, whose digits stand below each other.
    pub const fn number(head: String) -> Self {
        Self {
            head,
            is_number: true,
        }
    }

    const fn class(&self) -> Option<&'static str> {
        if self.is_number { Some("num") } else { None }
    }
}

/// A row of a [`Table`]; its first cell names it.
pub struct Row {
    id: Option<String>,
    cells: Vec<AnyView>,
    below: Option<AnyView>,
}

impl Row {
    /// A row of these cells, one for each column; the last of fewer stands in all that are left.
    pub fn new(cells: impl IntoIterator<Item = AnyView>) -> Self {
        Self {
            id: None,
            cells: cells.into_iter().collect(),
            below: None,
        }
    }

    /// The row with an id to link to.
    #[must_use]
    pub fn at(self, id: String) -> Self {
        Self { id: Some(id), ..self }
    }

    /// The row with something of full width under it, such as a form: in a cell it would crush the others.
    #[must_use]
    pub fn above(self, below: Option<AnyView>) -> Self {
        Self { below, ..self }
    }

    fn show(self, columns: &[Column]) -> AnyView {
        let (width, last) = (columns.len(), self.cells.len().saturating_sub(1));
        let cells = self
            .cells
            .into_iter()
            .zip(columns)
            .enumerate()
            .map(|(at, (cell, column))| {
                if at == 0 {
                    return view! { <th scope="row" class=column.class()>{cell}</th> }.into_any();
                }
                let span = (at == last && at + 1 < width).then_some(width - at);
                let class = if span.is_some() {
                    Some("muted")
                } else {
                    column.class()
                };
                let head = span.is_none().then(|| column.head.clone());
                view! { <td class=class colspan=span data-label=head>{cell}</td> }.into_any()
            });
        let below = self.below.map(|below| {
            view! { <tr class="table-below"><td colspan=width>{below}</td></tr> }
        });
        view! {
            <tr id=self.id>{cells.collect_view()}</tr>
            {below}
        }
        .into_any()
    }
}

/// A table; on a phone each row is a block of its own that repeats the heads.
#[component]
pub fn Table(
    /// What it holds, for those who do not see it.
    #[prop(into)]
    label: String,
    /// Its columns.
    columns: Vec<Column>,
    /// Its rows.
    rows: Vec<Row>,
) -> AnyView {
    let body = rows.into_iter().map(|row| row.show(&columns)).collect_view();
    let heads = columns.into_iter().map(|column| {
        let class = column.class();
        view! { <th scope="col" class=class>{column.head}</th> }
    });
    let heads = heads.collect_view();
    view! {
        <Scroll label>
            <table class="table stacks">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </Scroll>
    }
    .into_any()
}
