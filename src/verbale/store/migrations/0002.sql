-- Where everything stands by all pages, on no particular day: folded at the build, so
-- that a listing of a large record reads the lines it shows. Empty where the build has
-- not folded it; then, and for any other day, a listing folds what it needs.
CREATE TABLE state_lines (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    place INTEGER NOT NULL, -- in the listing of its kind
    id TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    noun BLOB NOT NULL,
    UNIQUE (kind, place)
) STRICT;
CREATE INDEX state_lines_by_id ON state_lines (kind, id);

CREATE TABLE state_actors (
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (kind, actor, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE state_issues (
    kind TEXT NOT NULL,
    issue TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (kind, issue, place)
) STRICT, WITHOUT ROWID;

-- Every name and id that an actor may be asked for by, without regard to case.
CREATE TABLE names (
    folded TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (folded, actor)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO names SELECT casefold(id), id FROM actors;
INSERT OR IGNORE INTO names SELECT casefold(name), id FROM actors;
INSERT OR IGNORE INTO names SELECT casefold(variant), actor FROM variants;

CREATE INDEX actors_by_weight ON actors (-(statements + acts), name, id);
DROP INDEX statements_by_document;
CREATE INDEX statements_by_document ON statements (document, start, id);
