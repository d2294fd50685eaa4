import type { Acting, Actor } from '../identity/actor.ts';
import { askAboutLead } from '../leads/ask.ts';
import { assistExemplar } from '../leads/assist.ts';
import { mergeLead, openRegistration, refuseLead } from '../leads/decide.ts';
import { verifyLead } from '../leads/look-into.ts';
import { receiveLead, typeLead } from '../leads/propose.ts';
import { addWords, withdrawLead } from '../leads/proposer.ts';
import { CITIZEN, SLIP_HOLDER } from '../leads/public-acting.ts';
import { SAMPLE_CODES, type SampleCode } from '../leads/sample-codes.ts';
import type { CodeSource } from '../leads/slip-codes.ts';
import { askCorrections, object } from '../leads/subject-voice.ts';
import type { Tx } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import { agreed } from './agreed.ts';
import { addDays } from './days.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import { readSeed, type Seed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

type Seeded = Seed<'sample/leads.json'>;
type Lead = Seeded['leads'][number];
type Step = NonNullable<Lead['steps']>[number];

interface Stage {
  tx: Tx;
  offices: OfficeIds;
  people: People;
  act(actor: Actor, day: string): Acting;
}

/** Plays what citizens propose, in every state, and two files written on behalf of somebody, by the real commands. */
export async function playLeads(tx: Tx, loaded: Pick<Stage, 'offices' | 'people'>): Promise<void> {
  const { leads, assisted } = await readSeed('sample/leads.json');
  const hours = new OfficeHours();
  const stage: Stage = {
    ...{ tx, ...loaded },
    act: (actor, day) => ({ db: tx, clock: hours.at(day), actor, ip: null, requestKey: null }),
  };
  for (const [n, lead] of leads.entries()) {
    const id = await bringIn(stage, lead, codeOf(lead.code, n));
    for (const step of lead.steps ?? [])
      agreed(await takeStep(stage, id, lead, step), `to ${step.does} the lead “${lead.name}”`);
  }
  for (const entry of assisted) await assist(stage, entry);
}

const codeOf = (name: string | undefined, n: number): CodeSource =>
  name !== undefined && Object.hasOwn(SAMPLE_CODES, name)
    ? { code: SAMPLE_CODES[name as SampleCode] }
    : { key: `mẫu ${n}` };

async function bringIn({ act, offices, people }: Stage, lead: Lead, code: CodeSource): Promise<number> {
  const { on, typedBy, kind = null, name, place, placeWords = null, what, links = [] } = lead;
  const proposal = {
    ...{ kind, fullName: name, placeWords, what, links, code, isSample: true },
    placeId: place === undefined ? null : idOf(offices, place),
    reachedBy: lead.reachedBy ?? null,
  };
  const received =
    typedBy === undefined
      ? await receiveLead(act(CITIZEN, on), { ...proposal, trap: lead.trap ?? '' })
      : await typeLead(act(personOf(people, typedBy), on), {
          ...proposal,
          ...{ proposerName: 'Bà Lê Thị Mận (mẫu)', telephone: '0210 0 000 000' },
          assisted: { confirmedHow: 'in_person', confirmedOn: on, note: 'Đến trụ sở kể lại (mẫu).' },
        });
  return agreed(received, `the lead “${name}”`).id;
}

async function takeStep(stage: Stage, id: number, lead: Lead, step: Step): Promise<Outcome<unknown>> {
  const at = { id, version: null };
  const acting = stage.act('by' in step ? personOf(stage.people, step.by) : CITIZEN, step.on);
  switch (step.does) {
    case 'verify': {
      const { on: verifiedOn, how, result, words } = step;
      return verifyLead(acting, { ...at, verifiedOn, how, result, words, who: acting.actor.displayName });
    }
    case 'ask': {
      const officeId = step.office === undefined ? null : idOf(stage.offices, step.office);
      return askAboutLead(acting, { ...at, officeId, question: step.question, dueOn: step.due });
    }
    case 'add':
      return addWords(acting, { id, words: step.words });
    case 'open': {
      const officeId = idOf(stage.offices, lead.place ?? '');
      const about = {
        kind: lead.kind ?? 'individual',
        fullName: lead.name.replace(' (mẫu)', ''),
        subjectId: null,
      };
      return openRegistration(acting, { ...at, officeId, ...about, title: step.title });
    }
    case 'merge': {
      const intoId = await firstUnderCare(stage.tx, acting.actor, lead.kind ?? 'individual');
      return mergeLead(acting, { ...at, intoId, reason: step.reason });
    }
    case 'refuse': {
      const { publicReason, innerReason } = step;
      return refuseLead(acting, { ...at, publicReason, innerReason });
    }
    case 'withdraw':
      return withdrawLead(acting, { id });
  }
}

const UNDER_CARE = ['nurtured', 'recognised', 'honoured'];

/** The first exemplar of this kind in the actor's own branch, under care unless other states are named. */
async function firstUnderCare(tx: Tx, actor: Actor, kind: string, states = UNDER_CARE): Promise<number> {
  const office = actor.grants[0]?.officeId ?? 0;
  const rows = await tx
    .selectFrom('exemplar as e')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .select(['e.id', 'o.path'])
    .where('e.subject_kind', '=', kind)
    .where('e.is_sample', '=', true)
    .where('e.state', 'in', states)
    .orderBy('e.id')
    .execute();
  const found = rows.find(({ path }) => path.includes(office));
  if (!found) throw new Error(`The sample has no ${kind} below office ${office}.`);
  return found.id;
}

async function assist({ tx, act, people }: Stage, entry: Seeded['assisted'][number]): Promise<void> {
  const by = personOf(people, entry.by);
  const id = await firstUnderCare(tx, by, entry.kind, entry.proposed ? ['proposed'] : UNDER_CARE);
  const assisted = { confirmedHow: entry.how, confirmedOn: entry.on, note: entry.note };
  const marked = await assistExemplar(act(by, entry.on), {
    ...{ id, version: null, assisted, telephone: entry.telephone },
    code: codeOf(entry.code, 0),
  });
  agreed(marked, `to mark exemplar ${id} as written on behalf`);
  const said = act(SLIP_HOLDER, addDays(entry.on, 12));
  if (entry.objects) agreed(await object(said, { exemplarId: id, words: entry.objects }), 'to object');
  if (entry.corrects) {
    const corrections = { [entry.corrects.field]: entry.corrects.to };
    agreed(await askCorrections(said, { exemplarId: id, corrections }), 'to ask for a correction');
  }
}
