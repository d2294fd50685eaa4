-- Emulation blocs: yearly groups of offices with a rotating head.
CREATE TABLE bloc (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  is_sample boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1
);
CREATE TABLE bloc_member (
  bloc_id bigint NOT NULL REFERENCES bloc,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  office_id bigint NOT NULL REFERENCES office,
  is_head boolean NOT NULL DEFAULT false,
  PRIMARY KEY (bloc_id, year, office_id)
);
CREATE INDEX bloc_member_office ON bloc_member (office_id, year);
CREATE UNIQUE INDEX bloc_member_head ON bloc_member (bloc_id, year) WHERE is_head;
