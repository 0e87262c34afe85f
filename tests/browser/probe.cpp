// A page with one widget of each kind, on which the browser tests try the platform by itself.
#include <memory>
#include <string>
#include <vector>

#include "imgui.h"
#include "io/packed_text.h"
#include "platform/platform.h"

namespace platform = zhengshe::platform;

namespace {

struct Probe {
  char text[4096] = "";
  int clicks = 0, right_clicks = 0;
  bool checked = false;
  float slider = 0.5f, scroll = 0, zoom = 1;
  std::string arrivals, opened, save_result;
  std::vector<std::string> answers;
  platform::Snapshot kept;
  std::string kept_result, found, held;
  int pressed_save = 0, pressed_open = 0, left = 0;
};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

std::string joined_answers(const Probe& probe) {
  std::string out;
  for (const std::string& answer : probe.answers) out += answer + ";";
  return out;
}

std::string describe(const Probe& probe) {
  return "{\"text\":" + quoted(probe.text) + ",\"clicks\":" + std::to_string(probe.clicks) +
         ",\"rightClicks\":" + std::to_string(probe.right_clicks) + ",\"checked\":" + (probe.checked ? "true" : "false") +
         ",\"slider\":" + std::to_string(probe.slider) + ",\"scroll\":" + std::to_string(probe.scroll) +
         ",\"zoom\":" + std::to_string(probe.zoom) + ",\"arrivals\":" + quoted(probe.arrivals) +
         ",\"opened\":" + quoted(probe.opened) + ",\"saved\":" + quoted(probe.save_result) +
         ",\"savePresses\":" + std::to_string(probe.pressed_save) + ",\"openPresses\":" + std::to_string(probe.pressed_open) +
         ",\"answers\":" + quoted(joined_answers(probe)) + ",\"kept\":" + quoted(probe.kept_result) + ",\"found\":" + quoted(probe.found) + ",\"held\":" + quoted(probe.held) + ",\"workWaiting\":" + std::to_string(platform::work_waiting()) + ",\"left\":" + std::to_string(probe.left) + ",\"language\":" + quoted(platform::preferred_languages().front()) +
         ",\"dark\":" + (platform::prefers_dark() ? "true" : "false") +
         ",\"calm\":" + (platform::prefers_reduced_motion() ? "true" : "false") + "}";
}

void receive(Probe& probe) {
  for (const platform::Arrival& arrival : platform::take_arrivals()) {
    const char* kinds[] = {"file", "paste", "link"};
    probe.arrivals += std::string(kinds[static_cast<int>(arrival.kind)]) + ":" + arrival.name + "=" + arrival.bytes + ";";
  }
}

void save(const std::shared_ptr<Probe>& probe) {
  platform::save_file("probe.json", "整社 saved\n", true, [probe](platform::SaveResult result) {
    const char* names[] = {"written", "downloaded", "cancelled", "failed"};
    probe->save_result = names[static_cast<int>(result)];
  });
}

// Eight requests; the answers are joined in the order of the requests, whatever order they come in.
void work_in_parallel(const std::shared_ptr<Probe>& probe) {
  probe->answers.assign(8, "");
  for (std::size_t i = 0; i < probe->answers.size(); ++i) {
    platform::submit_work(std::to_string(i), [probe, i](std::string_view answer) { probe->answers[i] = answer; platform::request_frames(); });
  }
}

std::string unpacked(const std::string& bytes) { return zhengshe::io::unpack_text(bytes, 1 << 20, 1032).bytes; }

platform::Snapshot next_snapshot(const Probe& probe) {
  return {"probe", probe.kept.number + 1, probe.kept.number, platform::clock_ms(), "a state", zhengshe::io::pack_text(probe.text)};
}

void keep(const std::shared_ptr<Probe>& probe) {
  const platform::Snapshot next = next_snapshot(*probe);
  platform::keep(next, [probe, next](const platform::KeepOutcome& outcome) {
    const char* names[] = {"kept", "moved_on", "refused"};
    probe->kept_result = names[static_cast<int>(outcome.result)] + (":" + std::to_string(outcome.head)) + outcome.reason;
    if (outcome.result == platform::KeepResult::kept) probe->kept = next;
  });
}

void look_into_store(const std::shared_ptr<Probe>& probe, const char* document) {
  platform::read_store(document, [probe](const platform::StoredDocuments& stored) {
    probe->found = std::to_string(stored.damaged) + " damaged, " + std::to_string(stored.newer) + " newer" + stored.reason + ":";
    for (const platform::Snapshot& snapshot : stored.snapshots) probe->found += std::to_string(snapshot.number) + "=" + unpacked(snapshot.bytes) + ";";
    if (probe->kept.number == 0 && !stored.snapshots.empty()) probe->kept = stored.snapshots.front();
  });
}

void draw_widgets(const std::shared_ptr<Probe>& probe) {
  ImGui::TextUnformatted("整社 167 个合作社 The quick brown fox 0123456789");
  ImGui::InputText("Name", probe->text, sizeof probe->text);
  if (ImGui::Button("Press me")) ++probe->clicks;
  if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) ++probe->right_clicks;
  ImGui::Checkbox("Tick me", &probe->checked);
  ImGui::SliderFloat("Slide me", &probe->slider, 0, 1);
  if (ImGui::Button("Open file")) platform::open_file_picker();
  if (ImGui::Button("Save file")) save(probe);
  if (ImGui::Button("Remember")) platform::store_setting("probe", probe->text);
  if (ImGui::Button("Recall")) platform::load_setting("probe").value_or("nothing").copy(probe->text, sizeof probe->text - 1);
  if (ImGui::Button("Work")) work_in_parallel(probe);
  ImGui::SameLine();
  if (ImGui::Button("Stop work")) platform::cancel_work();
  if (ImGui::Button("Keep")) keep(probe);
  ImGui::SameLine();
  if (ImGui::Button("All documents")) look_into_store(probe, "");
  ImGui::SameLine();
  if (ImGui::Button("This document")) look_into_store(probe, "probe");
  ImGui::SameLine();
  if (ImGui::Button("Fall")) __builtin_trap();
  ImGui::SameLine();
  if (ImGui::Button("Hold")) platform::hold_document("probe", [probe](bool held) { probe->held = held ? "held" : "taken"; });
  if (ImGui::BeginTabBar("tabs")) {
    if (ImGui::BeginTabItem("First tab")) ImGui::EndTabItem();
    if (ImGui::BeginTabItem("Second tab")) ImGui::EndTabItem();
    ImGui::EndTabBar();
  }
}

