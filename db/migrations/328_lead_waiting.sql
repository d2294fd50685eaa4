-- The list of what waits for an officer, the oldest first, however much is settled.
CREATE INDEX lead_waiting ON lead (received_on, id) WHERE state IN ('received', 'asked', 'verified');
