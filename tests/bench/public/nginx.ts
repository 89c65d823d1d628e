/** nginx with one static file, where it is installed (`apt-get install nginx-light`). */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const isNginxThere = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/** One worker, as there is one Node; the page lies there compressed, so that nothing is left to do but to send it. */
const configuration = (folder: string, port: number): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/temp; proxy_temp_path ${folder}/temp; fastcgi_temp_path ${folder}/temp;
  uwsgi_temp_path ${folder}/temp; scgi_temp_path ${folder}/temp;
  open_file_cache max=10;
  sendfile on; tcp_nopush on; tcp_nodelay on;
  keepalive_requests 100000000;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    default_type text/html;
    add_header Content-Encoding br;
  }
}
`;

/** Serves `body` at /page until the process is ended. */
export async function startNginx(folder: string, port: number, body: Buffer): Promise<ChildProcess> {
  // Started by root, it reads as somebody else.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'temp'), { recursive: true });
  writeFileSync(join(folder, 'page'), body);
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/page`, { headers: { 'accept-encoding': 'identity' } }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer?.ok) return nginx;
    await wait(100);
  }
  nginx.kill();
  throw new Error(`nginx did not answer; see ${folder}/error.log`);
}
