-- The first 128 bits of HMAC-SHA-256; the pads are the key's, set by etl/pseudonym.ts.
create or replace macro keyed(message) as
  cast(
    substr(
      sha256(getvariable('outer_pad') || unhex(sha256(getvariable('inner_pad') || encode(message)))),
      1,
      32
    ) as uuid
  )
