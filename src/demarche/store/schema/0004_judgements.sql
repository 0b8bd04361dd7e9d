-- What a judgement was made on, and which of them count.

ALTER TABLE judgement ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';  -- the sentence of each subject that is a row

DROP VIEW v_judgement;
CREATE VIEW v_judgement AS
SELECT j.number, j.kind, j.subjects, j.value, j.who, j.why, j.created, j.evidence,
  (SELECT u.number FROM judgement AS u, json_each(u.subjects) AS s
   WHERE u.kind = 'undo' AND s.value = CAST(j.number AS TEXT) LIMIT 1) AS undone_by
FROM judgement AS j;
