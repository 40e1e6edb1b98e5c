-- A channel is the identity behind a conversation key: everything kept of a conversation hangs on it and goes with it.
-- The row itself stays when a conversation has moved, because the ids seen under the old key must stay known.
CREATE TABLE channels (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  last_version INTEGER NOT NULL DEFAULT 0,
  moved_to INTEGER REFERENCES channels (id) ON DELETE CASCADE
);
CREATE INDEX channels_moved ON channels (moved_to);

CREATE TABLE conversations (
  channel INTEGER PRIMARY KEY REFERENCES channels (id) ON DELETE CASCADE,
  skill TEXT NOT NULL,
  language TEXT NOT NULL,
  language_chosen INTEGER NOT NULL,
  auto_render INTEGER NOT NULL,
  access TEXT NOT NULL,
  account_key TEXT NOT NULL,
  backend TEXT,
  session_id TEXT,
  task_id TEXT,
  user_id TEXT,
  project INTEGER NOT NULL,
  project_first_turn INTEGER NOT NULL,
  shown_version INTEGER,
  render_owed INTEGER NOT NULL,
  credits_used INTEGER NOT NULL,
  is_closed INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE INDEX conversations_account ON conversations (account_key);

-- Kept apart from the turns: a message id stays known after its turn was pruned.
CREATE TABLE seen (
  channel INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  message_id TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (channel, message_id)
) WITHOUT ROWID;
CREATE INDEX seen_old ON seen (seen_at);

-- AUTOINCREMENT: an id is never given twice, because buttons name turns for weeks.
CREATE TABLE turns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  state TEXT NOT NULL,
  status_message_id TEXT,
  prompt TEXT,
  session_id TEXT,
  draft_before INTEGER NOT NULL,
  draft_hash_before TEXT,
  files_uploaded INTEGER NOT NULL,
  reply TEXT,
  credits_before INTEGER,
  credits_after INTEGER,
  cost_accepted INTEGER NOT NULL,
  offers TEXT NOT NULL,
  owner TEXT,
  lease_until INTEGER,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  ended_at INTEGER
);
CREATE INDEX turns_channel ON turns (channel);
CREATE INDEX turns_open ON turns (id) WHERE state IN ('Queued', 'Running', 'Sent');
CREATE INDEX turns_last ON turns (channel, id) WHERE (sent_at IS NOT NULL OR state IN ('Sent', 'Failed'));
CREATE INDEX turns_ended ON turns (coalesce(ended_at, created_at)) WHERE state IN ('Done', 'Failed', 'Cancelled');

CREATE TABLE drafts (
  channel INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  project INTEGER NOT NULL,
  json TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  summary TEXT NOT NULL,
  author TEXT NOT NULL,
  session_id TEXT NOT NULL,
  backend TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (channel, version)
);

CREATE TABLE renders (
  id TEXT NOT NULL UNIQUE,
  channel INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  draft_version INTEGER NOT NULL,
  backend TEXT NOT NULL,
  state TEXT NOT NULL,
  submitted INTEGER NOT NULL,
  polls INTEGER NOT NULL,
  url TEXT,
  turn_id INTEGER NOT NULL,
  status_message_id TEXT,
  delivered_message_id TEXT,
  is_closed INTEGER NOT NULL,
  owner TEXT,
  lease_until INTEGER,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
);
CREATE INDEX renders_channel ON renders (channel);
CREATE INDEX renders_open ON renders (created_at) WHERE is_closed = 0;
CREATE INDEX renders_ended ON renders (coalesce(ended_at, created_at)) WHERE is_closed = 1;

CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  channel INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  json TEXT NOT NULL,
  written_at INTEGER NOT NULL
);
CREATE INDEX log_channel ON log (channel, id);
CREATE INDEX log_sequence ON log (channel, sequence);
CREATE INDEX log_old ON log (written_at);

-- One counter for all logs: after a conversation was forgotten, a reader that still holds its last number misses nothing.
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counters (name, value) VALUES ('log', 0);

CREATE TABLE accounts (
  key TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  protected_token TEXT,
  user_id TEXT,
  expires_at INTEGER
) WITHOUT ROWID;

CREATE TABLE cursors (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
