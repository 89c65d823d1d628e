import { toJsonSchema } from '@valibot/to-json-schema';
import { recordSchema } from '$lib/jury/publication/record-schema.ts';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { sha256Of } from '../juries/record-text.ts';
import type { RequestHandler } from './$types';

// What the schema checks beyond JSON Schema (that a day exists) stands in its description.
const TEXT = JSON.stringify(toJsonSchema(recordSchema, { errorMode: 'ignore' }), null, 2);

/** JSON Schema of every jury's `record.json`. */
export const GET: RequestHandler = () =>
  new Response(TEXT, {
    headers: {
      'content-type': 'application/schema+json; charset=utf-8',
      'access-control-allow-origin': '*',
      ...dataHeaders(sha256Of(TEXT)),
    },
  });
