-- What status messages still have to say about work that is over. A row goes as soon as it stands in its message.
CREATE TABLE endings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  turn_id INTEGER NOT NULL,
  status_message_id TEXT,
  text TEXT NOT NULL,
  buttons TEXT NOT NULL,
  owner TEXT,
  lease_until INTEGER,
  created_at INTEGER NOT NULL
);
CREATE INDEX endings_channel ON endings (channel);
CREATE INDEX endings_old ON endings (created_at);
