#include "platform/items.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"

namespace zhengshe::platform {
namespace {

// What a person reads of a label; of one that is drawn elsewhere ("##Members"), its hidden name.
std::string_view shown_part(const char* label) {
  const std::string_view text = label ? label : "";
  const std::size_t hidden = text.find("##");
  return hidden == 0 ? text.substr(text.find_first_not_of('#') == std::string_view::npos ? text.size() : text.find_first_not_of('#')) : text.substr(0, hidden);
}

const char* role_of(const ImGuiContext& context, ImGuiID id, ImGuiItemStatusFlags status) {
  const ImGuiWindow* window = context.CurrentWindow;
  if (window && window->ID == id) return "window";
  if (context.CurrentTabBar && ImGui::TabBarFindTabByID(context.CurrentTabBar, id)) return "tab";
  if (window && window->Flags & (ImGuiWindowFlags_ChildMenu | ImGuiWindowFlags_MenuBar) && window->DC.MenuBarAppending) return "menuitem";
  if (status & ImGuiItemStatusFlags_Checkable) return "checkbox";
  if (status & ImGuiItemStatusFlags_Openable) return "treeitem";
  if (status & ImGuiItemStatusFlags_Inputable) return "textbox";
  const bool spans_table = context.CurrentTable && context.LastItemData.Rect.GetWidth() >= context.CurrentTable->WorkRect.GetWidth() * 0.9f;
  return spans_table ? "row" : "button";
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
}

void copy_description(const Item& from, Item& to) {
  to.label = from.label;
  to.role = from.role;
  to.checked = from.checked;
  to.opened = from.opened;
}

ItemRegistry* registry_of(ImGuiContext* context) { return static_cast<ItemRegistry*>(context->TestEngine); }

}  // namespace

void ItemRegistry::attach(ImGuiContext& context) { context.TestEngine = this; }

void ItemRegistry::begin_recording(ImGuiContext& context) {
  items_.clear();
  pending_ = {};
  context.TestEngineHookItems = true;
}

void ItemRegistry::end_recording(ImGuiContext& context) { context.TestEngineHookItems = false; }

void ItemRegistry::add(Item placed) {
  if (placed.id == pending_.id) {
    copy_description(pending_, placed);
    pending_ = {};
  }
  items_.push_back(std::move(placed));
}

void ItemRegistry::describe(Item described) {
  const auto last = std::find_if(items_.rbegin(), items_.rend(), [&](const Item& item) { return item.id == described.id; });
  if (last != items_.rend()) copy_description(described, *last);
  else pending_ = std::move(described);
}

std::string to_json(const std::vector<Item>& items) {
  std::string out = "[";
  for (const Item& item : items) {
    if (item.label.empty()) continue;
    if (out.size() > 1) out += ',';
    out += "{\"id\":" + std::to_string(item.id) + ",\"label\":\"";
    append_escaped(out, item.label);
    out += "\",\"role\":\"" + item.role + '"';
    char box[128];
    std::snprintf(box, sizeof box, ",\"x\":%.1f,\"y\":%.1f,\"w\":%.1f,\"h\":%.1f,\"flags\":[", item.x, item.y, item.width, item.height);
    out += box;
    const std::pair<bool, const char*> flags[] = {{item.checked, "checked"}, {item.opened, "opened"}, {item.disabled, "disabled"}, {item.focused, "focused"}, {item.visible, "visible"}};
    bool first = true;
    for (const auto& [set, name] : flags) {
      if (!set) continue;
      out += first ? "\"" : ",\"";
      out += name;
      out += '"';
      first = false;
    }
    out += "]}";
  }
  return out + "]";
}

}  // namespace zhengshe::platform

// The four functions Dear ImGui calls when it is built with IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box, const ImGuiLastItemData* data) {
  auto* registry = zhengshe::platform::registry_of(context);
  const ImGuiWindow* window = context->CurrentWindow;
  const bool shown = window && !window->IsFallbackWindow && !window->Hidden;
  if (!registry || id == 0 || !shown) return;
  zhengshe::platform::Item item;
  item.id = id;
  item.role = "item";
  item.x = box.Min.x, item.y = box.Min.y, item.width = box.GetWidth(), item.height = box.GetHeight();
  item.disabled = data && (data->ItemFlags & ImGuiItemFlags_Disabled);
  item.focused = context->NavId == id && context->NavCursorVisible;
  item.visible = !window->SkipItems && window->ClipRect.Overlaps(box);
  registry->add(std::move(item));
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label, ImGuiItemStatusFlags status) {
  auto* registry = zhengshe::platform::registry_of(context);
  if (!registry) return;
  zhengshe::platform::Item described;
  described.id = id;
  described.label = zhengshe::platform::shown_part(label);
  described.role = zhengshe::platform::role_of(*context, id, status);
  described.checked = status & ImGuiItemStatusFlags_Checked;
  described.opened = status & ImGuiItemStatusFlags_Opened;
  registry->describe(std::move(described));
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
