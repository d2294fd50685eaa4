import type { PlanReading } from '../src/plans/read-found.ts';
import { folded } from '../src/plans/read-source.ts';

/** Words of a text that carry its meaning, folded. */
const SMALL = new Set(
  'va cac nhung cua tren trong cho ve voi theo tai la co mot khi den tu thi so vao de phai'.split(' '),
);
const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '' && !SMALL.has(word));

/** Does a text hold nearly all words of a fact? Facts are told in somebody's own words, so a few may be missing. */
export function says(text: string, fact: string, share = 0.75): boolean {
  const said = new Set(wordsOf(text));
  const asked = [...new Set(wordsOf(fact))];
  return asked.filter((word) => said.has(word)).length >= asked.length * share;
}

/** One fact and whether a reading proposes it. */
export interface Recalled {
  fact: string;
  found: boolean;
}

interface Facts {
  number: string;
  kind: string;
  title: string;
  issued_on: string;
  issued_at: string;
  issuer: string;
  signer: string;
  period: { from: string; to: string };
  basis: { number: string; kind: string; issuer: string; date: string; about: string }[];
  areas_of_merit: string[];
  general_conditions: string[];
  selection_conditions: string[];
  maturity: string[];
  breadth: string[];
  support: { capacity: string[]; conditions: string[]; first_of_all: string };
  check_questions: string[];
  check_follow_up: string[];
  outstanding_conditions: string[];
  spread: string[];
  stages: {
    when: { precision: string; from: string; to: string };
    who: string;
    duties: string[];
    unit_plan_parts?: string[];
  }[];
  pilot_fields: {
    name: string;
    lead: string;
    with: string;
    quota: { exactly: number } | null;
    open_to_non_pilot_units: boolean;
    criteria: { what: string; kind?: string; for?: string }[];
  }[];
  reports_to: string;
  reports_via: string;
}

const equal = (one: string | null | undefined, other: string): boolean =>
  wordsOf(one ?? '').join(' ') === wordsOf(other).join(' ');

/** Every fact of the file of facts (`shared/reference/plan-1711.json`) held against a reading of the text. */
export function recallOf(reading: PlanReading, text: string, facts: Facts): Recalled[] {
  const marked = reading.remarks.map(({ passage }) => text.slice(passage.start, passage.end)).join('; ');
  const general = reading.generalCriteria.map(({ value }) => value.name);
  const fact = (name: string, found: boolean): Recalled => ({ fact: name, found });
  const remark = (words: string) => fact(`nhận ra: ${words}`, says(marked, words));
  return [
    fact('number', reading.number.value === facts.number),
    fact('kind', reading.kind?.value === facts.kind),
    fact('title', reading.title?.value === facts.title),
    fact('issued_on', reading.issuedOn?.value === facts.issued_on),
    fact('issued_at', reading.issuedAt?.value === facts.issued_at),
    fact('issuer', reading.issuer?.value === facts.issuer),
    fact('signer', reading.signer?.value === facts.signer),
    fact(
      'period',
      reading.period?.value.from === `${facts.period.from}-01-01` &&
        reading.period.value.to === `${facts.period.to}-12-31`,
    ),
    ...facts.basis.map((one) =>
      fact(
        `basis ${one.number}`,
        reading.basis.some(
          ({ value }) =>
            value.number === one.number &&
            value.kind === one.kind &&
            value.datedOn === one.date &&
            equal(value.issuer, one.issuer) &&
            says(value.about ?? '', one.about, 1),
        ),
      ),
    ),
    ...facts.areas_of_merit.map((area) =>
      fact(
        `area ${area}`,
        reading.fields.some(({ value }) => !value.isPilot && equal(value.name, area)),
      ),
    ),
    ...[...facts.general_conditions, ...facts.selection_conditions].map((one) =>
      fact(`general: ${one}`, says(general.join('; '), one)),
    ),
    ...facts.stages.flatMap((stage, n) => stageFacts(reading, stage, n)),
    ...facts.pilot_fields.flatMap((field) => fieldFacts(reading, field)),
    fact('reports_to', equal(reading.reportsTo?.value.to, facts.reports_to)),
    fact('reports_via', equal(reading.reportsTo?.value.via, facts.reports_via)),
    ...[...facts.maturity, ...facts.breadth, ...facts.support.capacity, ...facts.support.conditions].map(
      remark,
    ),
    ...[facts.support.first_of_all, ...facts.check_questions, ...facts.check_follow_up].map(remark),
    ...[...facts.outstanding_conditions, ...facts.spread].map(remark),
  ];
}

const QUARTER: Readonly<Record<string, string>> = { Q1: '01-01', Q2: '04-01', Q3: '07-01', Q4: '10-01' };

function stageFacts(reading: PlanReading, stage: Facts['stages'][number], n: number): Recalled[] {
  const read = reading.stages[n]?.value;
  const [year, quarter = ''] = stage.when.from.split('-');
  const from = `${year}-${QUARTER[quarter] ?? '01-01'}`;
  return [
    {
      fact: `stage ${n + 1} when`,
      found:
        read?.precision === stage.when.precision &&
        read.fromOn === from &&
        read.toOn.startsWith(stage.when.to.slice(0, 4)),
    },
    { fact: `stage ${n + 1} who`, found: says(read?.who ?? '', stage.who, 1) },
    ...stage.duties.map((duty) => ({
      fact: `stage ${n + 1}: ${duty}`,
      found: read?.duties.some((one) => says(one, duty, 0.7)) ?? false,
    })),
    ...(stage.unit_plan_parts ?? []).map((part, at) => ({
      fact: `part ${part}`,
      found: equal(reading.unitPlanParts[at]?.value, part),
    })),
  ];
}

function fieldFacts(reading: PlanReading, field: Facts['pilot_fields'][number]): Recalled[] {
  const read = reading.fields.find(({ value }) => equal(value.name, field.name))?.value;
  const quota = field.quota
    ? read?.quota.kind === 'exactly' && read.quota.number === field.quota.exactly
    : read?.quota.kind === 'none';
  return [
    { fact: `field ${field.name}`, found: read !== undefined },
    {
      fact: `lead of ${field.name}`,
      found: says(field.lead, (read?.lead ?? 'none').replace(/PT NT/, 'phát triển nông thôn'), 1),
    },
    { fact: `with of ${field.name}`, found: equal(read?.coordinating, field.with) },
    { fact: `quota of ${field.name}`, found: quota },
    { fact: `open of ${field.name}`, found: read?.openToOthers === field.open_to_non_pilot_units },
    ...field.criteria.map((one, n) => {
      const criterion = read?.criteria[n]?.value;
      const kinds: Record<string, string> = { 'tập thể (xã)': 'collective', 'cá nhân': 'individual' };
      const about = one.for ? criterion?.subjectKinds.join() === kinds[one.for] : true;
      return {
        fact: `criterion ${one.what}`,
        found:
          says(criterion?.name ?? '', one.what, 0.7) &&
          (criterion?.kind ?? '') === (one.kind ?? 'yes_no') &&
          about,
      };
    }),
  ];
}

/** "98 of 100; missing: …". */
export const recallInWords = (recalled: readonly Recalled[]): string => {
  const lost = recalled.filter(({ found }) => !found).map(({ fact }) => fact);
  return `${recalled.length - lost.length} of ${recalled.length} facts proposed${lost.length > 0 ? `; missing: ${lost.join(' | ')}` : ''}`;
};
