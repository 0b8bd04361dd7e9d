-- Who coded an article where that was not the shipped codebook alone, so that another coder codes it anew.

CREATE TABLE coder (
  article TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIEW v_coder AS
SELECT coalesce(c.name, 'demarche') AS coder, count(*) AS articles
FROM article AS a LEFT JOIN coder AS c ON c.article = a.id
GROUP BY 1;
