// What the keyboard is on, as a hidden element with role, name and state: a screen reader speaks it.
mergeInto(LibraryManager.library, {
  page_speak: function(role, label, checked, opened, disabled) {
    var mirror = document.getElementById('mirror'), element = document.createElement('div');
    element.id = 'spoken';
    element.setAttribute('role', UTF8ToString(role));
    element.textContent = UTF8ToString(label);
    if (checked >= 0) element.setAttribute('aria-checked', String(checked === 1));
    if (opened >= 0) element.setAttribute('aria-expanded', String(opened === 1));
    if (disabled) element.setAttribute('aria-disabled', 'true');
    mirror.replaceChildren(element);
    document.getElementById('textinput').setAttribute('aria-activedescendant', 'spoken');
  },
});
