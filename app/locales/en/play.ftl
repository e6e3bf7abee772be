play-lead = Practise first, then show it. Practice does not count and only you see it; you may be assessed several times, and one pass is enough.
play-start = Start the assessment
play-continue = Go on with the assessment
play-again = Play again
play-situation = The situation
play-channel = Channel
play-channel-phone = Phone
play-channel-chat = Chat
play-channel-email = Email
play-channel-on-site = Face to face
play-pass = To pass
play-pass-from = { $n } points and no critical error
play-criteria = Rated
play-time = Time
play-timed = Some answers are timed, reading included
play-untimed = No limit
play-pace-factor = You have { $n } times the usual time.
play-pace-unlimited = Your answers have no time limit.
play-earlier = Earlier plays
play-none-yet = None yet. Practise first, and start the assessment when you are ready.
play-nth = Assessment no. { $n }
play-points = { $n } { $n ->
    [one] point
   *[other] points
}
play-points-unit = points
play-open = In progress
play-passed = Passed
play-not-yet = Not passed yet
play-pending = To be rated

play-strip = Assessed · this counts
play-on-call = On a call
play-customer = Customer
play-me = Me
play-silence = (The time ran out without an answer.)
play-your-answer = Your answer
play-write = Write to the customer
play-most = At most { $n } characters
play-send = Send
play-left = { $n } s left
play-time-over = Time is up.
play-time-over-still = Time is up. You can still answer, without the point for promptness.
play-time-over-go = See what happens next
play-moved = This step was answered already and the conversation has gone on. Please continue from where it is now.
play-no-choice = There is no such choice. Please take one of those shown now.
play-reply-empty = Nothing is written yet. Please write what you would say to the customer.
play-reply-long = That is too long: at most { $n } characters. Please shorten it.

play-result = Result
play-result-of = Result: { $name }
play-lacks = { $n } { $n ->
    [one] point
   *[other] points
} to go
play-provisional = Provisional, waits for a trainer's rating
play-say-pending = A trainer rates what you wrote; only then is the result final. What you see is what the rest earned.
play-say-passed = You passed.
play-say-critical = A play with a critical error cannot pass, whatever its score.
play-say-ended = The customer left before it was settled, so this one does not pass.
play-say-weakest = You lost most on “{ $name }”: look at the notes beside the lines below.
play-of = { $n } / { $max }
play-conversation = Conversation
play-critical-customer = Critical error · customer
play-critical-business = Critical error · business
play-critical-compliance = Critical error · compliance
play-critical-reply = Your reply has a forbidden phrase, as a trainer confirmed.
play-quoted = “{ $text }”
play-note-waits = Waits for a trainer's rating
play-note-said = Trainer: { $text }

ratings-title = To rate
ratings-lead = { $n } { $n ->
    [one] reply waits
   *[other] replies wait
}, the longest waiting first. Names are not shown while you rate.
ratings-empty = Nothing waits for a rating
ratings-empty-text = What trainees write in role-plays and essays comes up here once it is handed in.
rating-since = Handed in { $when }
rating-learner = Trainee
rating-found-must = The wanted wording is there (marked); full points are proposed, and you decide.
rating-found-ban = A forbidden phrase may be there (marked): please confirm or deny it.
rating-found-both = The wanted wording and what may be a forbidden phrase are there (both marked); you decide.
rating-found-none = Neither the wanted wording nor a forbidden phrase was found; you decide.
rating-points-of = Points for { $name }
rating-proposed = proposed
rating-banned = Is there a forbidden phrase?
rating-banned-no = No
rating-banned-yes = Yes, a critical error
rating-note = A word to the trainee
rating-optional = (optional)
rating-save = Submit rating
rating-kept = The rating is saved.
rating-choose = Please choose one.
rating-points-wrong = These points cannot be given.
rating-again = Somebody has rated this reply already; nothing was changed.
play-practise = Practise
play-practise-on = Go on practising
play-nth-practice = Practice no. { $n }
play-strip-practice = Practice · it does not count, and only you see it
play-take-back = Take the last line back
play-pause = Pause
play-paused = Paused: the time stands still.
play-resume = Go on
play-is-paused = Practice is paused. Press “Go on” first.
play-practice-only = Nothing can be taken back or paused while you are assessed; in practice it can.
play-practice-private = Practice does not count, and only you see it.
play-taken-back = { $n ->
    [one] You took back { $n } answer; each step counts what you said first.
   *[other] You took back { $n } answers; each step counts what you said first.
}
play-unrated = part of the points
play-say-unrated = Nobody rates what you wrote here. Compare it with the notes beside each line.
play-untrue = The record of this role-play does not lead to the result it had. Tell your trainer, and do not judge by it.
play-note-found = Well said: { $words }
play-note-banned = Not to be said: { $words }
play-note-better = Better: { $text }
play-not-spoken = This step cannot be answered by a recording. Please type or choose.
play-recording = Recording { $length }
play-recording-deleted = The recording was deleted at the end of its retention time.
play-recording-gone = This recording cannot be used any more: the conversation went on, or it was deleted. Please record again, or type.
play-recordings-full = Several recordings have arrived for this step already. Please send one of them, or type.
play-note-moment = The trainer points at { $at } of the recording
recording-sign-in = Your session has ended, so the recording was not sent. Sign in again in another window, then come back and send it; it is still on this page.
recording-stale = This page is too old, so the recording was not sent. Please type, or reload and record again.
recording-kind = This kind of recording cannot be used. Please type your answer.
recording-large = The recording is too large: { $n } MB at most. Please make it shorter, or type.
recording-failed = The recording could not be kept. Please send it again in a moment; it is still on this page.
rating-moment-needed = Please say which moment of the recording you mean, such as 0:12.
rating-moment-wrong = Please write minutes:seconds, such as 0:12.
rating-moment-outside = The recording is only { $length } long. Please name a moment within it.
rating-found-spoken = This answer was spoken: nothing was looked for in it. Listen, and decide.
rating-moment = The moment of the recording you judge by
rating-moment-now = This moment
speak-title = Say it to the customer
speak-lead = You may also say it: { $longest } at most. Only the trainer who rates it hears the recording; it is deleted after { $days } days.
speak-start = Record
speak-stop = Stop
speak-recording = Recording. Press “Stop” when you are done.
speak-done = Recorded. Listen to it, and send it when you are content.
speak-full = Stopped at the limit of { $longest }. Listen to it, and send it when you are content.
speak-sending = Sending…
speak-unreached = It was not sent; perhaps the network is gone. The recording is still here: please send it again.
speak-refused = The microphone could not be used: the browser does not allow it, or there is none. Typing is just as good.
speak-unsupported = This browser cannot record here. Please type your answer.
speak-no-scripts = Scripts are off in this browser, so nothing can be recorded. Typing is just as good.
speak-own = What you just recorded
speak-again = Record again
speak-send = Send the recording
play-read-aloud = Read aloud
speak-lead-practice = You may also say it: { $longest } at most. In practice only you hear the recording; it is deleted after { $days } days.
