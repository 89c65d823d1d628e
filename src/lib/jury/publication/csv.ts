/** The verdict as a table for spreadsheets. */
import { EXTRAS } from '../verdict/extras.ts';
import type { PublicRecord } from './record.ts';

/**
 * RFC 4180, with a byte order mark so that spreadsheets take it for UTF-8. A cell that a spreadsheet would take for a formula (CWE-1236) begins with
 * an apostrophe, which it shows as text.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const COLUMNS = [
  'id',
  'title',
  'text',
  'rationale',
  'addressee',
  'outcome',
  'for',
  'against',
  'abstain',
  'base',
  'needed',
  'electorate',
  'minority_statements',
  'position',
  'responsible',
  'until',
  'progress',
  'wording_sha256',
  'by_when',
  'cost',
  'act',
  'law_now',
  'law_proposed',
  'value_judgement',
  'outcome_stated',
  'what_happens_next',
  'review_on',
  'outcome_agreed',
] as const;

/** One row a recommendation that was voted on, in its order; the newest answer and report. The first row names the columns. */
export function recommendationRows({ verdict }: Pick<PublicRecord, 'verdict'>): (string | number)[][] {
  const rows = (verdict?.recommendations ?? []).map((one) => {
    const { counts, base, needed, outcome } = one.ballot.decision;
    const answer = one.answers.at(-1);
    return [
      one.id,
      one.title,
      one.text,
      one.rationale,
      one.addressee,
      outcome,
      counts.for,
      counts.against,
      counts.abstain,
      base,
      needed,
      one.ballot.electorate,
      one.minorityStatements.length,
      answer?.position ?? '',
      one.assignments.at(-1)?.responsible ?? answer?.responsible ?? '',
      answer?.until ?? '',
      one.reports.at(-1)?.progress ?? '',
      one.wordingHash,
      ...EXTRAS.map((extra) => one[extra] ?? ''),
      one.stated?.text ?? '',
      one.stated?.next ?? '',
      one.stated?.reviewOn ?? '',
      one.stated?.agreed ?? '',
    ];
  });
  return [[...COLUMNS], ...rows];
}
