import type { ExemplarPart } from '../exemplars/part.ts';
import type { ExemplarInView } from '../exemplars/queries.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { readOnce } from '../web/read-once.ts';
import { actorOf } from '../web/visit.ts';
import { refusalToAssist } from './assist.ts';
import { assistedOf } from './assisted-rows.ts';
import { looksOf, questionsOf } from './lead-words.ts';
import { AssistedNote, LookList, QuestionList } from './lists.tsx';
import { refusalToLookInto } from './look-into.ts';
import { Lines } from './look-up-page.tsx';
import { leadsAbout } from './merged-leads.ts';
import { codeSince } from './slip-codes.ts';
import {
  correctionsOf,
  FIELD_NAMES,
  type KeptCorrection,
  type KeptObjection,
  objectionsOf,
} from './voice-words.ts';
import { whatThereIs } from './what-there-is.ts';
import { leadPath } from './words.ts';

/** Where it was heard of, who looked into it, and what was asked: on the page of an exemplar. */
export const sourcePart: ExemplarPart = {
  id: 'xac-minh-nguon',
  title: 'Giới thiệu và xác minh',
  async render(visit, exemplar) {
    const { db } = visit.get('deps');
    const there = await readOnce(visit, whatThereIs, exemplar.id);
    const [leads, looks, questions] = await Promise.all([
      there.leads ? leadsAbout(db, actorOf(visit), exemplar.id) : [],
      there.looks ? looksOf(db, { exemplarId: exemplar.id }) : [],
      there.questions ? questionsOf(db, { exemplarId: exemplar.id }) : [],
    ]);
    const may = refusalToLookInto(exemplar) === null;
    return (
      <>
        {leads.length > 0 ? (
          <SummaryList
            items={leads.map(({ id, fullName, receivedOn, what, exemplar_id: led }) => ({
              label: `Người dân giới thiệu, ${formatDate(receivedOn)}`,
              value: <a href={leadPath(id)}>{fullName}</a>,
              note: `${led === null || led === exemplar.id ? '' : `Qua hồ sơ số ${led} đã gộp vào đây. `}${what.slice(0, 200)}`,
            }))}
          />
        ) : null}
        {looks.length > 0 || leads.length === 0 ? <LookList looks={looks} /> : null}
        {questions.length > 0 ? <QuestionList questions={questions} /> : null}
        {may ? (
          <ButtonRow>
            <ButtonLink href={`/dien-hinh/${exemplar.id}/xac-minh`} small>
              Ghi kết quả xác minh
            </ButtonLink>
            <ButtonLink href={`/dien-hinh/${exemplar.id}/hoi-them`} small>
              Hỏi thêm đơn vị khác
            </ButtonLink>
          </ButtonRow>
        ) : null}
      </>
    );
  },
};

/** What was typed on the subject's behalf, and what the subject says about it: on the page of an exemplar. */
export const voicePart: ExemplarPart = {
  id: 'tieng-noi',
  title: 'Ghi hộ và ý kiến của người có tên',
  async render(visit, exemplar) {
    const { db } = visit.get('deps');
    const there = await readOnce(visit, whatThereIs, exemplar.id);
    const [assisted, since, corrections, objections] = await Promise.all([
      there.assisted ? assistedOf(db, { exemplarId: exemplar.id }) : null,
      there.code ? codeSince(db, { kind: 'exemplar', id: exemplar.id }) : null,
      there.corrections ? correctionsOf(db, exemplar.id) : [],
      there.objections ? objectionsOf(db, exemplar.id) : [],
    ]);
    const may = refusalToAssist(exemplar) === null;
    return (
      <>
        <Objections exemplar={exemplar} objections={objections} may={may} />
        <AssistedNote entry={assisted} />
        <Corrections exemplar={exemplar} corrections={corrections} may={may} />
        {assisted === null && corrections.length + objections.length === 0 ? (
          <p class="muted">Hồ sơ không phải ghi hộ; người có tên chưa có phiếu.</p>
        ) : null}
        {may ? (
          <ButtonRow>
            {assisted ? (
              <ButtonLink href={`/dien-hinh/${exemplar.id}/cap-lai-ma`} small>
                Cấp lại mã (mất phiếu)
              </ButtonLink>
            ) : (
              <ButtonLink href={`/dien-hinh/${exemplar.id}/ghi-ho`} small>
                Ghi là hồ sơ ghi hộ
              </ButtonLink>
            )}
          </ButtonRow>
        ) : null}
        {since ? <p class="muted">Mã đang dùng được cấp ngày {formatDate(since)}.</p> : null}
      </>
    );
  },
};

interface VoiceProps {
  exemplar: ExemplarInView;
  may: boolean;
}

function Objections({ exemplar, objections, may }: VoiceProps & { objections: readonly KeptObjection[] }) {
  return (
    <>
      {objections.map(({ id, words, madeOn, answer, answeredOn }) => (
        <Notice
          tone={answer ? 'info' : 'warn'}
          title={`Người có tên không đồng ý, ngày ${formatDate(madeOn)}${answer ? '' : ', chưa trả lời'}`}
        >
          <Lines>{words}</Lines>
          {answer ? <Lines>{`Trả lời ngày ${formatDate(answeredOn)}: ${answer}`}</Lines> : null}
          {answer === null && may ? (
            <p>
              <a href={`/dien-hinh/${exemplar.id}/tra-loi-y-kien/${id}`}>Trả lời ý kiến</a>
            </p>
          ) : null}
        </Notice>
      ))}
    </>
  );
}

const STATE_WORDS = { open: 'chờ trả lời', accepted: 'đã sửa', refused: 'không sửa' } as const;

function Corrections({
  exemplar,
  corrections,
  may,
}: VoiceProps & { corrections: readonly KeptCorrection[] }) {
  if (corrections.length === 0) return null;
  return (
    <SummaryList
      items={corrections.map(({ id, field, proposed, madeOn, state, answer }) => ({
        label: `Đề nghị sửa “${FIELD_NAMES[field]}”, ${formatDate(madeOn)}`,
        value: <Lines>{proposed}</Lines>,
        note: (
          <>
            {[STATE_WORDS[state], answer].filter(Boolean).join('. ')}
            {state === 'open' && may ? (
              <>
                {': '}
                <a href={`/dien-hinh/${exemplar.id}/sua-theo-de-nghi/${id}`}>Sửa theo đề nghị</a>
                {' · '}
                <a href={`/dien-hinh/${exemplar.id}/khong-sua/${id}`}>Không sửa</a>
              </>
            ) : null}
          </>
        ),
      }))}
    />
  );
}
