import type { Child } from 'hono/jsx';

/** A code in large letters, to be copied by hand or taken away on a slip; never translated, never broken. */
export function CodeBox({ code, children }: { code: string; children?: Child }) {
  return (
    <div class="code-box">
      <p class="code-box-code" translate="no">
        {code}
      </p>
      {children}
    </div>
  );
}
