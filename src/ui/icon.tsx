/** Our own small set, drawn on a 20-unit grid with a 1.5 px stroke; each is a path (or several in one). */
const PATHS = {
  home: 'M3 9.5 10 3.5l7 6M5 8.5v8h10v-8M8.5 16.5v-4.5h3v4.5',
  plan: 'M4 3.5h12v13H4zM7 7.5h6M7 10.5h6M7 13.5h3.5',
  star: 'm10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9-4.3-2.4-4.3 2.4.9-4.9L3 8.1l4.9-.6z',
  review: 'M3.5 5.5h8M3.5 10h5M3.5 14.5h5M11 12.5l2.2 2.2 4.3-4.7',
  spread:
    'M10 10V6.5M10 10l-3.2 3.2M10 10l3.2 3.2M10 3a1.7 1.7 0 1 0 0 3.4A1.7 1.7 0 0 0 10 3M5.5 13a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4M14.5 13a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4',
  story:
    'M3 4.5h4.5A2.5 2.5 0 0 1 10 7v9.5a2 2 0 0 0-2-2H3zM17 4.5h-4.5A2.5 2.5 0 0 0 10 7v9.5a2 2 0 0 1 2-2h5z',
  report: 'M5 2.8h6.5L15.5 7v10.2H5zM11.5 2.8V7h4M7.8 14v-2M10.2 14v-3.8M12.7 14v-2.6',
  office: 'M3 16.8h14M4.5 16.8V8L10 4l5.5 4v8.8M8 16.8v-4h4v4M8 9.5h.01M12 9.5h.01',
  catalogue: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z',
  log: 'M10 3.2a6.8 6.8 0 1 1-6.3 4.2M3.2 3.8l.5 3.6 3.6-.5M10 6.5V10l2.5 1.7',
  search: 'M8.8 3.5a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6M12.7 12.7l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  person: 'M10 3.2a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M3.8 17c.5-3.4 2.9-5 6.2-5s5.7 1.6 6.2 5',
  people:
    'M7.5 4a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M2.3 16.5c.4-3 2.3-4.5 5.2-4.5s4.8 1.5 5.2 4.5M13 4.3a2.8 2.8 0 0 1 0 5M14.8 12.3c1.7.6 2.7 2 2.9 4.2',
  house: 'M2.8 10 10 3.8l7.2 6.2M4.8 8.5v8h10.4v-8',
  place: 'M10 17.3s5.5-5 5.5-9.3a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9.3 5.5 9.3M10 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  bell: 'M5 14.5V9a5 5 0 0 1 10 0v5.5l1.2 1H3.8zM8.3 15.5a1.8 1.8 0 0 0 3.4 0M10 4V2.8',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4.2l2.8 1.8',
  check: 'm4 10.5 4 4 8-9',
  cross: 'm5 5 10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  alert: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6.3v4.5M10 13.5v.01',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 9.2v4.5M10 6.4v.01',
  stop: 'M7 3h6l4 4v6l-4 4H7l-4-4V7zM7 10h6',
  edit: 'M4 16l.8-3.4L13.3 4.1l2.6 2.6-8.5 8.5zM11.8 5.6l2.6 2.6',
  file: 'M5 2.8h6.5L15.5 7v10.2H5zM11.5 2.8V7h4',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  upload: 'M10 13V4M6 7.5l4-4 4 4M4 16.5h12',
  print: 'M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z',
  filter: 'M3 4.5h14l-5.3 6.3v5.2l-3.4-1.7v-3.5z',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1',
  lock: 'M4.5 9h11v7.5h-11zM7 9V6.5a3 3 0 0 1 6 0V9',
  'sign-out': 'M8 3.5H4v13h4M12.5 6.5 16 10l-3.5 3.5M16 10H8',
  'arrow-right': 'M4 10h12M11.5 5.5 16 10l-4.5 4.5',
  'arrow-left': 'M16 10H4M8.5 5.5 4 10l4.5 4.5',
  'chevron-down': 'm5 7.5 5 5 5-5',
  'chevron-right': 'm7.5 5 5 5-5 5',
  'sort-up': 'M10 15.5v-11M6 8.5l4-4 4 4',
  'sort-down': 'M10 4.5v11M6 11.5l4 4 4-4',
  sort: 'm6.5 8 3.5-3.5L13.5 8M6.5 12l3.5 3.5 3.5-3.5',
  quote: 'M8.5 5.5c-3 .8-4.5 2.7-4.5 5.5v3.5h4.5V10H6.3M16 5.5c-3 .8-4.5 2.7-4.5 5.5v3.5H16V10h-2.2',
  phone:
    'M4 3.5h3.2l1.5 3.7-2 1.5a10 10 0 0 0 4.6 4.6l1.5-2 3.7 1.5V16c0 .8-.6 1.3-1.4 1.2C8.4 16.7 3.3 11.6 2.8 4.9 2.7 4.1 3.2 3.5 4 3.5',
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
  name: IconName;
  /** Side in px; 20 unless told. */
  size?: number | undefined;
  class?: string | undefined;
}

/** A picture beside a word; it is hidden from screen readers, so the word must stand beside it. */
export function Icon({ name, size = 20, class: extra }: IconProps) {
  return (
    <svg
      class={extra ? `icon ${extra}` : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
