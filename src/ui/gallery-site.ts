import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import type { FrameAssets } from './document.tsx';
import { OfficeGallery, PortalGallery, SignInGallery } from './gallery.tsx';

/** For the tests of this folder and of the office's island: the gallery as a site of its own, in a real browser. */
export interface GallerySite {
  url: string;
  /** Bytes of the built files by extension, without fonts' own weight in the style sheet. */
  sizeOf: (kind: 'css' | 'officeCss' | 'picturesCss' | 'js') => number;
  /** Bodies of drafts that came in, and how the next ones are answered. */
  drafts: { received: string[]; answerWith: number };
  close: () => Promise<void>;
}

const PAGES = { '/office': OfficeGallery, '/portal': PortalGallery, '/sign-in': SignInGallery };
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};
const ROOT = join(import.meta.dirname, '../..');

/** Builds style sheet and island as for production and serves the gallery's pages; `?theme=dark` sets a theme. */
export async function openGallerySite(): Promise<GallerySite> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const assets = await buildAssets(folder);
  const drafts = { received: [] as string[], answerWith: 204 };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') return takePost(request, response, drafts);
    const url = new URL(request.url ?? '/', 'http://gallery');
    const page = Object.entries(PAGES).find(([path]) => path === url.pathname)?.[1];
    if (!page) return sendFile(join(folder, url.pathname), response);
    const theme = url.searchParams.get('theme') === 'dark' ? 'dark' : undefined;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(String(await page({ assets, theme })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sizeOf: (kind) =>
      readFileSync(join(folder, (kind === 'js' ? assets.scripts[0] : assets[kind]) ?? '')).length,
    drafts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

async function takePost(request: IncomingMessage, response: ServerResponse, drafts: GallerySite['drafts']) {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (request.headers['x-draft'] === '1') drafts.received.push(body);
  response.writeHead(drafts.answerWith).end();
}

async function sendFile(path: string, response: ServerResponse) {
  if (!existsSync(path)) return response.writeHead(404).end();
  response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
  response.end(await readFile(path));
}

async function buildAssets(outDir: string): Promise<FrameAssets> {
  const style = 'src/ui/app.css';
  const officeStyle = 'src/ui/office.css';
  const picturesStyle = 'src/ui/pictures.css';
  const island = 'src/islands/ui-office.ts';
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: [style, officeStyle, picturesStyle, island] },
    },
  });
  const manifest: Record<string, { file: string }> = JSON.parse(
    await readFile(join(outDir, '.vite/manifest.json'), 'utf8'),
  );
  const fileOf = (source: string) => `/${manifest[source]?.file ?? ''}`;
  return {
    css: fileOf(style),
    officeCss: fileOf(officeStyle),
    picturesCss: fileOf(picturesStyle),
    scripts: [fileOf(island)],
  };
}
