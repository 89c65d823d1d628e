/** Bringing people in: staff by e-mail, witnesses by name, everyone by a personal link. */
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { line, optionalLine } from '../jury/fields.ts';
import type { Jury } from '../jury/jury.ts';
import { ok, refuse } from '../jury/result.ts';
import type { Result } from '../jury/result.ts';
import type { MemberId } from '../jury/terms.ts';
import { holderForAccount, holderForSeat, holderForWitness } from './auth/auth.ts';
import type { Holder } from './auth/auth.ts';
import type { IssuedLink } from './auth/entry-links.ts';
import { newCommandId } from '../live/outbox.ts';
import { organisedBy } from './organised.ts';
import { readCommand, runAs } from './pages.ts';
import { accountByEmail, accountById } from './records/accounts.ts';
import { attempt } from './records/attempt.ts';
import { letterStatements } from './records/mail.ts';
import { keepPersonStatements, peopleOf } from './records/people.ts';

/** A personal link for a seat, a witness or a member, and for whom it is. */
export interface LinkFor {
  readonly ref: string;
  readonly link: IssuedLink;
}

/** An appointed member; the link only for whoever has no other way to come in yet. */
export interface Invited {
  readonly ref: string;
  readonly link: IssuedLink | null;
  /** The address to which a letter goes instead. */
  readonly mailed?: string;
}

const invited = v.object({ email: line(254), name: line() });

/** Appoints a member of staff, who gets an account unless they have one, and a link to come in by. */
export async function inviteMember(event: RequestEvent, form: FormData): Promise<Result<Invited>> {
  const { app } = event.locals;
  const person = v.safeParse(invited, { email: form.get('email'), name: form.get('name') });
  if (!person.success) return refuse('invalid', { field: v.getDotPath(person.issues[0]) ?? 'email' });
  const mine = await organisedBy(event);
  if (!mine.ok) return mine;
  const member = await accountFor(event, person.output.email, person.output.name);
  if (!member.ok) return member;
  form.set('member', member.value);
  const command = readCommand(form, ['appoint-member']);
  const { id: jury } = mine.value;
  const byMail = app.config.mail.to !== 'nobody';
  const letter = { recipient: `account:${member.value}`, jury, letter: { kind: 'appointed' } } as const;
  const done = command.ok
    ? await runAs(event, command.value, () =>
        byMail ? letterStatements({ ...letter, reason: `${jury}/appointed/${command.value.id}` }, Date.now()) : [],
      )
    : command;
  if (!done.ok) return done;
  // The link is made when the letter is sent: one that was shown here would stop working then.
  if (byMail) return ok({ ref: member.value, link: null, mailed: person.output.email });
  const holder = await newcomer(event, mine.value, member.value);
  if (!holder.ok) return ok({ ref: member.value, link: null });
  const link = await app.auth.issueLink(holder.value);
  return link.ok ? ok({ ref: member.value, link: link.value }) : link;
}

async function accountFor({ locals: { app } }: RequestEvent, email: string, name: string): Promise<Result<MemberId>> {
  const known = await accountByEmail(app.database, email);
  if (known) return ok(known.id);
  const created = await app.auth.createAccount({ email, name, mayCreate: false });
  return created.ok ? ok(created.value.id) : created;
}

/** Invites a witness, whose name is kept apart from the journal, and makes their link. */
export async function inviteWitness(event: RequestEvent, form: FormData): Promise<Result<LinkFor>> {
  const { app } = event.locals;
  const person = v.safeParse(v.object({ name: line(), email: optionalLine(254) }), {
    name: form.get('name'),
    email: form.get('email') ?? '',
  });
  if (!person.success) return refuse('invalid', { field: v.getDotPath(person.issues[0]) ?? 'name' });
  const command = readCommand(form, ['invite-witness']);
  if (!command.ok) return command;
  const jury = event.params['jury'] ?? '';
  const { name, email = null } = person.output;
  const done = await runAs(event, command.value, (events) =>
    events.flatMap((one) =>
      one.type === 'witness-invited'
        ? keepPersonStatements(jury, { ref: one.witness, name, displayName: name, email, phone: null, locale: 'ru' })
        : [],
    ),
  );
  if (!done.ok) return done;
  const witness = done.value.events.find((one) => one.type === 'witness-invited')?.witness;
  if (witness === undefined) throw new Error('An invitation of a witness led to no witness.');
  const link = await app.auth.issueLink(holderForWitness(jury, witness));
  return link.ok ? ok({ ref: witness, link: link.value }) : link;
}

