/** The sessions: everybody in the room over sockets, a few by plain forms; the hearing; moderation. */
import { hearWitnesses } from './hearing.ts';
import { approveMinutes, sayItBetter } from './remembering.ts';
import { advance } from './founding.ts';
import { openLine } from './line.ts';
import type { Line } from './line.ts';
import { expectThat, pick } from './stage.ts';
import { must } from './room-stage.ts';
import type { RoomStage } from './room-stage.ts';
import type { SeatedStage } from './stage.ts';

const MESSAGES = 100;
const REPLIES = [
  'Иә.',
  'Келісемін.',
  'Согласна.',
  'А почему?',
  'Тағы айтыңызшы.',
  'Спасибо, понятно.',
  'Мен басқаша ойлаймын.',
  'Запишем это.',
];
/** So many jurors never use a script. */
const BY_FORM = 3;

export async function meet(stage: SeatedStage): Promise<void> {
  const { origin, jury, jurors, staff, say } = stage;
  const facilitator = await openLine({ origin, jury, cookie: staff.facilitator.cookie() });
  const opened = await Promise.all(
    jurors.map(
      async ({ seat, browser }) => [seat, await openLine({ origin, jury, cookie: browser.cookie() })] as const,
    ),
  );
  const room: RoomStage = { ...stage, facilitator, lines: new Map(opened), toSay: stage.script.discussion.values() };
  try {
    say(`${opened.length} jurors and the facilitator are connected.`);
    await holdSession(room, 'D1', 0.3, async (...scene) => {
      await takeTheFloor(...scene);
      await sayItBetter(...scene);
    });
    await approveMinutes(room, 'D1');
    await holdSession(room, 'D2', 0.3, hearWitnesses);
    await advance(stage, 'deliberating');
    await holdSession(room, 'D3', 0.4, moderate);
  } finally {
    for (const line of [facilitator, ...room.lines.values()]) line.close();
  }
}

type InBetween = (room: RoomStage, session: string) => Promise<void>;

/** `share` of all messages are said in this session; something else happens in the middle of them. */
async function holdSession(room: RoomStage, session: string, share: number, inBetween: InBetween): Promise<void> {
  const { staff, jury, facilitator, say } = room;
  const console = `/facilitate/${jury}`;
  await staff.facilitator.sendOn(console, { type: 'open-session', fixed: { session } });
  await staff.facilitator.sendOn(console, { type: 'start-item', fixed: { session, item: '1', after: '' } });
  const count = Math.round(MESSAGES * share);
  await talk(room, session, Math.floor(count / 2));
  await inBetween(room, session);
  await staff.facilitator.sendOn(console, { type: 'start-item', fixed: { session, item: '2', after: '1' } });
  await talk(room, session, Math.ceil(count / 2));
  await checkCopies(room);
  await must(facilitator, { type: 'close-session', session });
  say(`Session ${session} is over; ${messagesOf(facilitator).length} messages so far, alike on every screen.`);
}

export const messagesOf = (line: Line) => line.replica().view.room?.messages ?? [];

/** Every other message is the next line of the script's discussion, the others answer something that was said. */
async function talk(room: RoomStage, session: string, count: number): Promise<void> {
  const { jury, jurors, lines, toSay, random } = room;
  for (let n = 0; n < count; n += 1) {
    const { seat, browser } = pick(jurors, random);
    const line = lines.get(seat) as Line;
    const text = n % 2 === 0 ? toSay.next().value : undefined;
    const answered = pick(
      messagesOf(line).filter(({ hidden }) => !hidden),
      random,
    );
    if (text === undefined) {
      const replyTo = answered ? { replyTo: answered.id } : {};
      await must(line, { type: 'post-message', session, text: pick(REPLIES, random), ...replyTo });
    } else if (jurors.findIndex((juror) => juror.seat === seat) < BY_FORM)
      await browser.sendOn(`/take-part/${jury}/session/${session}`, { type: 'post-message' }, { text });
    else await must(line, { type: 'post-message', session, text });
  }
}

/** What everybody is told alike: of reactions the numbers. */
const toldTo = (line: Line): string =>
  JSON.stringify(
    messagesOf(line).map(({ reactions = {}, ...message }) => ({
      ...message,
      reactions: Object.entries(reactions).map(([reaction, { count }]) => [reaction, count]),
    })),
  );

async function checkCopies({ facilitator, lines }: RoomStage): Promise<void> {
  const newest = facilitator.replica().seq;
  await facilitator.until('the newest entry', () => facilitator.replica().seq >= newest);
  const expected = toldTo(facilitator);
  for (const [seat, line] of lines)
    await line.until(`the same messages for ${seat} as for the facilitator`, () => toldTo(line) === expected);
}

/** Three raise a hand, the first is called up, speaks and yields. */
async function takeTheFloor(
  { staff, jury, jurors, lines, facilitator, say }: RoomStage,
  session: string,
): Promise<void> {
  for (const { seat } of jurors.slice(4, 7)) await must(lines.get(seat) as Line, { type: 'raise-hand', session });
  const [first] = jurors.slice(4);
  await facilitator.until(
    'three hands',
    ({ floor }) => floor?.turns.filter(({ state }) => state === 'waiting').length === 3,
  );
  await staff.facilitator.sendOn(`/facilitate/${jury}`, { type: 'grant-floor', fixed: { session, turn: 'T1' } });
  const line = lines.get(first?.seat ?? '') as Line;
  await line.until(
    'my own turn',
    ({ floor }) => floor?.turns.some(({ seat, state }) => seat === first?.seat && state === 'speaking') === true,
  );
  const again = await line.act({ type: 'lower-hand', session });
  expectThat(!again.ok, 'Somebody who speaks could still leave the queue.');
  await must(line, { type: 'end-turn', session, turn: 'T1' });
  say('Three hands were raised; one had the floor and yielded it.');
}

/** One message is hidden from everybody, one juror is muted for a while. */
async function moderate({ jury, jurors, lines, facilitator, script, say }: RoomStage, session: string): Promise<void> {
  const offender = jurors.at(-1);
  expectThat(offender !== undefined, 'There is no juror.');
  const line = lines.get(offender.seat) as Line;
  await must(line, { type: 'post-message', session, text: script.offTopic });
  await facilitator.until(
    'the advertisement',
    ({ room }) => room?.messages.some(({ text }) => text?.text === script.offTopic) === true,
  );
  const message = messagesOf(facilitator).find(({ text }) => text?.text === script.offTopic)?.id ?? '';
  await must(facilitator, { type: 'hide-message', message, rule: 'advertising' });
  for (const [seat, other] of lines)
    await other.until(
      `the hidden message gone for ${seat}`,
      ({ room }) => !JSON.stringify(room).includes(script.offTopic),
    );
  const page = await offender.browser.open(`/take-part/${jury}/session/${session}`);
  expectThat(!page.text.includes(script.offTopic), 'A hidden message is still in the page of its author.');

  await must(facilitator, { type: 'mute-juror', seat: offender.seat, rule: 'advertising' });
  const muted = await line.act({ type: 'post-message', session, text: 'Тыңдаңыздаршы.' });
  expectThat(!muted.ok && muted.error.code === 'muted', 'A juror who is muted could speak.');
  const neighbour = lines.get(jurors[0]?.seat ?? '') as Line;
  expectThat(neighbour.replica().view.room?.muted.length === 0, 'A juror can see who else is muted.');
  await must(facilitator, { type: 'unmute-juror', seat: offender.seat });
  say('One message was hidden from everyone, one juror was muted and heard again.');
}
