const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const SAME_KEYSTROKE_MS = 1_000;
const LOOK_FOR_PARENT_MS = 500;

export interface Ending {
  /** Resolves when somebody asked the program to end. */
  asked: Promise<void>;
  /** Asks from inside. */
  ask(): void;
}

/**
 * Listens for Ctrl-C and the other signals to end. A second Ctrl-C ends the process at once; but npm passes on
 * what the terminal has already sent, so that one keystroke reaches us twice.
 */
export function untilStopped(): Ending {
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  let first: number | undefined;
  const onSignal = () => {
    if (first !== undefined && Date.now() - first > SAME_KEYSTROKE_MS) process.exit(130);
    first ??= Date.now();
    ask();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) askWhenOrphaned(ask);
  return { asked, ask };
}

/** A SIGTERM to npm ends npm and the shell between us, but never reaches us: we would go on unseen. */
function askWhenOrphaned(ask: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    ask();
  }, LOOK_FOR_PARENT_MS);
  look.unref();
}
