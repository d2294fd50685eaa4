/**
 * Adds up a run. Each check before the tests (types, lint, build) that fails counts as one failure, as do a test
 * file that could not be loaded and a run that failed otherwise (an error outside of any test, no result at all).
 *
 * @param {{ checks: boolean[], testsPassed: boolean, result: object | null }} run `result` is vitest's JSON
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTests({ checks, testsPassed, result }) {
  const brokenFiles = (result?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failedTests = (result?.numFailedTests ?? 0) + brokenFiles.length;
  const failedOtherwise = !testsPassed && failedTests === 0 ? 1 : 0;
  return {
    passed: result?.numPassedTests ?? 0,
    failed: checks.filter((passed) => !passed).length + failedTests + failedOtherwise,
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  };
}

/** The line that ends a run, alone: `12 passed, 0 failed`, and what was skipped when something was. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
