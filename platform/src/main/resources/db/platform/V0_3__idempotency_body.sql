-- What the body of the first request hashed to: the same key with another body is another request.
alter table idempotency add column body_sha256 text;
