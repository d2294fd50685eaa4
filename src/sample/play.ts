import { honour } from '../awards/honour.ts';
import {
  choose,
  decline,
  hold,
  lapse,
  propose,
  putOnWaitingList,
  recognise,
  refuse,
  withdraw,
} from '../exemplars/commands.ts';
import { yearOf } from './days.ts';
import type { Move } from './moves.ts';
import { playCheck, playHelpDone, playSupport, playSupportDone } from './play-care.ts';
import {
  playAssessment,
  playConfirmation,
  playConsent,
  playEndorsement,
  playEvidence,
  playMerits,
  playRecord,
} from './play-file.ts';
import { playReturn } from './play-return.ts';
import { actingIn, must, type Scene, target } from './stage.ts';

type Doing = Move['does'];
/** The move with this verb; its members that share one type are told apart by it. */
type MoveOf<D extends Doing> = Move & { does: D };
type Plays = { [D in Doing]: (scene: Scene<MoveOf<D>>) => Promise<unknown> };

const WITH_REASON = { refuse, wait: putOnWaitingList, decline, hold, withdraw, lapse };
const reasoned =
  <D extends keyof typeof WITH_REASON>(does: D) =>
  (scene: Scene<Extract<Move, { reason: string }>>) =>
    must(scene, WITH_REASON[does](actingIn(scene), { ...target(scene), reason: scene.move.reason }));

/** Each move as the command of the program that it is: one more move does not compile without its command. */
const PLAYS: Plays = {
  record: playRecord,
  merits: playMerits,
  evidence: playEvidence,
  endorse: playEndorsement,
  consent: (scene) => playConsent(scene, 'registration'),
  publication: (scene) => playConsent(scene, 'publication'),
  confirm: playConfirmation,
  assess: playAssessment,
  support: playSupport,
  finishSupport: playSupportDone,
  check: playCheck,
  finishHelp: playHelpDone,
  propose: (scene) => must(scene, propose(actingIn(scene), target(scene))),
  choose: (scene) =>
    must(scene, choose(actingIn(scene), { ...target(scene), overrideReason: scene.move.overrideReason })),
  recognise: (scene) =>
    must(scene, recognise(actingIn(scene), { ...target(scene), level: scene.move.level })),
  honour: playHonour,
  refuse: reasoned('refuse'),
  return: playReturn,
  wait: reasoned('wait'),
  decline: reasoned('decline'),
  hold: reasoned('hold'),
  withdraw: reasoned('withdraw'),
  lapse: reasoned('lapse'),
};

/** Plays one move; answers the id of the exemplar, which its first move makes. */
export async function play(scene: Scene): Promise<number> {
  const result = await (PLAYS[scene.move.does] as (scene: Scene) => Promise<unknown>)(scene);
  return scene.move.does === 'record' ? (result as number) : scene.id;
}

async function playHonour(scene: Scene<MoveOf<'honour'>>): Promise<void> {
  const { stage, move } = scene;
  const { level } = move;
  const form = level === 'province' ? 'Bằng khen của Chủ tịch UBND tỉnh' : 'Giấy khen';
  const input = {
    onDay: move.day,
    level,
    occasion: `Hội nghị biểu dương điển hình tiên tiến năm ${yearOf(move.day)} (mẫu)`,
    awardFormId: stage.awardForms.get(form) ?? null,
    paperNumber: `${stage.chance.between(100, 2900)}/QĐ-mẫu`,
    overrideReason: null,
  };
  await must(scene, honour(actingIn(scene), { ...target(scene), ...input }));
}
