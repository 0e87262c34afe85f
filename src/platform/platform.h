// The page as the program sees it: a canvas that draws with Dear ImGui, files, links, a small store.
// The only header of this folder that other code includes; nothing of Emscripten or GL shows here.
//
// The Dear ImGui context is made by run(). Its atlas holds two fonts, drawn by the browser from its
// own fonts at any size: Fonts[0] regular, Fonts[1] semibold (600); both know every character the
// browser knows. Clipboard, input methods, mouse cursor and display scale go through ImGuiIO; a pinch,
// on a touch screen or a track pad, arrives as the wheel with Ctrl held.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengshe::platform {

/// Larger files are not read.
inline constexpr std::uint64_t kMostArrivingBytes = 64u << 20;

/// Something that reached the page from outside.
struct Arrival {
  enum class Kind {
    file,   ///< picked or dropped: `name` is the file's name
    paste,  ///< text pasted while no text field was active
    link,   ///< the address's fragment, without '#'
  };
  Kind kind = Kind::file;
  std::string name;
  std::string bytes;
  std::uint64_t size = 0;  ///< of what came; above kMostArrivingBytes it was not read, and `bytes` is empty
  int file = 0;  ///< for set_save_target; 0 when the browser gives no way to write into it
};

/// How a save ended. `downloaded` = handed to the browser's downloads, which do not report back.
enum class SaveResult { written, downloaded, cancelled, failed };

/// What scripts may ask of the program through `window.zhengshe`; the names follow that object.
struct Automation {
  std::function<std::string()> scenario;                     ///< canonical JSON of the open document
  std::function<std::string(std::string_view text)> open;    ///< opens text; returns the issues as a JSON array
  std::function<std::string()> hash;                         ///< state hash of the centre run, 16 hex digits
  std::function<std::string()> metrics;                      ///< JSON {metric: {centre, low, high}} at the horizon
  std::function<bool()> busy;                                ///< is work running?
};

/// A part of the page as text: HTML in which the program has escaped all that is not its own.
struct TextPart {
  std::string id;
  std::string html;
};

/// What the program hands to the page. Every function is called on the page's one thread.
struct Application {
  std::function<void()> start;  ///< once, after the context and the fonts exist
  std::function<bool()> is_ready;  ///< no frame is drawn before; empty = at once
  std::function<bool()> work;   ///< a slice of what request_work() asked for, a few ms; true = there is more
  std::function<void()> draw;   ///< each frame, between ImGui::NewFrame and ImGui::Render
  std::function<std::vector<TextPart>()> text;  ///< in place of draw where nothing can be drawn: all parts, always in the same order
  /// What was entered into an element with data-field, or pressed with data-select (field "cooperative") or
  /// data-command (field empty); `text` follows at once.
  std::function<void(std::string_view field, std::string_view value)> enter;
  std::function<void()> leave;  ///< the page is hidden or closed: the last moment to store something
  Automation automation;
};

/// Starts the page and returns at once; the browser calls `application` from then on.
/// Without WebGL2 the page shows Application::text; the atlas then has no fonts.
void run(Application application);

// --- frames: none is drawn unless somebody asked -----------------------------------------------

/// Asks for at least `count` further frames (most changes settle in three).
void request_frames(int count = 3);
/// Asks for one frame after `delay_ms`; an earlier frame or request wins, a later one is dropped.
void wake_after_ms(double delay_ms);
/// Takes wake_after_ms back.
void forget_wake();
/// Has Application::work called between frames until it has no more to do.
void request_work();
/// Frames drawn since the start.
std::int64_t frames_drawn();
/// Milliseconds since the page's start, monotonic.
double now_ms();

// --- arrivals, files, links -----------------------------------------------------------------------

/// Takes everything that arrived since the last call, oldest first.
std::vector<Arrival> take_arrivals();
/// Opens the browser's file dialogue; what is chosen arrives as Arrival::Kind::file.
/// Works only inside a user's gesture (a frame drawn by a click or a key press is one).
void open_file_picker(std::string_view accepted_extensions = ".json");
/// Hands `bytes` to the user as a file. Writes the chosen file where the browser can (and reads it
/// back to verify), else downloads. `ask` = into a file of its own, which later saves do not write into.
void save_file(std::string_view file_name, std::string_view bytes, bool ask, std::function<void(SaveResult)> done);
/// Draws an SVG of so many pixels at twice its size and hands it to the user as a PNG, into a file of its own. `failed`
/// also where the browser does not let the page read what it has drawn.
void save_picture(std::string_view file_name, std::string_view svg, int width, int height, std::function<void(SaveResult)> done);
/// The file that save_file writes into without asking: one that arrived, or none (0).
void set_save_target(int file);
/// Bytes in an encoding by its label (WHATWG Encoding Standard) as UTF-8; none where they are not valid in it,
/// or have a NUL.
std::optional<std::string> decode(const std::string& label, const std::string& bytes);
/// Text of a file shipped with the page (path below assets/), when the page brought it along.
std::optional<std::string> asset(std::string_view path);
/// The fragment of the address without '#', and a way to replace it without a history entry.
std::string fragment();
void set_fragment(std::string_view text);
/// The address of this page without its fragment.
std::string address();
/// Title of the window or tab.
void set_title(std::string_view title);

