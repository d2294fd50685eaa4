import { notFoundPage } from '../web/error-pages.tsx';
import { idParam } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { type Batch, findBatch } from './batch.ts';
import type { ImportTarget } from './target.ts';
import { targetOf } from './targets.ts';

export interface FoundBatch {
  batch: Batch;
  target: ImportTarget;
}

/** A list within reach; any other is not found. One that was dropped is gone. */
export async function withBatch(
  visit: Visit,
  work: (found: FoundBatch) => Promise<Response> | Response,
): Promise<Response> {
  const id = idParam(visit);
  const batch = id === null ? null : await findBatch(visit.get('deps').db, actorOf(visit), id);
  const target = batch && targetOf(batch.target);
  if (!batch || !target || batch.state === 'dropped') return notFoundPage(visit);
  return work({ batch, target });
}
