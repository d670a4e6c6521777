-- From an action to who else took part: the watch for invitation rings joins that way, and the key begins with the account.
CREATE INDEX action_counterpart_of_action ON action_counterpart (action);
