-- Where an attempt is whose questions come one after the other, and by whose key a question was marked anew.
ALTER TABLE attempt ADD COLUMN reached INTEGER CHECK (reached >= 0); -- the place of the current question; none where one goes freely
ALTER TABLE attempt_question ADD COLUMN key_release TEXT; -- the release whose key judged it last; none while its own did
ALTER TABLE attempt_question ADD COLUMN first_mark INTEGER; -- what it earned by its own key, once another judged it
