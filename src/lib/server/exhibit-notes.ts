/** [E36] A juror's notes on exhibits, kept outside the journal: read and written by whoever holds the seat, and by nobody else. */
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { optionalProse } from '../jury/fields.ts';
import { roleOf } from '../jury/permissions.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import type { JuryId, SeatId } from '../jury/terms.ts';
import { actorIn } from './actors.ts';
import { holderOf } from './auth/auth.ts';
import { attempt } from './records/attempt.ts';
import { keepNoteStatements, noteOf } from './records/exhibit-notes.ts';

/** Characters. */
export const LONGEST_NOTE = 4_000;
const note = optionalProse(LONGEST_NOTE);

/** The note of whoever asks; empty where there is none, or where whoever asks has no seat here. */
export async function readNote(event: Pick<RequestEvent, 'locals' | 'params'>, exhibit: string): Promise<string> {
  const mine = await seatIn(event, exhibit);
  if (!mine.ok) return '';
  return noteOf(event.locals.app.database, mine.value.jury, mine.value.seat, exhibit);
}

/** Keeps what the form's `note` says; an empty one erases the note. */
export async function writeNote(event: Pick<RequestEvent, 'locals' | 'params'>, form: FormData): Promise<Result<null>> {
  const { app, principal } = event.locals;
  const exhibit = event.params['exhibit'] ?? '';
  const mine = await seatIn(event, exhibit);
  if (!mine.ok) return mine;
  if (principal) {
    const allowed = await app.auth.limits.commandBy(JSON.stringify(holderOf(principal)));
    if (!allowed.ok) return allowed;
  }
  const typed = form.get('note');
  const parsed = v.safeParse(note, typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : typed);
  if (!parsed.success) return refuse('invalid', { field: 'note' });
  const kept = await attempt(
    app.database,
    keepNoteStatements(mine.value.jury, mine.value.seat, exhibit, parsed.output ?? ''),
  );
  return kept.ok ? ok(null) : kept;
}

async function seatIn(
  { locals: { app, principal }, params }: Pick<RequestEvent, 'locals' | 'params'>,
  exhibit: string,
): Promise<Result<{ readonly jury: JuryId; readonly seat: SeatId }>> {
  const standing = await app.juries.standing(params['jury'] ?? '');
  if (!standing) return refuse('unknown-jury');
  const { jury } = standing;
  const actor = actorIn(jury.id, principal);
  const role = roleOf(jury, actor);
  if (actor.kind !== 'seat' || (role !== 'juror' && role !== 'alternate')) return refuse('not-allowed');
  if (!jury.evidence.exhibits.some(({ id }) => id === exhibit)) return refuse('unknown-exhibit');
  return ok({ jury: jury.id, seat: actor.id });
}
