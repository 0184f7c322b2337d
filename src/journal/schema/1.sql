-- Questions without an answer, near-identical ones as one.
CREATE TABLE gaps (
    -- Never given a second time, so that a number from an old list settles nothing else.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    language TEXT,
    verdict TEXT NOT NULL,
    count INTEGER NOT NULL,
    last INTEGER NOT NULL,
    -- What made the vector; vectors of different versions are not compared.
    version TEXT,
    vector BLOB
) STRICT;

CREATE TABLE gap_guilds (
    gap INTEGER NOT NULL REFERENCES gaps (id) ON DELETE CASCADE,
    guild INTEGER NOT NULL,
    PRIMARY KEY (gap, guild)
) STRICT, WITHOUT ROWID;

-- A passage is its document and the digest of its text; the paragraph is where it stood last.
CREATE TABLE votes (
    document TEXT NOT NULL,
    digest BLOB NOT NULL,
    paragraph INTEGER NOT NULL,
    up INTEGER NOT NULL,
    down INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (document, digest)
) STRICT, WITHOUT ROWID;

-- Kept because an admin changed what everybody reads.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    moment INTEGER NOT NULL,
    member INTEGER NOT NULL,
    action TEXT NOT NULL,
    path TEXT NOT NULL,
    trash TEXT
) STRICT;

-- Only channels that differ from the default.
CREATE TABLE channels (
    channel INTEGER PRIMARY KEY,
    mode TEXT NOT NULL,
    place TEXT NOT NULL,
    private INTEGER NOT NULL
) STRICT;
