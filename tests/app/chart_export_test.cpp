#include "app/chart_export.h"

#include <cmath>
#include <limits>

#include "app/chart_drawing.h"
#include "app/views/charts.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "io/csv.h"

using namespace zhengshe;
using namespace zhengshe::tests;
using app::ChartData;
using app::ChartSeries;

namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

// Three days of a plan with a band and of what is left alone.
ChartData small_chart() {
  ChartData chart;
  chart.file = "wage", chart.title = "Monthly wage", chart.unit = "yuan";
  chart.start = model::to_date({1957, 3, 30});
  chart.places_name = "Date";
  chart.high = 2;
  chart.series.push_back({.name = "Three batches", .values = {34.2f, 34.5f, 35}, .low = {33, 33.5f, 34}, .high = {36, 36, 37.25f}});
  chart.series.push_back({.name = "Left alone", .values = {33.1f, kNothing, 0.1f}, .dashed = true});
  chart.marks.push_back({1, "Deadline"});
  chart.source = "Kunming · version 1";
  return chart;
}

// The values of the attribute, in the order of the text.
std::vector<std::string> attributes(std::string_view svg, std::string_view name) {
  std::vector<std::string> values;
  const std::string begin = " " + std::string(name) + "=\"";
  for (std::size_t at = svg.find(begin); at != std::string_view::npos; at = svg.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    values.emplace_back(svg.substr(from, svg.find('"', from) - from));
  }
  return values;
}

}  // namespace

TEST_CASE("a chart's values are a table with bands, marks and source", "[app][charts]") {
  const std::string table =
      "Date,\"Three batches, yuan\",Three batches · 5 %,Three batches · 95 %,\"Left alone, yuan\",Notes\r\n"
      "1957-03-30,34.2,33,36,33.1,Monthly wage · Kunming · version 1\r\n"
      "1957-03-31,34.5,33.5,36,,Deadline\r\n"
      "1957-04-01,35,34,37.25,0.1,\r\n";
  CHECK(app::chart_csv(small_chart()) == "\xEF\xBB\xBF" + table);
  CHECK(app::chart_tabs(small_chart()) ==
        "Date\t\"Three batches, yuan\"\tThree batches · 5 %\tThree batches · 95 %\t\"Left alone, yuan\"\tNotes\r\n"
        "1957-03-30\t34.2\t33\t36\t33.1\tMonthly wage · Kunming · version 1\r\n"
        "1957-03-31\t34.5\t33.5\t36\t\tDeadline\r\n"
        "1957-04-01\t35\t34\t37.25\t0.1\t\r\n");
}

TEST_CASE("a chart over numbers is a table of its places, with the mark where it is passed", "[app][charts]") {
  ChartData chart;
  chart.title = "Gain", chart.source = "here", chart.places_name = "Value";
  chart.places = {0.5f, 0.75f, 1};
  chart.low = 0.5, chart.high = 1;
  chart.series.push_back({.name = "Frequency", .values = {1, 2, 3}, .shape = ChartSeries::Shape::area});
  chart.marks.push_back({0.8, "Reported"});
  CHECK(app::chart_csv(chart) == "\xEF\xBB\xBF" "Value,Frequency,Notes\r\n0.5,1,Gain · here\r\n0.75,2,Reported\r\n1,3,\r\n");
}

TEST_CASE("no name in a chart becomes a formula or another cell of its table", "[app][charts]") {
  ChartData chart = small_chart();
  chart.series[0].name = "=HYPERLINK(\"http://x\")";
  chart.series[1].name = "a,b\n\"c\"\t";
  chart.marks[0].label = "+1";
  model::Issues issues;
  const auto table = io::parse_csv(app::chart_csv(chart), {}, issues);
  REQUIRE(table);
  REQUIRE(table->rows.size() == 4);
  for (const auto& row : table->rows) CHECK(row.size() == 6);
  CHECK(table->rows[0][1] == "'=HYPERLINK(\"http://x\"), yuan");
  CHECK(table->rows[0][4] == "a,b\n\"c\"\t, yuan");
  CHECK(table->rows[2][5] == "'+1");
  CHECK(app::chart_tabs(chart).find("\"'=HYPERLINK(\"\"http://x\"\"), yuan\"\t") != std::string::npos);
}

TEST_CASE("a chart is drawn with its lines, bands, marks, names and source", "[app][charts]") {
  const std::string svg = app::chart_svg(small_chart());
  CHECK(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"540\""));
  for (const char* words : {"Monthly wage, yuan", "Three batches", "Left alone", "50 % and 90 % of replications", "Deadline", "30 Mar", "31 Mar", "1 Apr", "Kunming · version 1"})
    CHECK(svg.find(">" + std::string(words) + "</text>") != std::string::npos);
  // From 88 to 936 the three days, from 470 up to 86 the values up to 37.25 and some air; the band there and back; then the line with its gap, as two dots, and the plan's.
  CHECK(attributes(svg, "d") == std::vector<std::string>{
      "M88.0,119.8L512.0,119.8L936.0,107.7L936.0,139.3L512.0,144.2L88.0,149.0", "M88.0,148.0h0M936.0,469.0h0", "M88.0,137.3L512.0,134.4L936.0,129.6"});
  CHECK(count(svg, "<script") == 0);
  CHECK(count(svg, "style") == 0);
}

