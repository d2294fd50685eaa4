-- The telephone that stands on the slips of an office: the one that was typed last.
CREATE TABLE office_telephone (
  office_id bigint PRIMARY KEY REFERENCES office,
  telephone text NOT NULL CHECK (length(telephone) BETWEEN 6 AND 40)
);
