-- What an event ends of the strain of earlier acts: a lifted blockade, a granted ask. All that is derived is computed anew.

ALTER TABLE contribution ADD COLUMN ends REAL NOT NULL DEFAULT 0;

DROP VIEW v_contribution;

CREATE VIEW v_contribution AS
SELECT c.a, c.b, c.day, c.event, c.family, c.sign, c.mass, c.weight, c.probability, c.share, c.ends, c.points, c.why,
  r.sentence, r.trigger, e.article, a.title, a.outlet, a.published, r.start, r."end"
FROM contribution AS c
JOIN event AS e ON e.event = c.event
JOIN report AS r ON r.article = e.article AND r.report = e.report
JOIN article AS a ON a.id = e.article;

UPDATE meta SET value = '1' WHERE key = 'stale';
