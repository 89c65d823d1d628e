/** What an item of the agenda is about: the exhibit that is shown, the witness who is heard, the wording that is decided. */
import * as v from 'valibot';
import { id } from '../fields.ts';
import type { Jury } from '../state.ts';

export const LINK_KINDS = ['exhibit', 'witness', 'recommendation', 'poll', 'ballot', 'sounding'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const agendaLinks = v.pipe(v.array(v.object({ kind: v.picklist(LINK_KINDS), id })), v.maxLength(10));

export interface AgendaLink {
  readonly kind: LinkKind;
  readonly id: string;
}

type Linked = Pick<Jury, 'evidence' | 'verdict' | 'soundings'>;

/** [D67] Everything that can be linked now, in the order in which the programme offers it. */
export const linkable = ({ evidence, verdict, soundings }: Linked): readonly AgendaLink[] => [
  ...evidence.exhibits.filter((one) => !one.withdrawn).map(as('exhibit')),
  ...evidence.witnesses.filter((one) => !one.withdrawn).map(as('witness')),
  ...verdict.recommendations.filter(({ state }) => state !== 'withdrawn').map(as('recommendation')),
  ...verdict.polls.filter((one) => !one.withdrawn).map(as('poll')),
  ...[...verdict.ballots, ...verdict.pollBallots].map(as('ballot')),
  ...soundings.map(as('sounding')),
];

/** The first link that leads nowhere. */
export const unknownLink = (links: readonly AgendaLink[], jury: Linked): AgendaLink | undefined => {
  const known = linkable(jury);
  return links.find((link) => !known.some((one) => one.kind === link.kind && one.id === link.id));
};

const as =
  (kind: LinkKind) =>
  ({ id }: { readonly id: string }): AgendaLink => ({ kind, id });
