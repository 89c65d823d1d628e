/** The sentences of the checklist. */
import * as m from '$lib/i18n/compiled/messages.js';
import { formatNumber } from '$lib/i18n/format.ts';
import { term } from '$lib/i18n/terms.ts';
import type { Stage } from '$lib/jury/stages.ts';
import type { Item, ItemKey, Wait, WaitKey } from './readiness.ts';

type Figures = Readonly<Record<string, string>>;
const fact = (figures: Figures, name: string): string => figures[name] ?? '0';

const ITEMS: Record<ItemKey, (is: Figures) => string> = {
  charter: () => m.organiser_item_charter(),
  rule: () => m.organiser_item_rule(),
  authority: () => m.organiser_item_authority(),
  mandate: () => m.organiser_item_mandate(),
  team: () => m.organiser_item_team(),
  letters: () => m.organiser_item_letters(),
  targets: () => m.organiser_item_targets(),
  pool: () => m.organiser_item_pool(),
  frozen: () => m.organiser_item_frozen(),
  drawn: () => m.organiser_item_drawn(),
  seats: (is) => m.organiser_item_seats({ confirmed: fact(is, 'confirmed'), seats: fact(is, 'seats') }),
  exhibits: (is) => m.organiser_item_exhibits({ count: fact(is, 'count') }),
  programme: (is) => m.organiser_item_programme({ hours: fact(is, 'hours'), norm: fact(is, 'norm') }),
  witnesses: (is) => m.organiser_item_witnesses({ count: fact(is, 'count') }),
  interests: (is) => m.organiser_item_interests({ declared: fact(is, 'declared'), count: fact(is, 'count') }),
  sessions: (is) => m.organiser_item_sessions({ held: fact(is, 'held'), count: fact(is, 'count') }),
  recommendations: (is) => m.organiser_item_recommendations({ frozen: fact(is, 'frozen'), count: fact(is, 'count') }),
  ballots: (is) => m.organiser_item_ballots({ closed: fact(is, 'closed'), count: fact(is, 'count') }),
  approvals: (is) => m.organiser_item_approvals({ given: fact(is, 'given'), needed: fact(is, 'needed') }),
  published: () => m.organiser_item_published(),
  answers: (is) => m.organiser_item_answers({ answered: fact(is, 'answered'), count: fact(is, 'count') }),
};

export function sayItem({ key, facts }: Item): string {
  const figures = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, formatNumber(value)]));
  return ITEMS[key](figures);
}

const WAITS: Record<WaitKey, (wait: Wait) => string> = {
  sign: () => m.organiser_wait_sign(),
  confirm: ({ count }) => m.organiser_wait_confirm({ count }),
  interests: ({ count }) => m.organiser_wait_interests({ count }),
  session: ({ title = '' }) => m.organiser_wait_session({ title }),
  propose: () => m.organiser_wait_propose(),
  freeze: ({ count }) => m.organiser_wait_freeze({ count }),
  open_ballot: ({ count }) => m.organiser_wait_open_ballot({ count }),
  close_ballot: ({ count }) => m.organiser_wait_close_ballot({ count }),
  vote: () => m.organiser_wait_vote(),
  approve: ({ count }) => m.organiser_wait_approve({ count }),
  answer: ({ count }) => m.organiser_wait_answer({ count }),
};

export const sayWait = (wait: Wait): string =>
  m.organiser_wait_role({ role: term('role', wait.role), what: WAITS[wait.key](wait) });

const FOLLOWS: Partial<Record<Stage, () => string>> = {
  inviting: m.organiser_follows_inviting,
  selecting: m.organiser_follows_selecting,
  onboarding: m.organiser_follows_onboarding,
  learning: m.organiser_follows_learning,
  deliberating: m.organiser_follows_deliberating,
  drafting: m.organiser_follows_drafting,
  voting: m.organiser_follows_voting,
  responding: m.organiser_follows_responding,
  closed: m.organiser_follows_closed,
};

/** What becomes public or fixed when a stage begins. */
export const sayFollows = (stage: Stage): string => FOLLOWS[stage]?.() ?? '';
