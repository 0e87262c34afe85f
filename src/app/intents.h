// What a person wants, collected while drawing and carried out once per frame by Session::handle.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/chart_data.h"
#include "app/edit.h"
#include "app/editing.h"
#include "app/gallery.h"
#include "app/keeping.h"
#include "app/translate.h"
#include "model/ids.h"
#include "plan/planner.h"

namespace zhengshe::app {

enum class View : std::uint8_t { overview, map, cooperatives, inspection, measures, batches, results, compare, evidence, report };
inline constexpr int kViews = 10;

enum class Scheme : std::uint8_t { system, light, dark };

enum class Command : std::uint8_t {
  open_file, show_gallery, save_file, share_link, show_kept, export_report, export_table,
  undo, redo, duplicate_plan, remove_plan, duplicate_selected, remove_selected, clear_selection,
  edit_everything, add_record, remove_record,
  play_pause, first_day, last_day, stop_refining, begin_heavy, leave_heavy, find_drivers, fit_assumptions, take_fit,
  start_tour, switch_language, switch_scheme,
  show_overview, show_map, show_cooperatives, show_inspection, show_measures, show_batches, show_results, show_compare,
  show_evidence, show_report,
};

// Several edits are one step of undo.
struct Edits {
  std::vector<Edit> edits;
};
struct Run {
  Command command;
};
struct Select {
  model::CooperativeId cooperative;  // none = nothing selected
};
struct SetDay {
  int day = 0;
};
struct ShowPlan {
  model::PlanId plan;
};
// The shown plan's batches, weeks and measures by this strategy.
struct MakePlan {
  plan::Strategy strategy = plan::Strategy::optimal;
};
// The plan to hold the shown one against; none = left alone.
struct CompareWith {
  model::PlanId plan;
};
// Which assumptions drive what the shown plan changes in this metric?
struct AskDrivers {
  model::Metric metric = model::Metric::good_output_per_member;
};
// A chart's values into the clipboard, or the chart into a file.
enum class ChartFormat : std::uint8_t { copied, csv, svg, png };
struct ExportChart {
  ChartData chart;
  ChartFormat format = ChartFormat::copied;
};
struct OpenBytes {
  std::string name;
  std::string bytes;
};
// A file of so many bytes that it was not read.
struct OpenTooLarge {
  std::string name;
  std::uint64_t bytes = 0;
};
enum class SaveOutcome : std::uint8_t { written, downloaded, cancelled, failed };
struct Saved {
  std::string name;
  std::size_t version = 0;  // of the document that was handed over
  SaveOutcome outcome = SaveOutcome::written;
};
// A link, or an address that ends in one.
struct OpenLink {
  std::string link;
};
// What the browser keeps, newest first, to be shown; and what a person does with it.
struct ShowKept {
  std::vector<KeptState> states;
};
struct RestoreKept {
  std::size_t index = 0;
};
struct CloseKept {};
// The examples that come with the program, to be shown; and what a person does with one of them.
struct ShowGallery {
  std::vector<Example> examples;
};
struct OpenExample {
  std::size_t index = 0;
};
struct SaveLesson {
  std::size_t index = 0;
};
struct CloseGallery {};
// A step of the tour; beyond the last one it ends.
struct ShowTour {
  int step = 0;
};
// Has a column of the table that is being imported give a field of io::PortfolioColumns; -1: none.
struct GiveField {
  int column = 0;
  int field = -1;
};
// Has the table that is being imported taken for what another of its readings says.
struct ReadAs {
  std::size_t reading = 0;
};
struct TakeImport {};
struct CloseImport {};
// Opens the editor there, or moves it.
struct EditRecord {
  Editing record;
};
struct CloseEditor {};
struct DismissProblems {};
struct DismissNotice {
  std::size_t index = 0;
};

using Intent = std::variant<Edits, Run, Select, SetDay, ShowPlan, MakePlan, CompareWith, AskDrivers, ExportChart, OpenBytes, OpenTooLarge, OpenLink, Saved, ShowKept, RestoreKept, CloseKept, ShowGallery, OpenExample, SaveLesson,
                            CloseGallery, ShowTour, GiveField, ReadAs, TakeImport, CloseImport, EditRecord, CloseEditor, DismissProblems,
                            DismissNotice>;

// What a frame collects.
class Intents {
 public:
  void add(Intent intent) { list_.push_back(std::move(intent)); }
  void edit(Edit edit) { add(Edits{{std::move(edit)}}); }
  void run(Command command) { add(Run{command}); }
  void select(model::CooperativeId cooperative) { add(Select{cooperative}); }
  std::vector<Intent> take() { return std::exchange(list_, {}); }

 private:
  std::vector<Intent> list_;
};

}  // namespace zhengshe::app
