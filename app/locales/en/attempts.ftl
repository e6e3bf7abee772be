powers-lead = Every attempt by { $name }
powers-none = No attempts yet
powers-none-lead = Once an attempt is begun, it is listed here.
powers-began = Began
powers-took = Time used
powers-score = Score
powers-state = Result
powers-gone = The published content has no such quiz any more.
powers-standing = Now
powers-next = Next
powers-may-start = May begin an attempt
powers-used-up = All attempts are used up, not passed
powers-wait = May try again from { $until }
powers-time = Extra time
powers-void-ask = Void attempt { $n }…
powers-void-lead = The score then counts no more, the attempt is none of the limit, and what the role requires is checked again. Whoever is live stays live; to end that, a supervisor withdraws it. Voiding cannot be taken back.
powers-void = Void it
powers-voided = Voided; the reason stands in the training file.
powers-grant-ask = Grant one more attempt…
powers-grant-lead = { $name } may take the quiz once more than its limit says.
powers-grant = Grant one more attempt
powers-granted = { $name } may take the quiz once more.
powers-no-limit = This quiz has no limit of attempts.
powers-time-ask = Set extra time…
powers-time-lead = Holds for every timed quiz { $name } begins from now on; an attempt that is open keeps its deadline. Role-plays take a factor or no limits, never minutes: each answer has only some seconds, and minutes more would be no limit at all.
powers-time-grant = Save extra time
powers-timed = The extra time of { $name } is saved.
powers-time-unknown = Choose one of those listed
powers-own = Nobody does this for himself. Please ask another trainer.
extra-none = none
extra-minutes = { $n } more minutes
extra-factor = { $n } times the limit
extra-unlimited = no time limits
past-play-upheld = Counted after a lost connection: { $name }
past-attempt-granted = One more attempt granted: { $name }
past-time-granted = Extra time for quizzes: { $time }
past-attempt-voided = Open attempt voided: { $name }
past-regraded = Regraded: a key in { $name } was corrected, the score changed from { $was } to { $score }
past-recounted = Counted again: another attempt at { $name } changed, this score is still { $score }

regrade-link = Regrade with a corrected key
regrade = Regrade
regrade-title = Regrade: { $name }
regrade-lead = When a key was wrong, correct it in the content and publish, then judge the answers anew here. First see whose score changes, then decide. Old scores stay in the record.
regrade-none = Nothing to regrade
regrade-none-lead = No attempt has a question that was changed since (void attempts do not count). Once a question or its key was changed and published, it is listed here.
regrade-attempts = { $n ->
    [one] One attempt was marked by another version
   *[other] { $n } attempts were marked by another version
}
regrade-unfit-kind = it is of another kind now and cannot be regraded
regrade-unfit-shape = it has another number of options or gaps and cannot be regraded
regrade-unfit-essay = a person rates essays, so it cannot be regraded
regrade-would = Attempts with this question: { $looked }. { $changes ->
    [0] No score changes.
   *[other] Scores that change: { $changes }, of { $people } people. What the role requires changes for { $gates }.
}
regrade-seen = { $n ->
    [one] One person keeps the same score, and will see the corrected question in the review.
   *[other] { $n } people keep the same score, and will see the corrected question in the review.
}
regrade-own = An attempt of your own would change too. Nobody does this for himself: please ask another trainer.
regrade-changes = Scores that change
regrade-before = Before
regrade-after = After
regrade-gate = Role requirements
regrade-ask = Regrade…
regrade-confirm = Scores change as listed above; each change is recorded with the reason in the training file. Whoever is live stays live.
regrade-apply = Regrade
regrade-done = { $n ->
    [one] Regraded: the score of one attempt changed.
   *[other] Regraded: the scores of { $n } attempts changed.
}
regrade-changed = A new version of this question was published just now. Please look again at what would change.
regrade-key = The question and its key
regrade-prompt-was = The question before
regrade-key-was = The key before
regrade-key-used = { $n ->
    [one] One attempt was marked by it
   *[other] { $n } attempts were marked by it
}
regrade-key-now = The key now
regrade-key-current = Regrading goes by this one
regrade-key-same = The key is the same; other words changed.
key-all = Points only when all are right
key-contains = Right when the answer contains one of these
key-tolerance = { $value } (right up to { $by } away from it)
key-gap = Gap { $n }: { $words }
key-essay = Rated by a person, without a key
