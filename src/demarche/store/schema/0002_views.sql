-- The views that others build on: their names and columns are part of the contract.

CREATE VIEW v_article AS
SELECT a.id AS article, a.title, a.outlet, a.byline, a.published, a.published_from, a.language, a.words, a.damage,
  coalesce(c.cluster, a.id) AS cluster,
  CASE WHEN c.cluster IS NULL THEN 1 ELSE (SELECT count(*) FROM copy AS o WHERE o.cluster = c.cluster) END AS copies,
  a.uri
FROM article AS a LEFT JOIN copy AS c ON c.article = a.id;

CREATE VIEW v_copy AS
SELECT c.cluster, c.article, c.speaks, c.kind, c.score, c.why, a.title, a.outlet, a.published
FROM copy AS c JOIN article AS a ON a.id = c.article;

CREATE VIEW v_event AS
SELECT e.event, e.type, e.mode, e.quad, e.sources, e.targets, e.source_names, e.target_names, e.first, e.last,
  e.precision, e.basis, e.place, e.place_country, e.lat, e.lon, e.status, e.disputed, e.certainty, e.issue, e.scale,
  e.goldstein, e.cameo, e.weight, e.sign, e.confidence, e.articles, e.reports, r.sentence, r.trigger, e.article,
  a.title, a.outlet, a.published, r.start, r."end", e.why
FROM event AS e
JOIN report AS r ON r.article = e.article AND r.report = e.report
JOIN article AS a ON a.id = e.article;

CREATE VIEW v_event_report AS
SELECT m.event, m.article, m.report, a.outlet, a.title, a.published, m.voice, r.type, r.status, r.certainty, r.said_by,
  r.first, r.last, r.sentence, r.sentence_start, r.sentence_end, r.trigger, r.start, r."end", m.why
FROM event_report AS m
JOIN report AS r ON r.article = m.article AND r.report = m.report
JOIN article AS a ON a.id = m.article;

CREATE VIEW v_event_value AS
SELECT v.event, v.field, v.value, v.consensus, v.articles, v.said_by, v.first_said, v.article,
  r.sentence AS evidence, r.sentence_start AS start, r.sentence_end AS "end"
FROM event_value AS v JOIN report AS r ON r.article = v.article AND r.report = v.report;

CREATE VIEW v_strain AS
SELECT a, b, day, "index", low, high, volume, evidence FROM strain;

CREATE VIEW v_strain_family AS
SELECT a, b, day, family, strain, ease FROM strain_family;

CREATE VIEW v_contribution AS
SELECT c.a, c.b, c.day, c.event, c.family, c.sign, c.mass, c.weight, c.probability, c.share, c.points, c.why,
  r.sentence, r.trigger, e.article, a.title, a.outlet, a.published, r.start, r."end"
FROM contribution AS c
JOIN event AS e ON e.event = c.event
JOIN report AS r ON r.article = e.article AND r.report = e.report
JOIN article AS a ON a.id = e.article;

CREATE VIEW v_change AS
SELECT a, b, day, before, after, events FROM change;

CREATE VIEW v_ask AS
SELECT t.ask, t.asker, t.asked, t.asker_name, t.asked_name, t.issue, t.text, t.day, t.times, t.articles, t.outcome,
  t.answered, t.delay_days, t.answer, t.answer_event, k.sentence, t.article, a.title, a.outlet, a.published,
  k.start, k."end", t.answer_article, t.answer_start, t.answer_end
FROM ask_thread AS t
JOIN ask AS k ON k.article = t.article AND k.id = t.id
JOIN article AS a ON a.id = t.article;

CREATE VIEW v_ask_repeat AS
SELECT m.ask, m.article, k.day, k.text, k.start, k."end", a.title, a.outlet, a.published
FROM ask_repeat AS m
JOIN ask AS k ON k.article = m.article AND k.id = m.id
JOIN article AS a ON a.id = m.article;

CREATE VIEW v_grant AS
SELECT asker, asked, issue, asks, answered, granted, share, open FROM granted;

CREATE VIEW v_channel AS
SELECT n.a, n.b, n.a_name, n.b_name, n.medium, n.via, n.first, n.last, h.precision, n.count AS told, n.frequency,
  n.event, h.evidence, h.sentence, n.article, a.title, a.outlet, a.published, h.start, h."end"
FROM contact AS n
JOIN channel AS h ON h.article = n.article AND h.id = n.id
JOIN article AS a ON a.id = n.article;

CREATE VIEW v_contact AS
SELECT a, b, medium, told, seen, first, last FROM contact_sum;

CREATE VIEW v_lever AS
SELECT l.holder, l.over, l.holder_name, l.over_name, l.lever, l.kind, l.used, e.first AS day, e.event, l.evidence,
  l.sentence, l.article, a.title, a.outlet, a.published, l.start, l."end"
FROM lever AS l
JOIN article AS a ON a.id = l.article
LEFT JOIN event_report AS m ON m.article = l.article AND m.report = l.report
LEFT JOIN event AS e ON e.event = m.event;

CREATE VIEW v_position AS
SELECT p.country, p.actor, p.issue, p.stance, s.previous, s.shift, s.day, p.statement, p.said_by, p.certainty,
  p.article, a.title, a.outlet, a.published, p.start, p."end"
FROM stand AS s
JOIN position AS p ON p.article = s.article AND p.id = s.id
JOIN article AS a ON a.id = p.article;

CREATE VIEW v_track AS
SELECT track, issue, parties, mediators, first, last, steps, state, events FROM track;

CREATE VIEW v_quote AS
SELECT q.speaker, q.country, q.text, q.about, q.cue, q.article, a.title, a.outlet, a.published, q.start, q."end"
FROM quote AS q JOIN article AS a ON a.id = q.article;

CREATE VIEW v_actor AS
SELECT actor, name, kind, country, base, sector, wikidata, articles, mentions, roles FROM actor_line;

CREATE VIEW v_dyad AS
SELECT d.a, d.b, coalesce(x.name, d.a) AS a_name, coalesce(y.name, d.b) AS b_name, d.rank, d.events, d.articles,
  d.first, d.last, d.latest, d.low, d.high, d.peak, d.peak_day,
  (SELECT count(*) FROM ask_thread AS t
    WHERE t.outcome IN ('pending', 'unknown') AND ((t.asker = d.a AND t.asked = d.b) OR (t.asker = d.b AND t.asked = d.a))
  ) AS asks_open,
  (SELECT coalesce(sum(s.seen), 0) FROM contact_sum AS s WHERE s.a = d.a AND s.b = d.b) AS contacts
FROM dyad AS d LEFT JOIN code AS x ON x.code = d.a LEFT JOIN code AS y ON y.code = d.b;

CREATE VIEW v_problem AS SELECT id, why FROM problem;

CREATE VIEW v_note AS SELECT about, note FROM note;

CREATE VIEW v_judgement AS SELECT number, kind, subjects, value, who, why, created FROM judgement;
