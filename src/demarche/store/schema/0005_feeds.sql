-- Feeds that are watched, and what their last answer said of itself.

CREATE TABLE feed (url TEXT PRIMARY KEY, etag TEXT, modified TEXT) WITHOUT ROWID;
