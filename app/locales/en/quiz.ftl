quiz-rules = Before you start
quiz-pass = Pass mark
quiz-score = { $n }%
quiz-unit = %
quiz-questions = Questions
quiz-question-count = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
quiz-time = Time
quiz-time-extra = { $time } (with extra time)
quiz-close = Closes
quiz-no-limit = No limit
quiz-attempts = Attempts
quiz-attempts-left = { $left } of { $all } left
quiz-wait = Wait after a failed attempt
quiz-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
quiz-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
quiz-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
quiz-allowed = Answers are kept as you go; you may leave and come back, but the clock keeps running. When time is up, what you saved is handed in. Afterwards nothing can be changed.
quiz-start = Start the quiz
quiz-continue = Go on answering
quiz-cannot-passed = You have passed this quiz; there is no need to take it again.
quiz-cannot-pending = Your last attempt is waiting to be rated. After that you will know whether to try again.
quiz-cannot-used-up = All attempts are used up. Please talk to your trainer about another one.
quiz-cannot-wait = You can try again after { $until }.
quiz-cannot-closed = This quiz has closed.
quiz-earlier = Earlier attempts
quiz-attempt = Attempt { $n }
quiz-open = In progress
quiz-void = Void
quiz-passed = Passed
quiz-failed = Not passed
quiz-pending = Waiting for rating

quiz-question-number = Question { $n }
quiz-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
quiz-kind-choice = One answer
quiz-kind-multiple = Several answers
quiz-kind-short = Short answer
quiz-kind-number = Number
quiz-kind-order = Put in order
quiz-kind-match = Match
quiz-kind-cloze = Fill the gaps
quiz-kind-essay = Essay
quiz-fill-in = Fill the gaps
quiz-your-answer = Your answer
quiz-essay-hint = A trainer rates it on: { $criteria }.
quiz-step = Step { $n }
quiz-pick = Please choose
quiz-gap = Gap { $n }
quiz-time-left = Time left
quiz-until = until { $until }
quiz-told-minutes = { $n ->
    [one] One minute left.
   *[other] { $n } minutes left.
}
quiz-told = Time left: { $minutes } min { $seconds } s.
quiz-save = Save
quiz-saved = Your answers are saved.
quiz-sheet = Answer sheet
quiz-is-answered = , answered
quiz-is-open = , open
quiz-sheet-answered = Answered
quiz-sheet-open = Open
quiz-submit-hint = After handing in, nothing can be changed.
quiz-submit = Hand in
quiz-place = Question { $n } of { $of }
quiz-later = Mark to come back to
quiz-is-later = , marked
quiz-sheet-later = Marked
quiz-check = Check this question
quiz-check-once = It can be checked once, and then not be changed.
quiz-check-left = { $n ->
    [one] One try left
   *[other] { $n } tries left
}
quiz-check-open = Answer it first, then check it.
quiz-check-same = The answer is the same as before, so this does not count as a try.
quiz-locked = Checked: it cannot be changed any more.
quiz-try-wrong = { $n ->
    [one] Not yet. One try left.
   *[other] Not yet. { $n } tries left.
}
quiz-try-partly = { $n ->
    [one] Right in part. One try left.
   *[other] Right in part. { $n } tries left.
}
quiz-hints = Hints:
quiz-option = Option { $letter }:
certainty-how = How sure are you?
certainty-sure = Sure
certainty-fairly = Fairly sure
certainty-guess = A guess
behaves-sequential = Questions come one after the other, without a way back: once you press “Next”, you cannot see or change what came before, nor fill in what you left open.
behaves-immediate = After answering a question you can press “Check this question” and see at once whether it is right; then it cannot be changed. What you do not check is marked when you submit.
behaves-interactive = After answering a question you can press “Check this question”. When it is not right you get a hint and may try again; each try before the right one costs { $penalty }% of the question’s points, down to 0.
behaves-certainty = With each answer you say how sure you are. Each question says how much it can earn; how much it does depends on both (the table is for 3 points; questions worth more follow in proportion), and being sure of a wrong answer costs points. Leaving a question open costs nothing, saying nothing counts as a guess, and the total is never below 0. The score is your share of the most there is: everything right, but only fairly sure each time, makes 67.
counts-latest = Of several attempts the last one counts.
counts-average = Of several attempts the mean of all scores counts.
counts-first = Of several attempts the first one counts.
quiz-back = Back
quiz-next = Next
quiz-next-anyway = Go on anyway
quiz-no-way-back = There is no way back to this question.
quiz-gap-for-good = You have not answered this question. Once you go on, it stays open and earns nothing.
quiz-passed-by = Question { $n } is behind you and cannot be changed; what you sent now was not saved.
quiz-ahead = It is not the turn of question { $n } yet; nothing was saved.
quiz-is-ahead = , to come
quiz-sheet-ahead = To come
quiz-elsewhere-ahead = This attempt is open in another window; nothing is saved here any more. What was passed cannot be changed: go on with the current question.
quiz-to-current = To the current question
quiz-order-hint = Put the items in order with the arrows on the right.
quiz-order-keep = This is the order
quiz-move-up = Move up: { $item }
quiz-move-down = Move down: { $item }
quiz-gaps = { $n ->
    [one] One question is still open. Your answers are saved and you can go on; if you hand in now, it earns nothing.
   *[other] { $n } questions are still open. Your answers are saved and you can go on; if you hand in now, they earn nothing.
}
quiz-submit-anyway = Hand in anyway
quiz-elsewhere = This attempt is open in another window; nothing is saved here any more. Go on there, or take it up here.
quiz-go-on-here = Go on here
quiz-over = Time is up. Everything you saved is there, and your result is ready.
quiz-see-result = See the result

