// Glyphs from the browser's own fonts, measured and drawn on a small 2D canvas.
mergeInto(LibraryManager.library, {
  $PageFonts: {
    context: null,
    key: '',
    digitWidth: 0,
    families: 'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", ' +
        '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',

    // A context with the font set; setting a font is slow, so it stays set between glyphs.
    use: function(pixels, weight) {
      if (!PageFonts.context) {
        var canvas = document.createElement('canvas');
        canvas.width = canvas.height = 64;
        PageFonts.context = canvas.getContext('2d', { willReadFrequently: true });
      }
      var key = weight + ' ' + pixels + 'px ' + PageFonts.families;
      if (PageFonts.key !== key) {
        PageFonts.key = PageFonts.context.font = key;
        PageFonts.context.textBaseline = 'alphabetic';
        PageFonts.digitWidth = 0;
        for (var digit = 0; digit < 10; digit++) {
          PageFonts.digitWidth = Math.max(PageFonts.digitWidth, PageFonts.context.measureText(String(digit)).width);
        }
      }
      return PageFonts.context;
    },

    // Controls, and what has no width or turns the direction, would hide in a name.
    shown: function(codepoint) {
      var text = String.fromCodePoint(codepoint);
      return /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text) ? '\ufffd' : text;
    },

    // Figures stand in columns: every digit is as wide as the widest and centred in that width.
    digitShift: function(codepoint, width) {
      return codepoint >= 48 && codepoint <= 57 ? (PageFonts.digitWidth - width) / 2 : 0;
    },
  },

  page_fonts_read_back: function() { return Module.canReadBack; },

  page_font_metrics__deps: ['$PageFonts'],
  page_font_metrics: function(pixels, weight, out) {
    var metrics = PageFonts.use(pixels, weight).measureText('Mg\u4e2d');
    HEAPF32[out >> 2] = metrics.fontBoundingBoxAscent;
    HEAPF32[(out >> 2) + 1] = metrics.fontBoundingBoxDescent;
  },

  // Advance, then the box around the ink: left, top, right, bottom from the origin on the base line,
  // y downwards, in whole pixels with one pixel of margin.
  page_glyph_measure__deps: ['$PageFonts'],
  page_glyph_measure: function(codepoint, pixels, weight, out) {
    var metrics = PageFonts.use(pixels, weight).measureText(PageFonts.shown(codepoint));
    var shift = PageFonts.digitShift(codepoint, metrics.width), at = out >> 2;
    HEAPF32[at] = metrics.width + 2 * shift;
    HEAPF32[at + 1] = Math.floor(shift - metrics.actualBoundingBoxLeft) - 1;
    HEAPF32[at + 2] = Math.floor(-metrics.actualBoundingBoxAscent) - 1;
    HEAPF32[at + 3] = Math.ceil(shift + metrics.actualBoundingBoxRight) + 1;
    HEAPF32[at + 4] = Math.ceil(metrics.actualBoundingBoxDescent) + 1;
  },

  page_glyph_draw__deps: ['$PageFonts'],
  page_glyph_draw: function(codepoint, pixels, weight, left, top, width, height, alpha) {
    var context = PageFonts.use(pixels, weight), canvas = context.canvas;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, 2 * width);
      canvas.height = Math.max(canvas.height, 2 * height);
      PageFonts.key = '';  // a resized canvas has forgotten its font
      PageFonts.use(pixels, weight);
    }
    var text = PageFonts.shown(codepoint);
    context.clearRect(0, 0, width, height);
    context.fillText(text, PageFonts.digitShift(codepoint, context.measureText(text).width) - left, -top);
    var rgba = context.getImageData(0, 0, width, height).data;
    for (var i = 0; i < width * height; i++) HEAPU8[alpha + i] = rgba[4 * i + 3];
  },
});
