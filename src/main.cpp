// Composition root of the page: the one place that knows both the interface and the platform.
#include <algorithm>
#include <memory>
#include <string>

#include "app/automation.h"
#include "app/commands.h"
#include "app/form.h"
#include "app/session.h"
#include "app/text_view.h"
#include "app/visible.h"
#include "imgui.h"
#include "io/scenario_json.h"
#include "io/share_link.h"
#include "keeper.h"
#include "platform/platform.h"
#include "ui/ui.h"

namespace app = zhengshe::app;
namespace platform = zhengshe::platform;
namespace ui = zhengshe::ui;

std::string platform::work(std::string_view request) {
  static app::Helper helper;  // one per worker
  return helper.run(request);
}

namespace {

static_assert(platform::kMostArrivingBytes == zhengshe::io::kMaxColumnarFileBytes, "what is not read is what is too large");

constexpr const char* kFirstScenario = "scenarios/kunming-1957.json";
constexpr const char* kMergingScenario = "scenarios/merging-1956.json";
constexpr const char* kFirstName = "kunming-1957.json";
constexpr double kRefinementMs = 8;  // at a time, for replications
constexpr double kProgressMs = 500;

app::Language preferred_language() {
  if (const auto kept = platform::load_setting("language")) return *kept == "zh" ? app::Language::zh : app::Language::en;
  for (const std::string& tag : platform::preferred_languages()) {
    if (tag.rfind("zh", 0) == 0) return app::Language::zh;
    if (tag.rfind("en", 0) == 0) return app::Language::en;
  }
  return app::Language::en;
}

app::Scheme preferred_scheme() {
  const auto kept = platform::load_setting("scheme");
  return !kept ? app::Scheme::system : *kept == "dark" ? app::Scheme::dark : *kept == "light" ? app::Scheme::light : app::Scheme::system;
}

zhengshe::model::Scenario bundled_scenario(const char* path) {
  const auto text = platform::asset(path);
  auto read = zhengshe::io::read_scenario(text ? *text : std::string());
  return read.scenario ? std::move(*read.scenario) : zhengshe::model::empty_scenario();
}

app::SaveOutcome outcome_of(platform::SaveResult result) {
  switch (result) {
    case platform::SaveResult::written: return app::SaveOutcome::written;
    case platform::SaveResult::downloaded: return app::SaveOutcome::downloaded;
    case platform::SaveResult::cancelled: return app::SaveOutcome::cancelled;
    case platform::SaveResult::failed: return app::SaveOutcome::failed;
  }
  return app::SaveOutcome::failed;
}

// The program while the page is open: owns the session and what the interface remembers.
class Page {
 public:
  Page() : session_(bundled_scenario(kFirstScenario), kFirstName, preferred_language()) {
    session_.set_clock(platform::now_ms);
    session_.set_merging([] { return bundled_scenario(kMergingScenario); });
    session_.set_decoder(platform::decode);
    session_.set_scheme(preferred_scheme());
    session_.employ_helpers();
    if (platform::load_setting("tour")) session_.remember_tour(), told_tour_ = true;
  }

  void start() {
    if (const ImFontAtlas& atlas = *ImGui::GetIO().Fonts; !atlas.Fonts.empty()) {
      state_.look.regular = atlas.Fonts[0];
      state_.look.semibold = atlas.Fonts[1];
    }
    state_.look.calm = platform::prefers_reduced_motion();
    last_ms_ = platform::now_ms();
    keeper_.start();
    if (const std::string link = platform::fragment(); !link.empty()) link_of_start_ = link;
  }

  bool is_ready() { return keeper_.has_looked(); }
  void leave() { keeper_.leave(); }

  // The first replications, between frames; workers make the others. A frame shows them where there is something
  // new to see. What an edit hands to the browser's store goes first: its answers wait for the same thread, and a
  // page can be killed meanwhile.
  bool work() {
    if (session_.is_playing() || keeper_.is_storing()) return false;
    if (session_.refine(kRefinementMs)) platform::request_frames(1);
    if (session_.can_refine()) return true;
    session_.prepare(kRefinementMs);
    employ_workers();
    return session_.can_prepare();
  }

  void draw() {
    begin_frame();
    app::Intents intents;
    ui::draw(session_, state_, intents);
    end_frame(intents);
  }

