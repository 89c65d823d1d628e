/** What an item of the agenda is about, in words and with the way there. */
import * as m from '../../lib/i18n/compiled/messages.js';
import type { AgendaLink } from '../../lib/jury/deliberation/agenda-links.ts';
import type { Jury } from '../../lib/jury/state.ts';
import { currentVersion } from '../../lib/jury/verdict/verdict.ts';
import { nameOf } from './names.ts';
import type { NameList } from './names.ts';
import { shortened } from './quote.ts';

type Linked = Pick<Jury, 'id' | 'evidence' | 'verdict' | 'soundings'>;

export function titleOf({ kind, id }: AgendaLink, jury: Linked, names: NameList): string {
  const { evidence, verdict, soundings } = jury;
  switch (kind) {
    case 'exhibit':
      return evidence.exhibits.find((one) => one.id === id)?.title ?? id;
    case 'witness':
      return m.room_link_witness({ name: nameOf(names, id) });
    case 'recommendation':
      return recommended(verdict, id);
    case 'poll':
      return polled(verdict, id);
    case 'sounding':
      return shortened(soundings.find((one) => one.id === id)?.text.text ?? id);
    case 'ballot': {
      const on = verdict.ballots.find((one) => one.id === id)?.recommendation;
      const poll = verdict.pollBallots.find((one) => one.id === id)?.poll ?? id;
      return m.room_link_ballot({ title: on === undefined ? polled(verdict, poll) : recommended(verdict, on) });
    }
  }
}

function recommended({ recommendations }: Jury['verdict'], id: string): string {
  const found = recommendations.find((one) => one.id === id);
  return found ? `${id}. ${currentVersion(found).title.text ?? ''}` : id;
}

function polled({ polls }: Jury['verdict'], id: string): string {
  const question = polls.find((one) => one.id === id)?.question;
  return question === null ? m.room_link_priorities() : shortened(question?.text ?? id);
}

/** Where a juror reads it; null for what has no page of its own. */
export function jurorHref({ kind, id }: AgendaLink, jury: string): string | null {
  const home = `/take-part/${jury}`;
  switch (kind) {
    case 'exhibit':
      return `${home}/evidence/${id}`;
    case 'witness':
      return `${home}/evidence#${id}`;
    case 'recommendation':
      return `${home}/text/${id}`;
    case 'ballot':
      return `${home}/ballot/${id}`;
    case 'poll':
    case 'sounding':
      return null;
  }
}

/** Where staff read it: what is public has a page for them too. */
export function staffHref({ kind, id }: AgendaLink, jury: string): string | null {
  if (kind === 'exhibit') return `/juries/${jury}/evidence/${id}`;
  return kind === 'witness' ? `/juries/${jury}#${id}` : null;
}