quiz-state-saved = Saved
quiz-state-saving = Saving
quiz-state-unsaved = Not saved; trying again when the network is back
quiz-state-signed-out = Signed out: press “Save” to sign in again; your answers are kept
quiz-state-passed = Not saved: this question is behind you
quiz-state-closed = Time is up; no more answers are taken

quiz-handed-in = Attempt { $n }, handed in { $when }
quiz-short-of = { $n } short of passing
quiz-say-pending = A trainer rates the essays; then your result is ready.
quiz-say-void = A trainer voided this attempt: it gives no score and is none of the limit.
quiz-say-passed = You reached the pass mark of { $pass }%.
quiz-say-worst = You lost most points on “{ $topic }”.
quiz-say-again = Have another look at the course, then try again.
quiz-say-wait = Have another look at the course; you can try again after { $until }.
quiz-topics = Where points were lost
quiz-read-again = Read again
quiz-to-course = To the course
quiz-try-again = Try again
quiz-left = { $n ->
    [0] No attempts left
    [one] { $n } attempt left
   *[other] { $n } attempts left
}
quiz-review = Question by question
quiz-own = Your choice
quiz-own-right = Your choice, right
quiz-own-wrong = Your choice, not right
quiz-right-answer = Right answer
quiz-no-answer = No answer
quiz-mark = { $word } · { $earned } of { $most } points
quiz-mark-right = Right
quiz-mark-wrong = Not right
quiz-mark-partly = Partly right
quiz-mark-pending = Waiting for rating
quiz-mark-tries = { $n } tries
quiz-mark-regraded = This question was marked anew by a corrected key.
quiz-mark-regraded-from = This question was marked anew by a corrected key; before, it had earned { $earned }.
quiz-say-regraded = An answer key was corrected and this attempt marked anew: { $was }% before, { $now }% now.

ratings-stuck = { $n ->
    [one] One answer has waited since { $since } for a rater nobody can be: no active trainer is left who did not write it or rate it before.
   *[other] { $n } answers wait for a rater nobody can be, the first since { $since }: no active trainer is left who did not write them or rate them before.
} No result is given meanwhile; an administrator can enable or add a trainer.

essay-since = Handed in { $when }
essay-note = For the trainee (optional)
essay-quote = Words of the essay
essay-quote-hint = Copy a sentence from above to show what your rating rests on; the learner sees it.
essay-quote-needed = Please copy the words your rating rests on from the essay.
essay-quote-wrong = The essay does not say this; please copy from it.
essay-said = What the rater says
essay-save = Save the rating
essay-kept = The rating is saved.
essay-levels = Choose a level for each.
essay-again = Somebody has rated this one already; nothing was changed.
