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
today-go = Start
today-missing = { $n } to go before you are live
