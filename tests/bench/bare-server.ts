/** The least that could be called a room: Socket.IO tells everyone what somebody said. Nothing is kept, nobody is checked. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { reportUse } from './measured.ts';

const http = createServer();
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => {
  const room = String(socket.handshake.auth['room']);
  void socket.join(room);
  socket.on('say', (text: string, acknowledge: () => void) => {
    io.to(room).emit('said', text);
    acknowledge();
  });
});
http.listen(Number(process.env['PORT']), '127.0.0.1', reportUse);
process.on('SIGTERM', () => process.exit(0));
