/** Alqa with its sockets, without the pages. Settings come from the environment. */
import { createServer } from 'node:http';
import { createApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { reportUse } from './measured.ts';

const config = readConfig();
const app = await createApp(config);
const http = createServer();
app.attachSockets(http);
http.listen(config.port, config.host, reportUse);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
