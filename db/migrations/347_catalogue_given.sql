-- What of the catalogue of law (measures, criteria sets, words of consent, holidays …) this installation has been given,
-- item by item: a later start adds what is new in the seeds, and never brings back what people changed or took away.
CREATE TABLE seed_given (
  seed text NOT NULL,
  item text NOT NULL,
  -- md5 of the item as the seed had it then
  version text NOT NULL,
  -- whether it was written then; false: it stood there already, or what people had made stood against it
  added boolean NOT NULL,
  given_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (seed, item)
);
