#include "app/translate.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace zhengshe::app {
namespace {

struct Entry {
  std::string_view en;
  std::string_view zh;
};

constexpr Entry kStrings[] = {
#define ZS_STRING(key, en, zh) {en, zh},
#include "app/strings.inc"
#undef ZS_STRING
};

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 12> kMonthsZh{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"};
constexpr std::array<std::string_view, 12> kLongMonths{"January", "February", "March", "April", "May", "June",
                                                       "July", "August", "September", "October", "November", "December"};

int decimals_of(model::Metric metric) {
  switch (metric) {
    case model::Metric::good_output_per_member:
    case model::Metric::resident_distance_km: return 2;
    case model::Metric::monthly_wage:
    case model::Metric::backlog_days:
    case model::Metric::repair_wait_days: return 1;
    default: return 0;
  }
}

}  // namespace

std::string_view tr(Language language, Key key) {
  const Entry& entry = kStrings[static_cast<std::size_t>(key)];
  return language == Language::zh ? entry.zh : entry.en;
}

std::string_view tr(Language language, const model::Text& text) {
  const std::string& wanted = language == Language::zh ? text.zh : text.en;
  return !wanted.empty() ? wanted : language == Language::zh ? text.en : text.zh;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> parts) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const std::size_t part = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : parts.size();
    if (part < parts.size()) {
      text += parts.begin()[part];
      i += 2;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

std::string format_number(double value, int decimals) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.*f", decimals, std::fabs(value));
  std::string text = digits;
  const std::size_t point = text.find('.');
  for (std::size_t at = point == std::string::npos ? text.size() : point; at > 3; at -= 3) text.insert(at - 3, ",");
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return value < 0 && !zero ? "\u2212" + text : text;
}

std::string format_plain(double value) {
  std::string text = format_number(value, 4);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string format_share(double share, int decimals) { return format_number(share * 100, decimals) + " %"; }

std::string format_change(double share, int decimals) {
  const std::string text = format_share(share, decimals);
  if (text == (decimals == 0 ? "0 %" : "0.0 %")) return "±0 %";
  return share > 0 ? "+" + text : text;
}

bool is_share(model::Metric metric) {
  return metric == model::Metric::rework_rate || metric == model::Metric::seconds_rate || metric == model::Metric::within_800_m;
}

std::string format_metric(Language language, model::Metric metric, double value) {
  if (is_share(metric)) return format_share(value);
  if (language == Language::zh && std::fabs(value) >= 100000) return format_number(value / 10000, 1) + " 万";
  return format_number(value, decimals_of(metric));
}

std::string format_signed(Language language, model::Metric metric, double value) {
  return (value < 0 ? "−" : "+") + format_metric(language, metric, std::fabs(value));
}

std::string name_with_unit(Language language, std::string_view name, std::string_view unit) {
  return unit.empty() || unit == "1" ? std::string(name) : fill(tr(language, Key::metric_in_unit), {name, unit});
}

std::string format_tick(bool is_share, double value, int decimals) {
  return is_share ? format_share(value, std::max(0, decimals - 2)) : format_number(value, decimals);
}

std::string format_date(Language language, model::Date date) {
  const model::YearMonthDay civil = model::to_civil(date);
  const std::string year = std::to_string(civil.year), day = std::to_string(civil.day);
  if (language == Language::zh) return year + "年" + std::to_string(civil.month) + "月" + day + "日";
  return day + " " + std::string(kLongMonths[static_cast<std::size_t>(civil.month - 1)]) + " " + year;
}

std::string format_day(Language language, model::Date date) {
  const model::YearMonthDay civil = model::to_civil(date);
  const std::string day = std::to_string(civil.day);
  if (language == Language::zh) return std::to_string(civil.month) + "月" + day + "日";
  return day + " " + std::string(month_name(language, civil.month));
}

std::string_view month_name(Language language, int month) {
  const auto index = static_cast<std::size_t>(month - 1);
  return language == Language::zh ? kMonthsZh[index] : kMonths[index];
}

}  // namespace zhengshe::app
