-- Where offices lie, and where exemplars are, with the precision that each audience gets.

CREATE TABLE office_position (
  office_id bigint PRIMARY KEY REFERENCES office,
  -- WGS 84, degrees
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
  km2 double precision CHECK (km2 > 0),
  -- [[lon, lat], …]: a coarse line around it, where one is known
  outline jsonb,
  source text NOT NULL
);

CREATE TABLE exemplar_place (
  exemplar_id bigint PRIMARY KEY REFERENCES exemplar,
  -- the commune, or another office whose position is known
  office_id bigint NOT NULL REFERENCES office,
  -- the point itself: never leaves the server except to those who check
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  -- what other officials see, and what the public sees
  staff_precision text NOT NULL DEFAULT 'commune' CHECK (staff_precision IN ('hamlet', 'commune')),
  public_precision text NOT NULL DEFAULT 'commune' CHECK (public_precision IN ('commune', 'hidden')),
  -- how the point is known
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  recorded_by bigint REFERENCES account,
  recorded_on date NOT NULL,
  CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE INDEX exemplar_place_office ON exemplar_place (office_id);

-- Keeps the shift of every point the same for ever without telling it; made once for each house.
INSERT INTO setting (key, value)
VALUES ('place.secret', to_jsonb(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')));
