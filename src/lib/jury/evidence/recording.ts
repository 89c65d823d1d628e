import type { ShownExhibit } from './exhibit.ts';

/** What sounds or moves; a picture, a document and a text are read by each in their own time. */
export const isRecording = (exhibit: ShownExhibit): boolean =>
  exhibit.kind === 'file' && /^(audio|video)\//.test(exhibit.mediaType);
