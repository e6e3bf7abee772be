brand = Shanggang
skip = Skip to content
demo-label = Demo
demo-banner = Demo: every account's password is shanggang-demo, and the data is for trying out only.
account = Account
search = Search
search-hint = Search courses and content
change-password = Change password
sign-out = Sign out
theme-system = Colours as the device
theme-light = Light colours
theme-dark = Dark colours
back = Back
back-to-today = Back to today
minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}

nav-main = Main
nav-more = More
nav-today = Today
nav-learn = Learn
nav-practice = Practice
nav-phrases = Phrases
nav-me = Me
nav-people = Trainees
nav-ratings = To rate
nav-content = Content
nav-interviews = Interviews
nav-candidates = Candidates
nav-team = My team
nav-approvals = Approvals
nav-accounts = Accounts

forbidden-title = Your account has no access to this page
forbidden-text = You are signed in as { $who }. If your work needs this page, ask an administrator.
not-found-title = This page does not exist
not-found-text = The address may be wrong, the content may have moved, or it is not yours.
cannot-title = This cannot be done now
failed-title = Something went wrong here
failed-text = Everything that was saved is still there. Please try again; if it keeps failing, tell your administrator the time.
bad-request-title = This form could not be read
bad-request-text = What arrived was incomplete; nothing was changed. Go back and try again.
stale-form-title = This page is out of date
stale-form-text = Your sign-in changed in another window, so nothing was sent. Go back, reload and try again.
too-large-title = That is too long
too-large-text = At most 256 KiB can be sent at once.

access-learner = Learner
access-trainer = Trainer
access-recruiter = Recruiter
access-supervisor = Supervisor
access-admin = Administrator

field-required = Please fill this in
reason = Reason

crumbs = Where you are