  // The same where nothing can be drawn.
  std::vector<platform::TextPart> text() {
    begin_frame();
    end_frame(entered_);
    std::vector<platform::TextPart> parts;
    for (app::TextSection& section : app::text_sections(session_)) parts.push_back({std::move(section.id), std::move(section.html)});
    return parts;
  }

  void enter(std::string_view field, std::string_view value) {
    if (!field.empty()) {
      if (auto intent = app::enter(session_, field, value)) entered_.add(std::move(*intent));
    } else {
      for (const app::CommandInfo& command : app::commands())
        if (command.id == value) entered_.run(command.command);
    }
  }

  platform::Automation automation() {
    platform::Automation automation;
    automation.scenario = [this] { return zhengshe::io::write_scenario(session_.scenario()); };
    automation.open = [this](std::string_view text) {
      const std::size_t before = session_.document();
      const zhengshe::model::Issues issues = session_.open("document.json", text);
      if (session_.document() != before) platform::set_save_target(0);
      platform::request_frames();
      return app::issues_json(issues);
    };
    automation.hash = [this] { return app::hash_text(session_); };
    automation.metrics = [this] { return app::metrics_json(session_); };
    automation.busy = [this] { return session_.is_playing() || session_.is_refining(); };
    return automation;
  }

 private:
  void begin_frame() {
    take_arrivals();
    let_time_pass();
    session_.set_system_dark(platform::prefers_dark());
  }

  void end_frame(app::Intents& intents) {
    const std::vector<app::Intent> wanted = intents.take();
    for (const app::Intent& intent : wanted) session_.handle(intent);
    if (!wanted.empty()) platform::request_frames();
    fulfil_requests();
    keeper_.store_changes();
    tell_page();
    if (session_.is_playing()) platform::request_frames(1);
  }

  void take_arrivals() {
    if (!link_of_start_.empty()) open_link(std::exchange(link_of_start_, {}));
    for (const platform::Arrival& arrival : platform::take_arrivals()) take(arrival);
  }

  // Whatever opens replaces the document only as a whole, and what is saved next goes into its own file.
  void take(const platform::Arrival& arrival) {
    const std::size_t before = session_.document();
    switch (arrival.kind) {
      case platform::Arrival::Kind::file:
        if (arrival.size > platform::kMostArrivingBytes) session_.handle(app::OpenTooLarge{arrival.name, arrival.size});
        else session_.handle(app::OpenBytes{arrival.name, arrival.bytes});
        break;
      case platform::Arrival::Kind::paste: open_text(arrival.bytes); break;
      case platform::Arrival::Kind::link: open_link(arrival.bytes); break;
    }
    if (session_.document() != before) platform::set_save_target(arrival.file);
  }

  // Pasted text may be a scenario or a link to one; anything else was not meant for the document.
  void open_text(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return;
    if (text[first] == '{') session_.handle(app::OpenBytes{"zhengshe.json", text});
    else if (text.find("#v1.") != std::string::npos) session_.handle(app::OpenLink{text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first)});
  }

  void open_link(const std::string& fragment) {
    if (fragment.empty()) return;
    session_.handle(app::OpenLink{fragment});
    platform::set_fragment("");
  }

  void let_time_pass() {
    const double now = platform::now_ms();
    // A page that slept does not jump ahead by the time it was asleep.
    session_.advance(std::min(now - last_ms_, 100.0));
    if (session_.is_refining() || session_.can_prepare()) platform::request_work();
    last_ms_ = now;
  }

  // Each worker has one errand in hand and one to go on with.
  void employ_workers() {
    while (platform::work_waiting() < 2 * platform::worker_count()) {
      auto given = session_.hand_out();
      if (!given) return;
      const std::string request = std::exchange(given->task.request, {});
      platform::submit_work(request, [this, given = *given](std::string_view answer) {
        if (session_.accept(given, answer) || is_time_for_progress()) platform::request_frames(1);
        employ_workers();
      });
    }
  }

  // How many replications there are is told twice a second: a frame costs as much as several of them.
  bool is_time_for_progress() const { return platform::now_ms() - last_ms_ >= kProgressMs || !session_.is_refining(); }

