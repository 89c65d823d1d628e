import type { Server } from 'node:http';
import type { Plugin } from 'vite';
import { announceHttp } from './rendezvous.ts';

/** In development Vite owns the http server; this tells the app where it is, so that sockets work as they do in production. */
export function devSockets(): Plugin {
  return {
    name: 'alqa-dev-sockets',
    apply: 'serve',
    configureServer({ httpServer }) {
      if (httpServer) announceHttp(httpServer as Server);
    },
  };
}
