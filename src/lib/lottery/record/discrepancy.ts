/** What can be wrong with a record. */

const SENTENCES = {
  'file-missing': 'A file of the record is missing',
  'file-unreadable': 'A file of the record cannot be read',
  'method-unknown': 'The record names a method that this program does not know',
  'file-differs': 'A file is not the one that was committed to',
  'commitment-differs': 'The draw names another commitment',
  'input-malformed': 'The pool or the targets are malformed',
  'size-differs': 'The list has another number of panels',
  'list-unordered': 'The panels of the list are not in their order',
  'panel-malformed': 'A panel of the list is not made of that many people of the pool, in order and each once',
  'target-missed': 'A panel of the list misses a target',
  'household-twice': 'A panel of the list has two people of one household',
  'replacement-malformed': 'The replacement does not fit the pool, the targets or the seats',
  'seated-left-out': 'A panel of the list leaves out somebody who keeps a seat',
  'left-drawn': 'A panel of the list has somebody who left',
  'chance-malformed': 'The seed or ticket does not belong to this list',
  'number-differs': 'The seed or ticket gives another number',
  'panel-differs': 'The list has another panel at this number',
  'alternates-differ': 'The seed or ticket gives other alternates',
  'sums-differ': 'SHA256SUMS does not name the files as they are',
  'does-not-follow': 'The record does not follow from the one before it',
} as const;

/** The first thing in a record that does not hold: what it says, and what was found instead. */
export interface RecordDiscrepancy {
  readonly code: keyof typeof SENTENCES;
  readonly file?: string;
  /** The place of the panel in the list, from 0. */
  readonly panel?: number;
  readonly stated: string;
  readonly found: string;
}

/** The discrepancy as English sentences. */
export function describeRecordDiscrepancy({ code, file, panel, stated, found }: RecordDiscrepancy): string {
  const places = [...(file === undefined ? [] : [file]), ...(panel === undefined ? [] : [`panel ${String(panel)}`])];
  const where = places.length === 0 ? '' : ` (${places.join(', ')})`;
  return `${SENTENCES[code]}${where}. Stated: ${stated}. Found: ${found}.`;
}
