// The canvas element: its size in device pixels, frames on demand, the loss of its context.
mergeInto(LibraryManager.library, {
  $PageCanvas: {
    frame: 0,
    timer: 0,
    drawingState: {},  // answers of the drawing context, by name

    element: function() { return document.getElementById('canvas'); },

    install: function() {
      var canvas = PageCanvas.element();
      canvas.addEventListener('webglcontextlost', function(event) {
        event.preventDefault();  // otherwise the browser never gives it back
        _zhengshe_context_lost();
      });
      canvas.addEventListener('webglcontextrestored', function() {
        PageCanvas.drawingState = {};
        _zhengshe_context_restored();
      });
      var observer = new ResizeObserver(function(entries) { PageCanvas.resize(entries[entries.length - 1]); });
      try {
        observer.observe(canvas, { box: 'device-pixel-content-box' });
      } catch (unsupported) {
        observer.observe(canvas);
      }
      var leave = function() {
        if (!Module.stopped) _zhengshe_leaving();  // what a fallen program holds must not replace what it kept
      };
      addEventListener('pagehide', leave);
      document.addEventListener('visibilitychange', function() {
        if (document.visibilityState === 'hidden') leave();
      });
      ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].forEach(function(query) {
        matchMedia(query).addEventListener('change', function() { _zhengshe_surroundings_changed(); });
      });
      addEventListener('languagechange', function() { _zhengshe_surroundings_changed(); });
    },

    resize: function(entry) {
      var canvas = PageCanvas.element(), ratio = devicePixelRatio;
      var width = Math.round(entry.contentRect.width * ratio), height = Math.round(entry.contentRect.height * ratio);
      var exact = entry.devicePixelContentBoxSize && entry.devicePixelContentBoxSize[0];
      // The exact size is right unless the ratio is emulated, when it tells the emulator's own pixels.
      if (exact && Math.abs(exact.inlineSize - width) <= 2 && Math.abs(exact.blockSize - height) <= 2) {
        width = exact.inlineSize;
        height = exact.blockSize;
      }
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      _zhengshe_resized(width, height, ratio);
    },

    drawNext: function() {
      if (PageCanvas.frame || Module.stopped) return;
      PageCanvas.frame = requestAnimationFrame(function() {
        PageCanvas.frame = 0;
        _zhengshe_animation_frame();
      });
    },
  },

  // Dear ImGui's backend asks in each frame for the state it will restore, and an answer waits until all that was
  // sent is drawn: a quarter of a second without a graphics card. Nobody else changes that state, so that what it
  // found the first time is what it finds always.
  glGetIntegerv__deps: ['$PageCanvas', '$emscriptenWebGLGet'],
  glGetIntegerv: function(name, pointer) {
    var isBox = name === 0x0BA2 /* GL_VIEWPORT */ || name === 0x0C10 /* GL_SCISSOR_BOX */;
    var start = pointer >> 2, known = PageCanvas.drawingState[name];
    if (known) return HEAP32.set(known, start);
    emscriptenWebGLGet(name, pointer, 0 /* as integers */);
    PageCanvas.drawingState[name] = HEAP32.slice(start, start + (isBox ? 4 : 1));
  },

  page_schedule_frame__deps: ['$PageCanvas'],
  page_schedule_frame: function() { PageCanvas.drawNext(); },

  page_schedule_wake__deps: ['$PageCanvas'],
  page_schedule_wake: function(delayMs) {
    clearTimeout(PageCanvas.timer);
    PageCanvas.timer = setTimeout(function() { PageCanvas.drawNext(); }, delayMs);
  },

  page_forget_wake__deps: ['$PageCanvas'],
  page_forget_wake: function() { clearTimeout(PageCanvas.timer); },

  // Input and frames come in between: the browser lets messages wait for them. Timers would too, but of those that set
  // one another it lets each wait four milliseconds more, a third of the time.
  page_schedule_work__deps: ['$PageCanvas'],
  page_schedule_work: function() {
    if (PageCanvas.working) return;
    PageCanvas.working = true;
    if (!PageCanvas.channel) {
      PageCanvas.channel = new MessageChannel();
      PageCanvas.channel.port1.onmessage = function() {
        PageCanvas.working = false;
        _zhengshe_between_frames();
      };
    }
    PageCanvas.channel.port2.postMessage(0);
  },

  page_now_ms: function() { return performance.now(); },

  page_clock_ms: function() { return Date.now(); },

  page_first_frame_drawn: function() { Module.firstFrameDrawn(); },


  page_set_cursor__deps: ['$PageCanvas'],
  page_set_cursor: function(name) { PageCanvas.element().style.cursor = UTF8ToString(name); },
});
