-- Reports ask for all attempts at a quiz.
CREATE INDEX attempt_quiz ON attempt (quiz, person, number);
