// window.zhengshe: what tests and scripts may ask. The page made the object with its `ready` promise.
mergeInto(LibraryManager.library, {
  $PageAutomation__deps: ['$PageText', '$PageCanvas'],
  $PageAutomation: {
    install: function() {
      var text = function(pointer) { return UTF8ToString(pointer); };
      Object.assign(window.zhengshe, {
        items: function() { return JSON.parse(text(_zhengshe_items())); },
        scenario: function() { return text(_zhengshe_scenario()); },
        hash: function() { return text(_zhengshe_hash()); },
        metrics: function() { return JSON.parse(text(_zhengshe_metrics()) || '{}'); },
        frames: function() { return _zhengshe_frames(); },
        drawing: function() { return PageCanvas.frame !== 0; },
        busy: function() { return _zhengshe_busy() !== 0; },
        open: function(source) {
          var bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source, pointer = PageText.copyBytes(bytes);
          var issues = JSON.parse(text(_zhengshe_open(pointer, bytes.length)));
          _free(pointer);
          return issues;
        },
      });
    },
  },
});