TEST_CASE("nothing that stands in a chart is markup, and nothing in it breaks the file", "[app][charts]") {
  ChartData chart = small_chart();
  const std::string evil = "</text><script>alert(1)</script>\x01 \xEF\xBF\xBF \" onload='x' &";
  chart.title = chart.unit = chart.source = chart.series[0].name = chart.marks[0].label = evil;
  chart.shades.push_back({0, 1, evil});
  const std::string svg = app::chart_svg(chart);
  CHECK(count(svg, "<script") == 0);
  CHECK(count(svg, "\x01") == 0);
  CHECK(count(svg, "\xEF\xBF\xBF") == 0);
  CHECK(count(svg, "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;") >= 4);
  CHECK(attributes(svg, "onload").empty());
}

TEST_CASE("charts of nothing, of one day, without finite values and all alike are drawn without a number that is none", "[app][charts]") {
  ChartData none = small_chart(), one = small_chart(), gone = small_chart(), flat = small_chart();
  none.series.clear();
  for (ChartSeries& series : one.series) series.values.resize(1), series.low.resize(std::min<std::size_t>(1, series.low.size())), series.high.resize(series.low.size());
  one.high = 0;
  for (ChartSeries& series : gone.series)
    for (std::vector<float>* values : {&series.values, &series.low, &series.high})
      for (float& value : *values) value = &series == &gone.series[0] ? kNothing : std::numeric_limits<float>::infinity();
  for (ChartSeries& series : flat.series) series.values = {5, 5, 5}, series.low = series.high = {};
  for (const ChartData& chart : {none, one, gone, flat}) {
    const std::string svg = app::chart_svg(chart);
    for (const char* word : {"nan", "inf"}) CHECK(svg.find(word) == std::string::npos);
    CHECK(svg.ends_with("</svg>\n"));
    CHECK(app::chart_csv(chart).find("nan") == std::string::npos);
  }
  CHECK(attributes(app::chart_svg(one), "d").back().ends_with("h0"));
  CHECK(attributes(app::chart_svg(gone), "d").empty());
}

TEST_CASE("a picture shows the part that is seen, the table all values", "[app][charts]") {
  ChartData chart = small_chart();
  chart.low = 1, chart.high = 2;
  const std::string svg = app::chart_svg(chart);
  CHECK(attributes(svg, "d").back() == "M88.0,134.4L936.0,129.6");
  CHECK(count(svg, "30 Mar") == 0);
  CHECK(count(app::chart_csv(chart), "\r\n") == 4);
}

TEST_CASE("the charts of Kunming carry its days, bands, deadline and where they come from", "[app][charts]") {
  app::Session session = tests::kunming_session();
  const app::views::Timeline line = app::views::timeline(session);
  const ChartData before = app::views::metric_chart(session, model::Metric::monthly_wage);
  CHECK(before.series[0].low.empty());
  while (session.bands().done() < 16) session.refine(0);
  const ChartData chart = app::views::with_calendar(app::views::metric_chart(session, model::Metric::monthly_wage), session, line);
  REQUIRE(chart.series.size() == 2);
  CHECK(chart.series[0].values.size() == static_cast<std::size_t>(session.result().days));
  CHECK(chart.series[0].low.size() == chart.series[0].values.size());
  CHECK(chart.marks.at(0).at == line.deadline);
  CHECK(chart.source.find("behaviour version 1 · ") != std::string::npos);
  CHECK(chart.source.ends_with(" replications"));
  const model::CooperativeId first = session.scenario().cooperatives[0].id;
  const ChartData own = app::views::metric_chart(session, model::Metric::monthly_wage, first);
  CHECK(own.series[0].low.empty());
  CHECK(own.series[0].values != before.series[0].values);
  CHECK(own.title.ends_with(app::tr(app::Language::en, session.scenario().cooperatives[0].name)));
}

TEST_CASE("what is wanted of a chart is asked of the page under the document's name", "[app][charts]") {
  app::Session session = tests::kunming_session();
  const auto asked = [&](app::ChartFormat format) {
    session.handle(app::ExportChart{small_chart(), format});
    std::vector<app::Request> requests = session.take_requests();
    REQUIRE(requests.size() == 1);
    return requests[0];
  };
  CHECK(std::get<app::CopyText>(asked(app::ChartFormat::copied)).text == app::chart_tabs(small_chart()));
  CHECK(session.notices().back().text == "Monthly wage: values copied, to be pasted into a spreadsheet");
  const auto csv = std::get<app::ExportFile>(asked(app::ChartFormat::csv)), svg = std::get<app::ExportFile>(asked(app::ChartFormat::svg));
  CHECK(csv.name == "kunming-1957-wage.csv");
  CHECK(csv.bytes == app::chart_csv(small_chart()));
  CHECK(svg.name == "kunming-1957-wage.svg");
  CHECK(svg.bytes == app::chart_svg(small_chart()));
  const auto png = std::get<app::ExportPicture>(asked(app::ChartFormat::png));
  CHECK(png.name == "kunming-1957-wage.png");
  CHECK(png.svg == svg.bytes);
  CHECK((png.width == 960 && png.height == 540));
}
