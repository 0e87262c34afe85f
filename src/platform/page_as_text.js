// The page as text, for browsers that cannot draw: the program's parts as HTML, with commands and inputs.
mergeInto(LibraryManager.library, {
  $PageAsText__deps: ['$PageText'],
  $PageAsText: {
    shown: {},  // HTML by the part's id

    install: function() {
      document.body.className = 'as-text';
      var text = document.getElementById('text'), enter = function(field, value) {
        PageText.send(field, function(name) {
          PageText.send(value, function(content) { _zhengshe_entered(name, content); });
        });
      };
      text.addEventListener('click', function(event) {
        var pressed = event.target.dataset;
        if (pressed.command) enter('', pressed.command);
        if (pressed.select) enter('cooperative', pressed.select);
      });
      text.addEventListener('change', function(event) {
        var input = event.target, isTick = input.type === 'checkbox';
        enter(input.dataset.field, isTick ? (input.checked ? 'on' : '') : input.value);
      });
    },

    // Replaces a part only where it has changed, and leaves the keyboard where it was.
    show: function(id, html) {
      if (PageAsText.shown[id] === html) return;
      PageAsText.shown[id] = html;
      var part = document.getElementById('text-part-' + id) || document.getElementById('text').appendChild(document.createElement('div'));
      var focused = part.contains(document.activeElement) && document.activeElement.dataset;
      part.id = 'text-part-' + id;
      part.innerHTML = Module.scripts.createHTML(html);
      for (var name in focused || {}) {
        var again = part.querySelector('[data-' + name + '="' + CSS.escape(focused[name]) + '"]');
        if (again) again.focus({ preventScroll: true });
      }
    },
  },

  page_show_text__deps: ['$PageAsText'],
  page_show_text: function(id, html) { PageAsText.show(UTF8ToString(id), UTF8ToString(html)); },
});
