#include "app/views/drivers.h"

#include <algorithm>
#include <cmath>

#include "model/order.h"

namespace zhengshe::app::views {
namespace {

std::string count(std::size_t number) { return format_number(static_cast<double>(number), 0); }

DriverRow row_of(Language language, model::Metric metric, const study::Driver& driver) {
  DriverRow row;
  row.name = name_of(language, driver.coefficient);
  row.effect = format_signed(language, metric, driver.screening.mean);
  if (!driver.share) return row;
  const auto percent = [](double share) { return format_share(std::clamp(share, 0.0, 1.0), 0); };
  row.share = static_cast<float>(std::clamp(driver.share->total, 0.0, 1.0));
  row.share_words = percent(driver.share->total);
  row.range = percent(driver.share->total_low) + " … " + percent(driver.share->total_high);
  row.alone = percent(driver.share->first);
  return row;
}

std::string state_of(Language language, const Drivers& drivers) {
  const std::string done = count(drivers.done()), wanted = count(drivers.wanted());
  if (drivers.found().empty() && drivers.wanted() == 0) return std::string(tr(language, Key::drivers_none));
  if (drivers.is_screening()) return fill(tr(language, Key::drivers_screening), {done, wanted});
  return fill(tr(language, drivers.is_done() ? Key::drivers_done : Key::drivers_measuring), {done, wanted});
}

double width_kept(const model::Scenario& scenario, const study::FittedAssumption& fitted) {
  const model::Quantity& known = scenario.assumptions[fitted.coefficient].quantity;
  return (fitted.high - fitted.low) / (known.high - known.low);
}

std::string range_text(double low, double middle, double high) { return format_plain(low) + " … " + format_plain(middle) + " … " + format_plain(high); }

// A number of a fit, of which more than three digits would mean nothing.
double rounded(double value) {
  if (value == 0) return 0;
  const double scale = std::pow(10.0, 2 - std::floor(std::log10(std::abs(value))));
  return std::round(value * scale) / scale;
}

}  // namespace

DriversView drivers(const Session& session) {
  const Drivers& drivers = session.drivers();
  const Language language = session.language();
  DriversView view;
  view.state = drivers.metric() ? state_of(language, drivers) : std::string(tr(language, Key::drivers_why));
  for (const study::Driver& driver : drivers.found()) view.rows.push_back(row_of(language, *drivers.metric(), driver));
  return view;
}

FitView fit(const Session& session) {
  const Fitting& fitting = session.fitting();
  const Language language = session.language();
  FitView view;
  if (!fitting.was_started()) {
    view.state = tr(language, session.can(Command::fit_assumptions) ? Key::fit_why : Key::fit_no_targets);
    return view;
  }
  if (!fitting.fit()) {
    view.state = fill(tr(language, Key::fit_under_way), {count(fitting.done()), count(fitting.wanted())});
    return view;
  }
  const study::Fit& fit = *fitting.fit();
  for (std::size_t i = 0; i < fitting.targets().size(); ++i)
    view.targets.push_back(fill(tr(language, fit.used[i] ? Key::fit_used : Key::fit_unused), {fitting.targets()[i].name, format_plain(rounded(fitting.targets()[i].value))}));
  view.state = fit.assumptions.empty() ? std::string(tr(language, Key::fit_failed))
                                       : fill(tr(language, Key::fit_done), {count(fitting.done()), format_number(fit.posterior.effective_size, 0)});
  std::vector<study::FittedAssumption> order = fit.assumptions;
  model::sort_stably(order, [&](const auto& a, const auto& b) { return width_kept(session.scenario(), a) < width_kept(session.scenario(), b); });
  for (const study::FittedAssumption& fitted : order) {
    const model::Quantity& known = session.scenario().assumptions[fitted.coefficient].quantity;
    view.rows.push_back({name_with_unit(language, name_of(language, fitted.coefficient), model::info(fitted.coefficient).unit), range_text(known.low, known.value, known.high),
                         range_text(rounded(fitted.low), rounded(fitted.median), rounded(fitted.high)), width_kept(session.scenario(), fitted) < 0.8});
  }
  return view;
}

}  // namespace zhengshe::app::views
