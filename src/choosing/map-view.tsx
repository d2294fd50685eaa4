import { AreaMap, type MapArea } from '../places/area-map.tsx';
import { type KnownOutline, outlineAround, positionsOf } from '../places/positions.ts';
import { placesFor } from '../places/queries.ts';
import { areaInWords } from '../places/words.ts';
import type { Reader } from '../platform/db.ts';
import type { KeptDecision } from './lists.ts';
import { DecisionTag } from './marks.tsx';
import type { Candidate } from './rules.ts';

export interface MappedCandidates {
  areas: MapArea[];
  outline: KnownOutline | null;
  /** Of whom nothing is known that could be drawn. */
  unplaced: string[];
}

/**
 * Where the candidates are, each as exactly as the actor may have it; one whose place was not recorded is drawn with its
 * office. Five queries, however many.
 */
export async function mappedCandidates(
  db: Reader,
  candidates: readonly Candidate[],
  prepared: ReadonlyMap<number, KeptDecision>,
  leadOfficeId: number,
): Promise<MappedCandidates> {
  const audiences = new Map(
    candidates.map(({ exemplar }) => [exemplar.id, { kind: 'staff' as const, roles: exemplar.roles }]),
  );
  const [places, positions, outline] = await Promise.all([
    placesFor(db, audiences),
    positionsOf(
      db,
      candidates.map(({ exemplar }) => exemplar.officeId),
    ),
    outlineAround(db, leadOfficeId),
  ]);
  const unplaced: string[] = [];
  const areas = candidates.flatMap(({ exemplar }): MapArea[] => {
    const place = places.get(exemplar.id);
    const position = positions.get(exemplar.officeId);
    const area = place ? place.area : position?.area;
    const { fullName } = exemplar.subject;
    if (!area) {
      unplaced.push(fullName);
      return [];
    }
    const kept = prepared.get(exemplar.id);
    return [
      {
        key: String(exemplar.id),
        label: fullName,
        href: `/dien-hinh/${exemplar.id}`,
        area,
        words: place ? areaInWords(place) : `${exemplar.officeName} (theo đơn vị đề nghị)`,
        note: kept ? <DecisionTag action={kept.action} /> : 'chưa chuẩn bị',
      },
    ];
  });
  return { areas, outline, unplaced };
}

/** The candidates on the map, with the same in the table beside it. */
export function CandidatesMap({ areas, outline, unplaced }: MappedCandidates) {
  return (
    <>
      {areas.length > 0 ? (
        <AreaMap
          title="Nơi của các hồ sơ đề nghị"
          areas={areas}
          outline={outline}
          frame={outline ? 'outline' : 'areas'}
          noteLabel="Quyết định"
        />
      ) : (
        <p class="muted">Chưa hồ sơ nào có vị trí vẽ được lên bản đồ.</p>
      )}
      {unplaced.length > 0 && areas.length > 0 ? (
        <p class="muted">Chưa biết vị trí: {unplaced.join(', ')}.</p>
      ) : null}
    </>
  );
}
