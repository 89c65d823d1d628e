/** The app with its sockets, without the pages, as a process of its own that can be killed. Settings come from the environment. */
import { createServer } from 'node:http';
import { createApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';

const config = readConfig();
const app = await createApp(config);
const http = createServer();
app.attachSockets(http);
http.listen(config.port, config.host, () => console.log('ready'));
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
