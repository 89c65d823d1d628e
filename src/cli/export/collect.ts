/** Reads the whole public record of a jury from a server, from link to link, as any visitor could. */
import { LOCALES } from '../../lib/jury/terms.ts';
import { UsageError } from '../complain.ts';
import { placeOf } from './places.ts';
import type { Place, Site } from './places.ts';
import { rewritePage, rewriteStyle } from './rewrite.ts';

/** Files by their path in the folder. */
export type Collected = Map<string, Buffer>;

interface ReadFile {
  readonly file?: string;
  readonly mediaType?: string;
}

interface ReadVersion extends ReadFile {
  readonly captions?: ReadFile;
  readonly copy?: ReadFile;
}

interface ReadRecord {
  readonly charter: { readonly title: Readonly<Record<string, string>> };
  readonly exhibits: readonly (ReadVersion & { readonly earlier: readonly ReadVersion[] })[];
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/wav': '.wav',
  'audio/ogg': '.ogg',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
  'text/vtt': '.vtt',
};

/** What a version shows, its captions, the copy of a page. */
const filesIn = (version: ReadVersion): readonly ReadFile[] => [
  version,
  ...(version.captions ? [{ ...version.captions, mediaType: 'text/vtt' }] : []),
  ...(version.copy ? [version.copy] : []),
];

export async function collect(
  origin: string,
  jury: string,
): Promise<{ readonly title: Readonly<Record<string, string>>; readonly files: Collected }> {
  const record = JSON.parse(
    (await load(new URL(`/juries/${jury}/record.json`, origin), 'en')).toString(),
  ) as ReadRecord;
  const endings = record.exhibits
    .flatMap((exhibit) => [exhibit, ...exhibit.earlier].flatMap(filesIn))
    .flatMap(({ file, mediaType = '' }) => (file ? [[file, ENDINGS[mediaType] ?? '']] : []));
  const site: Site = { origin, jury, endings: Object.fromEntries(endings) as Record<string, string> };

  const files: Collected = new Map();
  const start = new URL(`/juries/${jury}`, origin);
  const waiting = LOCALES.map((locale) => placeOf(site, start, locale)).filter((place) => place !== null);
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    if (files.has(place.file)) continue;
    const body = await load(place.url, place.locale);
    const { bytes, places } = asFile(site, place, body);
    files.set(place.file, bytes);
    waiting.push(...places);
  }
  return { title: record.charter.title, files };
}

function asFile(site: Site, place: Place, body: Buffer): { readonly bytes: Buffer; readonly places: readonly Place[] } {
  const rewrite = { html: rewritePage, css: rewriteStyle }[place.file.split('.').at(-1) ?? ''];
  if (!rewrite) return { bytes: body, places: [] };
  const { text, places } = rewrite(site, place, body.toString());
  return { bytes: Buffer.from(text), places };
}

async function load(url: URL, locale: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { cookie: `alqa_locale=${locale}` }, redirect: 'manual' }).catch(
    (error: unknown) => {
      throw new UsageError(`No server answers at ${url.origin}: start it, or name another with --from.`, {
        cause: error,
      });
    },
  );
  if (!answer.ok) throw new UsageError(`${url.href} answers ${answer.status}. Nothing was written.`);
  return Buffer.from(await answer.arrayBuffer());
}
