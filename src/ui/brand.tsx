/** The sun of the bronze drums and bronze mirrors, as a seal (gương: mirror, example; sáng: bright). */
const SUN =
  'M14 4L15.6 9.1L19.9 5.9L18.2 10.9L23.5 10.9L19.2 14L23.5 17.1L18.2 17.1L19.9 22.1L15.6 18.9L14 24L12.4 18.9L8.1 22.1L9.8 17.1L4.5 17.1L8.8 14L4.5 10.9L9.8 10.9L8.1 5.9L12.4 9.1z';

export function BrandMark({ size = 30 }: { size?: number }) {
  return (
    <svg
      class="brand-mark"
      width={size}
      height={size}
      viewBox="0 0 28 28"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="brand-seal" cx="14" cy="14" r="14" />
      <path class="brand-sun" d={SUN} />
      <circle class="brand-seal" cx="14" cy="14" r="2.1" />
    </svg>
  );
}

/** Mark and name, a link to the first page. */
export function Brand({ href }: { href: string }) {
  return (
    <a class="brand" href={href}>
      <BrandMark />
      <span>Gương Sáng</span>
    </a>
  );
}
