// Every font of the program brings its own loader. Taking the seat that Dear ImGui keeps for FreeType's loader leaves
// its rasterizer of TrueType files out of programs that do not name it.
#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader nothing{};
  return &nothing;
}

// Asked for by Dear ImGui's own debug windows, which a build without optimisation still links.
bool ImGuiFreeType::DebugEditFontLoaderFlags(ImGuiFreeTypeLoaderFlags*) { return false; }
