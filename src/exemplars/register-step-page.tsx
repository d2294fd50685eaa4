import type { Child } from 'hono/jsx';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import type { ExemplarInView } from './queries.ts';
import {
  neighbours,
  registerPath,
  STEP_KEYS,
  STEP_TITLES,
  type StepKey,
  stepPagePath,
} from './register-steps.ts';

/** Name of the buttons that send a step, and their values. */
export const PRESSED = '_tiep';
export const MORE = 'nua';

/** The head of a step: where it stands in the row of steps. */
export function StepHead({ exemplar, step }: { exemplar: ExemplarInView; step: StepKey }) {
  const { id } = exemplar;
  const title = STEP_TITLES[step];
  const at = STEP_KEYS.indexOf(step) + 1;
  return (
    <PageHead
      title={title}
      kicker={`Đăng ký điển hình · bước ${at} trên ${STEP_KEYS.length}`}
      crumbs={[
        { label: 'Điển hình', href: '/dien-hinh' },
        { label: exemplar.subject.fullName, href: `/dien-hinh/${id}` },
        { label: 'Đăng ký', href: registerPath(id) },
        { label: title },
      ]}
    />
  );
}

interface ButtonsProps {
  id: number;
  step: StepKey;
  /** The step adds one of several. */
  several: boolean;
}

/** One strong button: save and go on. */
export function StepButtons({ id, step, several }: ButtonsProps) {
  const { after } = neighbours(step);
  return (
    <>
      <ButtonRow>
        <Button kind="primary">{after ? 'Lưu và sang bước sau' : 'Lưu, xem lại cả danh sách'}</Button>
        {several ? (
          <Button name={PRESSED} value={MORE}>
            Lưu và thêm nữa
          </Button>
        ) : null}
      </ButtonRow>
      <StepLinks id={id} step={step} />
    </>
  );
}

/** The ways on and back without saving. */
export function StepLinks({ id, step, strong = false }: { id: number; step: StepKey; strong?: boolean }) {
  const { before, after } = neighbours(step);
  return (
    <ButtonRow>
      {strong && after ? (
        <ButtonLink kind="primary" href={stepPagePath(id, after)}>
          Sang bước sau
        </ButtonLink>
      ) : null}
      {before ? (
        <ButtonLink kind="quiet" href={stepPagePath(id, before)}>
          Bước trước
        </ButtonLink>
      ) : null}
      {after && !strong ? (
        <ButtonLink kind="quiet" href={stepPagePath(id, after)}>
          Bỏ qua bước này
        </ButtonLink>
      ) : null}
      <ButtonLink kind="quiet" href={registerPath(id)}>
        Về danh sách bước
      </ButtonLink>
    </ButtonRow>
  );
}

/** A step whose part has forms of its own. */
export function PartStep({
  exemplar,
  step,
  children,
}: {
  exemplar: ExemplarInView;
  step: StepKey;
  children: Child;
}) {
  return (
    <div class="stack">
      <StepHead exemplar={exemplar} step={step} />
      {children}
      <StepLinks id={exemplar.id} step={step} strong />
    </div>
  );
}
