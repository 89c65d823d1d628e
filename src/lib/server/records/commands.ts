import type { Instant, JuryId } from '../../jury/terms.ts';
import type { Database } from './database.ts';
import type { Statement } from './statement.ts';

/** The answer that a command got, so that its repetition gets the same. */
export interface RememberedCommand {
  readonly jury: JuryId;
  /** Made up by the client, one for every act. */
  readonly id: string;
  /** Who gave it, as `kind:id`. */
  readonly actor: string;
  /** Hash of what was commanded: the same id with another content is refused. */
  readonly fingerprint: string;
  /** JSON. */
  readonly outcome: string;
  readonly at: Instant;
}

const REMEMBER = 'INSERT INTO command (jury, id, actor, fingerprint, outcome, at) VALUES (?, ?, ?, ?, ?, ?)';

/** Fails the unit with `constraint` when the id has been used in this jury. */
export function rememberStatements(command: RememberedCommand): Statement[] {
  const { jury, id, actor, fingerprint, outcome, at } = command;
  return [{ sql: REMEMBER, parameters: [jury, id, actor, fingerprint, outcome, at] }];
}

const RECALL = 'SELECT * FROM command WHERE jury = ? AND id = ?';

export function recallCommand(database: Database, jury: JuryId, id: string): Promise<RememberedCommand | undefined> {
  return database.findRow<RememberedCommand>(RECALL, [jury, id]);
}
