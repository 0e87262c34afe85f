// Decimal numbers, read as the browser reads them: to the nearest double.
mergeInto(LibraryManager.library, {
  page_number_of: function(text, size) { return Number(UTF8ToString(text, size)); },
});
