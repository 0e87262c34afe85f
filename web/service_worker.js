// Keeps the whole page for use without a network. The build fills in the list of files and the version,
// which changes with any of them; a new version is taken whole or not at all.
'use strict';
const version = 'VERSION';
const files = FILES;
const cacheName = `zhengshe ${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('zhengshe ') && name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  })());
});

// A page asks at its start, when no document is open yet. A page holds all it needs in memory from then
// on, so a version that changes under it takes nothing from the document that is being edited.
self.addEventListener('message', (event) => {
  if (event.data === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith((async () => {
    const cache = await caches.open(cacheName);
    return (await cache.match(event.request)) || fetch(event.request);
  })());
});
