-- One row an article, its record whole, what it tells flattened, and what is derived from all articles together.
-- Days are ISO 8601 text, lists JSON text, offsets code points into article.text (half-open), codes those of the record.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  uri TEXT,
  title TEXT,
  title_start INTEGER,
  title_end INTEGER,
  byline TEXT,
  outlet TEXT,
  dateline TEXT,
  published TEXT,            -- the day, or the middle day of what is known of it
  published_first TEXT,
  published_last TEXT,
  published_precision TEXT,
  published_from TEXT,
  language TEXT,
  words INTEGER NOT NULL,
  damage REAL NOT NULL,      -- 0 for clean prose, up to 1 for machine-spun
  text TEXT NOT NULL,
  own_text TEXT NOT NULL     -- without title and debris: what copies are compared by
);
CREATE INDEX article_published ON article (published);

CREATE TABLE record (
  article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  json BLOB NOT NULL         -- zlib over the UTF-8 of the record's JSON: everything that the tables are made from
);

CREATE TABLE problem (id TEXT PRIMARY KEY, why TEXT NOT NULL);

CREATE TABLE sentence (
  id INTEGER PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article, n)
);
CREATE VIRTUAL TABLE sentence_text USING fts5 (text, content = 'sentence', content_rowid = 'id');
CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN
  INSERT INTO sentence_text (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN
  INSERT INTO sentence_text (sentence_text, rowid, text) VALUES ('delete', old.id, old.text);
END;

-- What each article tells.

CREATE TABLE report (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  report TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  quad INTEGER NOT NULL,
  scale REAL NOT NULL,
  cameo TEXT,
  goldstein REAL,
  trigger TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  sources TEXT NOT NULL,     -- lists of [key, name, code, base, sector, part]; one row each in party
  targets TEXT NOT NULL,
  others TEXT NOT NULL,
  named TEXT NOT NULL,       -- the words that mention the sides
  first TEXT,
  last TEXT,
  precision TEXT,
  basis TEXT,
  place TEXT,
  place_country TEXT,
  lat REAL,
  lon REAL,
  status TEXT NOT NULL,
  certainty TEXT,
  said_by TEXT NOT NULL,     -- empty: the article's own voice
  source_kind TEXT,
  issue TEXT,
  figures TEXT NOT NULL,     -- list of [counted, low, high, words]
  confidence REAL NOT NULL,
  sign INTEGER NOT NULL,
  weight REAL NOT NULL,
  family TEXT,
  PRIMARY KEY (article, report)
);

CREATE TABLE party (
  article TEXT NOT NULL,
  report TEXT NOT NULL,
  side TEXT NOT NULL,        -- source, target, other
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  base TEXT NOT NULL,
  sector TEXT NOT NULL,
  part TEXT NOT NULL,
  FOREIGN KEY (article, report) REFERENCES report (article, report) ON DELETE CASCADE
);
CREATE INDEX party_report ON party (article, report);
CREATE INDEX party_code ON party (code);

CREATE TABLE ask (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  asker TEXT NOT NULL,
  asker_name TEXT NOT NULL,
  asked TEXT NOT NULL,
  asked_name TEXT NOT NULL,
  issue TEXT,
  text TEXT NOT NULL,
  day TEXT,
  outcome TEXT NOT NULL,
  answer TEXT,
  answer_start INTEGER,
  answer_end INTEGER,
  answer_report TEXT,
  delay_days INTEGER,
  report TEXT,
  PRIMARY KEY (article, id)
);

CREATE TABLE lever (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  holder TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  over TEXT NOT NULL,
  over_name TEXT NOT NULL,
  lever TEXT NOT NULL,
  kind TEXT NOT NULL,
  used TEXT NOT NULL,
  evidence TEXT NOT NULL,
  report TEXT,
  PRIMARY KEY (article, id)
);

CREATE TABLE channel (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  a TEXT NOT NULL,
  a_name TEXT NOT NULL,
  b TEXT NOT NULL,
  b_name TEXT NOT NULL,
  medium TEXT NOT NULL,
  via TEXT NOT NULL,
  first TEXT,
  last TEXT,
  precision TEXT,
  told INTEGER,
  frequency TEXT,
  evidence TEXT NOT NULL,
  report TEXT,
  PRIMARY KEY (article, id)
);

CREATE TABLE position (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  key TEXT NOT NULL,
  actor TEXT NOT NULL,
  country TEXT NOT NULL,
  issue TEXT NOT NULL,
  stance TEXT NOT NULL,
  statement TEXT NOT NULL,
  said_by TEXT NOT NULL,
  certainty TEXT,
  PRIMARY KEY (article, id)
);

CREATE TABLE quote (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  speaker TEXT NOT NULL,
  country TEXT NOT NULL,
  text TEXT NOT NULL,
  cue TEXT,
  about TEXT NOT NULL,
  PRIMARY KEY (article, id)
);

CREATE TABLE claim (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  source TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  certainty TEXT NOT NULL,
  text TEXT NOT NULL,
  cue TEXT,
  PRIMARY KEY (article, id)
);

CREATE TABLE actor (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  key TEXT NOT NULL,         -- Wikidata id, else folded name and code
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  base TEXT,
  sector TEXT,
  wikidata TEXT,
  mentions INTEGER NOT NULL,
  roles TEXT NOT NULL,
  PRIMARY KEY (article, id)
);
CREATE INDEX actor_key ON actor (key);

-- What a person decided. Rows are added, never changed.

CREATE TABLE judgement (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subjects TEXT NOT NULL,
  value TEXT,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  created TEXT NOT NULL
);
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement BEGIN
  SELECT RAISE (ABORT, 'judgements are never changed; add one that takes it back');
END;
CREATE TRIGGER judgement_is_kept BEFORE DELETE ON judgement BEGIN
  SELECT RAISE (ABORT, 'judgements are never removed; add one that takes it back');
END;

-- Derived from all articles by relate(); emptied and filled again in one transaction.

CREATE TABLE code (code TEXT PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE copy (
  article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  cluster TEXT NOT NULL,
  speaks INTEGER NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL
);
CREATE INDEX copy_cluster ON copy (cluster);

CREATE TABLE event (
  event TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  mode TEXT,
  quad INTEGER NOT NULL,
  sources TEXT NOT NULL,
  targets TEXT NOT NULL,
  source_names TEXT NOT NULL,
  target_names TEXT NOT NULL,
  first TEXT,
  last TEXT,
  precision TEXT,
  basis TEXT,
  place TEXT,
  place_country TEXT,
  lat REAL,
  lon REAL,
  status TEXT NOT NULL,
  disputed INTEGER NOT NULL,
  certainty TEXT,
  issue TEXT,
  scale REAL NOT NULL,
  goldstein REAL,
  cameo TEXT,
  weight REAL NOT NULL,
  sign INTEGER NOT NULL,
  probability REAL NOT NULL,
  confidence REAL NOT NULL,
  articles INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  article TEXT NOT NULL,
  report TEXT NOT NULL,
  why TEXT NOT NULL,
  FOREIGN KEY (article, report) REFERENCES report (article, report) ON DELETE CASCADE
);

CREATE TABLE event_code (
  event TEXT NOT NULL REFERENCES event (event) ON DELETE CASCADE,
  side TEXT NOT NULL,        -- source, target, other
  code TEXT NOT NULL,
  PRIMARY KEY (event, side, code)
) WITHOUT ROWID;
CREATE INDEX event_code_code ON event_code (code);

CREATE TABLE event_report (
  event TEXT NOT NULL REFERENCES event (event) ON DELETE CASCADE,
  article TEXT NOT NULL,
  report TEXT NOT NULL,
  voice TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (event, article, report),
  FOREIGN KEY (article, report) REFERENCES report (article, report) ON DELETE CASCADE
);
CREATE INDEX event_report_report ON event_report (article, report);

CREATE TABLE event_value (
  event TEXT NOT NULL REFERENCES event (event) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  consensus INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  said_by TEXT NOT NULL,
  first_said TEXT,
  article TEXT NOT NULL,
  report TEXT NOT NULL,
  PRIMARY KEY (event, field, value),
  FOREIGN KEY (article, report) REFERENCES report (article, report) ON DELETE CASCADE
);

CREATE TABLE dyad (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  rank INTEGER NOT NULL,
  events INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  latest REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  peak REAL NOT NULL,
  peak_day TEXT,
  PRIMARY KEY (a, b)
);

CREATE TABLE strain (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  day TEXT NOT NULL,
  "index" REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  volume INTEGER NOT NULL,
  evidence REAL NOT NULL,
  PRIMARY KEY (a, b, day),
  FOREIGN KEY (a, b) REFERENCES dyad (a, b) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE strain_family (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  day TEXT NOT NULL,
  family TEXT NOT NULL,
  strain REAL NOT NULL,
  ease REAL NOT NULL,
  PRIMARY KEY (a, b, day, family),
  FOREIGN KEY (a, b) REFERENCES dyad (a, b) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE contribution (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  day TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event (event) ON DELETE CASCADE,
  family TEXT NOT NULL,
  sign INTEGER NOT NULL,
  mass REAL NOT NULL,
  weight REAL NOT NULL,
  probability REAL NOT NULL,
  share REAL NOT NULL,
  points REAL,
  why TEXT NOT NULL,
  PRIMARY KEY (a, b, day, event, family),
  FOREIGN KEY (a, b) REFERENCES dyad (a, b) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX contribution_event ON contribution (event);

CREATE TABLE change (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  day TEXT NOT NULL,
  before REAL NOT NULL,
  after REAL NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (a, b, day),
  FOREIGN KEY (a, b) REFERENCES dyad (a, b) ON DELETE CASCADE
);

CREATE TABLE ask_thread (
  ask TEXT PRIMARY KEY,
  asker TEXT NOT NULL,
  asked TEXT NOT NULL,
  asker_name TEXT NOT NULL,
  asked_name TEXT NOT NULL,
  issue TEXT,
  text TEXT NOT NULL,
  day TEXT,
  times INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  answered TEXT,
  delay_days INTEGER,
  answer TEXT,
  answer_event TEXT REFERENCES event (event) ON DELETE SET NULL,
  answer_article TEXT REFERENCES article (id) ON DELETE SET NULL,
  answer_start INTEGER,
  answer_end INTEGER,
  article TEXT NOT NULL,
  id TEXT NOT NULL,
  FOREIGN KEY (article, id) REFERENCES ask (article, id) ON DELETE CASCADE
);

CREATE TABLE ask_repeat (
  ask TEXT NOT NULL REFERENCES ask_thread (ask) ON DELETE CASCADE,
  article TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (ask, article, id),
  FOREIGN KEY (article, id) REFERENCES ask (article, id) ON DELETE CASCADE
);

CREATE TABLE granted (
  asker TEXT NOT NULL,
  asked TEXT NOT NULL,
  issue TEXT NOT NULL,
  asks INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  granted REAL NOT NULL,
  share REAL,
  open INTEGER NOT NULL,
  PRIMARY KEY (asker, asked, issue)
);

CREATE TABLE contact (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  a_name TEXT NOT NULL,
  b_name TEXT NOT NULL,
  medium TEXT NOT NULL,
  via TEXT NOT NULL,
  first TEXT,
  last TEXT,
  event TEXT REFERENCES event (event) ON DELETE SET NULL,
  count INTEGER,
  frequency TEXT,
  articles INTEGER NOT NULL,
  article TEXT NOT NULL,
  id TEXT NOT NULL,
  FOREIGN KEY (article, id) REFERENCES channel (article, id) ON DELETE CASCADE
);
CREATE INDEX contact_pair ON contact (a, b);

CREATE TABLE contact_sum (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  medium TEXT NOT NULL,
  told INTEGER,
  seen INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  PRIMARY KEY (a, b, medium)
);

CREATE TABLE stand (
  article TEXT NOT NULL,
  id TEXT NOT NULL,
  day TEXT,
  previous TEXT,
  shift INTEGER NOT NULL,
  PRIMARY KEY (article, id),
  FOREIGN KEY (article, id) REFERENCES position (article, id) ON DELETE CASCADE
);

CREATE TABLE track (
  track TEXT PRIMARY KEY,
  issue TEXT NOT NULL,
  parties TEXT NOT NULL,
  mediators TEXT NOT NULL,
  first TEXT,
  last TEXT,
  steps INTEGER NOT NULL,
  state TEXT NOT NULL,
  events TEXT NOT NULL
);

CREATE TABLE actor_line (
  actor TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  base TEXT,
  sector TEXT,
  wikidata TEXT,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  roles TEXT NOT NULL
);

CREATE TABLE note (about TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (about, note)) WITHOUT ROWID;
