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
studio-version = Release { $number }
staff-own-work = Nobody signs off or approves himself; ask a colleague.
staff-reason-missing = Please give a reason
staff-comma = , { "" }
staff-cancel = Cancel

people-title = People and requirements
people-lead = { $n ->
    [one] One person
   *[other] { $n } people
}, { $live } live; nearest to going live first.
people-role = Role
people-show = Show
people-who = Person
people-matrix = People and requirements
people-cell = { $title }:{ " " }
people-nobody = Nobody has this role yet
people-nobody-lead = Hire a candidate, or give somebody the role under Accounts, and they appear here.
people-no-role = No role assigned yet.
people-done = Training file
people-further = A further role
people-assign = Assign role
people-role-assigned = Role assigned; training can begin at once.
people-role-there = This person has the role already.
people-signed = Signed off.
people-signed-of = { $n } of { $of } signed off; sign each once you have seen it.
people-item-signed = Signed off
people-item-open = To sign off
people-note = Note (optional)
people-sign = Sign off

missed-title = Searched for, not found
missed-lead = Words that found nothing at all in the last { $days } days: a hint at what to write next. Only counts are kept, not who searched.
missed-none = There are none.
missed-times = { $n ->
    [one] once, on { $last }
   *[other] { $n } times, last on { $last }
}

confirm-title = Check standards and requirements
confirm-lead = Is this how your centre works? Confirm it once; when the content changes, you will be asked to look again.
confirm-role = Role: { $role }
confirm-valid = The certificate is valid for { $period }.
confirm-forever = The certificate does not expire.
confirm-times = { $n } times
confirm-within = within { $period }
confirm-else = If it is not, change the files in the content folder first, then publish them under Content.
confirm-yes = Yes, this is how we work
confirm-by = Checked by { $by } on { $date }
confirm-done = Noted.
confirm-changed = The content has just been changed. Please look at it again.
confirm-none = The content has no standards and no roles yet
confirm-none-hint = Once they are written in the content folder and published, you can check them here.
unassigned-title = { $n ->
    [one] { $n } person has no role yet
   *[other] { $n } people have no role yet
}
unassigned-who = Who
unassigned-nobody = Choose somebody first.
unassigned-done = { $n ->
    [one] { $n } person has a role now and can begin at once.
   *[other] { $n } people have a role now and can begin at once.
}
studio-unproven = Some role-plays are too large to prove that every way leads on
studio-accept = { $file }: I have looked at it, publish it all the same
studio-accept-missing = Accept each role-play that is not proven by its name, then publish.
studio-scenarios = How role-plays are built
studio-scenarios-lead = A map of each: which step leads where, and where the problems are.
studio-map = Map
studio-map-label = The map of “{ $title }”, { $n ->
    [one] { $n } step
   *[other] { $n } steps
 }; the problems are listed below.
studio-map-caption = From the top down: green frames are endings that pass, grey ones that do not. A red frame has errors, a dashed amber one has warnings.
studio-map-errors = { $n ->
    [one] { $n } error
   *[other] { $n } errors
 }
studio-map-warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
 }
studio-map-fine = No problems
studio-map-problems = Problems of this role-play
studio-map-none = No problem found, and every step is proved to lead on.
