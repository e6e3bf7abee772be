calibration-nav = Calibration
calibration-title = Calibration
calibration-lead = Everybody rates the same answers alone, then you see how far apart you are. Nobody’s result changes.
calibration-none = No calibration yet
calibration-none-hint = Choose ten answers or more and let every trainer rate them: then you see whether you judge alike.
calibration-new = New calibration
calibration-progress = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
 } · you rated { $own }
calibration-to-rate = Yours to rate
calibration-rated = You are done
calibration-is-closed = Closed
calibration-which = What do you want to calibrate?
calibration-which-lead = Everything in the content that people rate.
calibration-nothing = The content has nothing that people rate
calibration-nothing-hint = Write an essay question, or a typed reply in a role-play, and you can calibrate.
calibration-kind-reply = Role-play · typed reply
calibration-kind-essay = Quiz · essay
calibration-name = Name
calibration-default-name = { $title } · calibration
calibration-title-missing = Give it a name.
calibration-answers = Answers of learners
calibration-answers-hint = Only answers whose result is final, without names.
calibration-no-answers = No answer to this has its final result yet. You can write some yourself.
calibration-written = Answers you write
calibration-written-hint = Leave an empty line between two. Write good, middling and poor ones; agreement is shown from 10 answers on.
calibration-answers-missing = Choose or write at least one answer.
calibration-answers-most = At most { $n }: with more, the last ones are rated badly.
calibration-answer-long = An answer has at most { $n } characters.
calibration-answer-gone = One of the answers cannot be used any more. Please choose again.
calibration-make = Make it, for everybody to rate
calibration-item = Answer { $n } of { $of }
calibration-blind = Each alone: nobody sees what others gave before all is rated.
calibration-question = The question
calibration-answer = The answer
calibration-level-of = Points for { $name }
calibration-levels = Choose points for every criterion.
calibration-save = Save and go on
calibration-save-change = Save the change
calibration-earlier = Change an earlier one
calibration-all-rated = You have rated everything. This is what everybody gave.
calibration-over = You have rated everything here, or the calibration is closed: nothing can be changed any more.
calibration-own = One of these answers is your own, so you cannot rate in this calibration.
calibration-done-by = Done: { $names }
calibration-done-by-nobody = Nobody has rated everything yet.
calibration-few-items = { $n ->
    [one] There is only { $n } answer
   *[other] There are only { $n } answers
 }. Agreement is shown from { $least } on: with fewer, the figures say nothing.
calibration-few-raters = Agreement shows once two people have rated everything.
calibration-exact = Exactly alike
calibration-within = Within one level
calibration-icc = ICC(2,1)
calibration-undefined = undefined (the ratings do not vary)
calibration-icc-hint = ICC is the agreement of all raters; 1 is full agreement. From 0.75 it is good; under 0.5, talk about the standard again. Kappa is the agreement of two, and counts large gaps more.
calibration-pairs = Pair by pair (weighted kappa)
calibration-pair = Two raters
calibration-kappa = Kappa
calibration-with = { $one } and { $other }
calibration-table = The ratings of each answer
calibration-far = Two levels apart or more: worth talking about
calibration-close-ask = Close the calibration
calibration-close-lead = Then nobody can rate any more, and every trainer sees what those gave who were done.
calibration-close = Close
calibration-closed = The calibration is closed.
calibration-number = No.