void draw_list(Probe& probe) {
  ImGui::BeginChild("list", ImVec2(300, 200));
  for (int i = 0; i < 100; ++i) ImGui::Selectable(("Row " + std::to_string(i)).c_str());
  probe.scroll = ImGui::GetScrollY();
  ImGui::EndChild();
}

void draw(const std::shared_ptr<Probe>& probe) {
  receive(*probe);
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl && io.MouseWheel != 0) probe->zoom *= 1 + io.MouseWheel / 10;
  if (ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiKey_S, ImGuiInputFlags_RouteGlobal)) ++probe->pressed_save;
  if (ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiKey_O, ImGuiInputFlags_RouteGlobal)) ++probe->pressed_open;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("Probe", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  draw_widgets(probe);
  draw_list(*probe);
  ImGui::End();
}

}  // namespace

// A number's long orbit under a small generator: long enough to be under way when it is stopped.
std::string platform::work(std::string_view request) {
  unsigned value = static_cast<unsigned>(request.front());
  for (int i = 0; i < 20'000'000; ++i) value = value * 1664525u + 1013904223u;
  return std::string(request) + "=" + std::to_string(value);
}

int main() {
  auto probe = std::make_shared<Probe>();
  platform::Application application;
  application.start = [] {
    ImGui::StyleColorsLight();
    ImGui::GetStyle().FontSizeBase = 16;
    platform::set_title("Probe");
    if (!platform::fragment().empty()) platform::set_fragment("");
  };
  application.draw = [probe] { draw(probe); };
  application.leave = [probe] {
    ++probe->left;
    platform::keep_at_exit(next_snapshot(*probe));
  };
  application.automation.scenario = [probe] { return describe(*probe); };
  application.automation.open = [probe](std::string_view text) {
    probe->opened = text;
    return std::string("[]");
  };
  application.automation.busy = [] { return platform::work_waiting() > 0; };
  application.automation.hash = [] { return std::string("0123456789abcdef"); };
  application.automation.metrics = [] { return std::string("{\"output\":{\"centre\":1,\"low\":0,\"high\":2}}"); };
  platform::run(std::move(application));
}
