// Pointer, touch, keyboard, input methods and clipboard. A hidden text area beside the caret receives
// text, so that input methods, soft keyboards and the browser's own clipboard commands work.
mergeInto(LibraryManager.library, {
  $PageInput__deps: ['$PageCanvas', '$PageText', '$PageFiles'],
  $PageInput: {
    keys: {},
    touches: {},
    pinchDistance: 0,
    longPress: 0,
    controlHeld: false,
    leavingCanvas: false,
    lastPointer: 'mouse',
    clipboardEvent: null,
    copyKeyAt: -1e9,

    install: function() {
      // The order is that of ImGuiKey.
      var names = 'Tab ArrowLeft ArrowRight ArrowUp ArrowDown PageUp PageDown Home End Insert Delete Backspace Space Enter ' +
          'Escape ControlLeft ShiftLeft AltLeft MetaLeft ControlRight ShiftRight AltRight MetaRight ContextMenu ' +
          'Digit0 Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 ' +
          'KeyA KeyB KeyC KeyD KeyE KeyF KeyG KeyH KeyI KeyJ KeyK KeyL KeyM KeyN KeyO KeyP KeyQ KeyR KeyS KeyT KeyU KeyV ' +
          'KeyW KeyX KeyY KeyZ F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12';
      names.split(' ').forEach(function(name, index) { PageInput.keys[name] = 512 + index; });
      PageInput.keys.NumpadEnter = PageInput.keys.Enter;
      PageInput.installPointer(PageCanvas.element());
      PageInput.installKeyboard(document.getElementById('textinput'));
      PageInput.installText(document.getElementById('textinput'));
      PageInput.installClipboard();
      addEventListener('focus', function() { _zhengshe_focused(1); });
      addEventListener('blur', function() { _zhengshe_focused(0); });
    },

    at: function(event, receive) {
      var box = PageCanvas.element().getBoundingClientRect();
      receive(event.clientX - box.left, event.clientY - box.top);
    },

    installPointer: function(canvas) {
      canvas.addEventListener('pointerdown', function(event) {
        event.preventDefault();
        canvas.setPointerCapture(event.pointerId);
        PageInput.lastPointer = event.pointerType;
        document.getElementById('textinput').focus({ preventScroll: true });
        if (event.pointerType === 'touch') return PageInput.touchStart(event);
        PageInput.at(event, _zhengshe_mouse_moved);
        _zhengshe_mouse_button([0, 2, 1][event.button] || 0, 1);
      });
      canvas.addEventListener('pointermove', function(event) {
        if (event.pointerType === 'touch') PageInput.touchMove(event);
        else PageInput.at(event, _zhengshe_mouse_moved);
      });
      canvas.addEventListener('pointerup', function(event) {
        if (event.pointerType === 'touch') return PageInput.touchEnd(event);
        PageInput.at(event, _zhengshe_mouse_moved);
        _zhengshe_mouse_button([0, 2, 1][event.button] || 0, 0);
      });
      canvas.addEventListener('pointercancel', function(event) {
        delete PageInput.touches[event.pointerId];
        clearTimeout(PageInput.longPress);
        if (event.pointerType === 'touch') _zhengshe_touch_cancelled();
        else _zhengshe_mouse_button(0, 0);
      });
      canvas.addEventListener('pointerleave', function(event) {
        if (event.pointerType !== 'touch') _zhengshe_mouse_left();
      });
      canvas.addEventListener('contextmenu', function(event) { event.preventDefault(); });
      canvas.addEventListener('wheel', PageInput.wheel, { passive: false });
    },

    // A pinch on a track pad claims Ctrl though the key is up; Ctrl with the key down is the browser's zoom, except over
    // what has a zoom of its own.
    wheel: function(event) {
      if (event.ctrlKey && PageInput.controlHeld && !_zhengshe_owns_wheel()) return;
      event.preventDefault();
      if (event.ctrlKey && !PageInput.controlHeld) return _zhengshe_pinch(Math.exp(-event.deltaY / 100));
      var notches = [1 / 100, 1 / 3, 10][event.deltaMode];
      _zhengshe_wheel(-event.deltaX * notches, -event.deltaY * notches);
    },

    twoFingers: function() {
      var fingers = Object.keys(PageInput.touches).map(function(id) { return PageInput.touches[id]; });
      return fingers.length === 2 ? fingers : null;
    },

    fingerDistance: function(fingers) {
      return Math.hypot(fingers[0].clientX - fingers[1].clientX, fingers[0].clientY - fingers[1].clientY) || 1;
    },

    touchStart: function(event) {
      PageInput.touches[event.pointerId] = event;
      clearTimeout(PageInput.longPress);
      var fingers = PageInput.twoFingers();
      if (fingers) {
        PageInput.pinchDistance = PageInput.fingerDistance(fingers);
        _zhengshe_touch_cancelled();
        PageInput.at({
          clientX: (fingers[0].clientX + fingers[1].clientX) / 2,
          clientY: (fingers[0].clientY + fingers[1].clientY) / 2,
        }, _zhengshe_pinch_started);
        return;
      }
      PageInput.at(event, _zhengshe_touch_started);
      PageInput.longPress = setTimeout(function() { _zhengshe_long_press(); }, 500);
    },

    touchMove: function(event) {
      if (!PageInput.touches[event.pointerId]) return;
      PageInput.touches[event.pointerId] = event;
      var fingers = PageInput.twoFingers();
      if (!fingers) return PageInput.at(event, _zhengshe_touch_moved);
      var distance = PageInput.fingerDistance(fingers);
      _zhengshe_pinch(distance / PageInput.pinchDistance);
      PageInput.pinchDistance = distance;
    },

    touchEnd: function(event) {
      delete PageInput.touches[event.pointerId];
      clearTimeout(PageInput.longPress);
      _zhengshe_touch_ended();
    },

    // Letters follow the user's layout, everything else the place on the keyboard.
    keyOf: function(event) {
      if (/^[a-z]$/i.test(event.key)) return PageInput.keys['Key' + event.key.toUpperCase()];
      return PageInput.keys[event.code];
    },

    modifiers: function(event) {
      PageInput.controlHeld = event.ctrlKey;
      _zhengshe_modifiers(event.ctrlKey, event.shiftKey, event.altKey, event.metaKey);
    },

    // The keys that the program takes from the browser; all others stay the browser's.
    isOurs: function(event) {
      if (event.ctrlKey || event.metaKey) return !event.altKey && /^[sozyak]$/i.test(event.key);
      if (event.altKey) return false;
      return /^(Tab|Backspace|Delete|Enter|Escape|Arrow.*|Page.*|Home|End|F1)$/.test(event.key);
    },

    installKeyboard: function(textarea) {
      var down = function(event) {
        if (event.isComposing || event.keyCode === 229) return;
        PageInput.modifiers(event);
        // Escape, then Tab, leaves the canvas: a keyboard must not be caught in it.
        if (event.key === 'Tab' && PageInput.leavingCanvas) return;
        PageInput.leavingCanvas = event.key === 'Escape';
        var command = (event.ctrlKey || event.metaKey) && !event.altKey;
        if (command && /^v$/i.test(event.key)) return;  // the paste event brings the text
        if (command && /^[cx]$/i.test(event.key)) PageInput.copyKeyAt = event.timeStamp;
        if (PageInput.isOurs(event)) event.preventDefault();
        var key = PageInput.keyOf(event);
        if (key) _zhengshe_key(key, 1);
      };
      textarea.addEventListener('keydown', down);
      // Keys that go nowhere, as before the first press of the pointer, are the program's; Tab goes its way by itself.
      document.addEventListener('keydown', function(event) {
        if (event.target !== document.body || event.key === 'Tab' || !document.getElementById('explanation').hidden) return;
        textarea.focus({ preventScroll: true });
        if (document.activeElement === textarea) down(event);  // it is not there in the page as text
      });
      textarea.addEventListener('keyup', function(event) {
        if (event.isComposing) return;
        PageInput.modifiers(event);
        var key = PageInput.keyOf(event);
        if (key) _zhengshe_key(key, 0);
      });
    },

    installText: function(textarea) {
      var flush = function() {
        if (textarea.value) PageText.send(textarea.value, function(text) { _zhengshe_text(text); });
        textarea.value = '';
      };
      textarea.addEventListener('input', function(event) {
        if (!event.isComposing) flush();
      });
      textarea.addEventListener('compositionstart', function() { textarea.classList.add('composing'); });
      textarea.addEventListener('compositionend', function() {
        textarea.classList.remove('composing');
        flush();
      });
      // Soft keyboards delete without telling a key.
      textarea.addEventListener('beforeinput', function(event) {
        if (event.inputType !== 'deleteContentBackward' || event.isComposing || textarea.value) return;
        _zhengshe_key(PageInput.keys.Backspace, 1);
        _zhengshe_key(PageInput.keys.Backspace, 0);
      });
    },

    installClipboard: function() {
      document.addEventListener('paste', function(event) {
        if (!PageInput.isCanvasFocused()) return;
        event.preventDefault();
        if (event.clipboardData.files.length) return PageFiles.receive(event.clipboardData.files);
        var text = event.clipboardData.getData('text/plain');
        if (text) PageText.send(text, function(pointer) { _zhengshe_pasted(pointer); });
      });
      ['copy', 'cut'].forEach(function(kind) {
        document.addEventListener(kind, function(event) {
          if (!PageInput.isCanvasFocused()) return;
          PageInput.clipboardEvent = event;
          _zhengshe_copying(kind === 'cut', event.timeStamp - PageInput.copyKeyAt < 500);
          PageInput.clipboardEvent = null;
        });
      });
    },

    isCanvasFocused: function() {
      var active = document.activeElement;
      return !active || active === document.body || active.id === 'textinput' || active.id === 'canvas';
    },
  },

  page_text_input__deps: ['$PageInput'],
  page_text_input: function(wanted, x, y, lineHeight) {
    var textarea = document.getElementById('textinput'), mode = wanted ? 'text' : 'none';
    textarea.style.left = x + 'px';
    textarea.style.top = y + 'px';
    textarea.style.height = textarea.style.lineHeight = lineHeight + 'px';
    if (textarea.inputMode === mode) return;
    textarea.inputMode = mode;
    if (PageInput.lastPointer !== 'touch') return;
    textarea.blur();  // a soft keyboard looks at the mode only when the focus comes
    if (wanted) textarea.focus({ preventScroll: true });
  },

  page_copy__deps: ['$PageInput'],
  page_copy: function(text) {
    var copied = UTF8ToString(text);
    if (PageInput.clipboardEvent) {
      PageInput.clipboardEvent.clipboardData.setData('text/plain', copied);
      PageInput.clipboardEvent.preventDefault();
    } else if (navigator.clipboard) {
      navigator.clipboard.writeText(copied).catch(function() {});
    }
  },
});
