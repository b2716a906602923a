DROP TABLE follow_ups;
DROP TABLE recipient_notices;
DROP TABLE restriction_uses;
DROP TABLE restrictions;
