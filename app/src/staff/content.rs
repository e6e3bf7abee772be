//! The content folder: checked, and published.

use std::{collections::BTreeSet, sync::Arc};

use domain::{
    content::{
        self,
        problem::{Problem, Severity},
        source::File,
    },
    scenario::{draft::Draft, prove::unproven},
};
use store::releases::{self, Published};

use crate::{
    forms::{Act, Done},
    refusal::Refusal,
    site::Site,
    t,
};

/// The longest note on a release, in characters.
const LONGEST_NOTE: usize = 500;

/// The content folder as it is now.
pub(crate) struct Folder {
    /// Its files.
    pub(crate) files: Vec<File>,
    /// What the checker says.
    pub(crate) problems: Vec<Problem>,
    /// Its role-plays, whatever is wrong with them.
    pub(crate) drafts: Vec<Draft>,
}

impl Folder {
    /// How many problems are this bad.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let of = |problem: &&Problem| problem.severity == severity;
        self.problems.iter().filter(of).count()
    }

    /// The files of role-plays that could not be proved.
    pub(crate) fn unproven(&self) -> BTreeSet<&str> {
        unproven(&self.problems)
    }

    /// The line a problem stands in, cut into what is before, at and behind it.
    pub(crate) fn excerpt(&self, problem: &Problem) -> Option<[String; 3]> {
        let file = self.files.iter().find(|file| file.path == problem.file)?;
        let text = std::str::from_utf8(&file.bytes).ok()?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line = text.lines().nth(problem.line.checked_sub(1)?)?;
        let before: String = line.chars().take(problem.column.saturating_sub(1)).collect();
        let rest = line.get(before.len()..)?;
        let mut end = problem.span.len().min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (marked, after) = rest.split_at(end);
        Some([before, marked.to_owned(), after.to_owned()])
    }
}

/// Reads and checks the content folder; nothing when it cannot be read.
pub(crate) async fn folder(site: &Arc<Site>) -> Option<Folder> {
    let read = Arc::clone(&site.content_folder);
    // Reading and checking takes tens of milliseconds: not on a thread that answers requests.
    let reading = tokio::task::spawn_blocking(move || {
        let files = read()?;
        let content::Checked { problems, drafts, .. } = content::check(&files);
        Ok::<_, std::io::Error>(Folder {
            files,
            problems,
            drafts,
        })
    });
    match reading.await {
        Ok(Ok(folder)) => Some(folder),
        Ok(Err(error)) => {
            tracing::error!(%error, "cannot read the content folder");
            None
        }
        Err(error) => {
            tracing::error!(%error, "checking the content folder was cut off");
            None
        }
    }
}

/// Publishes the content folder, unless it has errors, or role-plays that are not proven and that nobody accepted by name.
pub(crate) async fn publish(act: &Act, note: &str) -> Result<Done, Refusal> {
    let trainer = act.trainer()?;
    let (site, texts, now) = (&act.site, act.texts, act.now);
    let note = note.trim().to_owned();
    if note.chars().count() > LONGEST_NOTE {
        return Err(Refusal::field(
            "note",
            t!(texts, "staff-too-long", n = LONGEST_NOTE),
        ));
    }
    let folder = folder(site).await;
    let folder = folder.ok_or_else(|| Refusal::Cannot(t!(texts, "studio-no-folder")))?;
    let errors = folder.count(Severity::Error);
    if errors > 0 {
        return Err(Refusal::Cannot(t!(texts, "studio-refused", n = errors)));
    }
    let accepted: BTreeSet<&str> = act.posted.all("accept").collect();
    if folder.unproven().difference(&accepted).next().is_some() {
        return Err(Refusal::field("accept", t!(texts, "studio-accept-missing")));
    }
    let files = folder.files;
    let publishing = site
        .store
        .write(move |tx| Box::pin(async move { releases::publish(tx, &trainer, files, &note, now).await }));
    let said = match publishing.await? {
        Published::New { release, changes } => {
            t!(
                texts,
                "studio-published",
                number = release.number,
                n = changes.len()
            )
        }
        Published::Unchanged { release } => t!(texts, "studio-unchanged", number = release.number),
    };
    site.libraries.refresh(&site.store).await?;
    Ok(Done::to("/studio").saying(said))
}
