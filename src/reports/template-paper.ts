import type { Reader } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { withFigures } from './figure-words.ts';
import { valuesOf } from './figures-view.ts';
import { cameShortly } from './gap-table.ts';
import { indicator } from './indicators/registry.ts';
import { indicatorsOf } from './merged-indicators.ts';
import { rollupOf } from './merged-report.ts';
import { paperDefaults } from './paper.ts';
import { partsOfReport, type ReportInView } from './queries.ts';
import { allCorrections } from './resent.ts';
import { completenessInWords } from './rollup-rules.ts';
import { type TemplateReport, templateData } from './template-data.ts';
import { fillTemplate } from './template-engine.ts';
import { templateFor } from './template-queries.ts';
import { tablesOf } from './view.ts';

/**
 * The report as a Word file by the office's own template; null where the office has none, or where the template can no
 * longer be filled in: then the built-in paper is printed.
 */
export async function paperByTemplate(
  db: Reader,
  files: FileStore,
  report: ReportInView,
): Promise<Uint8Array | null> {
  const template = await templateFor(db, report.officeId, report.formKey);
  if (!template) return null;
  const filled = await fillTemplate(
    await files.get(template.sha256),
    templateData(await templateReport(db, report)),
  );
  return filled.ok ? filled.file : null;
}

/** The report as words and figures, with every reference in its sentences written out. */
export async function templateReport(db: Reader, report: ReportInView): Promise<TemplateReport> {
  const values = await valuesOf(db, report);
  const figures = indicatorsOf(report.figureKeys).map(({ key, name, unit }) => ({
    key,
    name,
    unit,
    value: values.get(key)?.value ?? null,
  }));
  const worded = new Map(figures.map((figure) => [figure.key, figure]));
  const rollup = await rollupOf(db, report.id);
  return {
    officeName: report.officeName,
    superiorName: report.superiorName,
    formName: report.formName,
    periodWords: report.periodWords,
    year: report.year,
    closingOn: report.closingOn,
    planNumber: report.planNumber,
    planTitle: report.planTitle,
    completeness: rollup ? `Tổng hợp từ ${completenessInWords(rollup.completeness)}.` : '',
    paper: paperDefaults(report),
    figures,
    corrections: (await allCorrections(db, report)).flatMap(({ officeName, changes, ...came }) =>
      Object.entries(changes).map(([key, change]) => ({
        figure: indicator(key)?.name ?? key,
        officeName,
        why: cameShortly(came),
        ...change,
      })),
    ),
    tables: await tablesOf(db, report),
    parts: await partsOfReport(db, report),
    words: Object.fromEntries(
      Object.entries(report.words).map(([key, text]) => [key, withFigures(text, worded)]),
    ),
  };
}
