// Runs before the program: checks the browser, fetches or unpacks the WebAssembly module, and shows
// an explanation in place of the canvas when something is missing or fails.
'use strict';
(function() {
  let markReady;
  window.zhengshe = { ready: new Promise((resolve) => { markReady = resolve; }) };

  function explain(reason, detail) {
    const explanation = document.getElementById('explanation');
    if (explanation.className) return;  // the first cause tells; what follows from it does not
    explanation.className = reason;
    explanation.hidden = false;
    document.getElementById('canvas').hidden = true;
    document.getElementById('canvas').style.display = 'none';
    document.getElementById('textinput').hidden = true;
    document.getElementById('detail').textContent = detail || '';
    document.body.style.overflow = 'auto';
  }

  // Text elements of the single file and documents kept in the browser: deflated, then base64.
  async function unpack(base64) {
    const letters = atob(base64), bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  // The document for the crash page: as the program has it if it still answers, else as it was last kept.
  async function rescuedDocument() {
    try {
      const text = window.zhengshe.scenario();
      if (text) return text;
    } catch (fallen) { /* the kept one it is */ }
    if (!Module.lastKept) return '';
    return new TextDecoder().decode(await unpack(Module.lastKept().replace(/-/g, '+').replace(/_/g, '/')));
  }

  async function stopAfter(detail) {
    if (Module.stopped) return;
    Module.stopped = true;
    explain('crash', detail);
    document.getElementById('reload').addEventListener('click', () => location.reload());
    const rescue = document.getElementById('rescue');
    rescue.disabled = true;
    const text = await rescuedDocument();
    rescue.disabled = !text;
    rescue.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      link.download = 'zhengshe-rescue.json';
      link.click();
    });
  }

  // The smallest module that needs a 128-bit vector.
  const simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  const canRun = typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(simd));

  const parts = JSON.parse(document.getElementById('parts').textContent);

  // Alphas of what `draw` leaves on a small canvas.
  function alphas(draw) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 32;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.font = '24px sans-serif';
    draw(context);
    return context.getImageData(0, 0, 32, 32).data.filter((_, i) => i % 4 === 3);
  }

  // Some browsers return noise in place of what was drawn, so that nobody is known again by it.
  const readsBack = () => alphas((context) => context.fillRect(0, 0, 32, 16)).every((alpha, i) => alpha === (i < 512 ? 255 : 0));

  // In place of letters without a font stand boxes, narrower than Chinese is or all alike.
  function hasChinese() {
    const draw = (letter) => String(alphas((context) => {
      if (context.measureText(letter).width > 20) context.fillText(letter, 4, 26);
    }));
    return draw('\u6574') !== draw('\u793e');
  }
  const font = new URLSearchParams(location.search).get('font');
  // Without a canvas the page is text, which the browser sets in fonts of its own.
  const hasCanvas = Boolean(document.createElement('canvas').getContext('2d'));
  const canReadBack = hasCanvas && readsBack(), needsFont = hasCanvas && (font === 'embedded' || !canReadBack || !hasChinese());

  async function fetched(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(address + ': ' + response.status);
    return response;
  }

  const bytesAt = async (place) =>
    place[0] === '#' ? unpack(document.getElementById(place.slice(1)).textContent) : new Uint8Array(await (await fetched(place)).arrayBuffer());

  // Compiled while it arrives, which browsers do only where the server names its kind.
  async function compiledFrom(place) {
    if (place[0] === '#') return WebAssembly.compile(await bytesAt(place));
    const response = await fetched(place);
    const isNamed = /^application\/wasm\b/.test(response.headers.get('content-type') || '');
    return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  async function prepare() {
    const { 'zhengshe.wasm': code, ...files } = parts;
    if (!needsFont) delete files['fallback.ttf'];
    const [program] = await Promise.all([
      compiledFrom(code),
      ...Object.entries(files).map(async ([path, place]) => { Module.assets[path] = await bytesAt(place); }),
    ]);
    return program;
  }

  // The only script addresses this page makes: its service worker, and workers from its own text. The only HTML is
  // that of the page as text, in which the program has escaped what is not its own.
  const allowed = (address) => (/^(service_worker\.js$|blob:)/.test(address) ? address : '');
  const rules = { createScriptURL: allowed, createHTML: (html) => html };
  const scripts = window.trustedTypes ? trustedTypes.createPolicy('zhengshe', rules) : rules;

  async function installOffline() {
    const registration = await navigator.serviceWorker.register(scripts.createScriptURL('service_worker.js'));
    if (registration.waiting) registration.waiting.postMessage('activate');
  }

  window.Module = {
    assets: {},
    canReadBack,
    scripts,
    firstFrameDrawn: () => markReady(),
    onAbort: (what) => stopAfter(String(what)),
    instantiateWasm: (imports, done) => {
      Module.compiled.then((module) => WebAssembly.instantiate(module, imports).then((instance) => done(instance, module)))
          .catch((error) => explain('load', String(error)));
      return {};
    },
  };
  addEventListener('error', (event) => {
    if (event.error) stopAfter(event.error.stack || String(event.error));
  });

  Module.compiled = canRun ? prepare() : new Promise(() => explain('wasm'));
  // On file:// there is no service worker, and in a private window it may be refused: both are fine.
  if (location.protocol !== 'file:' && navigator.serviceWorker) addEventListener('load', () => installOffline().catch(() => {}));
})();