  void fulfil_requests() {
    for (const app::Request& request : session_.take_requests()) {
      if (std::get_if<app::PickFile>(&request)) platform::open_file_picker(".json,.csv");
      else if (std::get_if<app::ForgetFile>(&request)) platform::set_save_target(0);
      else if (std::get_if<app::ListGallery>(&request)) session_.handle(app::ShowGallery{app::read_gallery(platform::asset)}), platform::request_frames();
      else if (const auto* example = std::get_if<app::OpenAsset>(&request)) open_example(example->file);
      else if (std::get_if<app::ListKept>(&request)) keeper_.list();
      else if (const auto* copy = std::get_if<app::CopyLink>(&request)) ImGui::SetClipboardText((platform::address() + copy->link).c_str());
      else if (const auto* text = std::get_if<app::CopyText>(&request)) ImGui::SetClipboardText(text->text.c_str());
      else if (const auto* kept = std::get_if<app::OpenKept>(&request)) keeper_.open(kept->state);
      else if (const auto* file = std::get_if<app::ExportFile>(&request)) platform::save_file(file->name, file->bytes, true, tells_failure(file->name));
      else if (const auto* picture = std::get_if<app::ExportPicture>(&request)) platform::save_picture(picture->name, picture->svg, picture->width, picture->height, tells_failure(picture->name));
      else if (const auto* save = std::get_if<app::SaveFile>(&request)) save_file(*save);
    }
  }

  void open_example(const std::string& file) {
    session_.handle(app::OpenBytes{file, platform::asset(app::asset_of(file)).value_or("")});
    platform::set_save_target(0);
    platform::request_frames();
  }

  void save_file(const app::SaveFile& save) {
    platform::save_file(save.name, save.bytes, false, [this, name = save.name, version = save.version](platform::SaveResult result) {
      session_.handle(app::Saved{name, version, outcome_of(result)});
      platform::request_frames();
    });
  }

  // A file beside the document says nothing where it was written; a browser may refuse to draw a picture, to read what
  // was drawn, or to write.
  std::function<void(platform::SaveResult)> tells_failure(const std::string& name) {
    return [this, name](platform::SaveResult result) {
      if (result == platform::SaveResult::failed) session_.say(zhengshe::model::Severity::error, app::fill(app::tr(session_.language(), app::Key::save_failed), {name}));
    };
  }

  // Title, language and settings follow the session; the page is told only what changed.
  void tell_page() {
    const std::string title = std::string(session_.is_saved() ? "" : "● ") +
                              app::visible(app::tr(session_.language(), session_.scenario().title)) + " · " +
                              std::string(app::tr(session_.language(), app::Key::product));
    if (title != told_title_) platform::set_title(told_title_ = title);
    if (!told_language_ || *told_language_ != session_.language()) {
      const bool chinese = session_.language() == app::Language::zh;
      if (told_language_) platform::store_setting("language", chinese ? "zh" : "en");
      platform::set_language(chinese ? "zh-Hans" : "en");
      told_language_ = session_.language();
    }
    if (session_.knows_tour() && !std::exchange(told_tour_, true)) platform::store_setting("tour", "known");
    if (!told_scheme_ || *told_scheme_ != session_.scheme()) {
      if (told_scheme_) platform::store_setting("scheme", session_.scheme() == app::Scheme::dark ? "dark" : "light");
      told_scheme_ = session_.scheme();
    }
  }

  app::Session session_;
  zhengshe::Keeper keeper_{session_};
  std::string link_of_start_;
  ui::UiState state_;
  app::Intents entered_;  // into the page as text, since its last frame
  double last_ms_ = 0;
  std::string told_title_;
  bool told_tour_ = false;
  std::optional<app::Language> told_language_;
  std::optional<app::Scheme> told_scheme_;
};

}  // namespace

int main() {
  const auto page = std::make_shared<Page>();
  platform::Application application;
  application.start = [page] { page->start(); };
  application.is_ready = [page] { return page->is_ready(); };
  application.leave = [page] { page->leave(); };
  application.work = [page] { return page->work(); };
  application.draw = [page] { page->draw(); };
  application.text = [page] { return page->text(); };
  application.enter = [page](std::string_view field, std::string_view value) { page->enter(field, value); };
  application.automation = page->automation();
  platform::run(std::move(application));
}
