// Every word of the program in its two languages, and how each writes numbers and dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/assumption.h"
#include "model/cooperative.h"
#include "model/date.h"
#include "model/evidence.h"
#include "model/text.h"
#include "model/trade.h"
#include "model/vocabulary.h"

namespace zhengshe::model {
struct Plan;
}

namespace zhengshe::app {

enum class Language : std::uint8_t { en, zh };

enum class Key : std::uint16_t {
#define ZS_STRING(key, en, zh) key,
#include "app/strings.inc"
#undef ZS_STRING
};

std::string_view tr(Language language, Key key);

// The text's part for the language; the other one where it is missing.
std::string_view tr(Language language, const model::Text& text);

// The string with {0}, {1} … replaced.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> parts);

std::string_view name_of(Language language, model::Metric metric);
std::string_view unit_of(Language language, model::Metric metric);
std::string_view name_of(Language language, model::Problem problem);
std::string_view name_of(Language language, model::Measure measure);
std::string_view name_of(Language language, model::Stage stage);
std::string_view name_of(Language language, model::Provenance provenance);
std::string_view name_of(Language language, model::CooperativeQuantity quantity);
std::string_view name_of(Language language, model::TradeQuantity quantity);
std::string_view name_of(Language language, model::Distribution distribution);
std::string_view name_of(Language language, model::Coefficient coefficient);
std::string_view name_of(Language language, model::ClaimKind kind);
std::string_view name_of(Language language, model::ObservationKind kind);
std::string_view name_of(Language language, model::Weekday weekday);

// The plan's name; without a plan, that of leaving everybody alone.
std::string_view name_of(Language language, const model::Plan* plan);

// "Monthly wage (yuan)"; the name alone where the unit is "1" or empty.
std::string name_with_unit(Language language, std::string_view name, std::string_view unit);

// Is the metric between nothing and all, written in per cent?
bool is_share(model::Metric metric);

// How a number of a metric is written, without its unit: "5.62", "14.1 %", "1,234" or "1.2 万".
std::string format_metric(Language language, model::Metric metric, double value);

// The same with its sign, also of what is more: "+5.62", "−1.2 万".
std::string format_signed(Language language, model::Metric metric, double value);

// "1,234.5" with so many decimals, a true minus sign.
std::string format_number(double value, int decimals);

// With as few decimals as tell the value, at most four: "0.35", "24".
std::string format_plain(double value);

// "+6.1 %", "−2.0 %"; "±0 %" where it rounds to nothing.
std::string format_change(double share, int decimals = 1);

// "14.1 %".
std::string format_share(double share, int decimals = 1);

// A number at an axis whose numbers have so many decimals, or a share whose shares have.
std::string format_tick(bool is_share, double value, int decimals);

// "12 February 1957", "1957年2月12日".
std::string format_date(Language language, model::Date date);

// "12 Feb", "2月12日".
std::string format_day(Language language, model::Date date);

// "Feb", "2月".
std::string_view month_name(Language language, int month);

}  // namespace zhengshe::app
