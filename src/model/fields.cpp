#include "model/fields.h"

namespace zhengshe::model {
namespace {

// clang-format off
constexpr PerEnum<TradeQuantity, NumberField> kTradeFields{{
    NumberField{"yuan/member-day", 0, 1e6, 8,   false, "Gross output of a producing member per working day at the reference, at firsts' prices"},
    NumberField{"1",               0, 1,   .6,  false, "Cost of materials as a share of gross output"},
    NumberField{"1",               0, .95, .1,  false, "Share of work that is done again, at the reference"},
    NumberField{"1",               0, .95, .12, false, "Share of good output that are seconds, at the reference"},
    NumberField{"1",               0, 1,   .7,  false, "Price of a second relative to a first"},
    NumberField{"1",               0, 5,   .3,  false, "Labour of a rework relative to the original work"},
    NumberField{"1",               0, 3,   1,   false, "How far work is independent: 1.5 independent, 0.5 team work"},
    NumberField{"1",               0, .2,  .01, false, "Share of output lost per variety through changing over"},
}};

constexpr PerEnum<CooperativeQuantity, NumberField> kCooperativeFields{{
    NumberField{"1",                  0, 1,    .5,  false, "Share of pay that is by the piece"},
    NumberField{"yuan/month",         0, 1e5,  42,  false, "Wage of a member at the norm"},
    NumberField{"1",                  0, 1,    .15, false, "Share of positive net income that goes to the reserve"},
    NumberField{"1",                  0, 1,    .5,  false, "Practice: sound bodies"},
    NumberField{"1",                  0, 1,    .5,  false, "Practice: production plan"},
    NumberField{"1",                  0, 1,    .5,  false, "Practice: organisation of labour"},
    NumberField{"1",                  0, 1,    .3,  false, "Quality control"},
    NumberField{"1",                  0, 1,    .5,  false, "Democratic management"},
    NumberField{"persons",            0, 1000, 4,   false, "Cadres who do not produce; members too, and paid like members"},
    NumberField{"kinds",              0, 1000, 6,   false, "Kinds of goods offered at the start"},
    NumberField{"kinds",              0, 1000, 8,   false, "Kinds of goods its members know how to make"},
    NumberField{"yuan/working day",   0, 1e9,  0,   false, "Orders that arrive, at firsts' prices"},
    NumberField{"yuan",               0, 1e12, 0,   false, "Orders waiting at the start"},
    NumberField{"yuan",               -1e12, 1e12, 0, false, "Reserve at the start; below zero: debt"},
    NumberField{"yuan/working day",   0, 1e9,  0,   false, "Rent, tools, tax and the like"},
    NumberField{"1",                  0, 1,    0,   false, "Share of members' work that repairs for residents"},
}};
// clang-format on

}  // namespace

const NumberField& field(TradeQuantity quantity) { return kTradeFields[quantity]; }
const NumberField& field(CooperativeQuantity quantity) { return kCooperativeFields[quantity]; }

}  // namespace zhengshe::model
