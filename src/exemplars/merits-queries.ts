import type { Reader } from '../platform/db.ts';

export function achievementsOf(db: Reader, exemplarId: number) {
  return db
    .selectFrom('achievement')
    .selectAll()
    .where('exemplar_id', '=', exemplarId)
    .orderBy('year')
    .orderBy('id')
    .execute();
}
export type Achievement = Awaited<ReturnType<typeof achievementsOf>>[number];

export function evidenceOf(db: Reader, exemplarId: number) {
  return db
    .selectFrom('evidence')
    .leftJoin('file', 'file.id', 'evidence.file_id')
    .select([
      'evidence.id',
      'evidence.title',
      'evidence.reference',
      'evidence.achievement_id',
      'evidence.added_at',
    ])
    .select(['file.media_type', 'file.size'])
    .where('evidence.exemplar_id', '=', exemplarId)
    .orderBy('evidence.id')
    .execute();
}
export type Evidence = Awaited<ReturnType<typeof evidenceOf>>[number];
