/** What the check found, in the reader's language. */
import { formatChance, formatNumber } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import { ticketOf } from '$lib/lottery/index.ts';
import type { LookUp, VerifiedRecord } from '$lib/lottery/index.ts';
import { oddsOf, spreadOf } from '$lib/ui/charts/chances.ts';
import type { Finding } from './check-records.ts';
import { LARGEST } from './gather.ts';
import type { BadFiles } from './gather.ts';

type Place = Partial<Record<'file' | 'panel' | 'stated' | 'found', string>>;

const WRONG: Record<Finding['code'], (place: Required<Place>) => string> = {
  'file-missing': m.verify_wrong_file_missing,
  'file-unreadable': m.verify_wrong_file_unreadable,
  'method-unknown': m.verify_wrong_method_unknown,
  'file-differs': m.verify_wrong_file_differs,
  'commitment-differs': m.verify_wrong_commitment_differs,
  'published-differs': m.verify_wrong_published_differs,
  'input-malformed': m.verify_wrong_input_malformed,
  'size-differs': m.verify_wrong_size_differs,
  'list-unordered': m.verify_wrong_list_unordered,
  'panel-malformed': m.verify_wrong_panel_malformed,
  'target-missed': m.verify_wrong_target_missed,
  'household-twice': m.verify_wrong_household_twice,
  'replacement-malformed': m.verify_wrong_replacement_malformed,
  'seated-left-out': m.verify_wrong_seated_left_out,
  'left-drawn': m.verify_wrong_left_drawn,
  'chance-malformed': m.verify_wrong_chance_malformed,
  'number-differs': m.verify_wrong_number_differs,
  'panel-differs': m.verify_wrong_panel_differs,
  'alternates-differ': m.verify_wrong_alternates_differ,
  'sums-differ': m.verify_wrong_sums_differ,
  'does-not-follow': m.verify_wrong_does_not_follow,
};

export function wrongInWords(finding: Finding): string {
  const { file = '', panel = 0 } = 'file' in finding || 'panel' in finding ? finding : {};
  return WRONG[finding.code]({ file, panel: String(panel), stated: finding.stated, found: finding.found });
}

export type Step = 'files' | 'published' | 'follows' | 'panels' | 'number' | 'panel' | 'alternates';

/** What a step that holds has shown. */
export function stepInWords(step: Step, { list, commitment, draw }: VerifiedRecord): string {
  switch (step) {
    case 'files':
      return m.verify_step_files();
    case 'panels':
      return m.verify_step_panels({ count: list.length, seats: commitment.seats });
    case 'number': {
      if (draw === null) return m.verify_holds_undrawn();
      const number = ticketOf(draw.number, list.length);
      return 'seed' in draw
        ? m.verify_step_number_seed({ number, seed: draw.seed })
        : m.verify_step_number_ticket({ number });
    }
    case 'panel':
      return m.verify_step_panel();
    case 'alternates':
      return m.verify_step_alternates();
    case 'published':
      return m.verify_step_published();
    case 'follows':
      return m.verify_step_follows();
  }
}

/** The smallest and the largest chance on the list, of those who have any. */
export function chancesInWords({ chances }: VerifiedRecord): string {
  const { min, max } = spreadOf([...chances.values()]);
  return m.verify_step_chances({ min: formatChance(min), max: formatChance(max) });
}

export function badFilesInWords(bad: BadFiles): string {
  switch (bad.code) {
    case 'none':
      return m.verify_files_none();
    case 'too-large':
      return m.verify_files_too_large({ limit: LARGEST / 1024 / 1024 });
    case 'missing':
      return m.verify_files_missing({ files: bad.files.join(', ') });
    case 'twice':
      return m.verify_files_twice({ file: bad.file });
    case 'unreadable':
      return m.verify_files_unreadable({ file: bad.file });
  }
}

/** “about 1 in 6”. */
export function oddsInWords(chance: number): string {
  if (chance >= 1) return m.verify_odds_certain();
  const { part, whole, exact } = oddsOf(chance);
  const odds = { part, whole: formatNumber(whole) };
  return exact ? m.verify_odds(odds) : m.verify_odds_about(odds);
}

/** All that a record says of a ticket, a sentence each. */
export function lookUpInWords(ticket: string, found: LookUp): readonly string[] {
  if (!found.inPool) return [m.verify_ticket_unknown({ ticket })];
  const { panels, size, standing, place } = found;
  const chance =
    panels === 0
      ? m.verify_ticket_no_chance({ size })
      : m.verify_ticket_chance({ count: panels, size, odds: oddsInWords(panels / size) });
  const outcome = {
    'not-yet': m.verify_ticket_not_yet,
    drawn: m.verify_ticket_drawn,
    alternate: () => m.verify_ticket_alternate({ place: place ?? 0 }),
    'not-drawn': m.verify_ticket_not_drawn,
  }[standing]();
  return [m.verify_ticket_known({ ticket }), chance, outcome];
}
