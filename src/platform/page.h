// What the files of this folder share: the state of the one page, the calls into its scripts, and
// the calls its scripts make into the program. State hangs on ImGuiIO::BackendPlatformUserData, so
// that the functions a browser event enters can find it without a global.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "platform/items.h"
#include "platform/platform.h"

namespace zhengshe::platform {

struct Canvas {
  int context = 0;             ///< WebGL2 context handle
  int width = 0, height = 0;   ///< device pixels
  float ratio = 1;             ///< device pixels per CSS pixel, browser zoom included
  bool textual = false;        ///< there is no context: the page is text
  bool lost = false;           ///< the context was taken away and has not come back yet
  bool drawing = false;        ///< inside a frame: an event that arrives now must not start another
  double last_frame_ms = 0;
  std::int64_t frames = 0;
  int cursor = -2;             ///< cursor shape the page shows now
};

struct Schedule {
  int wanted_frames = 0;
  double wake_at_ms = 0;       ///< 0 = nothing scheduled
};

/// A finger on the canvas. A touch presses nothing until it is clear what it means.
struct Touch {
  enum class Phase { none, undecided, scrolling, pressing };
  Phase phase = Phase::none;
  ImVec2 start, last;
};

/// Who waits for the answers to requests, by their numbers. There are never more than a few.
template <class Waiter>
class Waiting {
 public:
  void add(int request, Waiter waiter) { list_.emplace_back(request, std::move(waiter)); }
  Waiter* find(int request) {
    for (auto& [number, waiter] : list_)
      if (number == request) return &waiter;
    return nullptr;
  }
  std::optional<Waiter> take(int request) {
    for (auto& entry : list_) {
      if (entry.first != request) continue;
      std::optional<Waiter> waiter(std::move(entry.second));
      entry = std::move(list_.back());
      list_.pop_back();
      return waiter;
    }
    return std::nullopt;
  }
  void clear() { list_.clear(); }
  std::size_t size() const { return list_.size(); }

 private:
  std::vector<std::pair<int, Waiter>> list_;
};

/// Requests given to workers.
struct Work {
  int last_id = 0;
  Waiting<std::function<void(std::string_view)>> waiting;
};

/// Files on their way out: a picker may be open for one while another is written.
struct Saves {
  int last_request = 0;
  Waiting<std::function<void(SaveResult)>> waiting;
};

/// Storage requests that wait for the browser.
struct Store {
  struct Read {
    StoredDocuments found;
    std::function<void(StoredDocuments)> done;
  };
  int last_request = 0;
  Waiting<std::function<void(KeepOutcome)>> writing;
  Waiting<Read> reading;
  Waiting<std::function<void(bool)>> holding;
};

struct Page {
  Application application;
  Canvas canvas;
  Schedule schedule;
  Touch touch;
  ImFontLoader font_loader;
  ItemRegistry items;
  Item spoken;                 ///< what the screen reader was told last
  std::string clipboard;
  std::vector<Arrival> arrivals;
  std::string arriving;        ///< bytes of the next arrival, which a script fills
  Saves saves;
  Work work;
  Store store;
  std::string answer;          ///< text last handed to a script; lives until the next answer
  bool apple = false;
};

/// The page of the current Dear ImGui context.
Page& page();

/// Lets the program answer its input and lay out a frame, without sending it to the graphics card; `record` keeps its
/// items for page().items. False when there is nothing to lay out on.
bool lay_out_frame(bool record = false);
/// Lays out a frame and draws it.
void draw_frame();
/// Lays out frames inside a user's gesture until its events are consumed: only then may the program open a file
/// dialogue, fill the clipboard or raise the soft keyboard. What came of it is drawn with the next animation frame.
void answer_input_now();
void install_fonts();
void install_input();
/// Moves glyphs onto whole device pixels, which keeps text sharp at fractional ratios.
void snap_glyphs(ImDrawData& data, float ratio);

}  // namespace zhengshe::platform

// Functions of the page's scripts (src/platform/page_*.js).
extern "C" {
void page_install(int textual);
void page_schedule_frame();
void page_schedule_wake(double delay_ms);
void page_forget_wake();
void page_schedule_work();
void page_first_frame_drawn();
void page_show_text(const char* id, const char* html);
double page_now_ms();
double page_number_of(const char* text, int size);
void page_set_cursor(const char* css_name);
void page_set_title(const char* title);
void page_set_language(const char* tag);
int page_media_matches(const char* query);
int page_is_apple();
char* page_languages();
char* page_fragment();
void page_set_fragment(const char* text);
char* page_decode(const char* label, const char* bytes, int size);
char* page_asset(const char* path, int* size);
int page_fonts_read_back();
void page_font_metrics(float pixels, int weight, float* ascent_descent);
void page_glyph_measure(int codepoint, float pixels, int weight, float* advance_and_box);
void page_glyph_draw(int codepoint, float pixels, int weight, int left, int top, int width, int height,
                     unsigned char* alpha);
void page_text_input(int wanted, float x, float y, float line_height);
void page_copy(const char* text);
void page_pick_file(const char* accept);
void page_save_file(int request, const char* name, const char* bytes, int size, int ask);
void page_save_picture(int request, const char* name, const char* svg, int width, int height);
char* page_load_setting(const char* key);
void page_speak(const char* role, const char* label, int checked, int opened, int disabled);
int page_worker_count();
void page_submit_work(int id, const char* bytes, int size);
void page_cancel_work();
double page_clock_ms();
char* page_time_text(double time_ms);
char* page_new_name();
char* page_address();
void page_set_save_target(int file);
void page_store_put(int request, const char* document, double number, double parent, const char* bytes, int size);
void page_store_read(int request, const char* document);
int page_store_journal(const char* document, double number, const char* bytes, int size);
void page_store_hold(int request, const char* document);
int page_store_setting(const char* key, const char* value);
}
