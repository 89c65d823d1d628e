import type { RefusalCode } from '$lib/jury/refusals';
import type { App as Alqa } from '$lib/server/app';
import type { Principal, Visitor } from '$lib/server/auth/auth';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Which sentence the page shows, in the reader's language. */
      code?: RefusalCode;
      /** Names the entry in the server's log. */
      reference?: string;
    }
    interface PageData {
      /** `room`: a header of one line. `bare`: no header or footer at all, for the projected display. */
      shell?: 'room' | 'bare';
      /** How the signed-in person is called in the header; absent when nobody is signed in. */
      who?: string;
    }
    interface Locals {
      app: Alqa;
      /** Who is signed in. */
      principal: Principal | null;
      /** The hash under which their session is stored. */
      sessionHash: string | null;
      /** Where the request comes from, as the doors of `auth` want to know it. */
      visitor: Visitor;
    }
  }
}

export {};
