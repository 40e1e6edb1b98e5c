-- Who asked, as platform:id, so that what one person used can be summed without reading messages. NULL for turns from before.
ALTER TABLE turns ADD COLUMN author TEXT;
CREATE INDEX turns_author_cost ON turns (author, sent_at, credits_before, credits_after) WHERE credits_after IS NOT NULL;
CREATE INDEX turns_channel_cost ON turns (channel, sent_at, credits_before, credits_after) WHERE credits_after IS NOT NULL;
