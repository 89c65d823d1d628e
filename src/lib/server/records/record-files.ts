import type { RecordFileName, RecordFiles } from '../../lottery/index.ts';
import type { JuryId } from '../../jury/terms.ts';
import { compose, type Database } from './database.ts';
import type { Statement } from './statement.ts';

/** Keeps the files of a draw; those that were there before stay as they are unless they are among them. */
export function keepRecordFilesStatements(jury: JuryId, draw: string, files: Partial<RecordFiles>): Statement[] {
  return Object.entries(files).map(([name, text]) =>
    compose
      .insertInto('record_file')
      .values({ jury, draw, name, text })
      .onConflict((same) => same.columns(['jury', 'draw', 'name']).doUpdateSet({ text }))
      .compile(),
  );
}

/** The files of a draw; undefined where nothing of it has been frozen. */
export async function recordFilesOf(
  { reader }: Database,
  jury: JuryId,
  draw: string,
): Promise<RecordFiles | undefined> {
  const query = reader.selectFrom('record_file').select(['name', 'text']).where('jury', '=', jury);
  const rows = await query.where('draw', '=', draw).execute();
  if (rows.length === 0) return undefined;
  return Object.fromEntries(rows.map(({ name, text }) => [name, text])) as unknown as RecordFiles;
}

export async function recordFileOf(
  { reader }: Database,
  jury: JuryId,
  draw: string,
  name: RecordFileName,
): Promise<string | undefined> {
  const query = reader.selectFrom('record_file').select('text').where('jury', '=', jury).where('draw', '=', draw);
  return (await query.where('name', '=', name).executeTakeFirst())?.text;
}
