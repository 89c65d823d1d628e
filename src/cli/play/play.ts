/** One jury, from its founding to the authority's answers, played by invented people through pages and sockets alone. */
import type { Config } from '../../lib/server/config.ts';
import { PlayError } from './browser.ts';
import { answerVerdict, castBallots, draftTogether, publish } from './deciding.ts';
import { confirmSeats, drawJury } from './drawing.ts';
import { advance, found } from './founding.ts';
import { prepare } from './preparing.ts';
import { createOrganiser, serverFor } from './server.ts';
import { createStage } from './stage.ts';
import { meet } from './talking.ts';

/** Returns the exit code. Without `exit` it keeps a server that was started for it until that is stopped. */
export async function playOnce(config: Config, { seed, exit }: { seed: string; exit: boolean }): Promise<number> {
  const server = await serverFor(config);
  try {
    const address = await play(config.origin, seed);
    console.log(`\nThe published verdict: ${address}`);
    if (exit || !server.own) return 0;
    console.log('The server keeps running. Stop it with Ctrl+C.');
    process.once('SIGTERM', () => void server.stop());
    await server.ended;
    return 0;
  } catch (error) {
    if (!(error instanceof PlayError)) throw error;
    console.error(`The play stopped: ${error.message}`);
    return 1;
  } finally {
    await server.stop();
  }
}

async function play(origin: string, seed: string): Promise<string> {
  const stage = createStage(origin, seed);
  stage.say(`A play at ${origin} with the seed "${seed}".`);
  const founded = await found(stage, await createOrganiser('Айнұр Сәрсенова'));
  await drawJury(founded);
  await advance(founded, 'onboarding');
  await confirmSeats(founded);
  const seated = await prepare(founded);
  await advance(seated, 'learning');
  await meet(seated);
  await advance(seated, 'drafting');
  await draftTogether(seated);
  await advance(seated, 'voting');
  await castBallots(seated);
  await publish(seated);
  await answerVerdict(seated);
  return `${origin}/juries/${seated.jury}`;
}
