### A lower identity level, accepted by two.

accept-title = Accept a lower level
accept-waits = A colleague proposes to accept a lower level
accept-levels = Level { $level } is reached, { $needed } is needed
accept-lead = Only where the person cannot be asked for more, and a mistake would harm nobody much. A second person has to accept it. What is released still needs an address on record that was proven.
accept-by = Proposed by
accept-reason = Why
accept-reason-hint = What you know of the person, from where, and what could go wrong.
accept-ask = Propose it
accept-then = If you accept, the level counts as reached. What is released still needs an address on record that was proven.
accept-alone = You proposed it yourself. It is marked as accepted single-handed.
accept-do = Accept it
accept-refuse = Do not accept it
need-second_person = You proposed it yourself. Somebody else has to accept it.

event-level_asked-done = Proposed to accept a lower level: { $reason }
event-level_asked-done_bare = Proposed to accept a lower level
event-level_accepted-done = The lower level was accepted by a second person
event-level_accepted-done_single = The lower level was accepted by who proposed it, single-handed
event-level_refused-done = The lower level was not accepted
did-level_asked = It is proposed. A colleague has to accept it
did-level_accepted = The level is accepted
did-level_refused = The level is not accepted
