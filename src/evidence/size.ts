import { formatNumber } from '../ui/format.ts';

const KB = 1024;

/** '1 KB', '2,4 MB', '1,5 GB': as large as somebody would say it, never zero. */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KB));
  if (kilobytes < KB) return `${formatNumber(kilobytes)} KB`;
  if (Math.round(kilobytes / KB) < KB) return `${formatNumber(tenths(bytes / KB / KB))} MB`;
  return `${formatNumber(tenths(bytes / KB ** 3))} GB`;
}

const tenths = (number: number): number => Math.round(number * 10) / 10;
