export interface StripPicture {
  /** Address of a small picture. */
  src: string;
  /** Where it can be seen in full. */
  href: string;
  title: string;
}

/** Small pictures in a row, each with its title below it and leading to the whole one. Nothing without pictures. */
export function PictureStrip({ label, pictures }: { label: string; pictures: readonly StripPicture[] }) {
  if (pictures.length === 0) return null;
  return (
    <ul class="picture-strip" aria-label={label}>
      {pictures.map(({ src, href, title }) => (
        <li>
          <a href={href}>
            <img src={src} alt="" width={320} height={240} loading="lazy" />
            <span>{title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
