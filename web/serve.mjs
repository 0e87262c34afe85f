// node web/serve.mjs FOLDER: serves a folder on a free loopback port and prints the address.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json',
  '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png',
};

/** Serves `folder`; resolves to the server with its `address`. `log` receives each requested path. */
export async function serve(folder, log = () => {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    log(path);
    try {
      const body = await readFile(join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path)));
      response.writeHead(200, { 'content-type': types[extname(path.endsWith('/') ? '.html' : path)] ?? 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.url = `http://127.0.0.1:${server.address().port}/`;
  return server;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const server = await serve(process.argv[2]);
  console.log(server.url);
}
