-- The role whose members may export, reset and change settings, if one was chosen.
ALTER TABLE conversations ADD COLUMN access_group_id TEXT;
ALTER TABLE conversations ADD COLUMN access_group_name TEXT;
