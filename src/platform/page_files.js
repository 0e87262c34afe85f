// Files in and out, the address, the title, and the few settings this browser keeps.
mergeInto(LibraryManager.library, {
  // Text and bytes between the two sides. What the page allocates for the program, the program frees.
  $PageText: {
    copy: function(text) {
      var size = lengthBytesUTF8(text) + 1, pointer = _malloc(size);
      stringToUTF8(text, pointer, size);
      return pointer;
    },
    copyBytes: function(bytes) {
      var pointer = _malloc(bytes.length || 1);
      HEAPU8.set(bytes, pointer);
      return pointer;
    },
    send: function(text, receive) {
      var pointer = PageText.copy(text);
      receive(pointer);
      _free(pointer);
    },
  },

  $PageFiles__deps: ['$PageText', '$PageCanvas'],
  $PageFiles: {
    handles: [null],  // of files that arrived, by number; 0 = none
    handle: null,     // into which a save is written
    kinds: { file: 0, paste: 1, link: 2 },
    results: { written: 0, downloaded: 1, cancelled: 2, failed: 3 },
    maximumBytes: 64 << 20,  // kMostArrivingBytes

    install: function() {
      addEventListener('dragover', function(event) { event.preventDefault(); });
      addEventListener('drop', function(event) {
        event.preventDefault();
        PageFiles.receiveDropped(event.dataTransfer);
      });
      if (window.launchQueue) {  // the installed page was opened with a file
        launchQueue.setConsumer(function(launch) {
          PageFiles.receiveHandles(launch.files);
        });
      }
      addEventListener('hashchange', function() {
        PageFiles.arrive('link', '', new TextEncoder().encode(location.hash.slice(1)));
      });
    },

    arrive: function(kind, name, bytes, file, size) {
      var pointer = _zhengshe_make_room(bytes.length);
      HEAPU8.set(bytes, pointer);
      PageText.send(name, function(text) { _zhengshe_arrived(PageFiles.kinds[kind], text, size || bytes.length, file || 0); });
    },

    receive: function(file, handle) {
      var number = handle ? PageFiles.handles.push(handle) - 1 : 0;
      if (file.size > PageFiles.maximumBytes) return PageFiles.arrive('file', file.name, new Uint8Array(0), 0, file.size);
      file.arrayBuffer().then(function(buffer) {
        PageFiles.arrive('file', file.name, new Uint8Array(buffer), number);
      }, function() {
        PageFiles.arrive('file', file.name, new Uint8Array(0));
      });
    },

    receiveHandles: function(handles) {
      handles.forEach(function(handle) {
        handle.getFile().then(function(file) { PageFiles.receive(file, handle); }, function() {
          PageFiles.arrive('file', handle.name, new Uint8Array(0));
        });
      });
    },

    // A handle of what is dropped must be asked for at once; a browser may have none to give.
    receiveDropped: function(transfer) {
      Array.from(transfer.files).forEach(function(file, i) {
        var item = transfer.items[i];
        var handle = item && item.getAsFileSystemHandle ? item.getAsFileSystemHandle() : Promise.resolve(null);
        handle.catch(function() { return null; }).then(function(given) { PageFiles.receive(file, given && given.kind === 'file' ? given : null); });
      });
    },

    download: function(name, bytes) {
      try {
        var link = document.createElement('a'), address = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }));
        link.href = address;
        link.download = name;
        link.click();
        setTimeout(function() { URL.revokeObjectURL(address); }, 60000);
        return PageFiles.results.downloaded;
      } catch (refused) {
        return PageFiles.results.failed;
      }
    },

    // Into a file, or to the downloads where the browser cannot write files.
    save: function(request, name, bytes, ask) {
      var done = function(result) { _zhengshe_saved(request, result); };
      if (!window.showSaveFilePicker) return done(PageFiles.download(name, bytes));
      PageFiles.write(name, bytes, ask).then(done, function(error) {
        if (error.name === 'AbortError') return done(PageFiles.results.cancelled);
        if (!ask) PageFiles.handle = null;
        done(error.name === 'SecurityError' ? PageFiles.download(name, bytes) : PageFiles.results.failed);
      });
    },

    // Twice the size, so that it is crisp on paper and on dense screens.
    toPng: async function(svg, width, height) {
      var image = new Image(), canvas = document.createElement('canvas');
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      await image.decode();
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(image.src);
      var blob = await new Promise(function(resolve) { canvas.toBlob(resolve); });
      return new Uint8Array(await blob.arrayBuffer());
    },

    // Writes, then reads back: a full stick or a removed one often reports nothing while writing.
    write: async function(name, bytes, ask) {
      var handle = !ask && PageFiles.handle || await showSaveFilePicker({ suggestedName: name });
      if (!ask) PageFiles.handle = handle;
      var stream = await handle.createWritable();
      await stream.write(bytes);
      await stream.close();
      var stored = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      var equal = stored.length === bytes.length && stored.every(function(byte, i) { return byte === bytes[i]; });
      return equal ? PageFiles.results.written : PageFiles.results.failed;
    },
  },

  page_install__deps: ['$PageCanvas', '$PageInput', '$PageFiles', '$PageAutomation', '$PageAsText'],
  page_install: function(textual) {
    PageAutomation.install();
    if (textual) PageAsText.install();
    else PageInput.install();
    PageFiles.install();
    PageCanvas.install();
  },

  page_pick_file__deps: ['$PageFiles'],
  page_pick_file: function(accept) {
    if (window.showOpenFilePicker && window.showSaveFilePicker) {
      showOpenFilePicker().then(PageFiles.receiveHandles, function(cancelled) {});
      return;
    }
    var input = document.createElement('input');
    input.type = 'file';
    input.accept = UTF8ToString(accept);
    input.addEventListener('change', function() { Array.from(input.files).forEach(function(file) { PageFiles.receive(file, null); }); });
    input.click();
  },

  page_save_file__deps: ['$PageFiles'],
  page_save_file: function(request, name, bytes, size, ask) {
    PageFiles.save(request, UTF8ToString(name), HEAPU8.slice(bytes, bytes + size), ask);
  },

  // Where letters cannot be read back from a canvas, no picture can.
  page_save_picture__deps: ['$PageFiles'],
  page_save_picture: function(request, name, svg, width, height) {
    var fileName = UTF8ToString(name), failed = function() { _zhengshe_saved(request, PageFiles.results.failed); };
    if (!Module.canReadBack) return failed();
    PageFiles.toPng(UTF8ToString(svg), width, height).then(function(bytes) { PageFiles.save(request, fileName, bytes, true); }, failed);
  },

  page_set_save_target__deps: ['$PageFiles'],
  page_set_save_target: function(file) { PageFiles.handle = PageFiles.handles[file]; },

  page_asset__deps: ['$PageText'],
  page_asset: function(path, size) {
    var bytes = Module.assets[UTF8ToString(path)];
    if (!bytes) return 0;
    HEAP32[size >> 2] = bytes.length;
    return PageText.copyBytes(bytes);
  },

  page_decode__deps: ['$PageText'],
  page_decode: function(label, bytes, size) {
    try {
      var text = new TextDecoder(UTF8ToString(label), { fatal: true }).decode(HEAPU8.slice(bytes, bytes + size));
      return text.includes('\0') ? 0 : PageText.copy(text);
    } catch (invalid) {
      return 0;
    }
  },

  page_fragment__deps: ['$PageText'],
  page_fragment: function() { return PageText.copy(location.hash.slice(1)); },

  page_address__deps: ['$PageText'],
  page_address: function() { return PageText.copy(location.href.split('#')[0]); },

  page_set_fragment: function(text) {
    var fragment = UTF8ToString(text);
    history.replaceState(null, '', fragment ? '#' + fragment : location.pathname + location.search);
  },

  page_set_title: function(title) { document.title = UTF8ToString(title); },
  page_set_language: function(tag) { document.documentElement.lang = UTF8ToString(tag); },
  page_media_matches: function(query) { return matchMedia(UTF8ToString(query)).matches; },
  page_is_apple: function() { return /Mac|iPhone|iPad/.test(navigator.platform); },

  page_languages__deps: ['$PageText'],
  page_languages: function() { return PageText.copy(navigator.languages.join(',')); },

  page_load_setting__deps: ['$PageText'],
  page_load_setting: function(key) {
    try {
      var value = localStorage.getItem('zhengshe.' + UTF8ToString(key));
      return value === null ? 0 : PageText.copy(value);
    } catch (denied) {
      return 0;
    }
  },

  page_store_setting: function(key, value) {
    try {
      localStorage.setItem('zhengshe.' + UTF8ToString(key), UTF8ToString(value));
      return 1;
    } catch (denied) {
      return 0;
    }
  },
});
