// The trades of the roster: how many cooperatives, how large, how they work (EVIDENCE in MODEL.md 11).
#pragma once

#include <array>
#include <string_view>

namespace zhengshe::study {

struct TradeRow {
  std::string_view en;
  std::string_view zh;
  int relatedness_group;
  int cooperatives;       // of Kunming's 167
  double median_members;
  double base_output;     // yuan per producing member and working day
  double material_share;
  double base_rework;     // r0
  double base_seconds;    // d0
  double rework_labour;   // φ
  double complementarity; // κ
  int varieties;          // kinds of goods, usual
  double season;          // swing around 1: more in winter, less in summer
  double repair_share;    // of members' work, usual
};

// clang-format off
inline constexpr std::array<TradeRow, 18> kTradeRows{{
  {"Garments",                      "服装",   1, 22,  85, 8.6, .62, .15, .10, .4, 1.2, 12, .05, .00},
  {"Ironware",                      "铁业",   2,  8,  90, 7.0, .52, .10, .12, .3, 0.8, 10, .00, .10},
  {"Machine Spinning and Weaving",  "机纺",   1, 12, 130, 9.0, .64, .09, .14, .3, 0.6,  6, .00, .00},
  {"Hardware and Machines",         "五金机械", 2, 14,  70, 7.4, .54, .10, .12, .3, 0.7, 12, .05, .08},
  {"Wood and Furniture",            "木器",   3, 16,  85, 7.4, .55, .09, .12, .3, 1.0, 10, .00, .04},
  {"Leather and Shoes",             "皮革制鞋", 4, 18,  80, 8.4, .61, .10, .12, .3, 1.2, 12, .00, .08},
  {"Bamboo, Rattan and Palm Fibre", "竹藤棕", 3, 12,  55, 5.8, .42, .08, .14, .3, 1.4, 14, .00, .03},
  {"Oilcloth",                      "油布",   5,  1,  90, 8.6, .62, .10, .14, .3, 0.8,  5, .00, .00},
  {"Felt",                          "毛毡",   6,  0,  90, 8.2, .60, .10, .14, .3, 0.8,  5, .00, .00},
  {"Umbrellas",                     "雨伞",   7,  2,  90, 7.6, .57, .10, .12, .3, 1.2,  8, .00, .06},
  {"Knitting, Towels and Thread",   "针织",   1, 10,  75, 8.6, .62, .10, .12, .3, 1.2, 10, .00, .00},
  {"Brick, Lime, Pottery, Building","砖瓦建筑", 8,  8, 100, 6.4, .46, .12, .18, .3, 0.5,  6, .00, .00},
  {"Food",                          "食品",   9, 14,  45, 9.4, .66, .08, .10, .3, 0.9, 12, .00, .00},
  {"Paper, Printing and Stationery","纸品印刷", 10, 8, 50, 7.6, .56, .10, .10, .3, 0.8, 10, .00, .00},
  {"Craft Metal and Arts",          "工艺美术", 2,  8,  45, 6.6, .48, .12, .12, .3, 1.5, 14, .00, .02},
  {"Repair and Personal Service",   "修理服务", 11, 10, 70, 4.4, .24, .08, .08, .3, 1.5, 10, .00, .50},
  {"Chemicals and Others",          "化工杂品", 12, 4,  50, 8.4, .61, .10, .16, .3, 0.6,  8, .00, .00},
  {"Machine Repair and Manufacture","机器修造", 2,  0,  70, 7.4, .54, .10, .12, .3, 0.6, 10, .00, .15},
}};
// clang-format on

inline constexpr int kGarments = 0;
inline constexpr int kIronware = 1;
inline constexpr int kMachineSpinning = 2;
inline constexpr int kOilcloth = 7;
inline constexpr int kFelt = 8;
inline constexpr int kMachineRepair = 17;

}  // namespace zhengshe::study
