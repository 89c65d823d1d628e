/** The draw: what the seed or the dice make of a commitment. */
import { canonicalJson } from '../canonical.ts';
import { normaliseSeed } from '../chance.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { commitmentHash, readRecordFile, sumsOf } from './files.ts';
import type { Commitment, PanelDraw, RecordFiles } from './files.ts';
import { reserveOf } from './list.ts';
import { numberFromSeed, numberFromTicket } from './number.ts';

/** A text that was made in public, or what dice showed: `042` for 42 on a list of a thousand. */
export type ChanceSource = { readonly seed: string } | { readonly ticket: string };

/** Statements about the draw. Nothing follows from them; the hash of `draw.json` keeps them from being changed later. */
export interface DrawNotes {
  /** When it was drawn, as ISO 8601. */
  readonly drawnAt?: string;
  readonly witnesses?: readonly string[];
}

/** The ticket does not name a panel of this list, or the seed is empty. */
export interface SourceRefusal {
  readonly code: 'ticket-outside-list' | 'seed-empty';
  readonly size: number;
}

/**
 * The whole record: the committed files with `draw.json`. The files must be those of `commitList`.
 * A ticket outside the list is refused; the dice are then thrown again.
 */
export function drawFromList(
  committed: RecordFiles,
  source: ChanceSource,
  notes: DrawNotes = {},
): Result<RecordFiles, SourceRefusal> {
  const commitment = mustRead('commitment.json', committed);
  const outcome = outcomeOf(commitment, mustRead('list.json', committed).panels, source);
  if (!outcome.ok) return outcome;
  const draw: PanelDraw = {
    commitment: commitmentHash(committed),
    ...outcome.value,
    ...('seed' in source ? { seed: normaliseSeed(source.seed) } : { ticket: source.ticket }),
    ...notes,
  };
  const files = { ...committed, 'draw.json': canonicalJson(draw) };
  return ok({ ...files, SHA256SUMS: sumsOf(files) });
}

/** The number, the panel and the alternates that follow from a commitment, its list and a seed or ticket. */
export function outcomeOf(
  { list: hash, size, alternates }: Commitment,
  panels: readonly (readonly string[])[],
  source: ChanceSource,
): Result<Pick<PanelDraw, 'number' | 'panel' | 'alternates'>, SourceRefusal> {
  const text = 'seed' in source ? source.seed : source.ticket;
  if (text.trim() === '') return err({ code: 'seed-empty', size });
  const number = 'seed' in source ? numberFromSeed(text, hash, size) : numberFromTicket(text, size);
  if (number === null) return err({ code: 'ticket-outside-list', size });
  const panel = panels[number]!;
  return ok({ number, panel, alternates: reserveOf(panels, panel, text, hash).slice(0, alternates) });
}

function mustRead<Name extends 'commitment.json' | 'list.json'>(name: Name, files: RecordFiles) {
  const read = readRecordFile(name, files[name]);
  if (!read.ok) throw new TypeError(`${name} is ${read.error}`);
  return read.value;
}
