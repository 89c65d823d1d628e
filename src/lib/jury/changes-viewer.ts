import type { JuryEvent } from './state.ts';

/** Events after which somebody sees other slices than before and must take a fresh snapshot. */
export function changesViewer(event: JuryEvent): boolean {
  return [
    'member-appointed',
    'member-dismissed',
    'seats-assigned',
    'reserve-released',
    'seat-vacated',
    'alternate-called',
    'witness-invited',
    'witness-withdrawn',
    'invitation-refused',
  ].includes(event.type);
}
