import type { Child } from 'hono/jsx';

export interface SubPartProps {
  title: string;
  note?: Child;
  children: Child;
}

/** A part of a section that holds several: set in under its own heading. */
export function SubPart({ title, note, children }: SubPartProps) {
  return (
    <div class="sub-part">
      <h3 class="sub-part-title">{title}</h3>
      {note ? <p class="sub-part-note">{note}</p> : null}
      {children}
    </div>
  );
}
