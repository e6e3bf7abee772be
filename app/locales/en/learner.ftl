status-not-started = Not started
status-in-training = In training
status-ready = Ready
status-supervised = Supervised
status-live = Live
status-suspended = Suspended
status-left = Left
lamp-to-do = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
lamp-missing = { $n } to go
lamp-waiting = { $days ->
    [0] complete today
    [one] waiting { $days } day
   *[other] waiting { $days } days
}
lamp-supervised-until = until { $date }
lamp-valid-until = valid until { $date }
lamp-grace-until = expired, in grace until { $date }
lamp-to-resume = { $n } to resume

state-met = Met
state-pending = Awaiting rating
state-to-sign = Awaiting sign-off
state-to-approve = Awaiting approval
state-missing = Missing
state-expired = Expired

requires-course = Course: { $name }
requires-quiz = Quiz: { $name }
requires-scenario = Role-play: { $name }
requires-acknowledge = Policy: { $name }
requires-sign-off = Sign-off: { $name }
requires-approve = Approval: { $name }

note-exempt = exempted
note-lessons = { $done } of { $of } lessons
note-signed = { $done } of { $of } signed
note-plays = passed { $done } of { $of } times
note-plays-within = passed { $done } of { $of } times within { $period }
note-waits-for = waiting for: { $who }
note-since = since { $date }
note-until = valid until { $date }
note-declined = declined { $date }

go-learn = Go to the lesson
go-quiz = Go to the quiz
go-play = Go to the role-play
go-read = Read it
go-rate = Rate it
go-sign = Sign it off
go-approve = Decide

hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}

today-now = The one thing to do now

not-translated = This has not been translated into your language yet; here is the original.
about-minutes = { $n ->
    [one] about { $n } minute
   *[other] about { $n } minutes
}
courses-lead = Begin with what your role requires; the other courses are open at any time.
courses-own = Required for your role
courses-other = Other courses
courses-none = No courses yet
courses-none-hint = Courses appear here once a trainer publishes them.
course-hours = about { $n } h
course-lessons = { $n ->
    [one] { $n } lesson
   *[other] { $n } lessons
}
course-progress = Progress
course-outline = In this course
course-quiz = Course quiz
course-start = Start
course-continue = Continue
lesson-done = done
lesson-open = to do
lesson-place = Lesson { $n } of { $of }
lesson-rule-read = Done when you have read it and say so
lesson-rule-checks = { $n ->
    [one] Done when the check in the text is right
   *[other] Done when the { $n } checks in the text are right
}
lesson-checks-more = { $n ->
    [one] { $n } more right answer and it is done
   *[other] { $n } more right answers and it is done
}
lesson-rule-time = { $n ->
    [one] Can be done after { $n } minute of reading
   *[other] Can be done after { $n } minutes of reading
}
lesson-previous = Previous
lesson-next = Next
lesson-finish = Done
lesson-finish-next = Done, next lesson
lesson-to-course = Back to the course
lesson-unlocks = Once this lesson is done, the next one opens: “{ $title }”.
lesson-resume = Continue where you were: { $part }
lesson-terms = Terms in this lesson
lesson-terms-all = All terms
term-close = Close
lesson-in-order = This course is taken in order: this lesson opens once “{ $title }” is done.
lesson-wait = { $n ->
    [one] You can press “Done” in { $n } minute
   *[other] You can press “Done” in { $n } minutes
}
lesson-wait-over = Time enough: you can press “Done”
lesson-too-early = { $n ->
    [one] This lesson asks for some time: please press “Done” in about { $n } minute.
   *[other] This lesson asks for some time: please press “Done” in about { $n } minutes.
}
lesson-completed = “{ $title }” is done.
check-word = Check yourself · not graded
check-answer = Check
check-your-answer = Your answer
check-empty = Nothing is answered yet: pick one or write something first.
check-wrong = Not right yet. See the hint and try again.
check-right = That is right.
check-unsent = This did not reach the server. Check the network and press “Check” again.
option-right = Right answer
option-wrong = Your choice, not right
kind-single = one answer
kind-multiple = several answers
kind-short = write in
kind-number = number
kind-essay = write
kind-order = put in order
kind-match = match
kind-cloze = fill the gaps
order-step = Step { $n }
gap = Gap { $n }

policy-changed = This policy has just been updated. Please read the new text before you acknowledge it.
policy-acknowledged = Acknowledged, thank you.

policy-edition = Edition { $edition }
policy-since = You acknowledged this edition on { $at }.
policy-older = You acknowledged edition { $edition } on { $date }. This is a new one: please read it and acknowledge it again.
policy-promise = I have read the text above and will keep to it.
policy-acknowledge = I have read it and will keep to it

list-comma = , { "" }
practice-lead = Practice is not graded, and only you see it. Assessment is chosen on the role-play's own page.
practice-none = No role-plays yet
practice-none-hint = Role-plays appear here once a trainer publishes them.
practice-trains = trains: { $criteria }
practice-required = required for your role
channel-phone = phone
channel-chat = chat
channel-email = email
channel-on-site = face to face

phrases-lead = Say it this way to customers, and not that way.
phrases-none = No phrases yet
phrases-polite = say
phrases-forbidden = never say
phrases-except = fine in: { $except }

