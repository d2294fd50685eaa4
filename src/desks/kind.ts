import type { Acting, Actor } from '../identity/actor.ts';
import type { Reader, Tx } from '../platform/db.ts';
import type { Paper } from './stay.ts';

/** A travelling paper as far as its desk is concerned, as one actor sees it. */
export interface PaperInView {
  id: number;
  /** 'Báo cáo quý II/2018 của UBND huyện Lâm Thao' */
  title: string;
  /** Its page. */
  href: string;
  /** The office whose paper it is. */
  officeId: number;
  officeName: string;
  /** Ids from the root down to that office, which comes last. */
  officePath: readonly number[];
  version: number;
  /** It is with its author to be written or mended. Unless told: when it lies on the author's own desk. */
  withAuthor?: boolean;
}

/** A sort of travelling paper; the folder that owns it hands this in through the site map (`deskRoutes`). */
export interface PaperKind {
  paper: Paper;
  /**
   * One paper, or null when it does not exist or the actor may not see it. Its reach is widened by `onMyDesk`
   * (`desks/reach.ts`), so that who holds it or was asked about it can read it.
   */
  find(db: Reader, actor: Actor, id: number): Promise<PaperInView | null>;
  /** The same for the papers of a list, with one query, in any order. */
  findMany(db: Reader, actor: Actor, ids: readonly number[]): Promise<PaperInView[]>;
  /**
   * For papers of which every line of the history has a version of its own: what happens on the way of one is then such a
   * line, and whoever decides on an older form is told of it first. Left out, the version stays as it is.
   */
  versions?: {
    /** Locks the paper, as its own commands do, before its desk is locked. */
    lock(tx: Tx, id: number): Promise<void>;
    next(tx: Tx, acting: Acting, id: number): Promise<void>;
  };
}
