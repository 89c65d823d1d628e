/** [D84] The programme as the public reads it. */
import type { AgendaLink } from '../deliberation/agenda-links.ts';
import type { AgendaItem, Session } from '../deliberation/sessions.ts';

export interface PublishedItem extends Pick<AgendaItem, 'title' | 'minutes' | 'type'> {
  /** Those that lead to something public. */
  readonly links: readonly AgendaLink[];
}

export function publishedSession({ id, title, startsAt, agenda, cancelled }: Session, verdictIsOut: boolean) {
  const isPublic = ({ kind }: AgendaLink): boolean =>
    kind === 'exhibit' || kind === 'witness' || (kind === 'recommendation' && verdictIsOut);
  return {
    id,
    title,
    startsAt,
    ...(cancelled ? { cancelled: cancelled.reason } : {}),
    minutes: agenda.reduce((sum, item) => sum + item.minutes, 0),
    agenda: agenda.map(({ title: item, minutes, type, links = [] }): PublishedItem => ({
      title: item,
      minutes,
      ...(type ? { type } : {}),
      links: links.filter(isPublic),
    })),
  };
}
