import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/platform/project-root.ts';

interface Total {
  passed: number;
  failed: number;
  skipped: number;
}

const { countTests, lastLine } = (await import(
  pathToFileURL(join(projectRoot(), 'bin/test-count.mjs')).href
)) as {
  countTests(run: { checks: boolean[]; testsPassed: boolean; result: object | null }): Total;
  lastLine(total: Total): string;
};

const good = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const checks = [true, true, true];

test('a good run says how many tests passed', () => {
  const total = countTests({ checks, testsPassed: true, result: good });
  expect(lastLine(total)).toBe('7 passed, 0 failed');
});

test('skipped tests are said', () => {
  const total = countTests({
    checks,
    testsPassed: true,
    result: { ...good, numPendingTests: 2, numTodoTests: 1 },
  });
  expect(lastLine(total)).toBe('7 passed, 0 failed, 3 skipped');
});

test('failed tests and failed checks add up', () => {
  const result = { ...good, numFailedTests: 2 };
  expect(countTests({ checks: [false, true, false], testsPassed: false, result }).failed).toBe(4);
});

test('a test file that cannot be loaded is a failure, one whose tests fail is not counted twice', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(
    countTests({ checks, testsPassed: false, result: { ...good, numFailedTests: 1, testResults } }).failed,
  ).toBe(2);
});

test('a run that fails outside of any test, or leaves no result, is a failure', () => {
  expect(countTests({ checks, testsPassed: false, result: good }).failed).toBe(1);
  expect(countTests({ checks, testsPassed: false, result: null })).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});
