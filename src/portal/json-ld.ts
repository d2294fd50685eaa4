import type { Programme } from './programme.ts';
import type { PublicStory } from './published.ts';
import { beginningOf, headlineOf, placeOf } from './story-card.tsx';

/** schema.org for the front page. */
export function siteJsonLd(url: string, programme: Programme): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Gương Sáng',
    url,
    inLanguage: 'vi',
    publisher: publisher(programme),
  };
}

/** schema.org for a story: an article about a person or an organisation; nothing that the page does not say. */
export function storyJsonLd(url: string, story: PublicStory, programme: Programme): object {
  const type = story.kind === 'individual' ? 'Person' : 'Organization';
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: beginningOf(headlineOf(story), 110),
    description: descriptionOf(story),
    url,
    inLanguage: 'vi',
    datePublished: story.honouredOn,
    dateModified: story.updatedAt.toISOString(),
    about: { '@type': type, name: story.fullName },
    contentLocation: { '@type': 'Place', name: placeOf(story) },
    publisher: publisher(programme),
  };
}

const publisher = (programme: Programme) => ({
  '@type': 'GovernmentOrganization',
  name: programme.officeName,
});

/** One or two sentences for search engines and for pages that are shared. */
export function descriptionOf(story: PublicStory): string {
  const place = `${story.fullName}, ${placeOf(story)}.`;
  return `${place} ${beginningOf(story.statement, 200)}`.trim();
}
