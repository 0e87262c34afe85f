#include "sim/teams.h"

#include <algorithm>
#include <cassert>

namespace zhengshe::sim {

int teams_for(double team_days) {
  if (team_days > kThreeTeamsBeyondDays) return kMostTeams;
  return team_days > kTwoTeamsBeyondDays ? 2 : 1;
}

void TeamPool::set_free(int team, bool free) {
  if (is_free(team) == free) return;
  free_[static_cast<std::size_t>(team / 64)] ^= std::uint64_t{1} << (team % 64);
  available_ += free ? 1 : -1;
  if (free) lowest_ = std::min(lowest_, team);
}

// The first free team from this number on; size_ if there is none.
int TeamPool::next_free(int team) const {
  while (team < size_) {
    const std::uint64_t here = free_[static_cast<std::size_t>(team / 64)] >> (team % 64);
    if (here != 0) return team + __builtin_ctzll(here);
    team += 64 - team % 64;
  }
  return size_;
}

void TeamPool::resize(int teams) {
  const std::size_t most = static_cast<std::size_t>(std::max(teams, static_cast<int>(busy_.size())));
  busy_.resize(most);
  free_.resize(most / 64 + 1);
  for (int team = size_; team < teams; ++team) set_free(team, !busy_[static_cast<std::size_t>(team)]);
  for (int team = teams; team < size_; ++team) set_free(team, false);
  size_ = teams;
}

int TeamPool::available() const { return available_; }

std::vector<int> TeamPool::take(int count) {
  assert(count > 0 && count <= available());
  lowest_ = next_free(lowest_);
  std::vector<int> run;
  for (int team = lowest_; team < size_ && static_cast<int>(run.size()) < count; team = next_free(team + 1)) {
    if (!run.empty() && team != run.back() + 1) run.clear();
    run.push_back(team);
  }
  if (static_cast<int>(run.size()) < count) {
    run.clear();
    for (int team = lowest_; static_cast<int>(run.size()) < count; team = next_free(team + 1)) run.push_back(team);
  }
  for (const int team : run) {
    set_free(team, false);
    busy_[static_cast<std::size_t>(team)] = true;
  }
  return run;
}

void TeamPool::give_back(const std::vector<int>& teams) {
  for (const int team : teams) {
    busy_[static_cast<std::size_t>(team)] = false;
    if (team < size_) set_free(team, true);
  }
}

}  // namespace zhengshe::sim
