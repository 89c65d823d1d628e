import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { charterText } from '../../src/lib/jury/charter/charter.ts';
import type { App } from '../../src/lib/server/app.ts';
import { inviteMember, issueLink } from '../../src/lib/server/people.ts';
import { accountByEmail } from '../../src/lib/server/records/accounts.ts';
import { seatJury } from '../live/seated.ts';
import { serve } from '../live/served.ts';

/** A form of the jury's page as a signed-in account sends it. */
const sentBy = (app: App, account: string, jury: string): RequestEvent =>
  ({
    locals: {
      app,
      principal: { kind: 'account', id: account, email: '', name: '', mayCreate: false, hasPassword: true },
    },
    params: { jury },
  }) as unknown as RequestEvent;

function invitation(email: string): FormData {
  const form = new FormData();
  form.set('type', 'appoint-member');
  form.set('role', 'observer');
  form.set('email', email);
  form.set('name', 'Saule');
  return form;
}

async function twoJuries() {
  const { app } = await serve();
  const here = await seatJury(app, { jury: 'here', seats: 15 });
  const organiser = here.company.organiser.id;
  return { app, here, event: sentBy(app, organiser, 'here'), organiser };
}

describe('links', () => {
  test('[A7] only the organiser hands them out, and only for this jury', async () => {
    const { app, here, event } = await twoJuries();
    expect(await issueLink(event, 'S01')).toMatchObject({ ok: true, value: { ref: 'S01' } });
    expect(await issueLink(event, 'S99')).toEqual({ ok: false, error: { code: 'unknown-seat' } });
    const facilitator = sentBy(app, here.company.facilitator.id, 'here');
    expect(await issueLink(facilitator, 'S01')).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await inviteMember(facilitator, invitation('new@example.org'))).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(await accountByEmail(app.database, 'new@example.org')).toBeUndefined();
  });

  test('[A8] a newcomer gets one; an account that is somebody’s own is appointed without', async () => {
    const { app, event } = await twoJuries();
    expect(await inviteMember(event, invitation('new@example.org'))).toMatchObject({
      ok: true,
      value: { link: { url: expect.stringContaining('/enter/') } },
    });

    const owned = await app.auth.createAccount({
      email: 'owner@example.org',
      name: 'Owner',
      mayCreate: false,
      password: 'twelve letters at least',
    });
    expect(await inviteMember(event, invitation('owner@example.org'))).toMatchObject({
      ok: true,
      value: { link: null },
    });
    if (!owned.ok) throw new Error(owned.error.code);
    expect(await issueLink(event, owned.value.id)).toEqual({ ok: false, error: { code: 'account-has-owner' } });
  });

  test('[A8] nor does an organiser get one for a member who belongs to another jury, password or not', async () => {
    const { app, event, organiser } = await twoJuries();
    expect(await inviteMember(event, invitation('shared@example.org'))).toMatchObject({ ok: true });
    const shared = await accountByEmail(app.database, 'shared@example.org');
    const charter = (await app.juries.standing('here'))!.jury.charter;
    const actor = { kind: 'member', id: organiser } as const;
    const founded = { type: 'create-jury', ...charterText(charter) } as const;
    await app.commands.found({ jury: 'there', actor, id: '0'.repeat(32), command: founded });
    await app.commands.run({
      jury: 'there',
      actor,
      id: '1'.repeat(32),
      command: { type: 'appoint-member', member: shared!.id, role: 'observer' },
    });
    expect(await issueLink(event, shared!.id)).toEqual({ ok: false, error: { code: 'account-has-owner' } });
  });
});

test('[A9] a witness is known by name to everyone, a juror to those in the room', async () => {
  const { app } = await twoJuries();
  const { jury } = (await app.juries.standing('here'))!;
  const inTheRoom = await app.names.seenBy(jury, { role: 'juror', seat: 'S01' });
  const witness = await app.names.seenBy(jury, { role: 'witness' });
  expect(Object.keys(inTheRoom)).toContain('S02');
  const jurors = Object.entries(inTheRoom).filter(([ref]) => ref.startsWith('S'));
  expect(new Set(jurors.map(([, name]) => name)).size).toBe(jurors.length);
  expect(Object.keys(witness).filter((ref) => ref.startsWith('S'))).toEqual([]);
  expect(Object.keys(await app.names.seenBy(jury, { role: 'public' })).every((ref) => ref.startsWith('W'))).toBe(true);
});