search-words = Words to look for
search-how = Looks through courses, lessons, policies, phrases, approved answers and terms.
search-near = Nothing has all of “{ $q }”; this comes nearest.
search-more = Only the best { $n } are listed; one more word narrows it down.
search-count = { $n ->
    [one] { $n } place with “{ $q }”
   *[other] { $n } places with “{ $q }”
}
search-none = Nothing found
search-none-hint = Try a shorter word, or look through Learn.
search-course = Course
search-lesson = Lesson
search-policy = Policy
search-scenario = Role-play
search-quiz = Quiz
search-phrase = Phrase
search-term = Term
search-knowledge = Approved answer

library-views = Words and answers
knowledge = Approved answers
knowledge-lead = What customers often ask, and the wording that is approved, ready to copy.
knowledge-none = No approved answers yet
knowledge-wording = What you may say
knowledge-copy = Copy
knowledge-copied = Copied
glossary = Terms
glossary-lead = The words of the trade, and what they mean here.
glossary-none = No terms yet

past-title = Training file
past-empty = The file is still empty
past-conditions = Conditions: { $met } of { $of } met
past-certificates = Certificates
past-older = { $n ->
    [one] One earlier entry
   *[other] { $n } earlier entries
}
past-history = Everything done
past-system = system
past-someone = somebody else
past-erased = name erased
past-voided = void
past-void = An entry was made void
past-void-what = Made void: { $what }
past-hired = Hired: { $role }
past-hired-score = Hired: { $role }, interview total { $score }
past-assigned = Began to prepare for: { $role }
past-lesson = Lesson done: { $name }
past-passed = passed
past-not-passed = not passed
past-points = { $n } points
past-acknowledged = Policy acknowledged: { $name } (edition { $edition })
past-signed = Signed off: { $name } · { $item }
past-approved = Approved: { $role }
past-declined = Not approved: { $role }
past-certified = Certificate issued: { $role }, number { $number }
past-withdrawn = Withdrawn: { $role }
past-exempted = A condition was waived: { $role }
past-published = Published release { $release }

certificate = Certificate
certificate-number = No. { $number }
certificate-hereby = This is to certify that
certificate-text-live = has met every condition of the role “{ $role }” and may serve customers.
certificate-text-supervised = has met the conditions to serve customers under supervision in the role “{ $role }”.
certificate-given = Issued
certificate-until = Valid until
certificate-no-end = no end
certificate-valid = Valid
certificate-grace = Valid, in grace
certificate-expired = Expired
certificate-withdrawn = Withdrawn
certificate-void = This certificate no longer permits serving customers: { $word }.
certificate-verify = Verify: { $url }
seal = Permitted to serve customers
verify-title = Verify a certificate
verify-role = Role
verify-grace = Grace until
verify-as-of = Checked { $at }. The holder's name is not shown here.
verify-unknown = No such number
verify-unknown-hint = Compare it with the number on the certificate, letters and digits. If it still cannot be found, ask whoever issued it.

today-no-role-hint = Ask a supervisor or an administrator to assign you a role; its conditions appear here.

today-else = Also today
today-all-done = You have done all that is yours to do
today-waits = The rest waits for others; you will see the outcome here.
today-live = You are live. When there is time, practise a little, or look through the phrases.
today-no-role = You have no role yet
today-missing-fold = { $n } to go before you are live
today-lesson = Continue: { $title }
today-contact = Whom to ask
today-supervisor = Your supervisor
today-trainer = Training
today-ratings = { $n ->
    [one] { $n } piece of work waits for your rating
   *[other] { $n } pieces of work wait for your rating
}
today-no-ratings = No work waits for your rating
today-nearest = Nearest to going live
today-nobody-trains = Nobody is in training now
today-nobody-trains-hint = Once an administrator adds accounts and assigns roles, trainees appear here.
today-team = My team
today-approvals = Waiting for your approval
today-no-approvals = Nobody waits for your approval.
today-may-serve = May serve today
today-no-team = Nobody to look after yet
today-no-team-hint = People appear here once they are hired, or an administrator gives you a team.
today-nobody-serves = Nobody of the team may serve yet.
upkeep = System
upkeep-state = Service
upkeep-runs = Running, version { $version }
upkeep-backup = Last backup
upkeep-check = Last check
upkeep-never = Never
upkeep-backup-due = No backup within { $n } days. Run shanggang backup on the server and keep the file on another machine.
upkeep-check-due = The data has not been checked within { $n } days. Run shanggang verify on the server; nobody is disturbed.
upkeep-faults = { $n ->
    [one] The last check found { $n } fault. Run shanggang verify on the server to see it, and delete no old backup yet.
   *[other] The last check found { $n } faults. Run shanggang verify on the server to see them, and delete no old backup yet.
}
today-admin = Accounts
today-never-active = { $n ->
    [one] { $n } account has no password yet
   *[other] { $n } accounts have no password yet
}
today-all-active = Every account is in use.
today-never-active-hint = Send the one-time link again, or disable accounts nobody needs.

steps-title = Four steps to begin
steps-done = Done
steps-open = Open
steps-people = Add your people
steps-people-here = { $n ->
    [one] { $n } account besides yours
   *[other] { $n } accounts besides yours
}
steps-people-none = An administrator adds accounts, or a recruiter hires candidates
steps-add-go = Add an account
steps-standards = Check the standards
steps-standards-why = The times for answering and solving must be your centre’s own
steps-roles = Choose the roles and check what they take
steps-roles-why = What to learn, what to pass, who approves
steps-confirm-go = Check them
steps-start = Give the first people their role
steps-start-why = Then they can begin to learn at once
steps-start-go = Give roles
