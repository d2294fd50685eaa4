import { presentOffice } from '../offices/succession.ts';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { queryChoice, queryNumber } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { AboutPage } from './about-page.tsx';
import { idInSlug, storyPath } from './address.ts';
import { robotsOf, rssOf, sitemapOf } from './feeds.ts';
import { FrontPage } from './front-page.tsx';
import { descriptionOf, siteJsonLd, storyJsonLd } from './json-ld.ts';
import { STORIES_PER_PAGE, StoryListPage, storiesAddress } from './list-page.tsx';
import { numbersNow, programmeOn } from './programme.ts';
import { ASK_EACH_TIME, absolute, publicPage } from './public-page.tsx';
import {
  countStories,
  fieldsWithStories,
  findStory,
  newestStories,
  type PublicStory,
  type StoryFilter,
  storyDetails,
} from './published.ts';
import { headlineOf } from './story-card.tsx';
import { StoryPage } from './story-page.tsx';

/** The portal: everybody may read it, no session is asked for, and nothing is written. */
export const portalRoutes: Route[] = [
  get('/', 'public', showFront),
  get('/guong-sang', 'public', showList),
  get('/guong-sang/rss.xml', 'public', async (visit) => {
    const { db, clock } = visit.get('deps');
    const stories = await newestStories(db, EVERYTHING, { limit: 50, offset: 0 });
    const { officeName } = await programmeOn(db, clock.today());
    return asFile(
      visit,
      'application/rss+xml; charset=utf-8',
      rssOf(stories, officeName, (path) => absolute(visit, path)),
    );
  }),
  get('/guong-sang/:slug', 'public', showStory),
  get('/gioi-thieu', 'public', showAbout),
  get('/robots.txt', 'public', (visit) =>
    asFile(
      visit,
      'text/plain; charset=utf-8',
      robotsOf(visit.get('deps').demo, (path) => absolute(visit, path)),
    ),
  ),
  get('/sitemap.xml', 'public', async (visit) => {
    const stories = await newestStories(visit.get('deps').db, EVERYTHING, {
      limit: MOST_IN_SITEMAP,
      offset: 0,
    });
    return asFile(
      visit,
      'application/xml; charset=utf-8',
      sitemapOf(stories, (path) => absolute(visit, path)),
    );
  }),
];

const EVERYTHING: StoryFilter = { fieldId: null, kind: null };
/** One file of the sitemap protocol holds 50,000 addresses. */
const MOST_IN_SITEMAP = 49_000;
const STORIES_ON_FRONT = 7;

async function showFront(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const today = clock.today();
  const [stories, numbers, programme] = await Promise.all([
    newestStories(db, EVERYTHING, { limit: STORIES_ON_FRONT, offset: 0 }),
    numbersNow(db),
    programmeOn(db, today),
  ]);
  return publicPage(visit, programme, {
    title: 'Gương Sáng',
    description: 'Chuyện về những người, tập thể, hộ gia đình làm việc tốt và cách làm để nơi khác học theo.',
    path: '/',
    jsonLd: siteJsonLd(absolute(visit, '/'), programme),
    children: <FrontPage stories={stories} numbers={numbers} today={today} programme={programme} />,
  });
}

async function showList(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const filter = filterIn(visit);
  const count = await countStories(db, filter);
  const last = Math.max(1, Math.ceil(count / STORIES_PER_PAGE));
  const page = Math.min(last, queryNumber(visit, 'trang') ?? 1);
  const [stories, fields, programme] = await Promise.all([
    newestStories(db, filter, { limit: STORIES_PER_PAGE, offset: (page - 1) * STORIES_PER_PAGE }),
    fieldsWithStories(db),
    programmeOn(db, clock.today()),
  ]);
  return publicPage(visit, programme, {
    title: page > 1 ? `Gương sáng, trang ${page}` : 'Gương sáng',
    description: 'Những người, tập thể, hộ gia đình đã được tôn vinh và đồng ý kể chuyện mình.',
    path: storiesAddress(filter, page),
    children: <StoryListPage stories={stories} count={count} page={page} filter={filter} fields={fields} />,
  });
}

function filterIn(visit: Visit): StoryFilter {
  return { fieldId: queryNumber(visit, 'linh_vuc'), kind: queryChoice(visit, 'loai', SUBJECT_KINDS) };
}

async function showStory(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const id = idInSlug(visit.req.param('slug') ?? '');
  const story = id === null ? null : await findStory(db, id);
  if (!story) return notFoundPage(visit);
  const path = storyPath(story);
  if (visit.req.path !== path) return visit.redirect(path, 301);
  const [details, present, programme] = await Promise.all([
    storyDetails(db, story.id),
    presentOffice(db, story.officeId, clock.today()),
    programmeOn(db, clock.today()),
  ]);
  if (story.isSample) visit.header('X-Robots-Tag', 'noindex');
  return publicPage(visit, programme, {
    title: headlineOf(story),
    description: descriptionOf(story),
    path,
    article: true,
    jsonLd: storyJsonLd(absolute(visit, path), story, programme),
    children: (
      <StoryPage
        story={story}
        details={details}
        presentOffices={laterNames(story, present)}
        contactOffice={programme.officeName}
      />
    ),
  });
}

async function showAbout(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const programme = await programmeOn(db, clock.today());
  return publicPage(visit, programme, {
    title: 'Về chương trình',
    description: 'Một điển hình được phát hiện, lựa chọn, bồi dưỡng, kiểm tra và tôn vinh như thế nào.',
    path: '/gioi-thieu',
    children: <AboutPage programme={programme} />,
  });
}

const laterNames = (story: PublicStory, present: readonly { id: number; name: string }[]): string[] =>
  present.filter((office) => office.id !== story.officeId).map((office) => office.name);

function asFile(visit: Visit, type: string, body: string): Response {
  visit.header('Cache-Control', ASK_EACH_TIME);
  visit.header('Content-Type', type);
  return visit.body(body);
}
