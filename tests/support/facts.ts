/** What a server would find out before it decides. */
import type { Command } from '../../src/lib/jury/commands.ts';
import { balanceBox } from '../../src/lib/jury/evidence/balance.ts';
import type { Facts } from '../../src/lib/jury/context.ts';
import { hexHash } from '../../src/lib/jury/journal.ts';
import type { Entry } from '../../src/lib/jury/journal.ts';
import type { Jury } from '../../src/lib/jury/jury.ts';
import { minutesFacts } from '../../src/lib/jury/minutes/facts.ts';
import { vacancies } from '../../src/lib/jury/recruitment/seats.ts';
import type { Chances } from '../../src/lib/jury/recruitment/selection.ts';
import { SURVEYS } from '../../src/lib/jury/surveys/items.ts';
import type { SurveyId } from '../../src/lib/jury/surveys/items.ts';
import { boxOf, readSheets } from '../../src/lib/jury/surveys/sheets.ts';
import type { Sheets } from '../../src/lib/jury/surveys/sheets.ts';
import { spoken, uploaded } from './uploads.ts';
import type { Tally } from '../../src/lib/jury/charter/papers.ts';
import type { Paper } from './play.ts';

/** The figures of a lottery as it might be. */
export const CHANCES: Chances = {
  objective: 'leximin',
  panels: 1_000,
  listHash: hexHash('list'),
  least: 0.04,
  greatest: 0.2,
  gini: 0.14,
  geometricMean: 0.07,
  bound: 0.0404,
  gap: 0.000_001,
  loss: 0.0004,
  legacyLeast: 0.0017,
  unselectable: 0,
};

/** What the server finds out before it decides: from the state where it is there, else a plain example. */
export function factsFor(jury: Jury, papers: readonly Paper[], command: Command, log: readonly Entry[] = []): Facts {
  const { targets, frozen } = jury.selection;
  const figures = targets.map(({ category, value, max }) => ({ category, value, count: max * 10 }));
  const ticket = (number: number): string => `ticket-${String(number).padStart(4, '0')}`;
  const tickets = (first: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => ticket(first + index));

  switch (command.type) {
    case 'send-minutes': {
      const minutes = minutesFacts(log, command.session);
      return minutes ? { minutes } : {};
    }
    case 'load-pool':
      return { pool: { size: 250, figures } };
    case 'file-draft': {
      const words = `Words written together, ${jury.verdict.recommendations.length}.${papers.length}`;
      const texts = { title: words, text: `${words}.\n\nOne more.`, rationale: words, addressee: 'The city' };
      return { draft: { ...texts, citations: [], paragraphs: ['p1', null] } };
    }
    case 'freeze-selection':
      return {
        freeze: {
          poolHash: hexHash('pool'),
          targetsHash: hexHash('targets'),
          commitment: hexHash('both'),
          method: 'alqa-list-1',
          alternates: command.alternates,
          chances: CHANCES,
        },
      };
    case 'draw-panel':
      if (!frozen) return {};
      return {
        draw: {
          commitment: frozen.commitment,
          number: Number(command.dice ?? 416),
          panel: tickets(1, frozen.seats),
          alternates: tickets(101, frozen.alternates),
          seating: {
            panel: tickets(1, frozen.seats).reverse(),
            alternates: tickets(101, frozen.alternates).reverse(),
          },
          composition: figures,
        },
      };
    case 'freeze-replacement': {
      const deviations = [{ category: 'gender', value: 'men', bound: 'min', from: 10, to: 9 }] as const;
      return { replacement: { commitment: hexHash('again'), listHash: hexHash('list'), panels: 100, deviations } };
    }
    case 'draw-replacement': {
      const open = jury.selection.replacement;
      if (!open) return {};
      const free = vacancies(jury.seats).filter(({ ticket = '' }) => open.leaving.includes(ticket));
      const drawn = tickets(201 + 10 * jury.selection.replacements.length, free.length);
      return {
        draw: {
          commitment: open.commitment,
          number: Number(command.dice ?? 16),
          panel: drawn,
          alternates: [],
          seating: { panel: drawn.toReversed(), alternates: [] },
          composition: figures,
        },
      };
    }
    case 'call-alternate': {
      const reserve = Object.values(jury.seats).find((seat) => seat.role === 'alternate' && seat.state !== 'left');
      return { alternate: reserve?.id ?? null };
    }
    case 'set-call':
      return { callRooms: true };
    case 'hand-in-file':
      return { file: uploaded(command.file) };
    case 'add-file-exhibit':
    case 'revise-file-exhibit':
      return { file: uploaded(command.file), ...(command.captions ? { captions: spoken(command.captions) } : {}) };
    case 'add-link-exhibit':
    case 'revise-link-exhibit':
      return command.copy ? { file: uploaded(command.copy) } : {};
    case 'answer-sounding':
    case 'change-answer':
    case 'close-sounding':
      return { answers: answersIn(papers, command.sounding) };
    case 'rate-balance':
    case 'tell-balance':
      return { answers: answersIn(papers, balanceBox(command.witness)) };
    case 'answer-survey':
    case 'close-survey':
      return { sheets: sheetsIn(papers) };
    case 'change-paper':
    case 'close-ballot':
    case 'certify-ballot':
      return { tally: tallyOf(papers, command.ballot) };
    case 'answer-round':
    case 'close-round':
      return { tally: tallyOf(papers, command.round) };
    default:
      return {};
  }
}

function sheetsIn(papers: readonly Paper[]): Sheets {
  const inBox = (survey: SurveyId) =>
    readSheets(papers.filter(({ ballot }) => ballot === boxOf(survey)).map(({ choice }) => choice));
  return Object.fromEntries(SURVEYS.map((survey) => [survey, inBox(survey)]));
}

function answersIn(papers: readonly Paper[], sounding: string): Readonly<Record<string, number>> {
  const inBox = papers.filter(({ ballot }) => ballot === sounding).map(({ choice }) => choice);
  return Object.fromEntries(
    [...new Set(inBox)].map((answer) => [answer, inBox.filter((one) => one === answer).length]),
  );
}

export function tallyOf(papers: readonly Paper[], ballot: string): Tally {
  const tally: Record<string, number> = {};
  for (const paper of papers) if (paper.ballot === ballot) tally[paper.choice] = (tally[paper.choice] ?? 0) + 1;
  return tally;
}
