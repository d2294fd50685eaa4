/**
 * Copies of what was typed, on this machine, until the server has it. They are kept for a week at most, for the account
 * that typed them, and forgotten at sign-out, since machines are shared.
 */
export interface DraftCopy {
  /** Milliseconds since 1970. */
  at: number;
  fields: [name: string, value: string][];
  /** The form itself was on its way: it may have arrived, although no answer came back. */
  sent?: boolean;
}

const PREFIX = 'nhap:';
const SENT = 'nhap-da-gui';
const WEEK_MS = 7 * 24 * 3600 * 1000;
/** A browser keeps some five million letters for a site. */
const MOST_COPIES = 20;
const MOST_LETTERS = 200_000;

/** Storage may be full or forbidden; then there is simply no copy. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Whose copies these are: the page says it where one signs out. */
const account = (): string =>
  document.querySelector<HTMLElement>('[data-forget-drafts]')?.dataset.forgetDrafts ?? '';

const mine = (): string => `${PREFIX}${account()}:`;

/** Keeps it, in the place of an earlier one; false when it is too large or there is no room. */
export function keepCopy(key: string, copy: DraftCopy): boolean {
  const body = JSON.stringify(copy);
  if (body.length > MOST_LETTERS) {
    dropCopy(key);
    return false;
  }
  return (
    quietly(() => {
      makeRoom(mine() + key);
      localStorage.setItem(mine() + key, body);
      return true;
    }) === true
  );
}

/** The oldest goes first. */
function makeRoom(forKey: string): void {
  const others = copiesHere().filter((one) => one !== forKey);
  if (others.length < MOST_COPIES) return;
  const oldest = others.toSorted((one, other) => keptAt(one) - keptAt(other));
  for (const key of oldest.slice(0, others.length - MOST_COPIES + 1)) localStorage.removeItem(key);
}

const copiesHere = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
const keptAt = (key: string): number =>
  quietly<number>(() => JSON.parse(localStorage.getItem(key) ?? '').at) ?? 0;

export function dropCopy(key: string): void {
  quietly(() => localStorage.removeItem(mine() + key));
}

export function findCopy(key: string): DraftCopy | null {
  const copy = quietly<DraftCopy | null>(() => JSON.parse(localStorage.getItem(mine() + key) ?? 'null'));
  return copy && Array.isArray(copy.fields) && Date.now() - copy.at < WEEK_MS ? copy : null;
}

export function dropAllCopies(): void {
  quietly(() => {
    for (const key of copiesHere()) localStorage.removeItem(key);
  });
}

/** Somebody else has signed in on this machine: what others typed is not theirs to see, nor to keep. */
export function dropCopiesOfOthers(): void {
  quietly(() => {
    for (const key of copiesHere()) if (!key.startsWith(mine())) localStorage.removeItem(key);
  });
}

/** The form itself is on its way; whether it arrived shows on the next page. */
export function markSent(key: string): void {
  quietly(() => sessionStorage.setItem(SENT, JSON.stringify({ key, from: location.pathname })));
}

/**
 * A page that came as the answer to the form proves that it arrived; coming back to the old one, or typing an address
 * after the line had died, does not.
 */
export function settleSent(): void {
  quietly(() => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const sent: { key: string; from: string } | null = JSON.parse(sessionStorage.getItem(SENT) ?? 'null');
    if (sent === null) return;
    sessionStorage.removeItem(SENT);
    const cameFrom = document.referrer ? new URL(document.referrer).pathname : null;
    if (visit?.type === 'navigate' && cameFrom === sent.from) dropCopy(sent.key);
  });
}
