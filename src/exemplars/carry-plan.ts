import type { FileContents, FileEvidence } from './carry-file.ts';
import { type FactKey, sameAchievement } from './carry-rules.ts';

/** What a merge moves, worked out from what was ticked. */
export interface CarryPlan {
  facts: FactKey[];
  sources: string[];
  achievements: number[];
  contributions: number[];
  evidence: { moved: number[]; copied: CopiedEvidence[] };
  consents: number[];
  endorsement: boolean;
  place: boolean;
}

/** Evidence that something left behind needs too: its file is kept once however many pieces refer to it. */
export interface CopiedEvidence {
  from: number;
  /** The achievement of the kept file that the copy proves. */
  achievementId: number | null;
  /** The achievement that the piece left behind proved, when that one goes and the piece must let go of it. */
  achievementWas: number | null;
}

/**
 * A figure goes with the evidence that proves it, a gift with its own. A piece that something left behind needs too is
 * copied; anything else moves, so that nothing is in both files.
 */
export function planOf(gone: FileContents, kept: FileContents, ticked: readonly string[]): CarryPlan {
  const ids = (kind: string) =>
    ticked.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));
  const achievements = ids('achievement').map(Number);
  const contributions = ids('contribution').map(Number);
  const goes = new Set(achievements);
  const gift = new Set(contributions);
  const usedBy = (piece: FileEvidence, going: boolean) =>
    gone.contributions.some((one) => one.evidenceId === piece.id && gift.has(one.id) === going);
  const proves = ({ achievementId }: FileEvidence) => achievementId !== null && goes.has(achievementId);
  const wanted = new Set(ids('evidence').map(Number));
  const taken = gone.evidence.filter((piece) => wanted.has(piece.id) || proves(piece) || usedBy(piece, true));
  const isNeeded = (piece: FileEvidence) =>
    (piece.achievementId !== null && !goes.has(piece.achievementId)) || usedBy(piece, false);
  return {
    facts: ids('fact') as FactKey[],
    sources: ids('source').flatMap((n) => gone.sources[Number(n)] ?? []),
    achievements,
    contributions,
    evidence: {
      moved: taken.filter((piece) => !isNeeded(piece)).map(({ id }) => id),
      copied: taken.filter(isNeeded).map((piece) => ({
        from: piece.id,
        achievementId: proves(piece) ? piece.achievementId : likeIn(gone, kept, piece.achievementId),
        achievementWas: proves(piece) ? piece.achievementId : null,
      })),
    },
    consents: ids('consent').map(Number),
    endorsement: ids('endorsement').length > 0,
    place: ids('place').length > 0,
  };
}

/** The kept file has the figure already: the copy proves that one. */
function likeIn(gone: FileContents, kept: FileContents, achievementId: number | null): number | null {
  const figure = gone.achievements.find(({ id }) => id === achievementId);
  return (figure && sameAchievement(figure, kept)?.id) ?? null;
}

/** In words, for the history of both: '2 thành tích', '1 minh chứng'; empty when nothing goes. */
export function planInWords(plan: CarryPlan): string[] {
  const pieces = plan.evidence.moved.length + plan.evidence.copied.length;
  const counted: [number, string][] = [
    [plan.facts.length, 'thông tin đăng ký'],
    [plan.sources.length, 'nguồn'],
    [plan.achievements.length, 'thành tích'],
    [plan.contributions.length, 'đóng góp'],
    [pieces, 'minh chứng'],
    [plan.endorsement ? 1 : 0, 'kết quả suy tôn'],
    [plan.consents.length, 'sự đồng ý'],
    [plan.place ? 1 : 0, 'vị trí'],
  ];
  return counted.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
}
