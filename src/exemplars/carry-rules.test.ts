import { describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../identity/actor.ts';
import type { FileContents } from './carry-file.ts';
import { planInWords, planOf } from './carry-plan.ts';
import { CARRY_KINDS, offersOf, WORK_OF, withdrawnElsewhere } from './carry-rules.ts';
import { WORK_TABLE } from './work-rules.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

const NOTHING: FileContents = {
  facts: { title: null, statement: null, novelty: null, interest: null, breadth: null, sourceNote: null },
  ...{ sources: [], achievements: [], contributions: [], evidence: [], consents: [], leads: [] },
  ...{ endorsement: null, place: null },
};
const trusted = { trust: 'self_declared', confirmedBy: null };
const figure = (id: number, value: number, year = 2018) => ({
  ...{ id, value, year, unit: 'm²', measure: 'Đất hiến', measureId: 7, scale: null, ...trusted },
  statement: 'Hiến đất',
});
const gift = (id: number, amount: number, evidenceId: number | null = null) => ({
  ...{
    id,
    amount,
    evidenceId,
    measureId: 7,
    measure: 'Đất hiến',
    year: 2018,
    purpose: 'Làm đường',
    ...trusted,
  },
  scale: { kind: 'area', unit: 'm²', decimals: 0, shown: 'plain' } as const,
});
const piece = (id: number, fileId: number | null, achievementId: number | null = null) => ({
  ...{ id, fileId, achievementId, title: 'Ảnh', reference: fileId === null ? 'QĐ 12' : null },
});
const consent = (id: number, givenOn: string, withdrawnOn: string | null = null) => ({
  ...({ id, givenOn, withdrawnOn, scope: 'registration', how: 'paper' } as const),
});
const file = (of: Partial<FileContents>): FileContents => ({ ...NOTHING, ...of });
const OPEN = { state: 'found', roles: new Set<Role>(['unit']) } as const;
const keys = (gone: FileContents, kept: FileContents) => [...offersOf(gone, kept, OPEN).keys()];

const FULL = file({
  facts: { ...NOTHING.facts, title: 'Vườn bưởi' },
  sources: ['Báo'],
  achievements: [figure(1, 5)],
  contributions: [gift(1, 5)],
  evidence: [piece(1, 3)],
  consents: [consent(1, '2018-02-01')],
  endorsement: { heldOn: '2018-04-01', place: 'Khu 7', present: 40, agreed: 39, minutes: null },
  place: 'Xã Tiên Kiên',
});

describe('what a kept file is offered', () => {
  it('is every kind of thing that it lacks, and nothing that it has', () => {
    expect(keys(FULL, NOTHING).map((key) => key.split(':')[0])).toEqual([...CARRY_KINDS]);
    expect(keys(FULL, FULL)).toEqual([]);
    expect(keys(NOTHING, FULL)).toEqual([]);
  });

  it('is not a fact that it says otherwise, nor a source twice', () => {
    const other = file({ facts: { ...NOTHING.facts, title: 'Vườn cam' } });
    expect(keys(file({ facts: FULL.facts, sources: ['Báo', 'Báo'] }), other)).toEqual(['source:0']);
  });

  it('is doubted where it has another figure of the same measure and year', () => {
    const offers = offersOf(
      file({ achievements: [figure(1, 5), figure(2, 5, 2017)], contributions: [gift(3, 9)] }),
      file({ achievements: [figure(4, 6)], contributions: [gift(5, 8)] }),
      OPEN,
    );
    expect([...offers.values()].map(({ key, doubt }) => [key, doubt !== null])).toEqual([
      ['achievement:1', true],
      ['achievement:2', false],
      ['contribution:3', true],
    ]);
  });

  it('is never a consent that the subject took back later, nor one beside another', () => {
    const gone = file({ consents: [consent(1, '2018-02-01')] });
    expect(keys(gone, file({ consents: [consent(2, '2018-01-01', '2018-03-01')] }))).toEqual([]);
    expect(keys(gone, file({ consents: [consent(2, '2018-01-01')] }))).toEqual([]);
    expect(keys(gone, file({ consents: [consent(2, '2017-01-01', '2018-01-31')] }))).toEqual(['consent:1']);
    expect(keys(file({ consents: [consent(1, '2018-02-01', '2018-02-02')] }), NOTHING)).toEqual([]);
  });

  it('says where the subject took back in the one what stands in the other', () => {
    const stands = file({ consents: [consent(2, '2018-01-01')] });
    expect(
      withdrawnElsewhere(file({ consents: [consent(1, '2018-01-01', '2018-03-01')] }), stands),
    ).toHaveLength(1);
    expect(withdrawnElsewhere(file({ consents: [consent(1, '2017-01-01', '2017-03-01')] }), stands)).toEqual(
      [],
    );
  });

  it('may be taken over by those who may write it there, in every state and by every role', () => {
    const states = Object.keys(exemplarWorkflow.states) as ExemplarState[];
    for (const state of states) {
      for (const role of Object.keys(ROLE_NAMES) as Role[]) {
        for (const { kind, refusal } of offersOf(FULL, NOTHING, { state, roles: new Set([role]) }).values())
          expect([state, role, kind, refusal === null]).toEqual([
            ...[state, role, kind],
            WORK_TABLE[WORK_OF[kind]][state].includes(role),
          ]);
      }
    }
  });
});

describe('what goes along', () => {
  const gone = file({
    achievements: [figure(1, 5), figure(2, 6, 2017)],
    evidence: [piece(10, 3, 1), piece(11, 4, 2), piece(12, null)],
    contributions: [gift(20, 5, 11), gift(21, 6, 12), gift(22, 7, 12)],
  });

  it('is the evidence of a figure, and of a gift', () => {
    expect(planOf(gone, NOTHING, ['achievement:1']).evidence).toEqual({ moved: [10], copied: [] });
    expect(planOf(gone, NOTHING, ['contribution:21', 'contribution:22']).evidence.moved).toEqual([12]);
  });

  it('is a copy where something left behind needs the piece too', () => {
    const { evidence } = planOf(gone, NOTHING, ['achievement:2', 'contribution:21']);
    expect(evidence.moved).toEqual([]);
    expect(evidence.copied).toEqual([
      { from: 11, achievementId: 2, achievementWas: 2 },
      { from: 12, achievementId: null, achievementWas: null },
    ]);
  });

  it('proves the figure that the kept file has already', () => {
    const kept = file({ achievements: [figure(99, 5)] });
    expect(planOf(gone, kept, ['evidence:10']).evidence.copied).toEqual([
      { from: 10, achievementId: 99, achievementWas: null },
    ]);
  });

  it('is told in words', () => {
    expect(planInWords(planOf(gone, NOTHING, ['achievement:1', 'contribution:20']))).toEqual([
      ...['1 thành tích', '1 đóng góp', '2 minh chứng'],
    ]);
    expect(planInWords(planOf(gone, NOTHING, []))).toEqual([]);
  });
});
