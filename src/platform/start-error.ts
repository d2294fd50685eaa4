/**
 * The program cannot start, and a person can cure it. The message is shown as it is, without a stack:
 * what is wrong and what to do, in Vietnamese first, then in English for whoever looks after the machine.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
  /** Tells the command line to show the message alone. */
  readonly expected = true;

  constructor(vietnamese: string, english: string) {
    super(`${vietnamese}\n(${english})`);
  }
}
