// Workers: the same program, loaded from its own text so that file:// works too, around the one compiled
// module. Requests wait in a queue; each goes to the next free worker.
mergeInto(LibraryManager.library, {
  $PageWorkers__deps: ['$PageText'],
  $PageWorkers__postset: 'Module.work = PageWorkers.work;',  // for the prelude, which cannot see the program's names
  $PageWorkers: {
    started: null,  // promise, once the first request has come
    free: [],
    all: [],
    queue: [],      // {id, bytes}

    count: function() { return Math.max(1, Math.min(8, navigator.hardwareConcurrency || 2)); },

    programText: function() {
      var script = document.getElementById('program');
      return script.src ? fetch(script.src).then(function(response) { return response.text(); }) : Promise.resolve(script.textContent);
    },

    // Runs in the worker before the program: the module comes with the first message.
    prelude: function() {
      self.Module = {
        noInitialRun: true,
        assets: {},
        instantiateWasm: function(imports, done) {
          self.onmessage = function(event) {
            WebAssembly.instantiate(event.data, imports).then(function(instance) { done(instance, event.data); });
          };
          return {};
        },
        onRuntimeInitialized: function() {
          self.onmessage = function(event) {
            var answer = self.Module.work(event.data.bytes);
            self.postMessage({ id: event.data.id, bytes: answer }, [answer.buffer]);
          };
          self.postMessage('ready');
        },
      };
    },

    work: function(bytes) {
      var pointer = PageText.copyBytes(bytes), size = _malloc(4);
      var answer = _zhengshe_work(pointer, bytes.length, size);
      var copy = HEAPU8.slice(answer, answer + HEAP32[size >> 2]);
      [pointer, size, answer].forEach(_free);
      return copy;
    },

    start: function() {
      return Promise.all([PageWorkers.programText(), Module.compiled]).then(function(parts) {
        var text = '(' + PageWorkers.prelude.toString() + ')();\n' + parts[0];
        var address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
        for (var i = 0; i < PageWorkers.count(); i++) PageWorkers.startOne(address, parts[1]);
      });
    },

    startOne: function(address, module) {
      var worker = new Worker(Module.scripts.createScriptURL(address));
      PageWorkers.all.push(worker);
      worker.onmessage = function(event) {
        if (event.data !== 'ready') PageWorkers.finish(event.data.id, event.data.bytes);
        worker.job = null;
        PageWorkers.free.push(worker);
        PageWorkers.sendNext();
      };
      worker.onerror = function(event) {
        event.preventDefault();
        PageWorkers.lose(worker);
      };
      worker.postMessage(module);
    },

    // A worker that could not start or has fallen leaves its request to the page itself.
    lose: function(worker) {
      worker.terminate();
      PageWorkers.all = PageWorkers.all.filter(function(other) { return other !== worker; });
      if (worker.job) PageWorkers.queue.unshift(worker.job);
      if (PageWorkers.all.length === 0) PageWorkers.workHere();
    },

    sendNext: function() {
      while (PageWorkers.free.length && PageWorkers.queue.length) {
        var worker = PageWorkers.free.pop();
        worker.job = PageWorkers.queue.shift();
        worker.postMessage(worker.job);
      }
    },

    // Without workers, one request at a time between frames.
    workHere: function() {
      var job = PageWorkers.queue.shift();
      if (!job) return;
      setTimeout(function() {
        PageWorkers.finish(job.id, PageWorkers.work(job.bytes));
        PageWorkers.workHere();
      }, 0);
    },

    finish: function(id, bytes) {
      var pointer = PageText.copyBytes(bytes);
      _zhengshe_work_done(id, pointer, bytes.length);
      _free(pointer);
    },
  },

  page_worker_count__deps: ['$PageWorkers'],
  page_worker_count: function() { return PageWorkers.count(); },

  page_submit_work__deps: ['$PageWorkers'],
  page_submit_work: function(id, bytes, size) {
    PageWorkers.queue.push({ id: id, bytes: HEAPU8.slice(bytes, bytes + size) });
    if (!PageWorkers.started) {
      PageWorkers.started = PageWorkers.start().catch(function() { PageWorkers.workHere(); });
    } else if (PageWorkers.all.length) {
      PageWorkers.sendNext();
    } else {
      PageWorkers.started.then(function() { if (!PageWorkers.all.length) PageWorkers.workHere(); });
    }
  },

  page_cancel_work__deps: ['$PageWorkers'],
  page_cancel_work: function() {
    var busy = PageWorkers.all.filter(function(worker) { return worker.job; });
    PageWorkers.queue = [];
    if (!busy.length) return;
    PageWorkers.all.forEach(function(worker) { worker.terminate(); });
    PageWorkers.all = [];
    PageWorkers.free = [];
    PageWorkers.started = null;  // the next request starts fresh ones
  },
});
