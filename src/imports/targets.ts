import { awardTarget } from './award-target.ts';
import { exemplarTarget } from './exemplar-target.ts';
import type { ImportTarget } from './target.ts';

/** Everything that a list can become. */
export const TARGETS: readonly ImportTarget[] = [exemplarTarget, awardTarget];

export const targetOf = (key: string): ImportTarget | null =>
  TARGETS.find((target) => target.key === key) ?? null;
