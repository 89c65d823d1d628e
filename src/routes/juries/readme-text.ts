/** What whoever downloads a jury's data has to know, in the reader's language, as Markdown. */
import { pick } from '../../lib/i18n/format.ts';
import * as m from '../../lib/i18n/compiled/messages.js';
import { COLUMNS } from '../../lib/jury/publication/csv.ts';
import type { PublicRecord } from '../../lib/jury/publication/record.ts';
import { BUNDLE_FILE, RECORD_FILES } from '../../lib/lottery/index.ts';

interface Known {
  readonly origin: string;
  /** Of `record.json`, in hexadecimal. */
  readonly sha256: string;
}

const COLUMN: Readonly<Record<(typeof COLUMNS)[number], () => string>> = {
  id: m.readme_col_id,
  title: m.readme_col_title,
  text: m.readme_col_text,
  rationale: m.readme_col_rationale,
  addressee: m.readme_col_addressee,
  outcome: m.readme_col_outcome,
  for: m.readme_col_for,
  against: m.readme_col_against,
  abstain: m.readme_col_abstain,
  base: m.readme_col_base,
  needed: m.readme_col_needed,
  electorate: m.readme_col_electorate,
  minority_statements: m.readme_col_minority_statements,
  position: m.readme_col_position,
  responsible: m.readme_col_responsible,
  until: m.readme_col_until,
  progress: m.readme_col_progress,
  wording_sha256: m.readme_col_wording_sha256,
  by_when: m.readme_col_by_when,
  cost: m.readme_col_cost,
  act: m.readme_col_act,
  law_now: m.readme_col_law_now,
  law_proposed: m.readme_col_law_proposed,
  value_judgement: m.readme_col_value_judgement,
  outcome_stated: m.readme_col_outcome_stated,
  what_happens_next: m.readme_col_what_happens_next,
  review_on: m.readme_col_review_on,
  outcome_agreed: m.readme_col_outcome_agreed,
};

export function readmeText(record: PublicRecord, { origin, sha256 }: Known): string {
  const address = `${origin}/juries/${record.jury}`;
  const frozen = record.selection.frozen !== null;
  const drawn = record.selection.draw !== null;
  const lotteryFiles = [BUNDLE_FILE, ...RECORD_FILES].map((file) => `${address}/lottery/${file}`);
  const files = [
    [`${address}/record.json`, m.readme_record()],
    [`${origin}/record.schema.json`, m.readme_schema()],
    [`${address}/recommendations.csv`, m.readme_csv()],
    ...(frozen ? [[`${address}/lottery/${BUNDLE_FILE}`, m.readme_lottery()]] : []),
    [`${address}/feed.atom`, m.readme_feed()],
    [`${address}/programme.ics`, m.readme_programme()],
    ...(record.verdict ? [[`${address}/verdict.pdf`, m.readme_pdf()]] : []),
    [`${address}/card.svg, ${address}/card.png`, m.readme_card()],
  ];
  return [
    `# ${m.readme_title()}`,
    m.readme_intro({ title: line(pick(record.charter.title)), address }),
    m.readme_names(),
    `## ${m.readme_files()}`,
    table([m.readme_file(), m.readme_what()], files),
    `## ${m.readme_terms()}`,
    m.readme_terms_none(),
    m.readme_terms_words(),
    `## ${m.readme_check()}`,
    m.readme_check_record(),
    `    ${sha256}  record.json`,
    m.readme_check_page({ heading: m.public_check() }),
    m.readme_check_wording(),
    ...(drawn
      ? [
          m.readme_check_lottery({ address: `${address}/verify` }),
          `    alqa lottery verify lottery\n\n${lotteryFiles.map((file) => `- ${file}`).join('\n')}`,
        ]
      : []),
    `## ${m.readme_columns()}`,
    m.readme_columns_intro(),
    table(
      [m.readme_column(), m.readme_what()],
      COLUMNS.map((column) => [`\`${column}\``, COLUMN[column]()]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A heading written by people stays on its line and makes no markup. */
const line = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
