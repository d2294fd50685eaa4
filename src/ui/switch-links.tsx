export interface SwitchLink {
  label: string;
  href: string;
  /** How many things one will see, beside the label. */
  count?: number | string | undefined;
  current?: boolean | undefined;
}

/** A few views of the same list, one of them chosen; each is an address of its own. */
export function SwitchLinks({ label, links }: { label: string; links: readonly SwitchLink[] }) {
  return (
    <nav class="switch-links" aria-label={label}>
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'true' : undefined}>
              {link.label}
              {link.count === undefined ? null : <span class="switch-count"> {link.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
