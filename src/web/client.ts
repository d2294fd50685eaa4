import type { Visit } from './visit.ts';

/**
 * The address that the request came from. The headers of a proxy are believed only when the settings say that there
 * is one, and then its own entry, the last: those before it are whatever the browser wrote.
 */
export function clientAddress(visit: Visit): string | null {
  const forwarded = visit.get('deps').config.trustProxy ? visit.req.header('x-forwarded-for') : undefined;
  const address = forwarded?.split(',').at(-1)?.trim() || visit.env?.incoming?.socket.remoteAddress;
  return address ? address.replace(/^::ffff:(?=\d+\.)/, '').slice(0, 60) : null;
}

/** Does the browser speak https with us (or with the proxy in front of us)? Then cookies may only travel so. */
export function isHttps(visit: Visit): boolean {
  const { config } = visit.get('deps');
  if (config.publicUrl?.startsWith('https:')) return true;
  return config.trustProxy && visit.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}
