#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catch_amalgamated.hpp"
#include "io/scenario_json.h"
#include "io/schema.h"
#include "study/kunming.h"
#include "study/roster.h"

using namespace zhengshe;
using model::CooperativeQuantity;

namespace {

std::string file_text(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The file in assets, written anew where goldens are being updated.
std::string golden(const std::string& name, const std::string& made) {
  const std::string path = std::string(ZHENGSHE_ASSETS) + "/" + name;
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << made;
  return file_text(path);
}

}  // namespace

TEST_CASE("every bundled scenario is what the generator makes, sound, and saved without a byte changed") {
  for (const std::string_view name : study::gallery()) {
    INFO(name);
    const std::string made = io::write_scenario(*study::gallery_scenario(name));
    const std::string text = golden("scenarios/" + std::string(name) + ".json", made);
    CHECK((text == made));
    const io::ReadResult result = io::read_scenario(text);
    REQUIRE(result.scenario);
    CHECK(result.issues.empty());
    CHECK((io::write_scenario(*result.scenario) == text));
  }
}

TEST_CASE("the schema beside the page is the one that the layout gives") {
  const std::string made = io::scenario_schema();
  CHECK((golden("scenario.schema.json", made) == made));
}

TEST_CASE("Kunming's roster has the documented shape") {
  const model::Scenario kunming = study::kunming_1957();
  REQUIRE(kunming.cooperatives.size() == 167);
  int members = 0;
  double wages = 0;
  double squares = 0;
  for (const model::Cooperative& cooperative : kunming.cooperatives) {
    members += members_of(cooperative);
    wages += cooperative[CooperativeQuantity::tariff_wage];
  }
  const double mean = wages / 167;
  for (const model::Cooperative& cooperative : kunming.cooperatives) {
    const double off = cooperative[CooperativeQuantity::tariff_wage] - mean;
    squares += off * off;
  }
  CHECK(members > 14000);
  CHECK(members < 16500);
  CHECK(mean == Catch::Approx(42).margin(.3));
  CHECK(std::sqrt(squares / 167) == Catch::Approx(7).margin(.3));
  const study::Documented cases = study::documented(kunming);
  CHECK(cases.large_garments.size() == 4);
  const model::Cooperative& oilcloth = kunming.cooperatives[cases.oilcloth_and_felt];
  REQUIRE(oilcloth.workshops.size() == 2);
  CHECK(oilcloth.workshops[1].x_km - oilcloth.workshops[0].x_km == Catch::Approx(11));
  CHECK(oilcloth.quantities[CooperativeQuantity::tariff_wage].value == 42);
  CHECK(oilcloth.quantities[CooperativeQuantity::tariff_wage].provenance == model::Provenance::reported);
  const std::vector<model::Batch>& batches = kunming.plans[0].batches;
  REQUIRE(batches.size() == 3);
  CHECK(batches[0].cooperatives.size() == 48);
  CHECK(batches[1].cooperatives.size() == 60);
  CHECK(batches[2].cooperatives.size() == 59);
  CHECK(kunming.claims.size() == 13);
  CHECK(kunming.plans[0].sites.size() == 4);
}

TEST_CASE("a portfolio follows its seed and nothing else") {
  const model::Scenario first = study::portfolio({300, 7, true});
  CHECK((first == study::portfolio({300, 7, true})));
  CHECK_FALSE((first == study::portfolio({300, 8, true})));
  CHECK(first.cooperatives.size() == 300);
}

TEST_CASE("ordinals are spelled in both languages") {
  CHECK(study::ordinal(4) == model::Text{"Fourth", "第四"});
  CHECK(study::ordinal(10) == model::Text{"Tenth", "第十"});
  CHECK(study::ordinal(12) == model::Text{"Twelfth", "第十二"});
  CHECK(study::ordinal(20) == model::Text{"Twentieth", "第二十"});
  CHECK(study::ordinal(21) == model::Text{"Twenty-first", "第二十一"});
  CHECK(study::ordinal(105) == model::Text{"No. 105", "第105"});
}
