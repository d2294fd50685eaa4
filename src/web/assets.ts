import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/project-root.ts';

/** Addresses of the built style sheet, icon and scripts (hashed names), as pages link them. */
export interface Assets {
  css: string;
  /** What only the office shows. */
  officeCss: string;
  /** Pictures of data, calendars, evidence and maps, on the pages that show them. */
  picturesCss: string;
  /** The mark of the site in the tab of a browser. */
  icon: string;
  /** Address of an island's script by its source name, e.g. `ui-office`. */
  script(name: string): string;
  /** Folder that is served under /assets. */
  folder: string;
}

type Manifest = Record<string, { file: string; isEntry?: boolean }>;

/** @throws Error when the client has not been built, saying which command builds it */
export function loadAssets(folder = join(projectRoot(), 'dist/client')): Assets {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  } catch (cause) {
    throw new Error(`The client is not built (${folder}): run \`npm run build\`.`, { cause });
  }
  const addressOf = (source: string): string => {
    const entry = manifest[source];
    if (!entry) throw new Error(`${source} is not an entry of the client build.`);
    return `/${entry.file}`;
  };
  return {
    folder,
    css: addressOf('src/ui/app.css'),
    officeCss: addressOf('src/ui/office.css'),
    picturesCss: addressOf('src/ui/pictures.css'),
    icon: addressOf('src/ui/icon.svg'),
    script: (name) => addressOf(`src/islands/${name}.ts`),
  };
}
