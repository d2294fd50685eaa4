import pino from 'pino';

export type Log = pino.Logger;
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/**
 * The log of the program, on standard error: JSON lines for a collector, short lines for a person at a terminal.
 * Standard output stays free for what the commands answer.
 */
export function createLog(level: LogLevel, human = process.stderr.isTTY ?? false): Log {
  const hidden = { paths: ['req.headers.cookie', 'req.headers.authorization'], censor: '…' };
  const settings = { level, redact: hidden, base: null };
  if (!human) return pino(settings, pino.destination({ dest: 2, sync: true }));
  return pino(settings, { write: (line: string) => process.stderr.write(`${readable(line)}\n`) });
}

const NAMES: Record<number, string> = { 10: 'vết', 20: 'dò', 30: 'tin', 40: 'lưu ý', 50: 'LỖI', 60: 'HỎNG' };

/** One JSON line of the log as a person reads it: time of day, level, message, the other fields, the stack. */
export function readable(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const stack = (err as { stack?: string } | undefined)?.stack;
  const rest = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : '';
  return `${clock} ${NAMES[Number(level)] ?? level}: ${msg ?? ''}${rest}${stack ? `\n${stack}` : ''}`;
}
