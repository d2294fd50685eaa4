import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { answer, listen } from './listen.ts';
import { serve } from './serve.ts';

/** The process that the bench measures: the whole program, or a bare Hono server. It answers questions over IPC. */
export async function run([what]: string[]): Promise<void> {
  const address = what === 'hello' ? await serveHello() : await serveProgram();
  process.on('message', ({ question }: { question: string }) => {
    const { user, system } = process.cpuUsage();
    process.send?.({ question, answer: question === 'cpu' ? (user + system) / 1000 : address });
  });
  process.on('disconnect', () => process.exit(0));
}

async function serveHello(): Promise<string> {
  const listening = await listen('127.0.0.1', 0);
  const app = new Hono().get('/', (context) => context.text('hello'));
  answer(listening, getRequestListener(app.fetch));
  return listening.address;
}

async function serveProgram(): Promise<string> {
  const config = loadConfig(process.env, { demo: false });
  const serving = await serve({ config, log: createLog(config.logLevel), clock: systemClock, demo: false });
  return serving.address;
}
