import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';
const OTHERWISE = 'Choose another one, as in "npm start -- --port 8123", or name none and get any that is free.';

/** Asked before minutes of work, not after them. */
export async function refuseTakenPort(port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => fail(portTrouble(error, port)));
    server.listen({ host: LOOPBACK, port }, () => server.close(() => done()));
  });
}

/** What is wrong with the port and what to do, if the error is about a port; else the error itself. */
export function portTrouble(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new Error(`Port ${port} is taken by another program. ${OTHERWISE}`);
  if (code === 'EACCES') return new Error(`This user may not listen on port ${port}. ${OTHERWISE}`);
  return error;
}
