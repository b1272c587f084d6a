-- The first shape of a record file. Tables a person would ask are real columns;
-- `noun` keeps each noun whole, so that reading one back loses nothing.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Results of the per-document stages: what makes a build incremental.
CREATE TABLE cache (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    checksum BLOB NOT NULL,
    payload BLOB NOT NULL,
    UNIQUE (kind, sha256, fingerprint)
) STRICT;

CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    media TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT,
    byline TEXT,
    language TEXT,
    relevant INTEGER NOT NULL,
    relevance_reason TEXT NOT NULL,
    published_earliest TEXT,
    published_latest TEXT,
    page_date_earliest TEXT,
    page_date_latest TEXT,
    page_date_trusted INTEGER,
    dating_method TEXT NOT NULL,
    dating_reason TEXT NOT NULL,
    copy_of TEXT,
    text TEXT NOT NULL,
    noun BLOB NOT NULL
) STRICT;
CREATE INDEX documents_by_day ON documents (
    coalesce(published_earliest, published_latest, '9999'),
    coalesce(published_latest, '9999'),
    name,
    id,
    published_earliest,
    published_latest
);

CREATE VIEW datings AS
    SELECT id AS document, published_earliest, published_latest, page_date_earliest,
           page_date_latest, page_date_trusted, dating_method AS method,
           dating_reason AS reason
    FROM documents;

CREATE TABLE evidence (
    document TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    origin TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    weight REAL NOT NULL,
    agrees INTEGER NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    neighbour TEXT,
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT,
    as_written TEXT NOT NULL,
    on_behalf_of TEXT,
    addressee TEXT,
    channel TEXT,
    cue TEXT,
    content TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    known TEXT,
    rule TEXT NOT NULL,
    unsure TEXT,
    noun BLOB NOT NULL
) STRICT;
CREATE INDEX statements_by_day ON statements (latest, earliest, id);
CREATE INDEX statements_by_document ON statements (document, start);
CREATE INDEX statements_by_speaker ON statements (speaker, latest, id);

CREATE TABLE statement_speakers (
    statement TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_of_statements ON statement_speakers (actor, statement);

CREATE TABLE statement_attestations (
    statement TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX attestations_of_statements
    ON statement_attestations (document, content_start, statement);

CREATE TABLE acts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    modality TEXT NOT NULL,
    plover TEXT,
    plover_mode TEXT,
    earliest TEXT,
    latest TEXT,
    known TEXT,
    authority TEXT NOT NULL,
    channel TEXT,
    place TEXT,
    track TEXT,
    meeting TEXT,
    issue TEXT,
    content TEXT,
    condition TEXT,
    consequence TEXT,
    object_type TEXT,
    hardness TEXT,
    verdict TEXT,
    level TEXT,
    round INTEGER,
    statement TEXT,
    answers TEXT,
    noun BLOB NOT NULL
) STRICT;
CREATE INDEX acts_by_day ON acts (
    coalesce(earliest, latest, '9999'),
    coalesce(latest, '9999'),
    coalesce(known, '9999'),
    id
);
CREATE INDEX acts_by_issue ON acts (issue, latest, id);
CREATE INDEX acts_by_statement ON acts (statement, issue);
CREATE INDEX acts_by_meeting ON acts (meeting, id);
CREATE INDEX acts_by_answer ON acts (answers, id);

CREATE TABLE act_actors (
    act TEXT NOT NULL,
    role TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (act, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX acts_of_actors ON act_actors (actor, act, role);

CREATE TABLE act_reports (
    number INTEGER PRIMARY KEY,
    act TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    document TEXT NOT NULL,
    report INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    modality TEXT NOT NULL,
    UNIQUE (act, ordinal)
) STRICT;
CREATE INDEX reports_of_documents ON act_reports (document, start, act);

CREATE TABLE act_attestations (
    act TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    mode TEXT NOT NULL,
    chain TEXT NOT NULL,
    PRIMARY KEY (act, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX values_of_acts ON act_attestations (field, act, value);

CREATE TABLE actors (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    party TEXT,
    statements INTEGER NOT NULL, -- how many it said, or may have said
    acts INTEGER NOT NULL, -- how many it has part in
    noun BLOB NOT NULL
) STRICT;
CREATE INDEX actors_by_party ON actors (party, id);

CREATE TABLE variants (
    actor TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    variant TEXT NOT NULL,
    PRIMARY KEY (actor, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_by_variant ON variants (variant COLLATE NOCASE, actor);

CREATE TABLE offices (
    actor TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    party TEXT,
    earliest TEXT,
    latest TEXT,
    PRIMARY KEY (actor, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE issues (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    parent TEXT,
    phrases TEXT NOT NULL,
    noun BLOB NOT NULL
) STRICT;

CREATE TABLE copies (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    original TEXT NOT NULL,
    share REAL NOT NULL,
    whole INTEGER NOT NULL,
    reason TEXT NOT NULL,
    noun BLOB NOT NULL
) STRICT;
CREATE INDEX copies_by_document ON copies (document, original);
CREATE INDEX copies_by_original ON copies (original, document);

-- What pages tell differently about all acts, whatever the day: folded at the build,
-- so that a timeline can mark its disputed lines without folding.
CREATE TABLE conflicts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    act TEXT NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE conflict_acts (
    act TEXT NOT NULL,
    conflict TEXT NOT NULL,
    PRIMARY KEY (act, conflict)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict_values (
    conflict TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    value TEXT NOT NULL,
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (conflict, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE edits (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    targets TEXT NOT NULL,
    value TEXT,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE problems (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    stage TEXT NOT NULL,
    message TEXT NOT NULL
) STRICT;

-- Full-text search keeps no second copy of the text: it points into the tables.
CREATE VIRTUAL TABLE documents_search USING fts5 (
    title, text, content = 'documents', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statements_search USING fts5 (
    as_written, content, content = 'statements', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE passages_search USING fts5 (
    text, content = 'act_reports', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
