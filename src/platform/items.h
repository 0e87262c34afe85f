// The widgets of one frame, collected through Dear ImGui's own item hooks: what a test clicks on and
// what a screen reader is told. Needs neither a browser nor a window.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct ImGuiContext;

namespace zhengshe::platform {

/// One widget; position and size in the units of ImGuiIO::DisplaySize (CSS pixels on the page).
struct Item {
  std::uint32_t id = 0;
  std::string label;  ///< as shown: without the part after "##"
  std::string role;   ///< button, checkbox, textbox, tab, row, treeitem, menuitem, window; item = not told
  float x = 0, y = 0, width = 0, height = 0;
  bool checked = false, opened = false, disabled = false, focused = false, visible = false;

  bool operator==(const Item&) const = default;
};

class ItemRegistry {
 public:
  /// Makes the hooks of `context` report to this registry, which must outlive the context.
  void attach(ImGuiContext& context);
  /// Forgets the last frame and records the next one. Off, the hooks cost one branch per widget.
  void begin_recording(ImGuiContext& context);
  void end_recording(ImGuiContext& context);
  const std::vector<Item>& items() const { return items_; }

  // Called by the hooks.
  void add(Item placed);            ///< id and place are known
  void describe(Item described);    ///< label, role and state of the item with this id

 private:
  std::vector<Item> items_;
  Item pending_;  ///< a tab is described before it is placed
};

/// The items as a JSON array of {id, label, role, x, y, w, h, flags}; unnamed items are left out.
std::string to_json(const std::vector<Item>& items);

}  // namespace zhengshe::platform
