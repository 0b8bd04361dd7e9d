-- Whether both sides of an ask act for their states. All that is derived is computed anew.

ALTER TABLE ask_thread ADD COLUMN official INTEGER NOT NULL DEFAULT 1;

DROP VIEW v_ask;

CREATE VIEW v_ask AS
SELECT t.ask, t.asker, t.asked, t.asker_name, t.asked_name, t.issue, t.text, t.day, t.times, t.articles, t.outcome,
  t.answered, t.delay_days, t.answer, t.answer_event, k.sentence, t.article, a.title, a.outlet, a.published,
  k.start, k."end", t.answer_article, t.answer_start, t.answer_end, t.official
FROM ask_thread AS t
JOIN ask AS k ON k.article = t.article AND k.id = t.id
JOIN article AS a ON a.id = t.article;

DROP VIEW v_dyad;

CREATE VIEW v_dyad AS
SELECT d.a, d.b, coalesce(x.name, d.a) AS a_name, coalesce(y.name, d.b) AS b_name, d.rank, d.events, d.articles,
  d.first, d.last, d.latest, d.low, d.high, d.peak, d.peak_day,
  (SELECT count(*) FROM ask_thread AS t
    WHERE t.official AND t.outcome IN ('pending', 'unknown')
      AND ((t.asker = d.a AND t.asked = d.b) OR (t.asker = d.b AND t.asked = d.a))
  ) AS asks_open,
  (SELECT coalesce(sum(s.seen), 0) FROM contact_sum AS s WHERE s.a = d.a AND s.b = d.b) AS contacts
FROM dyad AS d LEFT JOIN code AS x ON x.code = d.a LEFT JOIN code AS y ON y.code = d.b;

UPDATE meta SET value = '1' WHERE key = 'stale';