// --- work beside the page -------------------------------------------------------------------------

/// Defined by the program: answers a request, both plain bytes. Runs in a worker, which has neither a page
/// nor a Dear ImGui context, or on the page's thread when workers are refused: the answer is the same.
std::string work(std::string_view request);
/// Sends a request to the next free worker; `done` gets the answer on the page's thread. Answers come in any
/// order, and no frame is drawn for them unless `done` asks for one. A worker that falls leaves its request to
/// another or to the page itself.
void submit_work(std::string_view request, std::function<void(std::string_view answer)> done);
/// Forgets every request, stopping those under way; no `done` of theirs is called any more.
void cancel_work();
/// Requests whose answer has not come yet.
int work_waiting();
/// How many workers there are, or would be once there is work.
int worker_count();

// --- the user's surroundings ----------------------------------------------------------------------

/// Language tags in the user's order of preference, such as "zh-CN", "en".
std::vector<std::string> preferred_languages();
/// Tells the page its language ("en", "zh-Hans"): screen readers and glyph variants depend on it.
void set_language(std::string_view tag);
bool prefers_dark();
bool prefers_reduced_motion();
/// True on Apple systems, where Command takes the place of Control.
bool is_apple();

// --- small store: settings, in this browser only --------------------------------------------------

/// Value kept under `key`; nothing when there is none or storage is denied.
std::optional<std::string> load_setting(std::string_view key);
/// False when the browser refuses to store it.
bool store_setting(std::string_view key, std::string_view value);

// --- documents kept in this browser ---------------------------------------------------------------

/// One state of a document. Numbers count up from 1; `parent` is the number it was made from (0 = none).
struct Snapshot {
  std::string document;       ///< identity of the document, not its name
  std::int64_t number = 0, parent = 0;
  std::int64_t time_ms = 0;   ///< since 1970, as the browser's clock tells; orders snapshots of all documents
  std::string label;          ///< what a person is told it is
  std::string bytes;          ///< packed text (io/packed_text.h): the page that rescues a fallen program unpacks it
};

enum class KeepResult {
  kept,      ///< on the disk
  moved_on,  ///< not written: another page has stored a newer state (`head`); keep this under a new document
  refused,   ///< not written: storage is denied, full or gone (`reason` is the browser's name for it)
};
struct KeepOutcome {
  KeepResult result = KeepResult::kept;
  std::int64_t head = 0;
  std::string reason;
};

/// Stores a snapshot for good (some milliseconds); the last twenty of a document stay, and ever fewer of older
/// ones. Never overwrites what this page has not seen.
void keep(const Snapshot& snapshot, std::function<void(KeepOutcome)> done);
/// Stores at once, for Application::leave: nothing that takes time survives the end of a page. False when
/// storage is denied or full.
bool keep_at_exit(const Snapshot& snapshot);

/// What the store holds, newest first. Faulty records are counted, never handed over and never overwritten.
struct StoredDocuments {
  std::vector<Snapshot> snapshots;
  int damaged = 0;     ///< records that are cut or changed
  int newer = 0;       ///< records of a newer version of this program
  std::string reason;  ///< not empty: the store could not be read, and why
};
/// All snapshots of one document; or, with an empty name, the newest few of every document and what pages
/// stored at their exit.
void read_store(std::string_view document, std::function<void(StoredDocuments)> done);
/// Claims a document for this page until it ends; not `held` when another page has it.
void hold_document(std::string_view document, std::function<void(bool held)> done);
/// Milliseconds since 1970.
std::int64_t clock_ms();
/// Such a time as the user's surroundings write it, date and minute.
std::string time_text(std::int64_t time_ms);
/// A name that nothing else has.
std::string new_name();

}  // namespace zhengshe::platform
