// Documents kept in this browser: in IndexedDB, and until its transaction is through, which is too late for a page
// that ends or falls, in a journal in localStorage. Records are opaque bytes here; the program makes and checks them.
mergeInto(LibraryManager.library, {
  $PageStorage__deps: ['$PageText'],
  $PageStorage: {
    database: null,  // promise
    journalPrefix: 'zhengshe.journal.',
    journaled: {},   // per document, the number of the state in its journal
    journalLimit: 1 << 20,  // bytes; a larger record would crowd out those of other documents
    waiting: [],     // states that the disk has not been given yet: {document, number, parent, bytes, resolve, reject}
    underWay: 0,     // transactions
    mostUnderWay: 4,
    newest: 5,       // per document, handed over at the start: one that is damaged gives way to the one before

    open: function() {
      if (PageStorage.database) return PageStorage.database;
      PageStorage.database = new Promise(function(resolve, reject) {
        var request = indexedDB.open('zhengshe', 1);
        request.onupgradeneeded = function() { request.result.createObjectStore('records'); };
        request.onerror = function() { reject(request.error); };
        request.onblocked = function() { reject(new Error('blocked')); };
        request.onsuccess = function() {
          request.result.onclose = function() { PageStorage.database = null; };  // evicted: the next write opens anew
          request.result.onversionchange = function() { request.result.close(); PageStorage.database = null; };
          resolve(request.result);
        };
      });
      PageStorage.database.catch(function() { PageStorage.database = null; });
      return PageStorage.database;
    },

    range: function(document) { return IDBKeyRange.bound([document, 0], [document, Infinity]); },

    // What a document keeps: the last twenty states, then ever fewer.
    isKept: function(number, newest) {
      var age = newest - number;
      return age < 20 || (age < 320 && number % 16 === 0) || number % 256 === 0;
    },

    // Deletes what number `number` pushes out: one state leaves the newest twenty with it, one the sparse ones.
    prune: function(records, document, number) {
      [number - 20, number - 320].forEach(function(old) {
        if (old > 0 && !PageStorage.isKept(old, number)) records.delete([document, old]);
      });
    },

    // Resolves to {written, head}: not written when another page has stored a state that follows `parent`. Each state
    // is handed over at once, for a page that is killed answers no questions; where the disk does not follow, those
    // that wait go together.
    put: function(document, number, parent, bytes) {
      return new Promise(function(resolve, reject) {
        PageStorage.waiting.push({ document: document, number: number, parent: parent, bytes: bytes, resolve: resolve, reject: reject });
        PageStorage.writeNext();
      });
    },

    writeNext: function() {
      if (!PageStorage.waiting.length || PageStorage.underWay >= PageStorage.mostUnderWay) return;
      var document = PageStorage.waiting[0].document, isNext = function(state) { return state.document === document; };
      var states = PageStorage.waiting.filter(isNext);
      PageStorage.waiting = PageStorage.waiting.filter(function(state) { return !isNext(state); });
      PageStorage.underWay++;
      var end = function(what, value) {
        PageStorage.underWay--;
        states.forEach(function(state) { state[what](value); });
        PageStorage.writeNext();
      };
      PageStorage.write(document, states).then(function(outcome) { end('resolve', outcome); }, function(error) { end('reject', error); });
    },

    // Writes states that follow one another in one transaction; `add` refuses where a number is taken.
    write: async function(document, states) {
      var database = await PageStorage.open(), last = states[states.length - 1].number, own = states.map(function(state) { return state.number; });
      return new Promise(function(resolve, reject) {
        var transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
        var records = transaction.objectStore('records'), refusal = null, numbers = [];
        transaction.onabort = function() { reject(refusal || transaction.error || new Error('aborted')); };
        transaction.oncomplete = function() {
          var others = numbers.filter(function(stored) { return stored > states[0].parent && own.indexOf(stored) < 0; });
          if (!others.length) return resolve({ written: true, head: last });
          own.forEach(function(number) { PageStorage.remove(database, document, number); });
          resolve({ written: false, head: others[others.length - 1] });
        };
        try {
          states.forEach(function(state) {
            records.add(state.bytes, [document, state.number]).onerror = function(event) { refusal = event.target.error; };
          });
          records.getAllKeys(PageStorage.range(document)).onsuccess = function(event) {
            numbers = event.target.result.map(function(key) { return key[1]; });
          };
          own.forEach(function(number) { PageStorage.prune(records, document, number); });
          transaction.commit();
        } catch (refused) {
          refusal = refused;
          transaction.abort();
        }
      }).catch(function(refused) {
        if (refused.name !== 'ConstraintError') throw refused;
        return PageStorage.newestOf(database, document).then(function(head) { return { written: false, head: head }; });
      });
    },

    newestOf: function(database, document) {
      return new Promise(function(resolve, reject) {
        var request = database.transaction('records').objectStore('records').openKeyCursor(PageStorage.range(document), 'prev');
        request.onsuccess = function() { resolve(request.result ? request.result.key[1] : 0); };
        request.onerror = function() { reject(request.error); };
      });
    },

    remove: function(database, document, number) {
      database.transaction('records', 'readwrite').objectStore('records').delete([document, number]);
    },

    // The records of one document, or the newest few of every document and the journals; oldest first.
    read: async function(document) {
      var found = document ? [] : PageStorage.journals();
      var database = await PageStorage.open();
      return new Promise(function(resolve, reject) {
        var seen = {}, transaction = database.transaction('records', 'readonly');
        transaction.objectStore('records').openCursor(document ? PageStorage.range(document) : null, 'prev').onsuccess = function(event) {
          var cursor = event.target.result;
          if (!cursor) return;
          var name = cursor.key[0];
          seen[name] = (seen[name] || 0) + 1;
          if (document || seen[name] <= PageStorage.newest) found.push(cursor.value);
          cursor.continue();
        };
        transaction.oncomplete = function() { resolve(found.reverse()); };
        transaction.onabort = transaction.onerror = function() { reject(transaction.error || new Error('aborted')); };
      });
    },

    journal: function(document, number, bytes) {
      try {
        if (bytes.length > PageStorage.journalLimit) return false;
        localStorage.setItem(PageStorage.journalPrefix + document, new TextDecoder().decode(bytes));
        PageStorage.journaled[document] = number;
        return true;
      } catch (deniedOrFull) {
        return false;
      }
    },

    // State `number` is in the database: a journal that is not newer has done its service.
    forgetJournal: function(document, number) {
      try {
        if (!(PageStorage.journaled[document] > number)) localStorage.removeItem(PageStorage.journalPrefix + document);
      } catch (denied) {
        return;
      }
    },

    journals: function() {
      var found = [];
      try {
        for (var i = 0; i < localStorage.length; i++) {
          var key = localStorage.key(i);
          if (key.indexOf(PageStorage.journalPrefix) === 0) found.push(new TextEncoder().encode(localStorage.getItem(key)));
        }
      } catch (denied) {
        return found;
      }
      return found;
    },

    // The packed document in a record (see record.cpp), for when the program itself cannot be asked any more.
    documentIn: function(record) {
      var start = record.indexOf(10) + 1, decode = function(from, to) { return new TextDecoder().decode(record.slice(from, to)); };
      for (var spaces = 0; spaces < 3; start++) if (record[start] === 32) spaces++;
      var text = '';
      for (var field = 0; field < 3; field++) {
        var colon = record.indexOf(58, start), length = Number(decode(start, colon));
        text = decode(colon + 1, colon + 1 + length);
        start = colon + 1 + length;
      }
      return text;
    },

    fail: function(error) { return String((error && error.name) || error); },
  },

  page_time_text__deps: ['$PageText'],
  page_time_text: function(time) {
    return PageText.copy(new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }));
  },

  page_new_name__deps: ['$PageText'],
  page_new_name: function() { return PageText.copy(Date.now().toString(36) + Math.random().toString(36).slice(2, 10)); },

  page_store_put__deps: ['$PageStorage'],
  page_store_put: function(request, documentName, number, parent, bytes, size) {
    var copy = HEAPU8.slice(bytes, bytes + size), document = UTF8ToString(documentName);
    Module.lastKept = function() { return PageStorage.documentIn(copy); };
    PageStorage.journal(document, number, copy);
    PageStorage.put(document, number, parent, copy).then(function(outcome) {
      PageStorage.forgetJournal(document, number);
      PageText.send('', function(none) { _zhengshe_store_written(request, outcome.written, outcome.head, none); });
    }, function(error) {
      PageText.send(PageStorage.fail(error), function(reason) { _zhengshe_store_written(request, 0, 0, reason); });
    });
  },

  page_store_read__deps: ['$PageStorage'],
  page_store_read: function(request, documentName) {
    var give = function(records, reason) {
      records.forEach(function(bytes) {
        var pointer = PageText.copyBytes(bytes);
        _zhengshe_store_found(request, pointer, bytes.length);
        _free(pointer);
      });
      PageText.send(reason, function(text) { _zhengshe_store_read(request, text); });
    };
    PageStorage.read(UTF8ToString(documentName)).then(function(records) { give(records, ''); }, function(error) {
      give(PageStorage.journals(), PageStorage.fail(error));
    });
  },

  page_store_journal__deps: ['$PageStorage'],
  page_store_journal: function(documentName, number, bytes, size) {
    return PageStorage.journal(UTF8ToString(documentName), number, HEAPU8.slice(bytes, bytes + size)) ? 1 : 0;
  },

  // One page edits a document; the lock goes with the page, however it ends.
  page_store_hold__deps: ['$PageText'],
  page_store_hold: function(request, documentName) {
    var answer = function(held) { _zhengshe_store_held(request, held ? 1 : 0); };
    if (!navigator.locks) return answer(true);
    navigator.locks.request('zhengshe ' + UTF8ToString(documentName), { ifAvailable: true }, function(lock) {
      answer(lock);
      return lock ? new Promise(function() {}) : undefined;
    }).catch(function() { answer(true); });
  },
});
