/** Sets manuscripts as PDF files and notices as pictures. */
import { madeOnce } from './made-once.ts';
import type { Manuscript } from './manuscript.ts';
import type { Notice } from './picture.ts';

export interface Typesetter {
  /** The PDF of this manuscript. */
  set(manuscript: Manuscript): Promise<Uint8Array<ArrayBuffer>>;
  /** The PNG of this notice. */
  draw(notice: Notice): Promise<Uint8Array<ArrayBuffer>>;
}

export const createTypesetter = (): Typesetter => ({
  set: madeOnce<Manuscript>('program.ts'),
  draw: madeOnce<Notice>('picture-program.ts'),
});