/** A fresh link for a seat, a witness or a member of this jury; the one before it stops working. */
export async function issueLink(event: RequestEvent, ref: string): Promise<Result<LinkFor>> {
  const holder = await holderIn(event, ref);
  if (!holder.ok) return holder;
  const link = await event.locals.app.auth.issueLink(holder.value);
  return link.ok ? ok({ ref, link: link.value }) : link;
}

/**
 * Has each of these seats and witnesses sent a personal link, where an address is known. `request` names the wish, so that it is carried out
 * once. Returns how many letters there will be.
 */
export async function mailLinks(
  event: RequestEvent,
  refs: readonly string[],
  request: string,
): Promise<Result<number>> {
  const { app } = event.locals;
  const jury = await organisedBy(event);
  if (!jury.ok) return jury;
  const { id, seats, evidence } = jury.value;
  const reached = (await peopleOf(app.database, id)).filter((one) => one.email && refs.includes(one.ref));
  const recipients = reached.flatMap(({ ref }) => {
    if (Object.hasOwn(seats, ref)) return seats[ref]?.state === 'left' ? [] : [`seat:${ref}`];
    return evidence.witnesses.some((one) => one.id === ref && !one.withdrawn) ? [`witness:${ref}`] : [];
  });
  if (recipients.length === 0) return refuse('unknown-seat');
  const wish = /^[0-9a-f]{32}$/.test(request) ? request : newCommandId();
  const letter = { jury: id, letter: { kind: 'link' }, reason: `${id}/link/${wish}` } as const;
  const letters = recipients.flatMap((recipient) => letterStatements({ ...letter, recipient }, Date.now()));
  const written = await attempt(app.database, letters);
  if (written.ok) app.post.wake();
  return written.ok ? ok(recipients.length) : written;
}

export async function revokeLink(event: RequestEvent, ref: string): Promise<Result<null>> {
  const holder = await holderIn(event, ref);
  if (!holder.ok) return holder;
  const { auth } = event.locals.app;
  const revoked = await auth.revokeLinks(holder.value);
  return revoked.ok ? auth.signOutEverywhere(holder.value) : revoked;
}

/** [A7] Only the jury's organiser hands out links, only to those who belong to this jury. */
async function holderIn(event: RequestEvent, ref: string): Promise<Result<Holder>> {
  const jury = await organisedBy(event);
  if (!jury.ok) return jury;
  const { id, seats, evidence, charter } = jury.value;
  if (Object.hasOwn(seats, ref) && seats[ref]?.state !== 'left') return ok(holderForSeat(id, ref));
  if (evidence.witnesses.some((witness) => witness.id === ref && !witness.withdrawn))
    return ok(holderForWitness(id, ref));
  return Object.hasOwn(charter.members, ref) ? newcomer(event, jury.value, ref) : refuse('unknown-seat');
}

/**
 * [A8] A link opens an account, and an account may open other juries: an organiser hands one out only for a member who has no
 * password yet, founds no juries and belongs to no other jury. Anyone else's account is theirs.
 */
async function newcomer({ locals: { app } }: RequestEvent, jury: Jury, member: MemberId): Promise<Result<Holder>> {
  const account = await accountById(app.database, member);
  if (!account || account.passwordHash !== null || account.mayCreate) return refuse('account-has-owner');
  const others = (await app.juries.all()).filter((one) => one.jury.id !== jury.id);
  const elsewhere = others.some((one) => Object.hasOwn(one.jury.charter.members, member));
  return elsewhere ? refuse('account-has-owner') : ok(holderForAccount(member));
}
