import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { CardGrid } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { withQuery } from '../web/query.ts';
import { NothingYet } from './front-page.tsx';
import type { PublicStory, StoryFilter } from './published.ts';
import { StoryCard } from './story-card.tsx';

export const STORIES_PER_PAGE = 24;
export const STORIES_PATH = '/guong-sang';

interface StoryListProps {
  stories: readonly PublicStory[];
  count: number;
  page: number;
  filter: StoryFilter;
  fields: readonly { id: number; name: string }[];
}

export function StoryListPage({ stories, count, page, filter, fields }: StoryListProps) {
  const narrowed = filter.fieldId !== null || filter.kind !== null;
  return (
    <>
      <div class="stack">
        <h1>Gương sáng</h1>
        <p class="lede">
          Những người, tập thể, hộ gia đình đã được tôn vinh và đồng ý kể chuyện mình để nơi khác làm theo.
        </p>
      </div>
      <div class="stack">
        {narrowed || count > 0 ? (
          <StoryFilters filter={filter} fields={fields} count={count} narrowed={narrowed} />
        ) : null}
        {stories.length > 0 ? (
          <CardGrid>
            {stories.map((story) => (
              <StoryCard story={story} level={2} />
            ))}
          </CardGrid>
        ) : narrowed ? (
          <EmptyState title="Chưa có gương sáng nào như vậy">
            <a href={STORIES_PATH}>Xem tất cả gương sáng</a>
          </EmptyState>
        ) : (
          <NothingYet />
        )}
        <Pagination
          page={page}
          pageCount={Math.ceil(count / STORIES_PER_PAGE)}
          hrefFor={(other) => storiesAddress(filter, other)}
        />
      </div>
    </>
  );
}

function StoryFilters(props: Pick<StoryListProps, 'filter' | 'fields' | 'count'> & { narrowed: boolean }) {
  const { filter, fields, count, narrowed } = props;
  return (
    <FilterBar
      action={STORIES_PATH}
      count={count}
      noun="gương sáng"
      clearHref={narrowed ? STORIES_PATH : undefined}
      chips={chipsOf(filter, fields)}
    >
      <SelectField
        name="linh_vuc"
        label="Lĩnh vực"
        placeholder="Tất cả"
        value={filter.fieldId === null ? '' : String(filter.fieldId)}
        options={fields.map((field) => ({ value: String(field.id), label: field.name }))}
      />
      <SelectField
        name="loai"
        label="Loại"
        placeholder="Tất cả"
        value={filter.kind ?? ''}
        options={SUBJECT_KINDS.map((kind) => ({ value: kind, label: SUBJECT_KIND_NAMES[kind] }))}
      />
    </FilterBar>
  );
}

function chipsOf(filter: StoryFilter, fields: StoryListProps['fields']) {
  const field = fields.find((one) => one.id === filter.fieldId);
  return [
    ...(field ? [{ label: field.name, removeHref: storiesAddress({ ...filter, fieldId: null }, 1) }] : []),
    ...(filter.kind
      ? [{ label: SUBJECT_KIND_NAMES[filter.kind], removeHref: storiesAddress({ ...filter, kind: null }, 1) }]
      : []),
  ];
}

/** The address of a page of the list. */
export const storiesAddress = ({ fieldId, kind }: StoryFilter, page: number): string =>
  withQuery(STORIES_PATH, { linh_vuc: fieldId, loai: kind, trang: page > 1 ? page : null });
