/**
 * The schema, step by step: a store that was made with the first n steps is brought up to date with the rest. Steps that were once
 * released are never edited. Times are ISO 8601 in UTC; `run` is the run that saw or did something.
 */
export const migrations: string[] = [
  `
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  job TEXT NOT NULL,                -- fetch, crawl, nightly
  started_at TEXT NOT NULL,
  ended_at TEXT,                    -- null while it is under way, and for good where it was killed and nobody went on with it
  summary TEXT                      -- JSON
) STRICT;

CREATE TABLE found (                -- how many reports the lists of a site named
  site TEXT NOT NULL,
  run INTEGER NOT NULL,
  count INTEGER NOT NULL,
  is_complete INTEGER NOT NULL,     -- 1 where all lists could be read
  PRIMARY KEY (site, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE urls (
  url TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  role TEXT NOT NULL,               -- what it was found as: seed, list, next, report, attachment
  kind TEXT,                        -- what its last body is: report, file, list, sitemap, other
  final_url TEXT,                   -- behind redirects, where its last body came from
  charset TEXT,                     -- that the server declared for it
  state TEXT,                       -- null before the first fetch
  fate TEXT,
  status INTEGER,
  etag TEXT,
  last_modified TEXT,
  failed_runs INTEGER NOT NULL,     -- in a row
  next_try_at TEXT,                 -- null: due in every run
  message TEXT,
  sha256 TEXT,                      -- of the last body that was fetched, and when that body first came
  body_at TEXT,
  first_seen_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,       -- on a list
  fetched_at TEXT,
  fetched_run INTEGER,              -- the last run that is done with it
  converted_sha256 TEXT,            -- the body that was last converted, and by which version
  converted_with TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX urls_by_site ON urls (site);

CREATE TABLE documents (            -- bodies, each once, and where the archive keeps them
  sha256 TEXT PRIMARY KEY,
  media_type TEXT,
  bytes INTEGER NOT NULL,
  file TEXT NOT NULL,
  offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (              -- one report, whatever becomes of its pages
  id TEXT PRIMARY KEY,              -- the id of its first record
  kind TEXT NOT NULL,
  issuer TEXT,
  year INTEGER,
  version INTEGER NOT NULL,         -- the current one
  record_id TEXT NOT NULL,
  content_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_by_content ON reports (content_key);

CREATE TABLE versions (             -- never changed once written
  report TEXT NOT NULL,
  number INTEGER NOT NULL,          -- from 1
  record_id TEXT NOT NULL,
  content_key TEXT NOT NULL,
  cause TEXT NOT NULL,              -- first, source-changed, reading-changed
  url TEXT NOT NULL,
  run INTEGER NOT NULL,
  diff TEXT,                        -- JSON: against the version before; null for the first
  record BLOB NOT NULL,             -- JSON, gzip
  PRIMARY KEY (report, number)
) STRICT;
CREATE INDEX versions_by_record ON versions (record_id);

CREATE TABLE sightings (            -- what each page shows now, or showed last
  url TEXT NOT NULL,
  part INTEGER NOT NULL,
  report TEXT NOT NULL,
  record_id TEXT NOT NULL,
  content_key TEXT NOT NULL,
  change TEXT NOT NULL,             -- new, unchanged, changed, reread, known: what was seen in this run
  run INTEGER NOT NULL,
  PRIMARY KEY (url, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_by_record ON sightings (record_id);
CREATE INDEX sightings_by_report ON sightings (report);

CREATE TABLE tombstones (           -- pages that are gone; their records stay
  url TEXT NOT NULL,
  run INTEGER NOT NULL,
  vanished_at TEXT NOT NULL,
  returned_at TEXT,
  PRIMARY KEY (url, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (
  run INTEGER NOT NULL,
  url TEXT NOT NULL,
  stage TEXT NOT NULL,              -- fetch, convert ...
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (run, url, stage)
) STRICT, WITHOUT ROWID;
`,
  `
CREATE TABLE parts (                -- what hangs on the page of a report: its files, and the pictures that it shows
  page TEXT NOT NULL,
  url TEXT NOT NULL,
  role TEXT NOT NULL,               -- attachment, picture
  place INTEGER,                    -- in the order of the page; null where it names it no more
  PRIMARY KEY (page, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_by_url ON parts (url);

CREATE TABLE carriers (             -- the files of the current version of a report, where there are several
  report TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  PRIMARY KEY (report, sha256, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX carriers_by_body ON carriers (sha256, part);

-- converted_sha256 of a page with parts is the key of all of them.
ALTER TABLE urls ADD COLUMN joined_key TEXT;   -- of a page: which of its parts the archive names together with it
ALTER TABLE reports ADD COLUMN merged_into TEXT; -- the report that holds this one as one of its files; null for most
`,
];
