#include <cstdio>

#include "catch_amalgamated.hpp"
#include "io/packed_text.h"
#include "io/sample.h"
#include "io/share_link.h"
#include "study/kunming.h"

using namespace zhengshe;
using io::deflate_raw;
using io::inflate_raw;
using io::InflateStatus;

namespace {

constexpr std::size_t kPlenty = 64u << 20;

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return bytes;
}

// Text-like bytes without a library's random numbers.
std::string noise(std::size_t size, unsigned alphabet) {
  std::string bytes;
  std::uint64_t state = 88172645463325252u;
  for (std::size_t i = 0; i < size; ++i) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    bytes += static_cast<char>(state % alphabet);
  }
  return bytes;
}

}  // namespace

TEST_CASE("packed text comes back exactly, and what is none is damaged", "[io]") {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string(3, '\0'), noise(50'000, 256), noise(50'000, 4)}) {
    const std::string text = io::pack_text(bytes);
    CHECK(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos);
    const io::Inflated back = io::unpack_text(text, kPlenty, 1032);
    CHECK(back.status == InflateStatus::fine);
    CHECK(back.bytes == bytes);
  }
  for (const char* text : {"=", "A", "AA==", "{}", "\xff", "____"}) CHECK(io::unpack_text(text, kPlenty, 1032).status == InflateStatus::damaged);
  CHECK(io::unpack_text(io::pack_text(noise(50'000, 4)), 1'000, 1032).status == InflateStatus::too_large);
}

TEST_CASE("what another program compressed is expanded") {
  // Python: zlib.compressobj(9, zlib.DEFLATED, -15) of "hello hello hello hello", fixed code.
  CHECK(inflate_raw(from_hex("cb48cdc9c957c8402701"), kPlenty, 1000).bytes == "hello hello hello hello");
  // A stored block of "abc".
  CHECK(inflate_raw(from_hex("010300fcff616263"), kPlenty, 1000).bytes == "abc");
}

TEST_CASE("what is compressed expands to the same bytes") {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string(100'000, 'x'), noise(70'000, 256), noise(300'000, 4), noise(3, 2), tests::sample_text() + tests::sample_text()}) {
    const std::string small = deflate_raw(bytes);
    const io::Inflated back = inflate_raw(small, kPlenty, 100'000);
    CHECK(back.status == InflateStatus::fine);
    CHECK((back.bytes == bytes));
  }
  CHECK(deflate_raw(std::string(100'000, 'x')).size() < 300);
  CHECK(deflate_raw(noise(70'000, 256)).size() < 71'000);
}

TEST_CASE("expansion stops at its limits") {
  const std::string bomb = deflate_raw(std::string(5'000'000, 'x'));
  CHECK(inflate_raw(bomb, kPlenty, 100).status == InflateStatus::too_large);
  CHECK(inflate_raw(bomb, 1'000'000, 100'000).status == InflateStatus::too_large);
  CHECK(inflate_raw(bomb, 5'000'000, 100'000).status == InflateStatus::fine);
}

TEST_CASE("damaged bytes are found out, wherever they are cut or changed") {
  const std::string small = deflate_raw(tests::sample_text());
  for (std::size_t size = 0; size < small.size(); ++size) CHECK(inflate_raw(small.substr(0, size), kPlenty, 1000).status == InflateStatus::damaged);
  for (std::size_t at = 0; at < small.size(); ++at) {
    std::string changed = small;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    const io::Inflated result = inflate_raw(changed, kPlenty, 1000);  // must return, whatever it says
    CHECK(result.bytes.size() <= 1000 * small.size());
  }
}

TEST_CASE("the checksum is the usual one") {
  CHECK(io::crc32("123456789") == 0xCBF43926u);  // the check value of CRC-32
  CHECK(io::crc32("") == 0);
}

TEST_CASE("a link opens as exactly the scenario that was shared") {
  const model::Scenario scenario = *io::read_scenario(tests::sample_text()).scenario;
  const std::string link = io::write_link(scenario);
  CHECK(link.rfind("#v1.", 0) == 0);
  CHECK(link.size() < 4000);
  CHECK((io::read_link(link).scenario == scenario));
  CHECK((io::read_link("https://example.org/zhengshe.html" + link + "\n").scenario == scenario));
}

TEST_CASE("Kunming 1957 fits into a link") {
  const model::Scenario kunming = study::kunming_1957();
  const std::string link = io::write_link(kunming);
  INFO(link.size());
  CHECK(link.size() < io::kMaxLinkCharacters);
  CHECK((io::read_link(link).scenario == kunming));
}

TEST_CASE("a link that arrives in part says how much of it") {
  const std::string link = io::write_link(*io::read_scenario(tests::sample_text()).scenario);
  const io::ReadResult cut = io::read_link(link.substr(0, link.size() - 100));
  CHECK_FALSE(cut.scenario);
  CHECK(cut.issues.at(0).code == "link_damaged");
  CHECK(cut.issues.at(0).message.en.find(" of ") != std::string::npos);
  std::string changed = link;
  changed[link.size() - 50] = changed[link.size() - 50] == 'A' ? 'B' : 'A';
  CHECK(io::read_link(changed).issues.at(0).code == "link_damaged");
  CHECK(io::read_link("#v9.1.2.3").issues.at(0).code == "not_a_link");
  CHECK(io::read_link("#v1.").issues.at(0).code == "link_damaged");
  CHECK(io::read_link("#v1." + std::string(70'000, 'A')).issues.at(0).code == "link_too_long");
}

namespace {

// Small scenarios that differ in what a link is made of: length, language, numbers, who is in it.
std::vector<model::Scenario> twenty_scenarios() {
  std::vector<model::Scenario> scenarios;
  for (int i = 0; i < 20; ++i) {
    model::Scenario scenario = *io::read_scenario(tests::sample_text()).scenario;
    scenario.seed = 0x9E3779B97F4A7C15u * static_cast<std::uint64_t>(i);
    scenario.title = {"Link " + std::to_string(i), std::string(static_cast<std::size_t>(i), '#') + "整社"};
    scenario.description.en = noise(static_cast<std::size_t>(i * i), 26);
    for (char& letter : scenario.description.en) letter = static_cast<char>('a' + letter);
    if (i % 2 == 1) scenario.plans.clear();
    if (i % 3 == 1) scenario.claims.clear();
    scenarios.push_back(std::move(scenario));
  }
  return scenarios;
}

// Opened exactly, or not at all and with a reason in both languages.
bool is_exact_or_explained(const io::ReadResult& result, const model::Scenario& shared) {
  if (result.scenario) return *result.scenario == shared;
  const std::string& code = result.issues.at(0).code;
  return (code == "link_damaged" || code == "not_a_link") && !result.issues[0].message.en.empty() && !result.issues[0].message.zh.empty();
}

}  // namespace

TEST_CASE("every beginning of twenty links and two thousand damaged ones open exactly or say what is wrong") {
  std::uint64_t state = 88172645463325252u;
  const auto below = [&state](std::size_t bound) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<std::size_t>(state % bound);
  };
  std::size_t cut = 0, damaged = 0, unharmed = 0;
  for (const model::Scenario& scenario : twenty_scenarios()) {
    const std::string link = io::write_link(scenario);
    REQUIRE((io::read_link(link).scenario == scenario));
    for (std::size_t size = 0; size < link.size(); ++size, ++cut) {
      const io::ReadResult result = io::read_link(std::string_view(link).substr(0, size));
      if (result.scenario || !is_exact_or_explained(result, scenario)) FAIL("cut to " << size << ": " << link);
    }
    for (int i = 0; i < 100; ++i, ++damaged) {
      std::string changed = link;
      const std::size_t at = below(link.size()), kind = below(4);
      const char letter = static_cast<char>(' ' + below(95));
      if (kind == 0) changed[at] = letter;
      else if (kind == 1) changed.insert(at, 1, letter);
      else if (kind == 2) changed.erase(at, 1 + below(20));
      else std::swap(changed[at], changed[below(link.size())]);
      const io::ReadResult result = io::read_link(changed);
      if (!is_exact_or_explained(result, scenario)) FAIL("damaged: " << changed);
      if (result.scenario) ++unharmed;
    }
  }
  std::printf("share links: %zu cut, %zu damaged, of which %zu open exactly all the same\n", cut, damaged, unharmed);
  CHECK(cut > 20'000);
  CHECK(damaged == 2'000);
  CHECK(unharmed < 100);  // a letter replaced by itself, or a blank around the link
}
