import { z } from 'zod';

/** Where an office of the unit lists lies: its middle (WGS 84) and its size. */
const position = z.object({
  key: z.string(),
  lat: z.number().min(8).max(24),
  lon: z.number().min(102).max(110),
  km2: z.number().positive(),
});

export const placesSeed = z.object({
  source: z.string(),
  province: position,
  communes: z.array(position),
  districts: z.array(position),
  /** [lon, lat] of each corner of a coarse line around the province. */
  outline: z.array(z.tuple([z.number(), z.number()])).min(3),
});
