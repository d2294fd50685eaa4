import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { environmentSchema, loadConfig } from './config.ts';
import { projectRoot } from './project-root.ts';
import { StartError } from './start-error.ts';

function sentence(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env, { demo: false });
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  throw new Error('The settings were taken.');
}

describe('without any setting', () => {
  test('the program listens on this machine only, with an embedded database below the project', () => {
    expect(loadConfig({}, { demo: false })).toEqual({
      port: 8080,
      clamd: null,
      host: '127.0.0.1',
      databaseUrl: null,
      databasePool: 10,
      dataDir: join(projectRoot(), 'data'),
      publicUrl: null,
      logLevel: 'info',
      sessionHours: 12,
      uploadMaxBytes: 20 * 1024 * 1024,
      mail: null,
      trustProxy: false,
    });
  });

  test('the demo keeps its data in a folder of its own', () => {
    expect(loadConfig({}, { demo: true }).dataDir).toBe(join(projectRoot(), 'data-demo'));
  });
});

describe('settings that are taken', () => {
  test('an empty value counts as not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '  ', DATA_DIR: '' }, { demo: false })).toEqual(
      loadConfig({}, { demo: false }),
    );
  });

  test('a relative data folder is below the folder of the start', () => {
    expect(loadConfig({ DATA_DIR: 'dữ liệu' }, { demo: false }).dataDir).toBe(join(process.cwd(), 'dữ liệu'));
  });

  test('the public address loses the slash at its end, so that paths can be joined to it', () => {
    expect(loadConfig({ PUBLIC_URL: 'https://guong-sang.vn/' }, { demo: false }).publicUrl).toBe(
      'https://guong-sang.vn',
    );
  });

  test.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['off', false],
  ])('TRUST_PROXY=%s is %s', (text, expected) => {
    expect(loadConfig({ TRUST_PROXY: text }, { demo: false }).trustProxy).toBe(expected);
  });

  test('clamd is asked by TCP or by its socket, never by both', () => {
    expect(loadConfig({ CLAMD_HOST: 'clamav' }, { demo: false }).clamd).toEqual({
      host: 'clamav',
      port: 3310,
    });
    expect(loadConfig({ CLAMD_SOCKET: '/run/clamd.ctl' }, { demo: false }).clamd).toEqual({
      socket: '/run/clamd.ctl',
    });
    expect(sentence({ CLAMD_HOST: 'clamav', CLAMD_SOCKET: '/run/clamd.ctl' })).toContain('một trong hai');
  });

  test('every port from 0 to 65535 and no other number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 200_000 }), (port) => {
        const env = { PORT: String(port) };
        if (port >= 0 && port <= 65_535) return loadConfig(env, { demo: false }).port === port;
        return sentence(env).includes(`PORT đang là "${port}"`);
      }),
    );
  });
});

describe('a wrong setting stops the start with a sentence', () => {
  test.each([
    ['PORT', '80a', 'một số nguyên từ 0 đến 65535'],
    ['HOST', 'http://x', 'một địa chỉ hoặc tên máy'],
    ['DATABASE_URL', 'mysql://db/x', 'dạng postgres://'],
    ['DATABASE_POOL', '0', 'một số nguyên từ 1 đến 200'],
    ['PUBLIC_URL', 'guongsang.vn', 'một địa chỉ web đầy đủ'],
    ['PUBLIC_URL', 'https://phutho.gov.vn/thi-dua', 'không có đường dẫn'],
    ['LOG_LEVEL', 'loud', 'một trong: trace'],
    ['SESSION_HOURS', '1.5', 'một số nguyên từ 1 đến 720'],
    ['UPLOAD_MAX_MB', '-3', 'một số nguyên từ 1 đến 500'],
    ['CLAMD_HOST', 'tcp://x', 'một địa chỉ hoặc tên máy'],
    ['CLAMD_PORT', '0', 'một số nguyên từ 1 đến 65535'],
    ['CLAMD_SOCKET', 'clamd.ctl', 'một đường dẫn đầy đủ'],
    ['TRUST_PROXY', 'maybe', '1 (có) hoặc 0 (không)'],
  ])('%s=%s', (name, value, expected) => {
    const text = sentence({ [name]: value });
    expect(text).toContain(`Thiết lập ${name} đang là "${value}" nhưng cần `);
    expect(text).toContain(expected);
    expect(text).toContain('docs/SETTINGS.md');
  });

  test('all wrong settings are named at once, each once', () => {
    const text = sentence({ PORT: 'x', SESSION_HOURS: '0' });
    expect(text.match(/Thiết lập/g)).toHaveLength(2);
  });

  test('a password is not shown', () => {
    const text = sentence({ DATABASE_URL: 'mysql://gs:bí-mật@db/x' });
    expect(text).toContain('mysql://gs:…@db/x');
    expect(text).not.toContain('bí-mật');
  });
});

test('docs/SETTINGS.md lists exactly the settings that exist', () => {
  const table = readFileSync(join(projectRoot(), 'docs/SETTINGS.md'), 'utf8');
  const listed = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
  expect(listed).toEqual(Object.keys(environmentSchema.shape));
});
