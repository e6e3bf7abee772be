practice-private = Practice is not graded, and only you can see it.
practice-scenarios = Role-plays
practice-right = Right
practice-wrong = Not right; have a look at the answer
practice-next = Next question
practice-again = Answer it again
practice-back = Back to practice

mistakes-title = My mistakes
mistakes-due = { $n ->
    [one] { $n } question to answer again today
   *[other] { $n } questions to answer again today
}
mistakes-begin = Begin
mistakes-open = Open the book
mistakes-go-on = Next question ({ $n } left)
mistakes-none = No mistakes to answer again
mistakes-how = What you got wrong in a quiz comes in once you may see its answers; what you get wrong in topic practice comes in at once. It returns after 1, 3 and 7 days, until you are right twice in a row.
mistakes-next = Returns on { $when }
mistakes-returns = In your book of mistakes; it returns on { $when }.
mistakes-learnt = Right twice in a row: it has left your book.
mistakes-later = { $n ->
    [one] { $n } question that returns later
   *[other] { $n } questions that return later
}
mistakes-streak = { $n } of { $of } in a row

topics-title = Practice by topic
