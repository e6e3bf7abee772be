staff-too-long = Too long: at most { $n } characters
staff-system = System

studio-title = Content
studio-lead = Content is written in the content folder. Check and publish it here; trainees see the new release at once.
studio-next = Next release
studio-no-folder = The content folder cannot be read. What is published stays in use; please ask an administrator to look at the folder on the server.
studio-refused = Not published: the content has { $n ->
    [one] one error
   *[other] { $n } errors
}. The release before stays in use.
studio-published = Release { $number } is published; { $n ->
    [one] one file
   *[other] { $n } files
} changed.
studio-unchanged = Nothing has changed; release { $number } stays in use.
studio-same = The content folder is the same as release { $number }: nothing to publish.
studio-not-yet = { $n ->
    [one] One error to mend
   *[other] { $n } errors to mend
} before this can be published
studio-old-stays = Until then trainees see release { $number }.
studio-note = Note on the release
studio-note-hint = What is new, in one sentence. Optional.
studio-publish = Publish
studio-problems = What the check says
studio-found = Errors: { $errors }, warnings: { $warnings }, notes: { $notes }.
studio-more-problems = { $n } more are not shown; mend these first.
studio-error = Error
studio-warning = Warning
studio-notice = Note
studio-current = Current release: { $number }
studio-when = Published
studio-by = By
studio-note-word = Note
studio-address = Content address
studio-changes = { $n ->
    [one] One file would change
   *[other] { $n } files would change
}
studio-added = Added
studio-changed = Changed
studio-removed = Removed
studio-history = Releases
studio-number = Release
