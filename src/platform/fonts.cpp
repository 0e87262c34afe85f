// Glyphs drawn by the browser from its own fonts: nothing to download, all of Chinese. Where those will not do, the
// page brings a font of its own (web/start.js decides), which is drawn here.
#include <cmath>

#include "platform/page.h"

namespace zhengshe::platform {
namespace {

constexpr int kRegularWeight = 400;
constexpr int kSemiboldWeight = 600;

struct FontData {
  float em_per_line = 1;  ///< font size in pixels per pixel of line height
};

// The weight travels in the one field of ImFontConfig that is left to the loader.
int weight_of(const ImFontConfig* source) { return static_cast<int>(source->FontLoaderFlags); }

bool init_source(ImFontAtlas*, ImFontConfig* source) {
  float metrics[2];
  page_font_metrics(100, weight_of(source), metrics);
  auto* data = IM_NEW(FontData);
  data->em_per_line = 100.0f / (metrics[0] + metrics[1]);
  source->FontLoaderData = data;
  return true;
}

void destroy_source(ImFontAtlas*, ImFontConfig* source) {
  IM_DELETE(static_cast<FontData*>(source->FontLoaderData));
  source->FontLoaderData = nullptr;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) {
  const bool surrogate_or_private = codepoint >= 0xD800 && codepoint < 0xF900;
  return codepoint >= 0x20 && !surrogate_or_private;
}

float font_pixels(const ImFontConfig* source, const ImFontBaked* baked) {
  return baked->Size * static_cast<const FontData*>(source->FontLoaderData)->em_per_line;
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  if (source->MergeMode) return true;  // the lines are those of the font it is merged into
  float metrics[2];
  page_font_metrics(font_pixels(source, baked), weight_of(source), metrics);
  baked->Ascent = std::ceil(metrics[0]);
  baked->Descent = std::floor(-metrics[1]);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
  if (!contains_glyph(atlas, source, codepoint)) return false;
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  const float pixels = font_pixels(source, baked) * density;
  float measured[5];
  page_glyph_measure(static_cast<int>(codepoint), pixels, weight_of(source), measured);
  if (advance) {
    *advance = measured[0] / density;
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = measured[0] / density;
  const int left = static_cast<int>(measured[1]), top = static_cast<int>(measured[2]);
  const int width = static_cast<int>(measured[3]) - left, height = static_cast<int>(measured[4]) - top;
  const bool has_ink = width > 2 && height > 2;  // one pixel on every side is margin
  if (!has_ink) return true;

  const ImFontAtlasRectId rect_id = ImFontAtlasPackAddRect(atlas, width, height);
  if (rect_id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, rect_id);
  atlas->Builder->TempBuffer.resize(width * height);
  auto* bitmap = reinterpret_cast<unsigned char*>(atlas->Builder->TempBuffer.Data);
  page_glyph_draw(static_cast<int>(codepoint), pixels, weight_of(source), left, top, width, height, bitmap);

  const float baseline = std::round(baked->Ascent);
  glyph->X0 = static_cast<float>(left) / density;
  glyph->Y0 = static_cast<float>(top) / density + baseline;
  glyph->X1 = static_cast<float>(left + width) / density;
  glyph->Y1 = static_cast<float>(top + height) / density + baseline;
  glyph->Visible = true;
  glyph->PackId = rect_id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, bitmap, ImTextureFormat_Alpha8, width);
  return true;
}

void add_browser_font(ImFontAtlas& atlas, int weight, bool merge) {
  ImFontConfig config;
  config.FontLoader = &page().font_loader;
  config.FontLoaderFlags = static_cast<unsigned>(weight);
  config.MergeMode = merge;
  atlas.AddFont(&config);
}

// The bytes stay where they are for as long as the page is open.
void add_own_font(ImFontAtlas& atlas, char* bytes, int size, int weight) {
  constexpr float kSemiboldInk = 1.8f;  // it has one weight: darker edges stand for the other
  ImFontConfig config;
  config.FontLoader = ImFontAtlasGetFontLoaderForStbTruetype();
  config.FontData = bytes;
  config.FontDataSize = size;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = config.OversampleV = 1;
  config.RasterizerMultiply = weight == kSemiboldWeight ? kSemiboldInk : 1;
  atlas.AddFont(&config);
}

}  // namespace

void install_fonts() {
  ImFontLoader& loader = page().font_loader;
  loader.Name = "browser";
  loader.FontSrcInit = init_source;
  loader.FontSrcDestroy = destroy_source;
  loader.FontSrcContainsGlyph = contains_glyph;
  loader.FontBakedInit = init_baked;
  loader.FontBakedLoadGlyph = load_glyph;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  int size = 0;
  char* own = page_asset("fallback.ttf", &size);
  for (const int weight : {kRegularWeight, kSemiboldWeight}) {
    if (own != nullptr) add_own_font(atlas, own, size, weight);
    if (own == nullptr || page_fonts_read_back()) add_browser_font(atlas, weight, own != nullptr);
  }
}

namespace {

// Glyphs are the only quads drawn texel for pixel; everything else keeps its place.
bool is_glyph(const ImDrawVert* v, float ratio, ImVec2 texture_size) {
  if (v[0].pos.y != v[1].pos.y || v[1].pos.x != v[2].pos.x || v[2].pos.y != v[3].pos.y || v[3].pos.x != v[0].pos.x) return false;
  const float texels_x = (v[2].uv.x - v[0].uv.x) * texture_size.x, texels_y = (v[2].uv.y - v[0].uv.y) * texture_size.y;
  const float pixels_x = (v[2].pos.x - v[0].pos.x) * ratio, pixels_y = (v[2].pos.y - v[0].pos.y) * ratio;
  return texels_x > 1 && texels_y > 1 && std::fabs(texels_x - pixels_x) < 0.02f && std::fabs(texels_y - pixels_y) < 0.02f;
}

}  // namespace

void snap_glyphs(ImDrawData& data, float ratio) {
  const ImTextureData* texture = ImGui::GetIO().Fonts->TexData;
  if (!texture) return;
  const ImVec2 size(static_cast<float>(texture->Width), static_cast<float>(texture->Height));
  for (ImDrawList* list : data.CmdLists) {
    ImDrawVert* vertices = list->VtxBuffer.Data;
    for (int i = 0; i + 4 <= list->VtxBuffer.Size;) {
      ImDrawVert* quad = vertices + i;
      if (!is_glyph(quad, ratio, size)) {
        ++i;
        continue;
      }
      const float dx = std::round(quad->pos.x * ratio) / ratio - quad->pos.x;
      const float dy = std::round(quad->pos.y * ratio) / ratio - quad->pos.y;
      for (int corner = 0; corner < 4; ++corner) quad[corner].pos.x += dx, quad[corner].pos.y += dy;
      i += 4;
    }
  }
}

}  // namespace zhengshe::platform
