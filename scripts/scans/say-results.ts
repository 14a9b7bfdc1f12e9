import type { ScanScore } from '../figures/figures.js';
import { sayPercent } from '../program/say-number.js';
import { sayTable } from '../program/say-table.js';
import type { FaultKind, Mark, ScanResult } from './score-scan.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const columns = [
  ...['', 'docs', 'pages', 'cells', 'before', 'after', 'verified', 'read', 'suspect', 'SILENT'],
  ...['blank?', 'lost', 'headers', 's/page'],
];

/** Faults of a kind in all results. */
export const countFaults = (results: readonly ScanResult[], fault: FaultKind): number =>
  sum(results.map(({ faults }) => faults.filter((one) => one.fault === fault).length));

const saySum = (name: string, results: readonly ScanResult[]): (string | number)[] => {
  const cells = sum(results.map((result) => result.cells));
  const level = (id: keyof ScanResult['levels']): string => {
    const marks: Mark[] = results.map(({ levels }) => levels[id]);
    return `${sum(marks.map(({ right }) => right))}/${sum(marks.map(({ wrong }) => wrong))}`;
  };
  const headers = results.flatMap((result) => Object.values(result.headers));
  const pages = sum(results.map((result) => result.pages));
  return [
    name,
    results.length,
    pages,
    cells,
    sayPercent(sum(results.map(({ before }) => before)), cells),
    sayPercent(sum(results.map(({ after }) => after)), cells),
    level('verified'),
    level('read'),
    level('suspect'),
    countFaults(results, 'silent'),
    countFaults(results, 'false-blank'),
    countFaults(results, 'lost'),
    `${headers.filter(Boolean).length}/${headers.length}`,
    (sum(results.map(({ seconds }) => seconds)) / pages).toFixed(2),
  ];
};

const groups = (
  results: readonly ScanResult[],
  nameOf: (result: ScanResult) => string,
): (string | number)[][] => {
  const names = [...new Set(results.map(nameOf))].sort();
  return names.map((name) =>
    saySum(
      name,
      results.filter((result) => nameOf(result) === name),
    ),
  );
};

/** The table of all results: by resolution, by kind, in all. Each confidence has its cells that are right and wrong. */
export const sayResults = (results: readonly ScanResult[]): string[] =>
  sayTable([
    columns,
    ...groups(results, ({ dpi }) => `${dpi} dpi`),
    ...groups(results, ({ kind }) => kind),
    ...groups(results, ({ template }) => template ?? 'no template'),
    saySum('all', results),
  ]);

/** The sums by resolution, for docs/figures.md. */
export const scanScores = (results: readonly ScanResult[]): ScanScore[] =>
  [...new Set(results.map(({ dpi }) => dpi))].sort().map((dpi) => {
    const own = results.filter((result) => result.dpi === dpi);
    const level = (id: keyof ScanResult['levels']): [number, number] => [
      sum(own.map(({ levels }) => levels[id].right)),
      sum(own.map(({ levels }) => levels[id].wrong)),
    ];
    return {
      ...{ name: `${dpi} dpi`, documents: own.length, pages: sum(own.map(({ pages }) => pages)) },
      cells: sum(own.map(({ cells }) => cells)),
      before: sum(own.map(({ before }) => before)),
      after: sum(own.map(({ after }) => after)),
      ...{ verified: level('verified'), read: level('read'), suspect: level('suspect') },
    };
  });

const order: FaultKind[] = ['silent', 'false-blank', 'misled', 'lost', 'doubt'];

/** Cells that are not right, the worst first. */
export const sayFaults = (results: readonly ScanResult[]): string[] =>
  results
    .flatMap(({ file, faults }) => faults.map((fault) => ({ file, ...fault })))
    .sort((left, right) => order.indexOf(left.fault) - order.indexOf(right.fault))
    .map(({ file, fault, path, want, got, suggested, flags, at }) => {
      const place =
        at?.page === undefined ? '' : ` page ${at.page} [${at.bbox?.map(Math.round).join(' ') ?? ''}]`;
      const hint = suggested === null ? '' : `, suggested ${suggested}`;
      return `${fault}: ${file} ${path} want ${JSON.stringify(want)} got ${got}${hint} {${flags.join(' ')}}${place}`;
    });
