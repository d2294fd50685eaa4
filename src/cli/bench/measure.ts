import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';

export interface Figures {
  name: string;
  /** Requests (or queries) answered per second. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Milliseconds of CPU of the serving process for one request; the database's own CPU is not in it. */
  cpuMs: number;
  /** Answers that were not the expected ones: any makes the figures worthless. */
  failures: number;
}

/** CPU used so far by the process that serves, in ms. */
export type CpuOf = () => Promise<number>;

export interface Load {
  name: string;
  address: string;
  cookie?: string;
  /** One body for each request, in turn; a GET without them. */
  bodies?: { path: string; body: string }[];
  expect: number;
}

const CONNECTIONS = 10;
const SECONDS = 6;
const WARM_UP_SECONDS = 2;

/** What a process that has nothing to do may use in a second, in ms of CPU, and how long it is waited for. */
const AT_REST_MS = 20;
const PATIENCE_SECONDS = 60;

/**
 * Waits until the process does nothing of its own: what works behind the pages is not what a page costs.
 *
 * @throws Error when it does not come to rest, for then no figure of a page would be one
 */
export async function atRest(cpuOf: CpuOf): Promise<void> {
  for (let second = 0; second < PATIENCE_SECONDS; second++) {
    const before = await cpuOf();
    await wait(1000);
    if ((await cpuOf()) - before < AT_REST_MS) return;
  }
  throw new Error('The measured server is busy although nobody asks it for anything.');
}

/** Loads one address with ten connections for six seconds after two of warming up. */
export async function measureHttp(load: Load, cpuOf: CpuOf): Promise<Figures> {
  if (!load.bodies) await cannon(load, WARM_UP_SECONDS);
  const before = await cpuOf();
  const result = await cannon(load, SECONDS);
  const cpu = (await cpuOf()) - before;
  const answered = result['2xx'] + result['3xx'] + result['4xx'] + result['5xx'];
  const wanted = load.expect >= 300 ? result['3xx'] : result['2xx'];
  return {
    name: load.name,
    perSecond: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: cpu / Math.max(1, answered),
    failures: answered - wanted + result.errors,
  };
}

function cannon(load: Load, seconds: number): Promise<autocannon.Result> {
  const headers = load.cookie ? { cookie: load.cookie } : {};
  const common = { url: load.address, connections: CONNECTIONS, headers };
  if (!load.bodies) return autocannon({ ...common, duration: seconds });
  const rest = [...load.bodies];
  return autocannon({
    ...common,
    method: 'POST',
    amount: rest.length,
    requests: [
      {
        setupRequest: (request) => {
          const next = rest.pop();
          return next
            ? {
                ...request,
                path: next.path,
                body: next.body,
                headers: {
                  ...headers,
                  'content-type': 'application/x-www-form-urlencoded',
                  origin: new URL(load.address).origin,
                },
              }
            : request;
        },
      },
    ],
  });
}

/** The same number of workers run one query over and over on a pool of their own. */
export async function measureQuery(name: string, run: () => Promise<unknown>): Promise<Figures> {
  const latencies: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const worker = async () => {
    while (performance.now() < until) {
      const at = performance.now();
      await run();
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const cpu = process.cpuUsage(cpuBefore);
  const sorted = latencies.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    name,
    perSecond: sorted.length / ((performance.now() - started) / 1000),
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: (cpu.user + cpu.system) / 1000 / Math.max(1, sorted.length),
    failures: 0,
  };
}
