// The work teams: who is free, and how many a cooperative gets (MODEL.md 6).
#pragma once

#include <cstdint>
#include <vector>

namespace zhengshe::sim {

// Team-days beyond which a cooperative gets two, and three teams.
inline constexpr double kTwoTeamsBeyondDays = 12;
inline constexpr double kThreeTeamsBeyondDays = 24;
inline constexpr int kMostTeams = 3;

// 1 up to 12 team-days, 2 up to 24, then 3.
int teams_for(double team_days);

// Teams by number, from 0. When there are fewer than before, those with the highest numbers go as soon as they
// have finished what they are at.
class TeamPool {
 public:
  // Sets how many there are from now on.
  void resize(int teams);

  // How many are free, and how many there are.
  int available() const;
  int size() const { return size_; }

  // Takes the free teams with the lowest numbers, neighbours where so many are free side by side.
  // Precondition: 0 < count <= available(). Returns their numbers, ascending.
  std::vector<int> take(int count);

  // They are free again.
  void give_back(const std::vector<int>& teams);

 private:
  bool is_free(int team) const { return (free_[static_cast<std::size_t>(team / 64)] >> (team % 64) & 1) != 0; }
  void set_free(int team, bool free);
  int next_free(int team) const;

  std::vector<std::uint64_t> free_;  // a bit per team; of numbers below size_ only
  std::vector<bool> busy_;
  int size_ = 0;
  int available_ = 0;
  int lowest_ = 0;  // no lower number is free
};

}  // namespace zhengshe::sim
