/**
 * Copies of what was typed, on this machine, until the server has it. They are kept for a week at most and
 * forgotten at sign-out, since machines are shared.
 */
export interface DraftCopy {
  /** Milliseconds since 1970. */
  at: number;
  fields: [name: string, value: string][];
}

const PREFIX = 'nhap:';
const SENT = 'nhap-da-gui';
const WEEK_MS = 7 * 24 * 3600 * 1000;

/** Storage may be full or forbidden; then there is simply no copy. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function keepCopy(key: string, copy: DraftCopy): void {
  quietly(() => localStorage.setItem(PREFIX + key, JSON.stringify(copy)));
}

export function dropCopy(key: string): void {
  quietly(() => localStorage.removeItem(PREFIX + key));
}

export function findCopy(key: string): DraftCopy | null {
  const copy = quietly<DraftCopy | null>(() => JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null'));
  return copy && Array.isArray(copy.fields) && Date.now() - copy.at < WEEK_MS ? copy : null;
}

export function dropAllCopies(): void {
  quietly(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  });
}

/** The form itself is on its way; whether it arrived shows on the next page. */
export function markSent(key: string): void {
  quietly(() => sessionStorage.setItem(SENT, key));
}

/** A page that came as the answer to the form proves that it arrived; coming back to the old one does not. */
export function settleSent(): void {
  quietly(() => {
    const key = sessionStorage.getItem(SENT);
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (key === null) return;
    sessionStorage.removeItem(SENT);
    if (visit?.type === 'navigate') dropCopy(key);
  });
}
