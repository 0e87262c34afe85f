// Milliseconds of processor time that a frame of each view costs, drawn without a renderer, in portfolios of any size.
//   frames_benchmark [cooperatives ...]
// Without numbers: Kunming 1957 (167), and generated portfolios of 10,000 and 104,000 cooperatives.
// first: the frame that shows the view for the first time; idle: nothing changes; scrolled: the wheel turns over the
// view; scrubbed: every frame is of another day. Median and worst of the frames, and the vertices of the last one.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "app/errand.h"
#include "app/session.h"
#include "io/scenario_json.h"
#include "model/validate.h"
#include "study/kunming.h"
#include "study/roster.h"
#include "support/headless.h"
#include "ui/ui.h"

using namespace zhengshe;

namespace {

constexpr int kFrames = 60;
constexpr float kWidth = 1440, kHeight = 900;

double now_ms() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Work>
double milliseconds_of(Work work) {
  const double start = now_ms();
  work();
  return now_ms() - start;
}

struct Cost {
  double median = 0, worst = 0;
};

Cost cost_of(std::vector<double> frames) {
  std::sort(frames.begin(), frames.end());
  return {frames[frames.size() / 2], frames.back()};
}

// A session on a screen of nobody: each frame draws it and carries out what was wanted, as the page does.
class Stage {
 public:
  explicit Stage(model::Scenario scenario) : imgui_(kWidth, kHeight), session_(std::move(scenario), "portfolio.json", app::Language::en) {
    state_.look.regular = ImGui::GetIO().Fonts->Fonts[0];
    state_.look.semibold = ImGui::GetIO().Fonts->Fonts[1];
  }

  app::Session& session() { return session_; }

  // All replications of the document, as the page's workers make them.
  void replicate() {
    session_.employ_helpers();
    while (session_.can_refine()) session_.refine(0);
    app::Helper helper;
    while (const auto given = session_.hand_out()) session_.accept(*given, helper.run(given->task.request));
  }

  double frame() {
    return milliseconds_of([this] {
      imgui_.frame([this] {
        app::Intents intents;
        ui::draw(session_, state_, intents);
        for (const app::Intent& intent : intents.take()) session_.handle(intent);
      });
    });
  }

  template <class Before>
  Cost frames(Before before) {
    std::vector<double> taken;
    for (int i = 0; i < kFrames; ++i) {
      before(i);
      taken.push_back(frame());
    }
    return cost_of(std::move(taken));
  }

 private:
  test::HeadlessImGui imgui_;
  app::Session session_;
  ui::UiState state_;
};

void show_view(Stage& stage, app::View view) {
  stage.session().handle(app::Run{static_cast<app::Command>(static_cast<int>(app::Command::show_overview) + static_cast<int>(view))});
}

void measure(Stage& stage, app::View view) {
  constexpr const char* kNames[app::kViews] = {"overview", "map", "cooperatives", "inspection", "measures", "batches", "results", "compare", "evidence", "report"};
  app::Session& session = stage.session();
  const int days = session.result().days;
  session.handle(app::SetDay{days - 1});
  ImGui::GetIO().AddMousePosEvent(kWidth * 0.4f, kHeight * 0.6f);
  show_view(stage, view);
  const double first = stage.frame();
  stage.frame();
  const Cost idle = stage.frames([](int) {});
  const Cost scrolled = stage.frames([](int i) { ImGui::GetIO().AddMouseWheelEvent(0, i < kFrames / 2 ? -3.0f : 3.0f); });
  const Cost scrubbed = stage.frames([&](int i) { session.handle(app::SetDay{days / 4 + i * days / (2 * kFrames)}); });
  std::printf("%-13s %8.2f   %7.2f %7.2f   %7.2f %7.2f   %7.2f %7.2f   %9d\n", kNames[static_cast<int>(view)], first, idle.median, idle.worst,
              scrolled.median, scrolled.worst, scrubbed.median, scrubbed.worst, ImGui::GetDrawData()->TotalVtxCount);
  std::fflush(stdout);
}

model::Scenario portfolio(int cooperatives) {
  return cooperatives == 167 ? study::kunming_1957() : study::portfolio({cooperatives, 1957, cooperatives <= 1000});
}

// What opening a file of the portfolio takes, part by part.
void measure_opening(const model::Scenario& scenario) {
  const std::string text = io::write_scenario(scenario);
  model::Scenario read;
  const double reading = milliseconds_of([&] { read = *io::read_scenario(text).scenario; });
  const double validating = milliseconds_of([&] { static_cast<void>(model::validate(read)); });
  sim::RunOptions options;
  options.plan = read.plans.front().id;
  options.seed = read.seed;
  const double running = milliseconds_of([&] { static_cast<void>(sim::run(read, options)); });
  std::printf("opening: file of %.1f MB; read %.0f ms, of it validated %.0f ms; centre run %.0f ms\n", static_cast<double>(text.size()) / 1e6, reading,
              validating, running);
}

void measure_size(int cooperatives) {
  model::Scenario scenario = portfolio(cooperatives);
  std::printf("\n%d cooperatives\n", cooperatives);
  measure_opening(scenario);
  Stage stage(std::move(scenario));
  stage.replicate();
  std::printf("%-13s %8s   %15s   %15s   %15s   %9s\n%-13s %8s   %7s %7s   %7s %7s   %7s %7s\n", "ms per frame", "first", "idle", "scrolled", "scrubbed",
              "vertices", "", "", "median", "worst", "median", "worst", "median", "worst");
  for (int view = 0; view < app::kViews; ++view) measure(stage, static_cast<app::View>(view));
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<int> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::max(1, std::atoi(arguments[i])));
  if (sizes.empty()) sizes = {167, 10'000, 104'000};
  for (const int size : sizes) measure_size(size);
  return 0;
}
