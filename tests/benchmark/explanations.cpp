// explanations [FILE] [COUNT] [SEED]: plans a scenario (Kunming 1957) and prints, in both languages, what the program says
// about the places of so many cooperatives (5), drawn at random.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "app/views/planning.h"
#include "plan/search.h"
#include "study/kunming.h"

using namespace zhengshe;

namespace {

std::string text_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) std::exit(3);
  return {std::istreambuf_iterator<char>(in), {}};
}

void print(const app::Session& session, const model::Cooperative& cooperative) {
  std::printf("%s\n", std::string(app::tr(session.language(), cooperative.name)).c_str());
  for (const std::string& reason : app::views::reasons(session, cooperative.id)) std::printf("  - %s\n", reason.c_str());
}

}  // namespace

int main(int count, char** words) {
  app::Session session(study::kunming_1957(), "plan.json", app::Language::en);
  if (count > 1) session.open(words[1], text_of(words[1]));
  if (session.refused()) return 1;
  session.handle(app::MakePlan{});
  while (session.planning().is_running()) session.refine(0);
  if (session.made_plan() == nullptr) return 1;
  plan::Stream stream(static_cast<std::uint64_t>(count > 3 ? std::atoll(words[3]) : 1));
  const auto& placements = session.made_plan()->outcome.placements;
  for (int left = count > 2 ? std::atoi(words[2]) : 5; left > 0; --left) {
    const model::CooperativeId drawn = placements[static_cast<std::size_t>(stream.below(static_cast<int>(placements.size())))].cooperative;
    for (int language = 0; language < 2; ++language) {
      print(session, session.scenario().cooperatives[static_cast<std::size_t>(model::index_of(session.scenario(), drawn))]);
      session.handle(app::Run{app::Command::switch_language});
    }
  }
  return 0;
}
